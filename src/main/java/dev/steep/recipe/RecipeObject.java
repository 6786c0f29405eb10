package dev.steep.recipe;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import com.eclipsesource.json.ParseException;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Remarks;
import dev.steep.math.Characters;
import java.util.Optional;

/**
 * The form for scripts: a JSON object in Keras' vocabulary.
 *
 * <pre>{"data": {"name": "digits", "size": 2000}, "prepare": {"scale": "[-1,1]"}, "split": {"validation": 0.2},
 *  "layers": [{"class_name": "Dense", "config": {"units": 10, "activation": "softmax"}}],
 *  "compile": {"optimizer": {"class_name": "Adam", "config": {"learning_rate": 0.001}}, "loss": "..."},
 *  "fit": {"batch_size": 32, "epochs": 10, "shuffle": true, "callbacks": ["EarlyStopping"]}, "seed": 42}</pre>
 *
 * What is left out has its default. Reading turns it into the phrases of the link form, so both forms know the same.
 */
public final class RecipeObject {
    private static final int LONGEST = 200_000;

    private final Draft draft;
    private final JsonReader reader;

    private RecipeObject(Draft draft) {
        this.draft = draft;
        reader = new JsonReader(draft.remarks());
    }

    /** Reads a recipe. Never throws. */
    public static Reading read(String json) {
        Remarks remarks = new Remarks();
        try {
            if (json.length() > LONGEST) {
                throw new UnsupportedOperationException(
                        "it is longer than " + Numbers.grouped(LONGEST) + " characters");
            }
            return new RecipeObject(new Draft(remarks)).read(Json.parse(json).asObject());
        } catch (ParseException | UnsupportedOperationException notAnObject) {
            remarks.say("This is not an experiment: " + Characters.visible(String.valueOf(notAnObject.getMessage()))
                    + ". The lab's opening experiment is shown instead.");
            return new Reading(Presets.OPENING, remarks.sentences());
        }
    }

    private Reading read(JsonObject object) {
        reader.members(object).forEach((name, value) -> {
            Optional<Part<?>> part = part("", name);
            if (part.isPresent()) {
                read(part.get(), value.isObject() ? rest(name, value.asObject()) : value);
            } else if (groupExample(name).isPresent()) {
                reader.object(name, groupExample(name).get(), value).ifPresent(group -> group(name, group));
            } else {
                draft.unknown(name, value.toString());
            }
        });
        return draft.done();
    }

    private void read(Part<?> part, JsonValue value) {
        part.inObject().read(part.name(), value, reader).ifPresent(phrase -> draft.set(part, phrase));
    }

    /** A part that other parts stand within, as callbacks do within {@code fit}: reads these, and leaves the rest. */
    private JsonObject rest(String group, JsonObject object) {
        JsonObject rest = new JsonObject();
        for (JsonObject.Member member : object) {
            Optional<Part<?>> part = part(group, member.getName());
            part.ifPresent(each -> read(each, member.getValue()));
            if (part.isEmpty()) {
                rest.add(member.getName(), member.getValue());
            }
        }
        return rest;
    }

    private void group(String group, JsonObject object) {
        reader.members(object).forEach((name, value) -> {
            Optional<Part<?>> part = part(group, name);
            if (part.isPresent()) {
                read(part.get(), value);
            } else {
                draft.leaveOut(
                        Remarks.quote(name + "=" + value) + " of " + group,
                        Remarks.quote(group) + " has no part " + Remarks.quote(name) + Parts.hint(name) + ", so "
                                + Remarks.quote(value.toString()) + " is ignored. Its parts are "
                                + Parts.names(Parts.ALL.stream()
                                        .filter(each -> each.group().equals(group)))
                                + ".");
            }
        });
    }

    private static Optional<Part<?>> part(String group, String name) {
        return Parts.find(name).filter(part -> part.group().equals(group));
    }

    /** An example of a member that holds parts, if there is one of this name. */
    private static Optional<String> groupExample(String group) {
        return Parts.ALL.stream()
                .filter(part -> !group.isEmpty() && part.group().equals(group))
                .findFirst()
                .map(part -> "{\"" + part.name() + "\": " + part.inObject().write(Recipe.PLAIN.get(part)) + "}");
    }

    /** Writes a recipe, every knob included; {@link #read} gives back an equal one. */
    public static String write(Recipe recipe) {
        JsonObject object = new JsonObject();
        for (Part<?> part : Parts.ALL) {
            JsonValue value = part.inObject().write(recipe.get(part));
            if (part.group().isEmpty()) {
                object.add(part.name(), value);
            } else {
                if (object.get(part.group()) == null) {
                    object.add(part.group(), new JsonObject());
                }
                object.get(part.group()).asObject().add(part.name(), value);
            }
        }
        return object.toString();
    }

    /** The value of a knob as it stands in an object. */
    public static String value(KnobPath.Place<?> place) {
        return JsonWriter.value(place.value()).toString();
    }

    /**
     * The recipe with a knob set to a value as it stands in an object.
     *
     * @param json an object whose member {@code value} it is
     */
    public static Reading with(KnobPath.Place<?> place, String json) {
        Remarks remarks = new Remarks();
        JsonValue value = Json.parse(json).asObject().get("value");
        return place.with(new JsonReader(remarks).phrase(value), remarks);
    }
}
