package dev.steep.keras;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a line of Python in one colour. Our scripts have no texts over several lines, so a line tells its colours alone.
 *
 * @param kind what it is
 * @param text the piece
 */
public record PythonToken(Color kind, String text) {
    /** What is coloured. */
    public enum Color {
        PLAIN,
        COMMENT,
        TEXT,
        NUMBER,
        WORD
    }

    private static final List<String> WORDS = List.of(
            "import", "from", "as", "def", "return", "for", "in", "if", "else", "lambda", "True", "False", "None");

    /** The pieces of a line, which together are the line. */
    public static List<PythonToken> of(String line) {
        List<PythonToken> tokens = new ArrayList<>();
        int plain = 0;
        int at = 0;
        while (at < line.length()) {
            int end = at + 1;
            Color kind = Color.PLAIN;
            char c = line.charAt(at);
            if (c == '#') {
                kind = Color.COMMENT;
                end = line.length();
            } else if (c == '"') {
                kind = Color.TEXT;
                end = afterText(line, at);
            } else if (isName(c)) {
                end = afterName(line, at);
                boolean number = c >= '0' && c <= '9';
                kind = number ? Color.NUMBER : WORDS.contains(line.substring(at, end)) ? Color.WORD : Color.PLAIN;
            }
            if (kind != Color.PLAIN) {
                add(tokens, Color.PLAIN, line.substring(plain, at));
                add(tokens, kind, line.substring(at, end));
                plain = end;
            }
            at = end;
        }
        add(tokens, Color.PLAIN, line.substring(plain));
        return tokens;
    }

    private static void add(List<PythonToken> tokens, Color kind, String text) {
        if (!text.isEmpty()) {
            tokens.add(new PythonToken(kind, text));
        }
    }

    private static int afterText(String line, int start) {
        int at = start + 1;
        while (at < line.length() && line.charAt(at) != '"') {
            at += line.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(line.length(), at + 1);
    }

    /** After a name, or a number such as 0.5 or 1e-7. */
    private static int afterName(String line, int start) {
        boolean number = line.charAt(start) >= '0' && line.charAt(start) <= '9';
        int at = start + 1;
        while (at < line.length()) {
            char c = line.charAt(at);
            boolean exponent = c == '-' && line.charAt(at - 1) == 'e';
            if (!isName(c) && !(number && (c == '.' || exponent))) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static boolean isName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }
}
