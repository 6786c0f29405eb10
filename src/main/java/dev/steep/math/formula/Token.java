package dev.steep.math.formula;

import dev.steep.math.Characters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A word, number or sign of a formula's text, with its place. Signs are unified: both × and · become *. */
record Token(Type kind, String text, int position, int length) {
    enum Type {
        NUMBER,
        NAME,
        SIGN,
        END
    }

    private static final String[] SIGNS = {
        "**", "<=", ">=", "==", "!=", "+", "-", "*", "/", "^", "(", ")", "|", ",", "?", ":", "<", ">", "="
    };

    private static final Map<Character, String> OTHER_SIGNS = Map.ofEntries(
            Map.entry('×', "*"),
            Map.entry('·', "*"),
            Map.entry('⋅', "*"),
            Map.entry('∙', "*"),
            Map.entry('÷', "/"),
            Map.entry('−', "-"),
            Map.entry('–', "-"),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('≠', "!="),
            Map.entry('²', "²"),
            Map.entry('³', "³"));

    private static final Map<Character, String> OTHER_NAMES =
            Map.of('π', "pi", '√', "sqrt", '∞', "infinity", 'σ', "sigmoid");

    boolean is(String sign) {
        return kind == Type.SIGN && text.equals(sign);
    }

    /** The text's tokens, the last being END. */
    static List<Token> all(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (isSpace(text.charAt(at))) {
                at++;
            } else {
                Token token = at(text, at);
                tokens.add(token);
                at += token.length;
            }
        }
        tokens.add(new Token(Type.END, "", text.length(), 0));
        return tokens;
    }

    private static Token at(String text, int start) {
        char first = text.charAt(start);
        if (isDigit(text, start) || first == '.' && isDigit(text, start + 1)) {
            int end = endOfNumber(text, start);
            return new Token(Type.NUMBER, text.substring(start, end), start, end - start);
        }
        String name = OTHER_NAMES.get(first);
        if (name != null) {
            return new Token(Type.NAME, name, start, 1);
        }
        if (isLetter(first)) {
            int end = start + 1;
            while (end < text.length() && (isLetter(text.charAt(end)) || isDigit(text, end))) {
                end++;
            }
            return new Token(Type.NAME, text.substring(start, end), start, end - start);
        }
        return sign(text, start);
    }

    private static Token sign(String text, int start) {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, start)) {
                return new Token(Type.SIGN, sign.equals("**") ? "^" : sign, start, sign.length());
            }
        }
        char first = text.charAt(start);
        String sign = OTHER_SIGNS.get(first);
        if (sign != null) {
            return new Token(Type.SIGN, sign, start, 1);
        }
        int length = Characters.isPair(text, start) ? 2 : 1;
        throw new Misread(
                start,
                length,
                Characters.quoted(text.substring(start, start + length), 2) + " has no meaning in a formula: "
                        + Vocabulary.insteadOf(first) + ".");
    }

    private static int endOfNumber(String text, int start) {
        int end = endOfDigits(text, start);
        if (end < text.length() && text.charAt(end) == '.') {
            end = endOfDigits(text, end + 1);
        }
        if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            boolean signed = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0;
            int digits = signed ? end + 2 : end + 1;
            return isDigit(text, digits) ? endOfDigits(text, digits) : end;
        }
        return end;
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (isDigit(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 'α' && c <= 'ω';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\u00a0' || c == '\u2009';
    }
}
