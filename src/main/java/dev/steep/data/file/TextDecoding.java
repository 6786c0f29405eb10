package dev.steep.data.file;

import dev.steep.catalog.Numbers;
import dev.steep.math.Characters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Turns bytes into text, whatever program wrote them. */
public final class TextDecoding {
    private static final int LOOK = 4096;

    /** What Windows-1252 has where Latin-1 has control characters, from 0x80 on. */
    private static final String WINDOWS = "€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ";

    private TextDecoding() {}

    /** Whether a file begins like text: next to no control characters. */
    public static boolean claims(byte[] bytes) {
        if (isUtf16(bytes, 0) || isUtf16(bytes, 1)) {
            return true;
        }
        int strange = 0;
        int looked = Math.min(LOOK, bytes.length);
        for (int i = 0; i < looked; i++) {
            int c = bytes[i] & 0xFF;
            if (c == 0) {
                return false;
            }
            strange += c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' ? 1 : 0;
        }
        return looked > 0 && strange * 100 <= looked;
    }

    /**
     * The text: UTF-16 if it looks like that, else UTF-8, else (more of it makes no sense in UTF-8 than does) Windows-1252. Says
     * so, and what could not be read.
     */
    public static String read(byte[] bytes, List<String> notices) {
        String encoding = encoding(bytes);
        if (!encoding.equals("windows-1252")) {
            return read(bytes, encoding, notices);
        }
        notices.add(
                "The text is not in UTF-8; it was read as Windows-1252. If letters such as ä or é are wrong, save it as"
                        + " UTF-8 and open it again.");
        return read(bytes, encoding, notices);
    }

    /** The text in an encoding that somebody knows, one of the words of {@link OwnFile#ENCODING}. */
    public static String read(byte[] bytes, String encoding, List<String> notices) {
        return switch (encoding) {
            case "utf-16" ->
                checked(
                        new String(bytes, isUtf16(bytes, 0) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE),
                        "UTF-16",
                        notices);
            case "windows-1252" -> windows(bytes);
            default -> checked(new String(bytes, StandardCharsets.UTF_8), "UTF-8", notices);
        };
    }

    /** How bytes are most likely written: a word of {@link OwnFile#ENCODING}. */
    public static String encoding(byte[] bytes) {
        if (isUtf16(bytes, 0) || isUtf16(bytes, 1)) {
            return "utf-16";
        }
        return isValid(bytes) || isMostlyUtf8(bytes) ? "utf-8" : "windows-1252";
    }

    private static boolean isMostlyUtf8(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int unreadable = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            unreadable += text.charAt(i) == Characters.UNREADABLE ? 1 : 0;
            letters += text.charAt(i) >= 128 ? 1 : 0;
        }
        return unreadable * 2 <= letters;
    }

    /** The text in UTF-8, without the mark at its beginning: the same bytes if they are that already. */
    public static byte[] utf8(byte[] bytes, List<String> notices) {
        return isUtf16(bytes, 0) || isUtf16(bytes, 1) || !isValid(bytes)
                ? read(bytes, notices).getBytes(StandardCharsets.UTF_8)
                : unmarked(bytes);
    }

    /** The same of an encoding that somebody knows. */
    public static byte[] utf8(byte[] bytes, String encoding, List<String> notices) {
        return encoding.equals("utf-8") && isValid(bytes)
                ? unmarked(bytes)
                : read(bytes, encoding, notices).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] unmarked(byte[] bytes) {
        boolean marked =
                bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }

    /** Whether all of it is UTF-8: no other byte, nothing longer than need be, no half of a pair (Unicode, table 3-7). */
    static boolean isValid(byte[] bytes) {
        int i = 0;
        while (i < bytes.length) {
            int c = bytes[i++];
            if (c >= 0) {
                continue;
            }
            c &= 0xFF;
            int more = c >= 0xC2 && c < 0xE0 ? 1 : c >= 0xE0 && c < 0xF0 ? 2 : c >= 0xF0 && c < 0xF5 ? 3 : 0;
            if (more == 0 || i + more > bytes.length) {
                return false;
            }
            int second = bytes[i] & 0xFF;
            boolean possible = second >= (c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80)
                    && second <= (c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF);
            for (int k = 0; k < more; k++) {
                possible &= (bytes[i++] & 0xC0) == 0x80;
            }
            if (!possible) {
                return false;
            }
        }
        return true;
    }

    /** Without the mark at its beginning; what is no character is said. */
    private static String checked(String decoded, String encoding, List<String> notices) {
        String text = Characters.wellFormed(decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
        Findings unreadable = new Findings();
        int line = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (c == Characters.UNREADABLE) {
                unreadable.at(line);
            }
        }
        unreadable.say(
                notices,
                places -> Numbers.count(unreadable.count(), "place") + " of the file cannot be read as " + encoding
                        + places + "; � stands there instead.");
        return text;
    }

    private static String windows(byte[] bytes) {
        char[] text = new char[bytes.length];
        for (int i = 0; i < text.length; i++) {
            int c = bytes[i] & 0xFF;
            text[i] = c >= 0x80 && c < 0xA0 ? WINDOWS.charAt(c - 0x80) : (char) c;
        }
        return new String(text);
    }

    /**
     * Whether it is UTF-16 with the high byte at even (0: big-endian) or odd (1: little-endian) places: it says so with
     * its first two bytes, or nearly all high bytes are zero and hardly any low byte is.
     */
    private static boolean isUtf16(byte[] bytes, int high) {
        int pairs = Math.min(LOOK, bytes.length) / 2;
        if (pairs < 2) {
            return false;
        }
        if ((bytes[high] & 0xFF) == 0xFE && (bytes[1 - high] & 0xFF) == 0xFF) {
            return true;
        }
        int zeroHigh = 0;
        int zeroLow = 0;
        for (int i = 0; i < pairs; i++) {
            zeroHigh += bytes[2 * i + high] == 0 ? 1 : 0;
            zeroLow += bytes[2 * i + 1 - high] == 0 ? 1 : 0;
        }
        return zeroHigh * 10 > pairs * 9 && zeroLow * 100 < pairs;
    }
}
