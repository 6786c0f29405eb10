package dev.steep.recipe;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Pair;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Phrase.Argument;
import dev.steep.catalog.Remarks;
import dev.steep.math.Characters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for scripts: a JSON object in Keras' vocabulary.
 *
 * <pre>{"data": {"name": "digits", "size": 2000}, "prepare": {"scale": "[-1,1]"}, "split": {"validation": 0.2},
 *  "layers": [{"class_name": "Dense", "config": {"units": 10, "activation": "softmax"}}],
 *  "compile": {"optimizer": {"class_name": "Adam", "config": {"learning_rate": 0.001}}, "loss": "..."},
 *  "fit": {"batch_size": 32, "epochs": 10, "shuffle": true}, "seed": 42}</pre>
 *
 * What is left out has its default. Reading turns it into the phrases of the link form, so both forms know the same.
 */
public final class RecipeObject {
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 20;

    /** What the parts look like that must be objects. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "prepare", "{\"scale\": \"unit\"}",
            "split", "{\"validation\": 0.2}",
            "fit", "{\"epochs\": 20}",
            "compile", "{\"optimizer\": \"Adam\"}");

    private final Draft draft;
    private boolean halfSaid;

    private RecipeObject(Draft draft) {
        this.draft = draft;
    }

    /** Reads a recipe. Never throws. */
    public static Reading read(String json) {
        Remarks remarks = new Remarks();
        try {
            if (json.length() > LONGEST) {
                throw new UnsupportedOperationException(
                        "it is longer than " + Numbers.grouped(LONGEST) + " characters");
            }
            return new RecipeObject(new Draft(Presets.PLAIN, remarks))
                    .read(Json.parse(json).asObject());
        } catch (ParseException | UnsupportedOperationException notAnObject) {
            remarks.say("This is not an experiment: " + Characters.visible(String.valueOf(notAnObject.getMessage()))
                    + ". The lab's opening experiment is shown instead.");
            return new Reading(Presets.OPENING, remarks.sentences());
        }
    }

    private Reading read(JsonObject object) {
        members(object).forEach((name, value) -> {
            switch (name) {
                case "data" -> draft.set("data", data(value));
                case "prepare" -> object(name, value).ifPresent(each -> draft.set(Settings.PREPARE, prepare(each)));
                case "split", "fit" -> {
                    Kind kind = Draft.setting(name).orElseThrow();
                    object(name, value).ifPresent(each -> draft.set(kind, arguments(name, each, 0)));
                }
                case "layers" -> layers(value);
                case "compile" -> object(name, value).ifPresent(this::compile);
                case "seed" -> draft.set("seed", phrase(value, 0));
                default -> draft.unknown(name, value.toString());
            }
        });
        return draft.done();
    }

