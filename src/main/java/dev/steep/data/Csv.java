package dev.steep.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.steep.catalog.Numbers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The rows of a text of separated values (RFC 4180, and what programs make of it).
 *
 * @param delimiter what stands between cells
 * @param rows cells as they were written, without blanks around them; all rows are equally long
 */
record Csv(char delimiter, List<String[]> rows) {
    private static final char[] DELIMITERS = {'\t', ';', '|', ','};
    private static final int SAMPLE = 50; // lines that decide on the delimiter
    private static final int MOST_CELLS = 8_000_000;
    private static final int MOST_COLUMNS = 4096;

    /** Reads as much as makes sense, and says what did not. */
    static Csv read(String text, List<String> notices) {
        char delimiter = delimiter(text);
        List<String[]> rows = new ArrayList<>();
        int cells = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                cells += line.getFieldCount();
                if (cells > MOST_CELLS) {
                    notices.add("The table is too large for a browser; the first " + Numbers.count(rows.size(), "row")
                            + " are used.");
                    break;
                }
                rows.add(cells(line));
            }
        } catch (CsvParseException broken) {
            notices.add("After row " + rows.size() + " the table cannot be read (a row of more than 16,384 cells,"
                    + " or a quote that is never closed).");
        } catch (IOException impossible) { // there is no file behind a text
            throw new UncheckedIOException(impossible);
        }
        return new Csv(delimiter, evened(rows, notices));
    }

    private static String[] cells(CsvRecord line) {
        String[] cells = new String[line.getFieldCount()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = line.getField(i).strip();
        }
        return cells;
    }

    /** The character that stands equally often in nearly every line, outside quotes; the comma if there is none. */
    private static char delimiter(String text) {
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

    /** How often the character stands in each of the first lines, outside quotes. */
    private static int[] counts(String text, char wanted) {
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
                quoted ^= c == '"';
                counts[lines] += c == wanted && !quoted ? 1 : 0;
                blank &= c == '\r';
            }
        }
        return Arrays.copyOf(counts, Math.min(SAMPLE, lines + (blank ? 0 : 1)));
    }

    /** Rows as long as most of them are: short ones are filled with gaps, empty and over-long ones are left out. */
    private static List<String[]> evened(List<String[]> rows, List<String> notices) {
        int width = Math.min(MOST_COLUMNS, usualLength(rows));
        List<String[]> even = new ArrayList<>();
        int filled = 0;
        int cut = 0;
        for (String[] row : rows) {
            if (row.length == 1 && row[0].isEmpty()) {
                continue;
            }
            filled += row.length < width ? 1 : 0;
            cut += row.length > width ? 1 : 0;
            String[] cells = row;
            if (row.length != width) {
                cells = Arrays.copyOf(row, width);
                Arrays.fill(cells, Math.min(row.length, width), width, "");
            }
            even.add(cells);
        }
        if (filled > 0) {
            notices.add(Numbers.count(filled, "row") + " with fewer than " + Numbers.count(width, "cell")
                    + " end in gaps.");
        }
        if (cut > 0) {
            notices.add(Numbers.count(cut, "row") + " with more than " + Numbers.count(width, "cell")
                    + " lose what is beyond.");
        }
        return even;
    }

    /** The most frequent number of cells; the larger of two that are equally frequent. */
    private static int usualLength(List<String[]> rows) {
        TreeMap<Integer, Integer> lengths = new TreeMap<>();
        for (String[] row : rows) {
            if (row.length > 1 || !row[0].isEmpty()) {
                lengths.merge(row.length, 1, Integer::sum);
            }
        }
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
