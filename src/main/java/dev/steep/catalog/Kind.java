package dev.steep.catalog;

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
 */
public record Kind(
        String name,
        String title,
        String about,
        List<Knob<?>> knobs,
        List<Knob<?>> options,
        Function<Choice, Optional<Curve>> curve,
        Optional<KerasForm> keras) {
    public Kind {
        knobs = List.copyOf(knobs);
        options = List.copyOf(options);
    }

    /** A kind without options, that does not say yet how it is said in Keras. */
    public Kind(String name, String title, String about, List<Knob<?>> knobs, Function<Choice, Optional<Curve>> curve) {
        this(name, title, about, knobs, List.of(), curve, Optional.empty());
    }

    /** A kind that is no function of one number. */
    public Kind(String name, String title, String about, List<Knob<?>> knobs) {
        this(name, title, about, knobs, choice -> Optional.empty());
    }

    /** A kind with these knobs. */
    public static Kind of(String name, String title, String about, Knob<?>... knobs) {
        return new Kind(name, title, about, List.of(knobs));
    }

    /** The same kind with these options. */
    public Kind withOptions(Knob<?>... all) {
        return new Kind(name, title, about, knobs, List.of(all), curve, keras);
    }

    /** Its parameters, then its options. */
    public List<Knob<?>> all() {
        List<Knob<?>> all = new ArrayList<>(knobs);
        all.addAll(options);
        return all;
    }

    /** The same kind, said like this in a Keras script. */
    public Kind inKeras(KerasForm form) {
        return new Kind(name, title, about, knobs, options, curve, Optional.of(form));
    }

    /** The pick with every knob at its default. */
    public Choice choice() {
        return new Choice(this, java.util.Map.of());
    }

    /** The knob that holds its formula, if this kind is a formula that somebody types. */
    @SuppressWarnings("unchecked") // formulas are texts
    public Optional<Knob<String>> formula() {
        return knobs.stream()
                .filter(knob -> knob.domain() instanceof Domain.Expression)
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
