package dev.steep.math.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a formula may name besides its variables, and the sentences for a learner who names something else. */
final class Vocabulary {
    static final Map<String, Double> CONSTANTS =
            Map.of("pi", Math.PI, "e", Math.E, "infinity", Double.POSITIVE_INFINITY, "nan", Double.NaN);

    /** A longer word is not taken for a product. */
    private static final int MOST_FACTORS = 10;

    private Vocabulary() {}

    /** Says that a name is unknown, and which one may have been meant. */
    static String unknown(String name, List<String> variables, boolean called) {
        String product = product(name, variables);
        if (!product.isEmpty()) {
            return "\"" + name + "\" is not known here; for a product write " + product + ".";
        }
        List<String> candidates = new ArrayList<>(called ? Named.words() : variables);
        if (!called) {
            candidates.addAll(List.of("pi", "e"));
            candidates.addAll(Named.words());
        }
        String what = called ? "a function here" : "known here";
        return Spelling.nearest(name, candidates)
                .map(nearest -> "\"" + name + "\" is not " + what + "; did you mean " + nearest + "?")
                .orElseGet(() -> "\"" + name + "\" is not " + what + "; there "
                        + (called
                                ? "are " + String.join(", ", Named.words()) + "."
                                : variables.size() == 1
                                        ? "is only " + variables.get(0) + "."
                                        : variables.isEmpty()
                                                ? "are only numbers."
                                                : "are " + String.join(", ", variables) + "."));
    }

    /** "x * x" for "xx", where every letter is a variable; otherwise nothing. */
    private static String product(String name, List<String> variables) {
        List<String> factors = new ArrayList<>();
        for (int i = 0; i < name.length() && name.length() <= MOST_FACTORS; i++) {
            factors.add(name.substring(i, i + 1));
        }
        return factors.size() > 1 && variables.containsAll(factors) ? String.join(" * ", factors) : "";
    }

    /** Says what should stand in a token's place. */
    static String unexpected(Token token, String last, boolean operandMissing, String example) {
        String wanted = "a number, " + example + " or \"(\"";
        if (token.kind() == Token.Type.END) {
            return "Formula ends after \"" + last + "\": " + wanted + " should follow.";
        }
        if (operandMissing) {
            return last.isEmpty()
                    ? "A formula cannot begin with \"" + token.text() + "\": begin with " + wanted + "."
                    : "\"" + token.text() + "\" cannot follow \"" + last + "\": " + wanted + " should come first.";
        }
        if (token.is(",")) {
            return "This comma is outside of a function's brackets: write decimals with a point, as in 1.5.";
        }
        if (token.is(")") || token.is("|")) {
            return "This \"" + token.text() + "\" closes nothing: take it away, or open a bracket before it.";
        }
        return "\"" + token.text() + "\" cannot follow \"" + last
                + "\": a sign such as + or * is missing between them.";
    }

    /** What to do about a sign that has no meaning. */
    static String insteadOf(char sign) {
        if ("[]{}".indexOf(sign) >= 0) {
            return "use round brackets, ( and )";
        } else if ("⁰¹⁴⁵⁶⁷⁸⁹⁻⁺ⁿ".indexOf(sign) >= 0) {
            return "write a power with ^, as in x^4";
        } else if ("½⅓¼¾".indexOf(sign) >= 0) {
            return "write a fraction with /, as in 1/2";
        }
        return sign == ';' ? "separate by a comma" : "take it away";
    }

    /** What a function takes, in words. */
    static String count(Named function) {
        return function.arity() == 1
                ? "1 value"
                : function.arity() + (function.takes(function.arity() + 1) ? " values or more" : " values")
                        + ", separated by commas";
    }
}
