package dev.steep.data.format;

import dev.steep.catalog.Numbers;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The head of a part of a FITS file: cards of 80 characters, in blocks of 2,880 bytes (FITS standard 4.0, chapter 4).
 *
 * @param cards values by keyword; texts without their quotes
 * @param data where what it describes begins, in bytes
 */
record FitsHeader(Map<String, String> cards, int data) {
    static final int BLOCK = 2880;
    private static final int CARD = 80;
    private static final int MOST_AXES = 999;

    /** Reads it; nothing if the file ends before the head does. */
    static Optional<FitsHeader> of(byte[] bytes, int from) {
        Map<String, String> cards = new HashMap<>();
        for (int at = from; at + CARD <= bytes.length; at += CARD) {
            String keyword = text(bytes, at, 8).strip();
            if (keyword.equals("END")) {
                int end = (at + CARD + BLOCK - 1) / BLOCK * BLOCK;
                return Optional.of(new FitsHeader(cards, Math.min(end, bytes.length)));
            }
            if (bytes[at + 8] == '=') {
                cards.putIfAbsent(keyword, value(text(bytes, at + 9, CARD - 9).strip()));
            }
        }
        return Optional.empty();
    }

    static String text(byte[] bytes, int from, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < from + length; i++) {
            text.append((char) (bytes[i] & 0xFF));
        }
        return text.toString();
    }

    private static String value(String text) {
        if (!text.startsWith("'")) {
            int comment = text.indexOf('/');
            return (comment < 0 ? text : text.substring(0, comment)).strip();
        }
        StringBuilder inside = new StringBuilder();
        for (int i = 1; i < text.length(); i++) {
            boolean quote = text.charAt(i) == '\'';
            if (quote && (i + 1 == text.length() || text.charAt(i + 1) != '\'')) {
                break;
            }
            i += quote ? 1 : 0;
            inside.append(text.charAt(i));
        }
        return inside.toString().stripTrailing();
    }

    String text(String keyword) {
        return cards.getOrDefault(keyword, "");
    }

    /** A number; the other one if there is none. */
    double number(String keyword, double otherwise) {
        double value = Numbers.read(text(keyword).replace('D', 'E'));
        return Double.isNaN(value) ? otherwise : value;
    }

    /** Lengths of the axes, the fastest last, as NumPy and Keras have them; any of them may be nonsense. */
    double[] lengths() {
        int axes = (int) Math.max(0, Math.min(MOST_AXES, number("NAXIS", 0)));
        double[] lengths = new double[axes];
        for (int i = 0; i < axes; i++) {
            lengths[axes - 1 - i] = number("NAXIS" + (i + 1), -1);
        }
        return lengths;
    }

    /** Bytes that it describes, without what fills the last block. */
    double size() {
        double product = lengths().length == 0 ? 0 : 1;
        for (double length : lengths()) {
            product *= Math.max(0, length);
        }
        boolean extension = !text("XTENSION").isEmpty();
        double more = extension ? Math.max(0, number("PCOUNT", 0)) : 0;
        return Math.abs(number("BITPIX", 8)) / 8 * (extension ? number("GCOUNT", 1) : 1) * (more + product);
    }
}
