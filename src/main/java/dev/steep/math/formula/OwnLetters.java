package dev.steep.math.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The letters of a formula that are numbers to be found, such as a and k of {@code a * exp(-k x)}: single letters and names of Greek
 * ones, with a number behind them or not ({@code a0}, {@code phi}), that mean nothing else.
 */
public final class OwnLetters {
    /** So many a formula may have: their errors are worked out together. */
    public static final int MOST = 10;

    private static final List<String> GREEK = List.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi",
            "rho", "sigma", "tau", "phi", "chi", "psi", "omega");

    private OwnLetters() {}

    /** In the order in which they first occur. */
    static List<String> of(String text, List<String> variables) {
        List<Token> tokens = Token.all(text);
        List<String> letters = new ArrayList<>();
        boolean input = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String name = token.text();
            if (token.kind() != Token.Type.NAME || letters.contains(name)) {
                continue;
            }
            input |= variables.contains(name);
            boolean called = tokens.get(i + 1).is("(");
            Optional<String> wrong = complaint(name, variables);
            if (wrong.isEmpty()) {
                letters.add(name);
                if (letters.size() > MOST) {
                    throw new Misread(token, "This would be letter " + letters.size() + "; " + MOST + " may be found.");
                }
            } else if (!isKnown(name, variables) && !called) {
                throw new Misread(token, wrong.get());
            }
        }
        if (!input && !letters.isEmpty()) {
            throw new Misread(
                    0,
                    text.length(),
                    "There is no " + variables.get(0) + " in it: " + variables.get(0)
                            + " is what comes in, and every other letter a number to be found.");
        }
        return letters;
    }

    private static boolean isKnown(String name, List<String> variables) {
        return variables.contains(name)
                || Vocabulary.CONSTANTS.containsKey(name)
                || Named.find(name).isPresent();
    }

    /** Why something cannot be the name of such a letter, if so. */
    public static Optional<String> complaint(String name, List<String> variables) {
        if (variables.contains(name)) {
            return Optional.of(name + " is what comes in, no number to be found.");
        }
        if (Vocabulary.CONSTANTS.containsKey(name)) {
            return Optional.of(name + " is a known number, none to be found. Take another letter.");
        }
        if (Named.find(name).isPresent()) {
            return Optional.of(name + " is a function. Take another letter.");
        }
        String bare = withoutNumber(name);
        if (bare.length() == 1 && !variables.contains(bare) && !bare.equals("_") || GREEK.contains(bare)) {
            return Optional.empty();
        }
        if (variables.contains(bare)) {
            return Optional.of("Only " + bare + " comes in here, and there is no " + name + ".");
        }
        List<String> candidates = new ArrayList<>(Named.words());
        candidates.addAll(GREEK);
        return Optional.of(
                "\"" + name + "\" is not known here; "
                        + Spelling.nearest(name, candidates)
                                .filter(nearest -> name.length() > 2)
                                .map(nearest -> "did you mean " + nearest + "?")
                                .orElse(
                                        name.length() <= 3
                                                ? "for a product write " + product(name) + "."
                                                : "call a number to be found by one letter, such as a or a0, or by a Greek one, such as phi."));
    }

    private static String product(String name) {
        StringBuilder product = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            product.append(i == 0 ? "" : " * ").append(name.charAt(i));
        }
        return product.toString();
    }

    /** {@code a} of {@code a0} and of {@code a_0}. */
    private static String withoutNumber(String name) {
        int end = name.length();
        while (end > 1 && (Character.isDigit(name.charAt(end - 1)) || name.charAt(end - 1) == '_')) {
            end--;
        }
        return name.substring(0, end);
    }
}
