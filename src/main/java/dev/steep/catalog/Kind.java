package dev.steep.catalog;

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
 * @param curve what a pick of it does to a number, if that is all it does
 * @param keras how a pick of it is said in a Keras script
 */
public record Kind(
        String name,
        String title,
        String about,
        List<Knob<?>> knobs,
        Function<Choice, Optional<Curve>> curve,
        Optional<KerasForm> keras) {
    public Kind {
        knobs = List.copyOf(knobs);
    }

    /** A kind that does not say yet how it is said in Keras. */
    public Kind(String name, String title, String about, List<Knob<?>> knobs, Function<Choice, Optional<Curve>> curve) {
        this(name, title, about, knobs, curve, Optional.empty());
    }

    /** A kind that is no function of one number. */
    public Kind(String name, String title, String about, List<Knob<?>> knobs) {
        this(name, title, about, knobs, choice -> Optional.empty());
    }

    /** A kind with these knobs. */
    public static Kind of(String name, String title, String about, Knob<?>... knobs) {
        return new Kind(name, title, about, List.of(knobs));
    }

    /** The same kind, said like this in a Keras script. */
    public Kind inKeras(KerasForm form) {
        return new Kind(name, title, about, knobs, curve, Optional.of(form));
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

    /** The knob at this place, if there are so many. */
    public Optional<Knob<?>> knob(int place) {
        return place < knobs.size() ? Optional.of(knobs.get(place)) : Optional.empty();
    }

    /** The knob of this name, if there is one. */
    public Optional<Knob<?>> knob(String knobName) {
        return knobs.stream().filter(knob -> knob.name().equals(knobName)).findFirst();
    }
}
