package dev.steep.catalog;

import dev.steep.math.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a learner can pick: the layer {@code Conv2D}, the activation {@code relu}, the data set {@code
 * digits}.
 *
 * @param name Keras' name where it has one; what links and code say
 * @param title a few words for pickers
 * @param about one sentence that explains it
 * @param knobs its parameters, in Keras' order; the first ones may be given by position
 * @param options what all kinds of its family have besides, such as a layer's name: given by name only, and written only
 *     where they are not at their default
 * @param curve what a pick of it does to a number, if that is all it does
 * @param keras how a pick of it is said in a Keras script
 * @param aliases what else it is called in Keras, besides what {@link NameReader} makes of the name; read, never written
 */
public record Kind(
        String name,
        String title,
        String about,
        List<Knob<?>> knobs,
        List<Knob<?>> options,
        Function<Choice, Optional<Curve>> curve,
        Optional<KerasForm> keras,
        List<String> aliases) {
    public Kind {
        aliases = List.copyOf(aliases);
        knobs = List.copyOf(knobs);
        options = List.copyOf(options);
    }

    /**
     * A kind without options, that does not say yet how it is said in Keras.
     *
     * @param names its name, and after blanks what else Keras calls it: {@code "silu swish"}
     */
    public Kind(
            String names, String title, String about, List<Knob<?>> knobs, Function<Choice, Optional<Curve>> curve) {
        this(words(names), title, about, knobs, curve);
    }

    private Kind(
            List<String> names,
            String title,
            String about,
            List<Knob<?>> knobs,
            Function<Choice, Optional<Curve>> curve) {
        this(names.get(0), title, about, knobs, List.of(), curve, Optional.empty(), names.subList(1, names.size()));
    }

    /** A kind that is no function of one number. */
    public Kind(String names, String title, String about, List<Knob<?>> knobs) {
        this(names, title, about, knobs, choice -> Optional.empty());
    }

    /** A kind with these knobs. */
    public static Kind of(String names, String title, String about, Knob<?>... knobs) {
        return new Kind(names, title, about, List.of(knobs));
    }

    private static List<String> words(String names) {
        return Characters.parts(names, ' ');
    }

    /** The same kind with these options. */
    public Kind withOptions(Knob<?>... all) {
        return new Kind(name, title, about, knobs, List.of(all), curve, keras, aliases);
    }

    /** Its parameters, then its options. */
    public List<Knob<?>> all() {
        List<Knob<?>> all = new ArrayList<>(knobs);
        all.addAll(options);
        return all;
    }

    /** The same kind, said like this in a Keras script. */
    public Kind inKeras(KerasForm form) {
        return new Kind(name, title, about, knobs, options, curve, Optional.of(form), aliases);
    }

    /** Its name, then what else it is called. */
    public List<String> names() {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(aliases);
        return names;
    }

    /** The pick with every knob at its default. */
    public Choice choice() {
        return new Choice(this, java.util.Map.of());
    }

    /** The knob that holds its formula, if this kind is a formula that somebody types. */
    @SuppressWarnings("unchecked") // formulas are texts
    public Optional<Knob<String>> formula() {
        return knobs.stream()
                .filter(knob -> knob.domain() instanceof FormulaDomain)
                .map(knob -> (Knob<String>) knob)
                .findFirst();
    }

    /** The parameter at this place, if there are so many. */
    public Optional<Knob<?>> knob(int place) {
        return place < knobs.size() ? Optional.of(knobs.get(place)) : Optional.empty();
    }

    /** The parameter or option of this name, if there is one. */
    public Optional<Knob<?>> knob(String knobName) {
        return all().stream().filter(knob -> knob.name().equals(knobName)).findFirst();
    }

    /**
     * The option that takes what stands in place of a number: Keras writes {@code learning_rate=CosineDecay(...)} where here
     * the option {@code schedule} is meant.
     */
    Optional<Knob<?>> instead(Knob<?> knob, Phrase value) {
        return options.stream()
                .filter(option -> knob.domain() instanceof Domain.Real
                        && option.domain() instanceof Domain.Maybe<?> maybe
                        && maybe.domain() instanceof Domain.Pick pick
                        && pick.knows(value.word()))
                .findFirst();
    }
}
