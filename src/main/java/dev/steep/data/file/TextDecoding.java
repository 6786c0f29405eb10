package dev.steep.data.file;

import dev.steep.catalog.Numbers;
import dev.steep.math.Characters;
import java.nio.charset.StandardCharsets;
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

    /** Whether a text is in UTF-16, by its beginning. */
    public static boolean isUtf16(byte[] beginning) {
        return isUtf16(beginning, 0) || isUtf16(beginning, 1);
    }

    /** How many characters of a piece are unreadable in UTF-8, and how many are no ASCII. */
    static int[] letters(byte[] piece) {
        String text = new String(piece, StandardCharsets.UTF_8);
        int unreadable = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            unreadable += text.charAt(i) == Characters.UNREADABLE ? 1 : 0;
            letters += text.charAt(i) >= 128 ? 1 : 0;
        }
        return new int[] {unreadable, letters};
    }

    /** Decodes the pieces of a text, none of which ends within a character. */
    static final class Pieces {
        private final String encoding;
        private final int high;
        private final boolean found;
        private final Findings unreadable = new Findings();
        private boolean begun;
        private int line = 1;

        /**
         * @param encoding a word of {@link OwnFile#ENCODING}
         * @param high of UTF-16, where the high byte of each two stands
         * @param found whether nobody has said the encoding
         */
        Pieces(String encoding, int high, boolean found) {
            this.encoding = encoding;
            this.high = high;
            this.found = found;
        }

        /** The next piece, in UTF-8, without the mark at the beginning of the text. */
        byte[] utf8(byte[] piece) {
            String text =
                    switch (encoding) {
                        case "utf-16" ->
                            checked(new String(
                                    piece, high == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE));
                        case "windows-1252" -> windows(piece);
                        default -> checked(new String(piece, StandardCharsets.UTF_8));
                    };
            begun = true;
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** What is no character is said, with its line. */
        private String checked(String decoded) {
            String text =
                    Characters.wellFormed(!begun && decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                line += c == '\n' ? 1 : 0;
                if (c == Characters.UNREADABLE) {
                    unreadable.at(line);
                }
            }
            return text;
        }

        /** To be called after the last piece. */
        void say(List<String> notices) {
            if (encoding.equals("windows-1252") && found) {
                notices.add(
                        "The text is not in UTF-8; it was read as Windows-1252. If letters such as ä or é are wrong, save it"
                                + " as UTF-8 and open it again.");
            }
            unreadable.say(
                    notices,
                    places -> Numbers.count(unreadable.count(), "place") + " of the file cannot be read as "
                            + encoding.toUpperCase() + places + "; � stands there instead.");
        }
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
    static boolean isUtf16(byte[] bytes, int high) {
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
