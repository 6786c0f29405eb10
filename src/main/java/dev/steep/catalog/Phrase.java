package dev.steep.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * The grammar that links share: a word with optional arguments, {@code Conv2D(8,3,activation=relu(max_value=6))}. Words
 * hold anything but {@code ( ) , = / '}; other text stands in apostrophes, doubled inside. {@link PhraseReader} reads it.
 *
 * @param word the name or value
 * @param arguments in the order in which they were written, each name as often as it was given
 */
public record Phrase(String word, List<Argument> arguments) {
    private static final String SPECIAL = "(),=/'";

    /** One argument; its name is empty if it is given by its place. */
    public record Argument(String name, Phrase value) {
        /** An argument without a name. */
        public static Argument of(Phrase value) {
            return new Argument("", value);
        }

        @Override
        public String toString() {
            return name.isEmpty() ? value.toString() : quoted(name) + "=" + value;
        }
    }

    /**
     * One part of a link, such as {@code loss=huber} or {@code Dense(4)}.
     *
     * @param name what stands before the {@code =}; empty if there is none
     */
    public record Part(String name, Phrase phrase) {
        @Override
        public String toString() {
            return name.isEmpty() ? phrase.toString() : name + "=" + phrase;
        }
    }

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    /** A word without arguments. */
    public static Phrase of(String word) {
        return new Phrase(word, List.of());
    }

    /** Whether it has no arguments. */
    public boolean bare() {
        return arguments.isEmpty();
    }

    /** Reads one phrase; what does not belong to it is remarked on. */
    public static Phrase read(String text, Remarks remarks) {
        return new PhraseReader(text, remarks).phrase();
    }

    /** Reads the parts of a link; what belongs to none is remarked on. Empty parts say nothing and are passed over. */
    public static List<Part> parts(String text, Remarks remarks) {
        return new PhraseReader(text, remarks).parts();
    }

    /** The text form that {@link #read} understands. */
    @Override
    public String toString() {
        if (bare()) {
            return quoted(word);
        }
        List<String> written = new ArrayList<>();
        arguments.forEach(argument -> written.add(argument.toString()));
        return (word.isEmpty() ? "" : quoted(word)) + "(" + String.join(",", written) + ")";
    }

    private static String quoted(String word) {
        boolean special = word.isEmpty() || !word.equals(word.strip());
        for (int i = 0; i < word.length() && !special; i++) {
            special = SPECIAL.indexOf(word.charAt(i)) >= 0;
        }
        return special ? "'" + word.replace("'", "''") + "'" : word;
    }
}
