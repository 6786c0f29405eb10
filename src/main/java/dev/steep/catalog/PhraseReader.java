package dev.steep.catalog;

import dev.steep.catalog.Phrase.Argument;
import dev.steep.catalog.Phrase.Part;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads phrases and whole links. The text is first taken apart into tokens; then each token either becomes part of a phrase
 * or is remarked on as left out, so nothing can be passed over in silence. Reading never fails and takes a time in
 * proportion to the text: a bracket that is never closed ends where its part ends, an apostrophe that is never closed is
 * an ordinary character.
 */
final class PhraseReader {
    private static final int DEEPEST = 20;
    private static final String SIGNS = "(),=/";

    /** Stands for what a sign is called in the list of tokens. */
    private static final char WORD = 'w';

    private static final char QUOTED = 'q';
    private static final char END = 'e';

    /** How much is repeated of what precedes something that is left out. */
    private static final int BEFORE = 24;

    private final String text;
    private final Remarks remarks;
    private final List<Token> tokens = new ArrayList<>();
    private final int[] partners;
    private int next;

    /**
     * A sign, a word, or the end.
     *
     * @param kind the sign itself, or one of the constants above
     * @param start the first character, blanks before it left out
     * @param end behind the last character
     */
    private record Token(char kind, int start, int end) {}

    PhraseReader(String text, Remarks remarks) {
        this.text = text;
        this.remarks = remarks;
        for (int at = skipped(0); at < text.length(); at = skipped(tokens.get(tokens.size() - 1).end)) {
            tokens.add(token(at));
        }
        tokens.add(new Token(END, text.length(), text.length()));
        partners = partners();
    }

    /** Reads everything as one phrase. */
    Phrase phrase() {
        Phrase phrase = phrase(tokens.size() - 1, 0);
        leaveOut(tokens.size() - 1);
        return phrase;
    }

    /** Reads everything as parts between slashes. */
    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        while (kind() != END) {
            int end = endOfPart();
            int first = next;
            while (next < end && (kind() == ')' || kind() == ',')) {
                next++;
            }
            leftOut(first, next);
            if (next < end) {
                part(end, parts);
            }
            next = end + (tokens.get(end).kind == '/' ? 1 : 0);
        }
        return parts;
    }

    private void part(int end, List<Part> parts) {
        int first = next;
        Phrase phrase = phrase(end, 0);
        String name = "";
        if (next < end && kind() == '=' && phrase.bare() && !phrase.word().isEmpty()) {
            next++;
            name = phrase.word();
            phrase = phrase(end, 0);
        }
        if (next > first && !(name.isEmpty() && phrase.bare() && phrase.word().isEmpty() && next < end)) {
            parts.add(new Part(name, phrase));
        }
        leaveOut(end);
    }

    /** The slash behind the present part, or the end: those within brackets do not count. */
    private int endOfPart() {
        int at = next;
        while (kind(at) != '/' && kind(at) != END) {
            at = kind(at) == '(' && partners[at] > 0 ? partners[at] + 1 : at + 1;
        }
        return at;
    }

    /** Reads a phrase that ends before this token. */
    private Phrase phrase(int end, int depth) {
        String word = word(end);
        if (next >= end || kind() != '(') {
            return Phrase.of(word);
        }
        if (depth == DEEPEST) {
            int first = next;
            next = Math.min(end, partners[next] > 0 ? partners[next] + 1 : end);
            leftOut(first, next);
            return Phrase.of(word);
        }
        boolean closed = partners[next] > 0;
        int last = closed ? partners[next] : end;
        if (!closed) {
            String where = before(next);
            remarks.add(
                    Remarks.Treatment.UNCLOSED,
                    where.isEmpty() ? "the first" : "the one" + where,
                    "The bracket that opens" + (where.isEmpty() ? " the text" : where)
                            + " is never closed; it was closed where its part ends. Add the missing \")\".");
        }
        next++;
        List<Argument> arguments = new ArrayList<>();
        while (next < last) {
            argument(last, depth + 1, arguments);
            next += next < last ? 1 : 0; // the comma
        }
        next = last + (closed ? 1 : 0);
        return new Phrase(word, arguments);
    }

    /** Reads an argument and passes over what stands between it and the next comma. */
    private void argument(int last, int depth, List<Argument> arguments) {
        int first = next;
        Phrase phrase = phrase(last, depth);
        if (next < last && kind() == '=') {
            if (phrase.bare() && !phrase.word().isEmpty()) {
                next++;
                arguments.add(new Argument(phrase.word(), phrase(last, depth)));
            } else {
                next = first; // a name with arguments, or none, names nothing
            }
        } else {
            arguments.add(Argument.of(phrase));
        }
        int stray = next;
        while (next < last && kind() != ',') {
            next = kind() == '(' && partners[next] > 0 ? partners[next] + 1 : next + 1;
        }
        leftOut(stray, next);
    }

    /** A word. Within brackets a slash is a character like others. */
    private String word(int end) {
        if (next < end && kind() == QUOTED) {
            Token token = tokens.get(next++);
            return text.substring(token.start + 1, token.end - 1).replace("''", "'");
        }
        int first = next;
        while (next < end && (kind() == WORD || kind() == '/' || kind() == QUOTED)) {
            next++;
        }
        return first == next
                ? ""
                : text.substring(tokens.get(first).start, tokens.get(next - 1).end)
                        .strip();
    }

    private char kind() {
        return kind(next);
    }

    private char kind(int at) {
        return tokens.get(at).kind;
    }

    private void leaveOut(int end) {
        leftOut(next, end);
        next = end;
    }

    /** Remarks on these tokens, the second one exclusive. */
    private void leftOut(int first, int end) {
        if (first < end) {
            String quoted = Remarks.quote(text.substring(tokens.get(first).start, tokens.get(end - 1).end));
            String what = quoted + before(first);
            remarks.add(
                    Remarks.Treatment.LEFT_OUT,
                    what,
                    what + " has no meaning there and is not used. Remove it, or correct it.");
        }
    }

    /** Where a token stands: behind what precedes it within its part. */
    private String before(int token) {
        if (token == 0 || kind(token - 1) == '/') {
            return "";
        }
        int end = tokens.get(token - 1).end;
        int start = token - 1;
        while (start > 0 && kind(start - 1) != '/' && end - tokens.get(start - 1).start <= BEFORE) {
            start--;
        }
        int from = Math.max(tokens.get(start).start, end - BEFORE);
        return " after " + Remarks.quote((from > tokens.get(start).start ? "…" : "") + text.substring(from, end));
    }

    private int skipped(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private Token token(int start) {
        char first = text.charAt(start);
        if (SIGNS.indexOf(first) >= 0) {
            return new Token(first, start, start + 1);
        }
        if (first == '\'') {
            int end = endOfQuote(start);
            if (end > 0) {
                return new Token(QUOTED, start, end);
            }
        }
        int end = start + 1;
        while (end < text.length() && SIGNS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Token(WORD, start, end);
    }

    /** Behind the apostrophe that closes the one at {@code start}; 0 if none does. */
    private int endOfQuote(int start) {
        int at = text.indexOf('\'', start + 1);
        while (at >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '\'') {
            at = text.indexOf('\'', at + 2);
        }
        return at + 1;
    }

    /** For each opening bracket the place of the one that closes it; 0 for what has none. */
    private int[] partners() {
        int[] found = new int[tokens.size()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < found.length; i++) {
            if (kind(i) == '(') {
                open.push(i);
            } else if (kind(i) == ')' && !open.isEmpty()) {
                found[open.pop()] = i;
            }
        }
        return found;
    }
}
