package dev.steep.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A word of the field that the lab uses and a beginner may not know, with the sentence that explains it. Whatever explains
 * something finds the words in its texts by {@link #in}. To add one, add a constant.
 */
public enum Term {
    BATCH("batch", "The samples that one step of training looks at together: it follows the mean of their gradients."),
    CHANNEL(
            "channel",
            "One number for each pixel: a grey image has one channel, a colour image three, and a convolution gives one for"
                    + " each of its filters."),
    EPOCH("epoch", "One pass of training through all samples of the training part."),
    MULTIPLY_ADD(
            "multiply-add",
            "A weight times an input, added to a sum: what the work of a network is counted in, since nearly all of it is"
                    + " that."),
    SEED(
            "seed",
            "The number that all random numbers come from: with the same seed everything happens again as it did."),
    STRATIFIED("stratified", "Drawn at random, but so that each part has the same share of every class."),
    UNIT("unit", "One neuron: the weighted sum of what a layer is given, plus a bias, then the activation."),
    VALIDATION(
            "validation",
            "Samples that training never learns from: how well the network does on them says what to expect of new ones."),
    Z_SCORE(
            "z-score",
            "A number less the mean, over the standard deviation: how many deviations it lies above the mean.");

    private final String word;
    private final String sentence;

    Term(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    /** The word, in the singular and in small letters. */
    public String word() {
        return word;
    }

    /** What it means. */
    public String sentence() {
        return sentence;
    }

    /**
     * A piece of a text.
     *
     * @param term the word that it is, if it is one
     */
    public record Piece(String text, Optional<Term> term) {}

    /** A text in pieces: each word that it has, where it stands first and in singular or plural, and what is between. */
    public static List<Piece> in(String text) {
        List<Piece> pieces = new ArrayList<>();
        Set<Term> known = EnumSet.noneOf(Term.class);
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            for (Term term : values()) {
                int end = term.endAt(text, at);
                if (end > at && known.add(term)) {
                    between(text, from, at, pieces);
                    pieces.add(new Piece(text.substring(at, end), Optional.of(term)));
                    from = end;
                    at = end - 1;
                    break;
                }
            }
        }
        between(text, from, text.length(), pieces);
        return pieces;
    }

    private static void between(String text, int from, int to, List<Piece> pieces) {
        if (from < to) {
            pieces.add(new Piece(text.substring(from, to), Optional.empty()));
        }
    }

    /** Behind this word, if it stands here as a word of its own; else 0. */
    private int endAt(String text, int at) {
        if (at > 0 && joins(text.charAt(at - 1)) || !text.regionMatches(true, at, word, 0, word.length())) {
            return 0;
        }
        int end = at + word.length();
        int plural = end < text.length() && text.charAt(end) == 's' ? end + 1 : end;
        return plural == text.length() || !joins(text.charAt(plural)) ? plural : 0;
    }

    private static boolean joins(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
