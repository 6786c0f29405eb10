package dev.steep.math;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts from outside: links, files, scripts. A Java text, like a JavaScript one, is UTF-16, in which a character beyond U+FFFF is
 * a pair of halves. Half a pair is no character: JavaScript's {@code encodeURIComponent} throws at it. So it is replaced where
 * a text comes in, and no text is cut within a pair.
 */
public final class Characters {
    /** Stands for what is no character. */
    public static final char UNREADABLE = '\uFFFD';

    private Characters() {}

    /** The text with U+FFFD in place of each half of a pair that stands alone; as long as before. */
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHalf(text, i)) {
                return replaced(text, i);
            }
            i += isPair(text, i) ? 1 : 0;
        }
        return text;
    }

    private static String replaced(String text, int from) {
        StringBuilder whole = new StringBuilder(text);
        for (int i = from; i < text.length(); i++) {
            if (isHalf(text, i)) {
                whole.setCharAt(i, UNREADABLE);
            }
            i += isPair(text, i) ? 1 : 0;
        }
        return whole.toString();
    }

    /** What stands between the separators, which may be nothing; {@code String.split} would bring all of {@code java.util.regex}. */
    public static List<String> parts(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, begin)) {
            parts.add(text.substring(begin, end));
            begin = end + 1;
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /** Whether a pair begins here. */
    public static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                && at + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(at + 1));
    }

    /** Whether half a pair stands here alone; {@code at} is no second half of a whole pair. */
    private static boolean isHalf(String text, int at) {
        return Character.isSurrogate(text.charAt(at)) && !isPair(text, at);
    }

    /** The beginning of the text: at most so many UTF-16 units, one less if a pair would be cut. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, most > 0 && isPair(text, most - 1) ? most - 1 : most);
    }

    /** The same with … in place of what is cut off. */
    public static String shortened(String text, int most) {
        return text.length() <= most ? text : cut(text, most - 1) + "…";
    }

    /**
     * The text as it can stand within a sentence: in one line, and without characters that are invisible or turn the direction
     * of what follows. What joins emoji to one, or parts letters of Persian or of Hindi, stays.
     */
    public static String visible(String text) {
        String whole = wellFormed(text);
        StringBuilder visible = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            if (isPair(whole, i)) {
                visible.append(c == '\uDB40' ? "" + UNREADABLE : whole.substring(i, i + 2)); // U+E0000: invisible tags
                i++;
            } else {
                visible.append(isBreak(c) ? ' ' : isInvisible(c) && !joins(whole, i) ? UNREADABLE : c);
            }
        }
        return visible.toString();
    }

    /** The text in quotation marks, for a sentence: its beginning, if it is longer than {@code most}. */
    public static String quoted(String text, int most) {
        return "\"" + visible(shortened(text, most)) + "\"";
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\t' || c == '\u2028' || c == '\u2029';
    }

    /** A joiner or non-joiner between two characters that are neither of ASCII nor invisible. */
    private static boolean joins(String text, int at) {
        char c = text.charAt(at);
        return (c == '\u200C' || c == '\u200D')
                && at > 0
                && at + 1 < text.length()
                && isWritten(text.charAt(at - 1))
                && isWritten(text.charAt(at + 1));
    }

    private static boolean isWritten(char c) {
        return c > '\u00BF' && !isInvisible(c) && !isBreak(c);
    }

    private static boolean isInvisible(char c) {
        return c < ' '
                || c >= '\u007F' && c <= '\u009F'
                || c == '\u00AD'
                || c == '\u061C'
                || c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u206F'
                || c == '\uFEFF'
                || c >= '\uFFF9' && c <= '\uFFFB';
    }
}
