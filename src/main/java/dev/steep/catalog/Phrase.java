package dev.steep.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The grammar that links share: a word with optional arguments, {@code Conv2D(8,3,activation=relu(max_value=6))}. Words
 * hold anything but {@code ( ) , = / '}; other text stands in apostrophes, doubled inside. Reading never fails: a
 * missing bracket is closed at the end, and what makes no sense is kept as a word for its reader to reject.
 *
 * @param word the name or value
 * @param positional arguments without a name, in order
 * @param named arguments with a name
 */
public record Phrase(String word, List<Phrase> positional, Map<String, Phrase> named) {
    private static final int DEEPEST = 20;
    private static final String SPECIAL = "(),=/'";

    /** A word without arguments. */
    public static Phrase of(String word) {
        return new Phrase(word, List.of(), Map.of());
    }

    /** Whether it has no arguments. */
    public boolean bare() {
        return positional.isEmpty() && named.isEmpty();
    }

    /** Reads one phrase. */
    public static Phrase read(String text) {
        return new Reader(text).phrase(0);
    }

    /** Splits at a character that stands outside brackets and apostrophes. */
    public static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (!quoted && depth == 0 && c == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** The text form that {@link #read} understands. */
    @Override
    public String toString() {
        if (bare()) {
            return quoted(word);
        }
        List<String> arguments = new ArrayList<>();
        positional.forEach(argument -> arguments.add(argument.toString()));
        named.forEach((name, argument) -> arguments.add(name + "=" + argument));
        return quoted(word) + "(" + String.join(",", arguments) + ")";
    }

    private static String quoted(String word) {
        boolean special = word.isEmpty() || !word.equals(word.strip());
        for (int i = 0; i < word.length() && !special; i++) {
            special = SPECIAL.indexOf(word.charAt(i)) >= 0;
        }
        return special ? "'" + word.replace("'", "''") + "'" : word;
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Phrase phrase(int depth) {
            String word = word();
            if (!next('(') || depth == DEEPEST) {
                return of(word);
            }
            List<Phrase> positional = new ArrayList<>();
            Map<String, Phrase> named = new LinkedHashMap<>();
            if (!next(')')) {
                do {
                    Phrase argument = phrase(depth + 1);
                    if (next('=')) {
                        named.put(argument.word, phrase(depth + 1));
                    } else {
                        positional.add(argument);
                    }
                    skipJunk();
                } while (next(','));
                next(')');
            }
            return new Phrase(word, List.copyOf(positional), java.util.Collections.unmodifiableMap(named));
        }

        private String word() {
            skipSpace();
            if (next('\'')) {
                return quotedWord();
            }
            int start = at;
            while (at < text.length() && "(),=".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private String quotedWord() {
            StringBuilder word = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == '\'') {
                    if (at < text.length() && text.charAt(at) == '\'') {
                        at++;
                    } else {
                        break;
                    }
                }
                word.append(c);
            }
            return word.toString();
        }

        private void skipSpace() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        /** What follows an argument and is neither comma nor bracket makes no sense; pass over it. */
        private void skipJunk() {
            while (at < text.length() && ",)".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }

        private boolean next(char c) {
            skipSpace();
            if (at < text.length() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }
    }
}
