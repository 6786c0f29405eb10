package dev.steep.recipe;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonArray;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Pair;
import java.util.List;
import java.util.Optional;

/** Values of knobs as JSON, in Keras' vocabulary. */
final class JsonWriter {
    private JsonWriter() {}

    /** Any value that a knob may have. */
    static JsonValue value(Object value) {
        if (value instanceof Choice choice) {
            return choice.kind().all().isEmpty() ? Json.value(choice.kind().name()) : named(choice);
        }
        if (value instanceof List<?> list) {
            JsonArray array = new JsonArray();
            list.forEach(item -> array.add(item instanceof Choice choice ? named(choice) : value(item)));
            return array;
        }
        if (value instanceof Optional<?> maybe) {
            return maybe.map(JsonWriter::value).orElse(Json.NULL);
        }
        if (value instanceof Pair pair) {
            return Json.array(pair.height(), pair.width());
        }
        if (value instanceof Boolean flag) {
            return Json.value(flag);
        }
        if (value instanceof Integer whole) {
            return Json.value(whole);
        }
        return value instanceof Double number ? Json.parse(Numbers.write(number)) : Json.value(String.valueOf(value));
    }

    private static JsonObject named(Choice choice) {
        return new JsonObject().add("class_name", choice.kind().name()).add("config", config(choice));
    }

    /** The knobs of a pick. */
    static JsonObject config(Choice choice) {
        JsonObject config = new JsonObject();
        for (Knob<?> knob : choice.kind().all()) {
            config.add(knob.name(), value(choice.get(knob)));
        }
        return config;
    }
}
