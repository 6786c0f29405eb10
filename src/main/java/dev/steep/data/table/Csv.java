package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.Findings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rows of a text of separated values, all equally long.
 *
 * @param delimiter what stands between cells
 * @param rows cells as they were written, without blanks around them
 */
record Csv(char delimiter, List<String[]> rows) {
    private static final char[] DELIMITERS = {'\t', ';', '|', ','};
    private static final int SAMPLE = 50; // lines that decide on the delimiter
    private static final int MOST_COLUMNS = 16_384;

    /** Reads as much as makes sense, and says what did not. */
    static DataJob<Csv> job(String text, List<String> notices) {
        return job(text, delimiter(text), notices);
    }

    /** The same with a delimiter that somebody knows; a blank is any number of them. */
    static DataJob<Csv> job(String text, char delimiter, List<String> notices) {
        return new CsvReader(text, delimiter, notices)
                .then(rows -> DataJob.of(() -> new Csv(delimiter, evened(rows, notices))));
    }

    /** The character that stands equally often in nearly every line, outside quotes; the comma if there is none. */
    static char delimiter(String text) {
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
        int[] counts = new int[SAMPLE];
        int lines = 0;
        boolean quoted = false;
        boolean blank = true;
        for (int i = 0; i < text.length() && lines < SAMPLE; i++) {
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
        return quoted
                ? Optional.empty()
                : Optional.of(Arrays.copyOf(counts, Math.min(SAMPLE, lines + (blank ? 0 : 1))));
    }

    /** Rows as long as most of them are: short ones are filled with gaps, over-long ones are cut. */
    private static List<String[]> evened(List<CsvReader.Row> rows, List<String> notices) {
        int width = Math.min(MOST_COLUMNS, usualLength(rows));
        List<String[]> even = new ArrayList<>();
        Findings filled = new Findings();
        Findings cut = new Findings();
        for (CsvReader.Row row : rows) {
            String[] cells = row.cells();
            if (cells.length < width) {
                filled.at(row.line());
            } else if (cells.length > width) {
                cut.at(row.line(), Arrays.asList(cells).subList(width, cells.length));
            }
            if (cells.length != width) {
                cells = Arrays.copyOf(cells, width);
                Arrays.fill(cells, Math.min(row.cells().length, width), width, "");
            }
            even.add(cells);
        }
        String usual = Numbers.count(width, "cell");
        filled.say(
                notices,
                places -> Numbers.count(filled.count(), "row") + " with fewer than " + usual + " end in gaps" + places
                        + ".");
        cut.say(
                notices,
                places -> Numbers.count(cut.count(), "row") + " with more than " + usual + " lose what is beyond"
                        + places + ".");
        return even;
    }

    /** The most frequent number of cells; the larger of two that are equally frequent. */
    private static int usualLength(List<CsvReader.Row> rows) {
        TreeMap<Integer, Integer> lengths = new TreeMap<>();
        rows.forEach(row -> lengths.merge(row.cells().length, 1, Integer::sum));
        int usual = 0;
        int most = 0;
        for (var length : lengths.entrySet()) {
            if (length.getValue() >= most) {
                most = length.getValue();
                usual = length.getKey();
            }
        }
        return usual;
    }
}
