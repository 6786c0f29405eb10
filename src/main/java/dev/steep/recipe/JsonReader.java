package dev.steep.recipe;

import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Phrase.Argument;
import dev.steep.catalog.Remarks;
import dev.steep.math.Characters;
import dev.steep.network.layer.LayerOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns JSON into the phrases that links have; what cannot be one is remarked on. */
final class JsonReader {
    private static final int DEEPEST = 20;

    private final Remarks remarks;
    private boolean halfSaid;

    JsonReader(Remarks remarks) {
        this.remarks = remarks;
    }

    /** The members of an object. If a name is given twice, the last one counts, and the others are remarked on. */
    Map<String, JsonValue> members(JsonObject object) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (JsonObject.Member member : object) {
            JsonValue earlier = members.put(member.getName(), member.getValue());
            if (earlier != null) {
                String name = Remarks.quote(member.getName());
                leaveOut(
                        name + ": " + Remarks.quote(earlier.toString()) + ", which is given again",
                        name + " is given more than once; " + Remarks.quote(earlier.toString()) + " is not used.");
            }
        }
        return members;
    }

    /** The value, if it is an object, as this part must be. */
    Optional<JsonObject> object(String name, String example, JsonValue value) {
        if (value.isObject()) {
            return Optional.of(value.asObject());
        }
        ignored(name, "an object, such as " + example, value);
        return Optional.empty();
    }

    /** The value as a list, if it is one. */
    Optional<Phrase> list(String name, String noun, JsonValue value) {
        if (value.isArray()) {
            return Optional.of(items(value.asArray(), 0));
        }
        ignored(name, "a list of " + noun + "s", value);
        return Optional.empty();
    }

    private Phrase items(JsonArray array, int depth) {
        List<Argument> items = new ArrayList<>();
        array.forEach(item -> items.add(Argument.of(phrase(item, depth))));
        return new Phrase("", items);
    }

    /** Remarks that a part is not what it should be. */
    void ignored(String name, String wanted, JsonValue value) {
        String quoted = Remarks.quote(value.toString());
        leaveOut(
                "\"" + name + "\": " + quoted, "\"" + name + "\" should be " + wanted + "; " + quoted + " is ignored.");
    }

    private void leaveOut(String item, String sentence) {
        remarks.add(Remarks.Treatment.LEFT_OUT, item, sentence);
    }

    /** A value, a name, a list, or {"class_name": ..., "config": {...}}. What is none of them stands for itself, to be rejected. */
    Phrase phrase(JsonValue value) {
        return phrase(value, 0);
    }

    private Phrase phrase(JsonValue value, int depth) {
        if (value.isObject()) {
            return depth < DEEPEST && value.asObject().get("class_name") != null
                    ? named(members(value.asObject()), depth)
                    : Phrase.of(value.toString());
        }
        return value.isArray() ? array(value.asArray(), depth) : Phrase.of(text(value));
    }

    /** One or two numbers are the sides of something; names are a list. */
    private Phrase array(JsonArray array, int depth) {
        List<String> numbers = new ArrayList<>();
        boolean names = depth < DEEPEST;
        for (JsonValue item : array) {
            names &= item.isString() || item.isObject();
            if (item.isNumber()) {
                numbers.add(item.toString());
            }
        }
        if (names) {
            return items(array, depth + 1);
        }
        boolean sides = numbers.size() == array.size() && array.size() <= 2;
        return Phrase.of(sides ? String.join("x", numbers) : array.toString());
    }

    private Phrase named(Map<String, JsonValue> members, int depth) {
        String word = "";
        JsonObject config = new JsonObject();
        List<Argument> options = new ArrayList<>();
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            JsonValue value = member.getValue();
            if (member.getKey().equals("class_name")) {
                word = text(value);
            } else if (member.getKey().equals("config") && (value.isObject() || value.isNull())) {
                config = value.isNull() ? config : value.asObject();
            } else if (member.getKey().equals("config")) {
                ignored("config", "an object of parameters", value);
            } else if (LayerOptions.all().stream()
                    .anyMatch(option -> option.name().equals(member.getKey()))) {
                options.add(new Argument(member.getKey(), phrase(value, depth + 1)));
            } else {
                String quoted = Remarks.quote(member.getKey() + "=" + value);
                leaveOut(
                        quoted + " beside class_name",
                        quoted
                                + " is ignored: beside \"class_name\" only \"config\" is used, with the parameters, and of a"
                                + " layer " + options() + ".");
            }
        }
        options.addAll(arguments(word, config, depth + 1).arguments());
        return new Phrase(word, options);
    }

    private static String options() {
        return String.join(", ", LayerOptions.all().stream().map(Knob::name).toList());
    }

    /** A word with the members of an object as its arguments. */
    Phrase arguments(String word, JsonObject config) {
        return arguments(word, config, 0);
    }

    private Phrase arguments(String word, JsonObject config, int depth) {
        List<Argument> arguments = new ArrayList<>();
        members(config).forEach((name, value) -> {
            if (name.isEmpty()) {
                ignored(name, "the name of a parameter", value);
            } else {
                arguments.add(new Argument(name, phrase(value, depth)));
            }
        });
        return new Phrase(word, arguments);
    }

    /** A text, number or word. */
    String text(JsonValue value) {
        if (value.isNull()) {
            return "none";
        }
        String text = value.isString() ? value.asString() : value.toString();
        String whole = Characters.wellFormed(text);
        if (!whole.equals(text) && !halfSaid) {
            remarks.say(RecipeText.HALF);
            halfSaid = true;
        }
        return whole;
    }
}
