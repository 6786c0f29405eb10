package dev.steep.recipe;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Pair;
import dev.steep.catalog.Phrase;
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

    private RecipeObject() {}

    /** Reads a recipe. Never throws. */
    public static Reading read(String json) {
        List<String> notices = new ArrayList<>();
        try {
            if (json.length() > LONGEST) {
                throw new UnsupportedOperationException(
                        "it is longer than " + dev.steep.catalog.Numbers.grouped(LONGEST) + " characters");
            }
            return read(Json.parse(json).asObject(), new Draft(Presets.PLAIN, notices));
        } catch (ParseException | UnsupportedOperationException notAnObject) {
            notices.add("This is not an experiment: " + notAnObject.getMessage()
                    + ". The lab's opening experiment is shown instead.");
            return new Reading(Presets.OPENING, notices);
        }
    }

    private static Reading read(JsonObject object, Draft draft) {
        for (JsonObject.Member member : object) {
            JsonValue value = member.getValue();
            switch (member.getName()) {
                case "data" -> draft.set("data", named(value));
                case "prepare" -> draft.set(Settings.PREPARE, prepare(value));
                case "split", "fit" ->
                    draft.set(Draft.setting(member.getName()).orElseThrow(), arguments(member.getName(), value));
                case "layers" -> layers(value, draft);
                case "compile" -> compile(value, draft);
                case "seed" -> draft.set("seed", phrase(value));
                default -> draft.notice("\"" + member.getName() + "\" is not a part of an experiment; it is ignored.");
            }
        }
        return draft.done();
    }

    private static void layers(JsonValue value, Draft draft) {
        if (!value.isArray()) {
            draft.notice("\"layers\" should be a list of layers; it is ignored.");
            return;
        }
        for (JsonValue layer : value.asArray()) {
            draft.layer(phrase(layer));
        }
    }

    private static void compile(JsonValue value, Draft draft) {
        if (!value.isObject()) {
            draft.notice("\"compile\" should be an object with an optimizer and a loss; it is ignored.");
            return;
        }
        for (JsonObject.Member member : value.asObject()) {
            switch (member.getName()) {
                case "optimizer", "loss" -> draft.set(member.getName(), phrase(member.getValue()));
                case "metrics" -> {} // accuracy and loss are always there
                default -> draft.notice("\"compile\" has no part \"" + member.getName() + "\"; it is ignored.");
            }
        }
    }

    /** A scaling may go by its label: {"scale": "[0,1]"} means prepare(unit). */
    private static Phrase prepare(JsonValue value) {
        Map<String, Phrase> named = new LinkedHashMap<>();
        arguments(Settings.PREPARE.name(), value)
                .named()
                .forEach((name, phrase) ->
                        named.put(name, phrase.bare() ? Phrase.of(Settings.scaleWord(phrase.word())) : phrase));
        return new Phrase(Settings.PREPARE.name(), List.of(), named);
    }

    /** {"name": "digits", "size": 2000} means digits(size=2000). */
    private static Phrase named(JsonValue value) {
        if (!value.isObject()) {
            return phrase(value);
        }
        JsonObject rest = new JsonObject(value.asObject());
        String name = text(value.asObject().get("name"));
        boolean file = name.equals(Settings.FILE.name()) || value.asObject().get("file") != null;
        if (!file) {
            rest.remove("name");
        } else if (value.asObject().get("file") != null) {
            rest.remove("file");
            rest.set("name", value.asObject().get("file"));
            return arguments(Settings.FILE.name(), rest);
        }
        return arguments(name, rest);
    }

    /** A value, a name, or {"class_name": ..., "config": {...}}. */
    private static Phrase phrase(JsonValue value) {
        if (value.isObject()) {
            JsonValue config = value.asObject().get("config");
            return arguments(text(value.asObject().get("class_name")), config == null ? new JsonObject() : config);
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.asArray().forEach(item -> items.add(text(item)));
            return Phrase.of(String.join("x", items));
        }
        return Phrase.of(text(value));
    }

    private static Phrase arguments(String word, JsonValue config) {
        Map<String, Phrase> named = new LinkedHashMap<>();
        if (config.isObject()) {
            config.asObject().forEach(member -> named.put(member.getName(), phrase(member.getValue())));
        }
        return new Phrase(word, List.of(), named);
    }

    private static String text(JsonValue value) {
        if (value == null || value.isNull()) {
            return "none";
        }
        return value.isString() ? value.asString() : value.toString();
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
        com.eclipsesource.json.JsonArray layers = new com.eclipsesource.json.JsonArray();
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
        return value instanceof Double
                ? Json.parse(dev.steep.catalog.Numbers.write((Double) value))
                : Json.value(String.valueOf(value));
    }
}
