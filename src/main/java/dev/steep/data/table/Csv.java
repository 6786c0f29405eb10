package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.Findings;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The rows of a text of separated values, all equally long. The text stays as it is, in UTF-8, and of each cell is kept where it begins:
 * a cell becomes a text whenever somebody asks for it, so that a table takes little more memory than its file.
 */
final class Csv {
    private static final int MOST_COLUMNS = 16_384;
    private static final int KEPT = 128; // first rows, which many look at
    private static final int MOST_KEPT = 1 << 17; // cells of them

    private final CellText text;
    private final CsvReader read;
    private final int width;
    private final List<String[]> first = new ArrayList<>();

    private Csv(CellText text, CsvReader read, List<String> notices) {
        this.text = text;
        this.read = read;
        width = Math.min(MOST_COLUMNS, usualLength());
        sayUneven(notices);
        for (int row = 0; row < Math.min(read.rows(), Math.min(KEPT, MOST_KEPT / Math.max(1, width))); row++) {
            first.add(cells(row));
        }
    }

    /** Reads as much as makes sense, and says what did not. */
    static DataJob<Csv> job(byte[] utf8, List<String> notices) {
        return job(utf8, Delimiter.of(utf8), RowChoice.ALL, Optional.empty(), notices);
    }

    /**
     * The same with a delimiter that somebody knows.
     *
     * @param choice of rows
     * @param lines of the file in which rows begin, if the text has but some of them
     */
    static DataJob<Csv> job(
            byte[] utf8, char delimiter, RowChoice choice, Optional<IntList> lines, List<String> notices) {
        CellText text = new CellText(utf8, delimiter);
        return new CsvReader(text, choice, lines, notices).then(read -> DataJob.of(() -> new Csv(text, read, notices)));
    }

    /** How many rows the text has, used or not. */
    int seen() {
        return read.seen();
    }

    /** What stands between cells. */
    char delimiter() {
        return text.delimiter();
    }

    /** How many cells each row has. */
    int width() {
        return width;
    }

    /** Cells as they were written, without blanks around them; each row is made when it is asked for. */
    List<String[]> rows() {
        return new Rows();
    }

    /** The cells of one column from this row on; each is made when it is asked for. */
    Cells column(int column, int from) {
        return new Cells(column, from);
    }

    private final class Rows extends AbstractList<String[]> implements RandomAccess {
        @Override
        public String[] get(int row) {
            return row < first.size() ? first.get(row) : cells(row);
        }

        @Override
        public int size() {
            return read.rows();
        }
    }

    /** A column. */
    final class Cells extends AbstractList<String> implements RandomAccess {
        private final int column;
        private final int from;
        private final KnownCells known = new KnownCells(text);

        private Cells(int column, int from) {
            this.column = column;
            this.from = from;
        }

        @Override
        public String get(int row) {
            int at = from + row;
            return column < read.length(at) ? known.cell(read.start(at, column)) : "";
        }

        /** The number in a row, if it is written plainly; else NaN. */
        double plain(int row, char decimal) {
            int at = from + row;
            return column < read.length(at) ? text.plain(read.start(at, column), decimal) : Double.NaN;
        }

        @Override
        public int size() {
            return read.rows() - from;
        }
    }

    /** One cell, as it was written. */
    String cell(int row, int column) {
        return column < read.length(row) ? text.cell(read.start(row, column)) : "";
    }

    private String[] cells(int row) {
        String[] cells = new String[width];
        for (int column = 0; column < width; column++) {
            cells[column] = cell(row, column);
        }
        return cells;
    }

    /** Short rows end in gaps, over-long ones are cut. */
    private void sayUneven(List<String> notices) {
        Findings filled = new Findings();
        Findings cut = new Findings();
        for (int row = 0; row < read.rows(); row++) {
            int length = read.length(row);
            if (length < width) {
                filled.at(read.line(row));
            } else if (length > width) {
                List<String> beyond = new ArrayList<>();
                for (int column = width; column < Math.min(length, width + 3); column++) {
                    beyond.add(text.cell(read.start(row, column)));
                }
                cut.at(read.line(row), beyond);
            }
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
    }

    /** The most frequent number of cells; the larger of two that are equally frequent. */
    private int usualLength() {
        int[] counts = new int[2];
        for (int row = 0; row < read.rows(); row++) {
            int length = read.length(row);
            counts = length < counts.length ? counts : Arrays.copyOf(counts, 2 * length);
            counts[length]++;
        }
        int usual = 0;
        for (int length = 0; length < counts.length; length++) {
            usual = counts[length] > 0 && counts[length] >= counts[usual] ? length : usual;
        }
        return usual;
    }
}
