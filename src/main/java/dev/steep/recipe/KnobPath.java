package dev.steep.recipe;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.NameReader;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The name of one knob of an experiment: {@code layers.conv2d.filters}, {@code optimizer.learning_rate}, {@code seed}. Its
 * first word is a {@link Part}; each further one a knob of the pick so far, or an item of a list by its name. By a path, a
 * link, a lesson or a history can say which setting it means.
 *
 * @param words between the dots, at least one
 */
public record KnobPath(List<String> words) {
    public KnobPath {
        words = List.copyOf(words);
    }

    /** The path that a text names; whether there is such a knob is seen in a recipe. */
    public static KnobPath read(String text) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
            words.add(text.substring(from, dot).strip());
            from = dot + 1;
        }
        words.add(text.substring(from).strip());
        return new KnobPath(words);
    }

    /** What a path leads to in a recipe. */
    public sealed interface Found {}

    /**
     * A knob in its place.
     *
     * @param knob what it is; of an item of a list, the choice between its kinds
     * @param what names it in sentences: {@code Adam's learning_rate}
     * @param value what it is set to
     * @param put makes the recipe in which it is set to something else
     */
    public record Place<T>(Knob<T> knob, String what, T value, Function<T, Recipe> put) implements Found {
        /** The recipe in which the knob is set to this. */
        public Recipe with(T other) {
            return put.apply(other);
        }

        /** The recipe in which it is set to what a text says, as links write it; notices say what cannot be used. */
        public Reading with(Phrase phrase, Remarks remarks) {
            T read = knob.domain().read(phrase, value, what, remarks);
            return new Reading(with(read), remarks.sentences());
        }

        /** Its value, as links write it. */
        public Phrase written() {
            return knob.domain().write(value);
        }
    }

    /** There is no such knob; the sentence says so, and what there is. */
    public record Missing(String sentence) implements Found {}

    /** What it leads to in this recipe. */
    public Found in(Recipe recipe) {
        Optional<Part<?>> part = Parts.find(words.get(0));
        if (part.isEmpty()) {
            return new Missing(
                    Remarks.quote(words.get(0)) + " is not a part of an experiment" + Parts.hint(words.get(0))
                            + ". The parts are "
                            + Parts.names(Parts.ALL.stream()) + ".");
        }
        Found found = place(part.get(), recipe);
        for (int i = 1; i < words.size() && found instanceof Place<?> place; i++) {
            found = step(place, words.get(i));
        }
        return found;
    }

    /** The same recipe with the knob set to what a text says, as links write it. */
    public Reading with(Recipe recipe, String value) {
        Remarks remarks = new Remarks();
        Found found = in(recipe);
        if (found instanceof Place<?> place) {
            return place.with(Phrase.read(value, remarks), remarks);
        }
        return new Reading(recipe, List.of(((Missing) found).sentence()));
    }

    private static <T> Place<T> place(Part<T> part, Recipe recipe) {
        return new Place<>(part.knob(), part.noun(), recipe.get(part), value -> recipe.with(part, value));
    }

    /** What a word leads to from a place. */
    @SuppressWarnings("unchecked") // the value tells what the place holds
    private static Found step(Place<?> place, String word) {
        if (place.value() instanceof Choice choice) {
            return knob(choice, word, ((Place<Choice>) place).put());
        }
        if (place.value() instanceof Optional<?> maybe && maybe.orElse(null) instanceof Choice choice) {
            Function<Optional<Choice>, Recipe> put = ((Place<Optional<Choice>>) place).put();
            return knob(choice, word, other -> put.apply(Optional.of(other)));
        }
        if (place.knob().domain() instanceof Domain.Many many) {
            return item((Place<List<Choice>>) place, many, word);
        }
        return new Missing(
                place.what() + " is a single value, so nothing in it is called " + Remarks.quote(word) + ".");
    }

    private static Found knob(Choice choice, String word, Function<Choice, Recipe> put) {
        Optional<Knob<?>> knob = choice.kind().knob(word);
        return knob.isPresent()
                ? knob(choice, knob.get(), put)
                : new Missing(choice.kind().name() + " has no parameter " + Remarks.quote(word)
                        + NameReader.hintOf(word, names(choice))
                        + list(names(choice), "; it has ") + ".");
    }

    private static List<String> names(Choice choice) {
        return choice.kind().all().stream().<String>map(Knob::name).toList();
    }

    private static <T> Place<T> knob(Choice choice, Knob<T> knob, Function<Choice, Recipe> put) {
        return new Place<>(
                knob,
                choice.kind().name() + "'s " + knob.name(),
                choice.get(knob),
                value -> put.apply(choice.with(knob, value)));
    }

    private static Found item(Place<List<Choice>> place, Domain.Many many, String word) {
        List<Choice> items = place.value();
        List<String> names = many.names().of(items);
        int at = names.indexOf(word);
        if (at < 0) {
            return new Missing("There is no " + many.noun() + " " + Remarks.quote(word) + NameReader.hintOf(word, names)
                    + list(names, "; there are ") + ".");
        }
        Kind kind = items.get(at).kind();
        return new Place<>(Knob.pick(word, kind, many.kinds(), kind.about()), many.noun(), items.get(at), other -> {
            List<Choice> changed = new ArrayList<>(items);
            changed.set(at, other);
            return place.with(changed);
        });
    }

    private static String list(List<String> names, String before) {
        return names.isEmpty() ? "" : before + String.join(", ", names);
    }

    /** Every path of a recipe: its parts, the items of its lists, and all knobs of what is picked. */
    public static List<KnobPath> all(Recipe recipe) {
        List<KnobPath> all = new ArrayList<>();
        for (Part<?> part : Parts.ALL) {
            new KnobPath(List.of(part.name())).collect(recipe.get(part), part.knob(), all);
        }
        return all;
    }

    private void collect(Object value, Knob<?> knob, List<KnobPath> all) {
        all.add(this);
        if (value instanceof Choice choice) {
            choice.kind().all().forEach(each -> then(each.name()).collect(choice.get(each), each, all));
        } else if (value instanceof Optional<?> maybe && maybe.orElse(null) instanceof Choice choice) {
            collect(choice, knob, all);
        } else if (knob.domain() instanceof Domain.Many many && value instanceof List<?> list) {
            @SuppressWarnings("unchecked") // of a list of picks
            List<Choice> items = (List<Choice>) list;
            List<String> names = many.names().of(items);
            for (int i = 0; i < items.size(); i++) {
                then(names.get(i))
                        .collect(
                                items.get(i),
                                Knob.pick(names.get(i), items.get(i).kind(), many.kinds(), ""),
                                all);
            }
        }
    }

    private KnobPath then(String word) {
        List<String> longer = new ArrayList<>(words);
        longer.add(word);
        return new KnobPath(longer);
    }

    /** As {@link #read} understands it. */
    @Override
    public String toString() {
        return String.join(".", words);
    }
}
