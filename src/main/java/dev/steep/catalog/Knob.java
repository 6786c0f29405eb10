package dev.steep.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One parameter of a {@link Kind}: its Keras name, what it may hold, its default and a sentence about it. Declared once
 * as a constant and used as the typed key to a choice: {@code int filters = choice.get(FILTERS)}.
 *
 * @param <T> what it holds
 * @param name Keras' name
 * @param domain what it may hold, and how that is written
 * @param preset the default value
 * @param about one sentence that explains it
 * @param live whether a change applies while training, without starting anew
 * @param always whether text forms state it even at its default, because Keras has no default for it
 */
public record Knob<T>(String name, Domain<T> domain, T preset, String about, boolean live, boolean always) {
    /** A whole number from low to high. */
    public static Knob<Integer> whole(String name, int preset, int low, int high, String about) {
        return new Knob<>(name, new Domain.Whole(low, high), preset, about, false, false);
    }

    /** A real number from low to high, on an even scale. */
    public static Knob<Double> real(String name, double preset, double low, double high, String about) {
        return new Knob<>(name, new Domain.Real(low, high, false), preset, about, false, false);
    }

    /** A positive real number from low to high, on a logarithmic scale. */
    public static Knob<Double> log(String name, double preset, double low, double high, String about) {
        return new Knob<>(name, new Domain.Real(low, high, true), preset, about, false, false);
    }

    /** Yes or no. */
    public static Knob<Boolean> flag(String name, boolean preset, String about) {
        return new Knob<>(name, new Domain.Flag(), preset, about, false, false);
    }

    /** One word of a list. */
    public static Knob<String> word(String name, String preset, List<String> words, String about) {
        return new Knob<>(name, new Domain.Word(words), preset, about, false, false);
    }

    /** Free text of at most so many characters, such as a file's name. */
    public static Knob<String> text(String name, String preset, int longest, String about) {
        return new Knob<>(name, new Domain.Text(longest), preset, about, false, false);
    }

    /** Text of a form, of at most so many characters. */
    public static Knob<String> text(String name, String preset, int longest, Domain.Text.Form form, String about) {
        return new Knob<>(name, new Domain.Text(longest, form), preset, about, false, false);
    }

    /** A formula, as text. */
    public static Knob<String> formula(String name, String preset, FormulaDomain domain, String about) {
        return new Knob<>(name, domain, preset, about, false, false);
    }

    /** A height and a width, each from low to high; written {@code 3} or {@code 3x5}. */
    public static Knob<Pair> pair(String name, Pair preset, int low, int high, String about) {
        return new Knob<>(name, new Domain.Sides(low, high), preset, about, false, false);
    }

    /** Several numbers in order. */
    public static Knob<List<Double>> row(String name, List<Double> preset, RowDomain domain, String about) {
        return new Knob<>(name, domain, preset, about, false, false);
    }

    /** Several whole numbers in order, at most so many, each from low to high. */
    public static Knob<List<Integer>> wholes(
            String name, List<Integer> preset, int low, int high, int most, String about) {
        return new Knob<>(name, new Domain.Wholes(low, high, most), preset, about, false, false);
    }

    /** A pick from another list of kinds, with knobs of its own, such as a layer's activation. */
    public static Knob<Choice> pick(String name, Kind preset, Supplier<List<Kind>> kinds, String about) {
        return new Knob<>(name, new Domain.Pick(kinds), preset.choice(), about, false, false);
    }

    /** Several picks from another list of kinds; at first none. */
    public static Knob<List<Choice>> list(String name, Domain.Many domain, String about) {
        return new Knob<>(name, domain, List.of(), about, false, false);
    }

    /** The same knob, with "None" as a further value and as its default. */
    public Knob<Optional<T>> optional() {
        return new Knob<>(name, new Domain.Maybe<>(domain, preset), Optional.empty(), about, live, always);
    }

    /** The same knob, one whose change applies while training. */
    public Knob<T> whileTraining() {
        return new Knob<>(name, domain, preset, about, true, always);
    }

    /** The same knob, one that text forms always state. */
    public Knob<T> required() {
        return new Knob<>(name, domain, preset, about, live, true);
    }

    /** The same knob with another domain. */
    public Knob<T> within(Domain<T> other) {
        return new Knob<>(name, other, preset, about, live, always);
    }

    /** The same knob with another sentence about it. */
    public Knob<T> about(String other) {
        return new Knob<>(name, domain, preset, other, live, always);
    }

    /** The same knob with another default. */
    public Knob<T> preset(T other) {
        return new Knob<>(name, domain, other, about, live, always);
    }
}
