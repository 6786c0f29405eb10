package dev.steep.recipe;

import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Phrase;
import java.util.Map;
import java.util.Optional;

/** How a part of a recipe stands in an object. Reading gives the phrase that links would have. */
interface ObjectForm {
    /** The phrase of a JSON value; nothing, and a remark, if it cannot be one at all. */
    Optional<Phrase> read(String name, JsonValue value, JsonReader reader);

    /** The JSON of a part's value. */
    default JsonValue write(Object value) {
        return JsonWriter.value(value);
    }

    /** {@code "huber"}, {@code 42} or {@code {"class_name": "Adam", "config": {...}}}. */
    static ObjectForm value() {
        return (name, value, reader) -> Optional.of(reader.phrase(value));
    }

    /** A list of such values. */
    static ObjectForm list(String noun) {
        return (name, value, reader) -> reader.list(name, noun, value);
    }

    /** The knobs of a single kind: {@code {"batch_size": 32}}. */
    static ObjectForm settings(Kind kind, String example) {
        return new ObjectForm() {
            @Override
            public Optional<Phrase> read(String name, JsonValue value, JsonReader reader) {
                return reader.object(name, example, value).map(object -> reader.arguments(kind.name(), object));
            }

            @Override
            public JsonValue write(Object value) {
                return JsonWriter.config((Choice) value);
            }
        };
    }

    /** {@code {"name": "digits", "size": 2000}} means digits(size=2000), {@code {"file": "a.csv"}} file(name=a.csv). */
    static ObjectForm data() {
        return new ObjectForm() {
            @Override
            public Optional<Phrase> read(String part, JsonValue value, JsonReader reader) {
                return Optional.of(
                        value.isObject() && value.asObject().get("class_name") == null
                                ? named(value.asObject(), reader)
                                : reader.phrase(value));
            }

            private Phrase named(JsonObject value, JsonReader reader) {
                JsonObject rest = new JsonObject();
                Map<String, JsonValue> members = reader.members(value);
                JsonValue file = members.remove("file");
                JsonValue name = members.remove("name");
                if (file == null && name == null) {
                    return Phrase.of(value.toString());
                }
                if (file == null) {
                    members.forEach(rest::add);
                    return reader.arguments(reader.text(name), rest);
                }
                Kind kind = Settings.FILES.stream()
                        .filter(each -> name != null && reader.text(name).equals(each.name()))
                        .findFirst()
                        .orElse(Settings.FILE);
                if (name != null && !reader.text(name).equals(kind.name())) {
                    reader.ignored("name", "left out where \"file\" is given", name);
                }
                members.values().removeIf(JsonValue::isNull); // {file: 'a.csv', label: null}: the lab is to choose
                rest.add(Settings.FILE_NAME.name(), file);
                members.forEach(rest::add);
                return reader.arguments(kind.name(), rest);
            }

            @Override
            public JsonValue write(Object value) {
                Choice data = (Choice) value;
                JsonObject config = JsonWriter.config(data);
                JsonObject written = new JsonObject();
                if (data.is(Settings.FILE)) {
                    written.add("file", config.get("name")).add("label", config.get("label"));
                    config.remove("name");
                    config.remove("label");
                    config.forEach(member -> written.add(member.getName(), member.getValue()));
                    return written;
                }
                written.add("name", data.kind().name());
                if (Settings.isFile(data)) {
                    written.add("file", config.get("name"));
                    config.remove("name");
                }
                config.forEach(member -> written.add(member.getName(), member.getValue()));
                return written;
            }
        };
    }
}
