package dev.steep.math.formula;

import dev.steep.math.expr.Derivative;
import dev.steep.math.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * A formula as a learner types it, such as {@code 2 sin(x) + max(0, x)^2}, once read: either understood or a mistake
 * with the place and a sentence that says what to do. Reading never throws, whatever the text.
 *
 * <p>Known are + - * / ^ (or **), implicit products ({@code 2x}, {@code (x+1)(x-1)}), {@code |x|}, comparisons,
 * {@code x > 0 ? a : b} or {@code if(x > 0, a, b)}, the constants pi and e, and the functions of {@link Named}. An
 * implicit product binds like a written one: {@code 1/2x} is {@code (1/2) x}. A power binds more tightly than a sign,
 * and powers bind to the right: {@code -x^2} is {@code -(x^2)}, {@code 2^3^2} is {@code 2^9}. A whole power is a
 * product; any other, {@code x^2.5} or {@code x^x}, is {@code exp(p log x)} and has no value where x is negative.
 */
public sealed interface Formula permits Formula.Understood, Formula.Mistake {
    /** Longest text that is read, in characters. */
    int LONGEST = 1000;

    /**
     * A formula that was understood; its inputs are numbered in the order in which the variables were named.
     *
     * @param expr as it was typed
     * @param computed the same as a machine can compute it, {@link Expr#computable}
     * @param slope of what is computed, by the first variable
     */
    record Understood(Expr expr, Expr computed, Expr slope) implements Formula {
        /** Computes and differentiates a formula. */
        public static Understood of(Expr expr) {
            Expr computed = expr.computable();
            return new Understood(expr, computed, Derivative.of(computed, 0));
        }

        /** How many it takes to compute it and its slope. */
        public int operations() {
            return computed.operations() + slope.operations();
        }
    }

    /** Where the text goes wrong, in characters from the start, and what to do about it, in a sentence. */
    record Mistake(int position, int length, String message) implements Formula {
        /** Whether it is no place in the text that is wrong, but all of it. */
        public boolean isWhole(String text) {
            return position == 0 && length == text.length() && length > 0;
        }
    }

    /** Most operations of a formula and of its slope together, as {@link Expr#operations} counts them. */
    int MOST_OPERATIONS = 5000;

    /** Reads a formula of these variables. */
    static Formula read(String text, String... variables) {
        if (text.length() > LONGEST) {
            return new Mistake(
                    LONGEST,
                    text.length() - LONGEST,
                    "This formula is too long: shorten it to " + LONGEST + " characters. What is marked does not fit.");
        }
        return Readings.of(text, List.of(variables), () -> parse(text, variables));
    }

    /**
     * Reads a formula whose other letters are numbers to be found ({@link OwnLetters}); they are inputs after what comes in ({@link
     * #inputs}), in the order in which they first occur.
     */
    static Formula lettered(String text, List<String> variables) {
        try {
            List<String> all =
                    new ArrayList<>(text.length() > LONGEST ? variables : FormulaColumns.of(text, variables));
            all.addAll(text.length() > LONGEST ? List.of() : OwnLetters.of(text, List.copyOf(all)));
            return read(text, all.toArray(new String[0]));
        } catch (Misread misread) {
            return new Mistake(misread.position, misread.length, misread.sentence);
        }
    }

    /** The letters that {@link #lettered} finds in a text; none while there is a mistake in it. */
    static List<String> letters(String text, List<String> variables) {
        return lettered(text, variables) instanceof Understood
                ? OwnLetters.of(text, inputs(text, variables))
                : List.of();
    }

    /**
     * What comes into a formula that {@link #lettered} reads: the columns that it names, such as x1 and x3, in their order; the variables
     * if it names none, or while there is a mistake in it.
     */
    static List<String> inputs(String text, List<String> variables) {
        return lettered(text, variables) instanceof Understood ? FormulaColumns.of(text, variables) : variables;
    }

    private static Formula parse(String text, String... variables) {
        try {
            Understood understood = Understood.of(new FormulaParser(text, variables).formula());
            int formula = understood.computed().operations();
            int slope = understood.slope().operations();
            return formula + slope > MOST_OPERATIONS ? tooLarge(text, formula, slope) : understood;
        } catch (Misread misread) {
            return new Mistake(misread.position, misread.length, misread.sentence);
        }
    }

    private static Mistake tooLarge(String text, int formula, int slope) {
        return new Mistake(
                0,
                text.length(),
                "This formula has " + formula + " operations, and its slope has " + slope
                        + ", a function such as exp counted as 10; together they may have " + MOST_OPERATIONS
                        + ". Make it shorter.");
    }
}
