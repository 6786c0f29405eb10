package dev.steep.catalog;

import dev.steep.math.Characters;
import dev.steep.math.expr.Expr;
import dev.steep.math.formula.Formula;
import java.util.List;
import java.util.Optional;

/**
 * A formula of these variables, as it was typed. One with a mistake in it is kept, so that nobody types it twice;
 * until it is mended, the first variable stands in for it.
 *
 * @param lettered whether its other letters are numbers to be found, and it may name columns (x1, x2) instead of the variable
 */
public record FormulaDomain(List<String> variables, boolean lettered) implements Domain<String> {
    private static final int SHOWN = 60;

    /** Of these variables alone. */
    public FormulaDomain(List<String> variables) {
        this(variables, false);
    }

    public FormulaDomain {
        variables = List.copyOf(variables);
    }

    /** The text, understood or not. */
    public Formula parse(String text) {
        return lettered ? Formula.lettered(text, variables) : Formula.read(text, variables.toArray(new String[0]));
    }

    /** What comes in: the columns that it names, such as x1 and x3, or else the variables. */
    public List<String> inputs(String text) {
        return lettered ? Formula.inputs(text, variables) : variables;
    }

    /** The letters in it that are numbers to be found, which are inputs after the variables; none while there is a mistake in it. */
    public List<String> letters(String text) {
        return lettered ? Formula.letters(text, variables) : List.of();
    }

    /** What is computed: the formula, or what stands in for it. */
    public Formula.Understood understood(String text) {
        return parse(text) instanceof Formula.Understood understood
                ? understood
                : Formula.Understood.of(Expr.input(0, variables.get(0)));
    }

    /** What it looks like, with the slope by the variable; nothing while there is a mistake in it, or if it is of columns. */
    public Optional<Curve> curve(String text) {
        return parse(text) instanceof Formula.Understood understood
                        && inputs(text).equals(variables)
                ? Optional.of(new Curve(
                        understood.expr(), understood.slope(), letters(text).size()))
                : Optional.empty();
    }

    /** A sentence about the mistake in this text, if there is one. */
    public Optional<String> complaint(String text) {
        return parse(text) instanceof Formula.Mistake mistake
                ? Optional.of("The formula \"" + shortened(text) + "\" "
                        + (mistake.isWhole(text)
                                ? "cannot be used. "
                                : "goes wrong at character " + (mistake.position() + 1) + ". ")
                        + mistake.message() + " Until it is mended, " + variables.get(0) + " is used.")
                : Optional.empty();
    }

    @Override
    public String read(Phrase phrase, String preset, String what, Remarks remarks) {
        if (!phrase.bare()) {
            remarks.add(
                    Remarks.Treatment.REPLACED,
                    what + " " + Remarks.quote(phrase) + ", a formula without apostrophes",
                    "A formula in a link stands in apostrophes, as in formula('max(0, " + variables.get(0)
                            + ")'), but this one is " + shortened(phrase.toString()) + ". Using " + preset + ".");
            return preset;
        }
        if (phrase.word().length() > Formula.LONGEST) {
            String length = Numbers.grouped(phrase.word().length()) + " characters";
            remarks.add(
                    Remarks.Treatment.REPLACED,
                    what + " " + Remarks.quote(phrase) + ", a formula of " + length,
                    "The formula \"" + shortened(phrase.word()) + "\" has " + length + ", more than "
                            + Numbers.grouped(Formula.LONGEST) + ". Using " + preset + ".");
            return preset;
        }
        complaint(phrase.word())
                .ifPresent(sentence -> remarks.add(Remarks.Treatment.MISTAKEN, Remarks.quote(phrase), sentence));
        return settled(phrase.word());
    }

    @Override
    public Phrase write(String value) {
        return Phrase.of(value);
    }

    @Override
    public String settled(String value) {
        return Characters.wellFormed(value);
    }

    private static String shortened(String text) {
        return Characters.visible(Characters.shortened(text, SHOWN));
    }
}