    /** The members of an object. If a name is given twice, the last one counts, and the others are remarked on. */
    private Map<String, JsonValue> members(JsonObject object) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (JsonObject.Member member : object) {
            JsonValue earlier = members.put(member.getName(), member.getValue());
            if (earlier != null) {
                String name = Remarks.quote(member.getName());
                draft.leaveOut(
                        name + ": " + Remarks.quote(earlier.toString()) + ", which is given again",
                        name + " is given more than once; " + Remarks.quote(earlier.toString()) + " is not used.");
            }
        }
        return members;
    }

    /** The value, if it is an object, as this part must be. */
    private Optional<JsonObject> object(String name, JsonValue value) {
        if (value.isObject()) {
            return Optional.of(value.asObject());
        }
        ignored(name, "an object, such as " + EXAMPLES.getOrDefault(name, "{}"), value);
        return Optional.empty();
    }

    private void ignored(String name, String wanted, JsonValue value) {
        String quoted = Remarks.quote(value.toString());
        draft.leaveOut(
                "\"" + name + "\": " + quoted, "\"" + name + "\" should be " + wanted + "; " + quoted + " is ignored.");
    }

    private void layers(JsonValue value) {
        if (value.isArray()) {
            value.asArray().forEach(layer -> draft.layer(phrase(layer, 0)));
        } else {
            ignored("layers", "a list of layers", value);
        }
    }

    private void compile(JsonObject compile) {
        members(compile).forEach((name, value) -> {
            switch (name) {
                case "optimizer", "loss" -> draft.set(name, phrase(value, 0));
                case "metrics" -> metrics(value);
                default ->
                    draft.leaveOut(
                            Remarks.quote(name + "=" + value) + " of compile",
                            "\"compile\" has no part " + Remarks.quote(name) + ", so " + Remarks.quote(value.toString())
                                    + " is ignored. Its parts are optimizer and loss.");
            }
        });
    }

    /** Loss and accuracy are always there; others there are not. */
    private void metrics(JsonValue value) {
        for (JsonValue metric : value.isArray() ? value.asArray() : new JsonArray().add(value)) {
            String name = text(metric);
            if (!name.equals("accuracy") && !name.equals("acc") && !name.equals("loss")) {
                draft.leaveOut(
                        "the metric " + Remarks.quote(name),
                        "There is no metric " + Remarks.quote(name) + "; accuracy and loss are always shown.");
            }
        }
    }

    /** A scaling may go by its label: {"scale": "[0,1]"} means prepare(unit). */
    private Phrase prepare(JsonObject value) {
        List<Argument> arguments = new ArrayList<>();
        for (Argument each : arguments(Settings.PREPARE.name(), value, 0).arguments()) {
            Phrase phrase = each.value();
            arguments.add(
                    new Argument(each.name(), phrase.bare() ? Phrase.of(Settings.scaleWord(phrase.word())) : phrase));
        }
        return new Phrase(Settings.PREPARE.name(), arguments);
    }

    /** {"name": "digits", "size": 2000} means digits(size=2000), {"file": "a.csv"} means file(name=a.csv). */
    private Phrase data(JsonValue value) {
        if (!value.isObject() || value.asObject().get("class_name") != null) {
            return phrase(value, 0);
        }
        JsonObject rest = new JsonObject();
        Map<String, JsonValue> members = members(value.asObject());
        JsonValue file = members.remove("file");
        JsonValue name = members.remove("name");
        boolean isFile = file != null;
        if (name != null && isFile && !text(name).equals(Settings.FILE.name())) {
            ignored("name", "left out where \"file\" is given", name);
        }
        if (isFile) {
            members.values().removeIf(JsonValue::isNull); // {file: 'a.csv', label: null}: the lab is to choose
            rest.add(Settings.FILE_NAME.name(), file);
        }
        members.forEach(rest::add);
        if (name == null && !isFile) {
            return Phrase.of(value.toString());
        }
        return arguments(isFile ? Settings.FILE.name() : text(name), rest, 0);
    }

    /** A value, a name, or {"class_name": ..., "config": {...}}. What is none of them stands for itself, to be rejected. */
    private Phrase phrase(JsonValue value, int depth) {
        if (value.isObject()) {
            return depth < DEEPEST && value.asObject().get("class_name") != null
                    ? named(members(value.asObject()), depth)
                    : Phrase.of(value.toString());
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.asArray().forEach(item -> items.add(item.isNumber() ? item.toString() : " "));
            boolean pair = !items.isEmpty() && items.size() <= 2 && !items.contains(" ");
            return Phrase.of(pair ? String.join("x", items) : value.toString());
        }
        return Phrase.of(text(value));
    }

    private Phrase named(Map<String, JsonValue> members, int depth) {
        String word = "";
        JsonObject config = new JsonObject();
        for (Map.Entry<String, JsonValue> member : members.entrySet()) {
            JsonValue value = member.getValue();
            if (member.getKey().equals("class_name")) {
                word = text(value);
            } else if (member.getKey().equals("config") && (value.isObject() || value.isNull())) {
                config = value.isNull() ? config : value.asObject();
            } else if (member.getKey().equals("config")) {
                ignored("config", "an object of parameters", value);
            } else {
                String quoted = Remarks.quote(member.getKey() + "=" + value);
                draft.leaveOut(
                        quoted + " beside class_name",
                        quoted + " is ignored: beside \"class_name\" only \"config\" is used, with the parameters.");
            }
        }
        return arguments(word, config, depth + 1);
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

    private String text(JsonValue value) {
        if (value.isNull()) {
            return "none";
        }
        String text = value.isString() ? value.asString() : value.toString();
        String whole = Characters.wellFormed(text);
        if (!whole.equals(text) && !halfSaid) {
            draft.remarks().say(RecipeText.HALF);
            halfSaid = true;
        }
        return whole;
    }

    /** Writes a recipe, every knob included; {@link #read} gives back an equal one. */
    public static String write(Recipe recipe) {
        JsonObject object = new JsonObject();
        JsonObject data = config(recipe.data());
        object.add(
                "data",
                recipe.data().is(Settings.FILE)
                        ? ofFile(data)
                        : withName(recipe.data().kind(), data));
        object.add("prepare", config(recipe.prepare()));
        object.add("split", config(recipe.split()));
        JsonArray layers = new JsonArray();
        recipe.layers().forEach(layer -> layers.add(object(layer)));
        object.add("layers", layers);
        object.add(
                "compile",
                new JsonObject().add("optimizer", object(recipe.optimizer())).add("loss", value(recipe.loss())));
        object.add("fit", config(recipe.fit()));
        object.add("seed", recipe.seed());
        return object.toString();
    }

    private static JsonObject ofFile(JsonObject data) {
        JsonObject file = new JsonObject().add("file", data.get("name"));
        return file.add("label", data.get("label"));
    }

    private static JsonObject withName(Kind kind, JsonObject data) {
        JsonObject named = new JsonObject().add("name", kind.name());
        data.forEach(member -> named.add(member.getName(), member.getValue()));
        return named;
    }

    private static JsonObject object(Choice choice) {
        return new JsonObject().add("class_name", choice.kind().name()).add("config", config(choice));
    }

    private static JsonObject config(Choice choice) {
        JsonObject config = new JsonObject();
        for (Knob<?> knob : choice.kind().knobs()) {
            config.add(knob.name(), value(choice.get(knob)));
        }
        return config;
    }

    private static JsonValue value(Object value) {
        if (value instanceof Choice) {
            Choice choice = (Choice) value;
            return choice.kind().knobs().isEmpty() ? Json.value(choice.kind().name()) : object(choice);
        }
        if (value instanceof Optional) {
            return ((Optional<?>) value).map(RecipeObject::value).orElse(Json.NULL);
        }
        if (value instanceof Pair) {
            Pair pair = (Pair) value;
            return Json.array(pair.height(), pair.width());
        }
        if (value instanceof Boolean) {
            return Json.value((Boolean) value);
        }
        if (value instanceof Integer) {
            return Json.value((Integer) value);
        }
        return value instanceof Double ? Json.parse(Numbers.write((Double) value)) : Json.value(String.valueOf(value));
    }
}
