package dev.steep.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Finds what a person means by a name. Keras has two or three for most things, such as {@code he_normal} and {@code HeNormal}, or
 * {@code mse}: each kind is found by its name, by what else it is called, and, except in {@link #exact} lists, by either in any
 * letters and without its underscores. What is near to a name is suggested, never taken for it.
 */
public final class NameReader {
    /** A longer word is far from every name. */
    private static final int LONGEST = 40;

    /** Words of more letters than this may be meant as the beginning of a name. */
    private static final int BEGINNING = 2;

    private NameReader() {}

    /** The kind of this name. */
    static Optional<Kind> find(String word, List<Kind> kinds) {
        return exact(word, kinds).or(() -> kinds.stream()
                .filter(kind ->
                        means(word, kind.name()) || kind.aliases().stream().anyMatch(alias -> means(word, alias)))
                .findFirst());
    }

    /** {@code he_normal} is also meant by {@code HE_NORMAL} and by {@code HeNormal}, but not by {@code he__normal}. */
    private static boolean means(String word, String name) {
        return word.equalsIgnoreCase(name) || word.equalsIgnoreCase(name.replace("_", ""));
    }

    /** The kind of exactly this name, capital letters included. */
    static Optional<Kind> exact(String word, List<Kind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(word) || kind.aliases().contains(word))
                .findFirst();
    }

    /** {@code " (did you mean relu?)"} when the name of a kind is near, else nothing. */
    static String hint(String word, List<Kind> kinds) {
        if (word.isEmpty()) {
            return "";
        }
        Nearest nearest = new Nearest(word);
        kinds.forEach(kind -> kind.names().forEach(nearest::look));
        return nearest.hint();
    }

    /** The same among names that have no other. */
    public static String hintOf(String word, List<String> names) {
        Nearest nearest = new Nearest(word);
        names.forEach(nearest::look);
        return nearest.hint();
    }

    /** The name that is nearest to a word, if one is near. */
    public static Optional<String> nearest(String word, List<String> names) {
        Nearest nearest = new Nearest(word);
        names.forEach(nearest::look);
        return Optional.of(nearest.meant()).filter(name -> !name.isEmpty());
    }

    private static String folded(String name) {
        return name.toLowerCase().replace("_", "");
    }

    /** The name that is nearest to a word, or else one that begins with it. */
    private static final class Nearest {
        private final String word;
        private String best = "";
        private String begun = "";
        private int least;

        Nearest(String word) {
            this.word = folded(word);
            // One letter of three, two of up to seven, three of more may be wrong.
            least = 1 + (this.word.length() < 4 ? 1 : this.word.length() < 8 ? 2 : 3);
        }

        void look(String name) {
            if (word.isEmpty() || word.length() > LONGEST) {
                return;
            }
            String known = folded(name);
            int distance = distance(word, known);
            if (distance < least && distance < known.length()) {
                least = distance;
                best = name;
            }
            if (begun.isEmpty() && word.length() > BEGINNING && known.startsWith(word)) {
                begun = name;
            }
        }

        String meant() {
            return best.isEmpty() ? begun : best;
        }

        String hint() {
            return meant().isEmpty() ? "" : " (did you mean " + meant() + "?)";
        }
    }

    /** How many letters must be put in, taken out or changed (Levenshtein). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j - 1], row[j]));
            }
        }
        return row[b.length()];
    }
}
