package dev.steep.data;

import java.nio.charset.StandardCharsets;

/** Turns bytes into text, whatever program wrote them. */
final class Text {
    private static final int LOOK = 4096;
    private static final char UNREADABLE = '\uFFFD';

    private Text() {}

    /** Whether a file begins like text: next to no control characters. */
    static boolean claims(byte[] bytes) {
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

    /** The text: UTF-16 if it looks like that, else UTF-8, else (a byte makes no sense in it) Latin-1. */
    static String read(byte[] bytes) {
        if (isUtf16(bytes, 0)) {
            return unmarked(new String(bytes, StandardCharsets.UTF_16BE));
        }
        if (isUtf16(bytes, 1)) {
            return unmarked(new String(bytes, StandardCharsets.UTF_16LE));
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        boolean wrong = text.indexOf(UNREADABLE) >= 0;
        return unmarked(wrong ? new String(bytes, StandardCharsets.ISO_8859_1) : text);
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

    private static String unmarked(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
