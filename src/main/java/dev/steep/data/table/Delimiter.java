package dev.steep.data.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Finds out what stands between the cells of a text, by its first lines. */
final class Delimiter {
    private static final char[] DELIMITERS = {'\t', ';', '|', ','};
    private static final int LINES = 50; // that decide
    private static final int LOOK = 1 << 22; // bytes, of which the lines are taken

    private Delimiter() {}

    static char of(byte[] utf8) {
        String beginning = beginning(utf8);
        return Blanks.separate(beginning) ? ' ' : of(beginning);
    }

    /** As much of a text as decides on it. */
    static String beginning(byte[] utf8) {
        int lines = 0;
        int end = 0;
        while (end < Math.min(LOOK, utf8.length) && lines <= 4 * LINES) {
            lines += utf8[end++] == '\n' ? 1 : 0;
        }
        return new String(utf8, 0, end, StandardCharsets.UTF_8);
    }

    /** A blank, which is any number of them, or the character that stands equally often in nearly every line, outside quotes; else a comma. */
    static char of(String text) {
        if (Blanks.separate(text)) {
            return ' ';
        }
        char best = ',';
        double most = 0;
        for (char candidate : DELIMITERS) {
            int[] counts = counts(text, candidate);
            int agree = 0;
            for (int count : counts) {
                agree += count > 0 && count == counts[0] ? 1 : 0;
            }
            double share = counts.length == 0 ? 0 : agree / (double) counts.length;
            if (share > 0.9) {
                return candidate;
            }
            if (share > most) {
                most = share;
                best = candidate;
            }
        }
        return best;
    }

    /** How often the character stands in each of the first lines, outside quotes if all of these are closed. */
    private static int[] counts(String text, char wanted) {
        return counts(text, wanted, true)
                .orElseGet(() -> counts(text, wanted, false).orElseThrow());
    }

    private static Optional<int[]> counts(String text, char wanted, boolean quotes) {
        int[] counts = new int[LINES];
        int lines = 0;
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < text.length() && lines < LINES; i++) {
            char c = text.charAt(i);
            if (c == '\n' && !quoted) {
                lines += blank ? 0 : 1;
                blank = true;
            } else {
                quoted ^= quotes && c == '"';
                counts[lines] += c == wanted && !quoted ? 1 : 0;
                blank &= c == '\r';
            }
        }
        return quoted ? Optional.empty() : Optional.of(Arrays.copyOf(counts, Math.min(LINES, lines + (blank ? 0 : 1))));
    }
}
