package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.file.Content;
import dev.steep.data.file.Findings;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/**
 * The rows of a text of separated values, all equally long. The text stays where it is, in UTF-8, and of each row is kept where it begins:
 * a row is read again whenever somebody asks for it, so that a table of any length takes next to no memory.
 */
final class Csv {
    private static final int MOST_COLUMNS = 16_384;
    private static final int KEPT = 128; // first rows, which many look at
    private static final int MOST_KEPT = 1 << 17; // cells of them
    private static final int LOOK = 1 << 22; // bytes, of which the first lines are taken

    private final RowReader reader;
    private final RowSample sample;
    private final int width;
    private final List<String[]> first = new ArrayList<>();

    private Csv(CsvReader read, List<String> notices) {
        reader = read.reader();
        sample = read.sample();
        width = Math.min(MOST_COLUMNS, usualLength());
        sayUneven(notices);
        sample.settle();
        for (int row = 0; row < Math.min(sample.rows(), Math.min(KEPT, MOST_KEPT / Math.max(1, width))); row++) {
            first.add(cells(row));
        }
    }

    /** Reads as much as makes sense, and says what did not. */
    static DataJob<Csv> job(byte[] utf8, List<String> notices) {
        Content text = Content.of(utf8);
        return job(new RowReader(text, delimiter(text)), RowChoice.ALL, Optional.empty(), notices);
    }

    /**
     * The same of a text wherever it is.
     *
     * @param choice of rows
     * @param lines of the file in which rows begin, if the text has but some of them
     */
    static DataJob<Csv> job(RowReader reader, RowChoice choice, Optional<IntList> lines, List<String> notices) {
        return new CsvReader(reader, choice, lines, notices)
                .then(read -> DataJob.of("Reading the table", () -> new Csv(read, notices)));
    }

    /** What stands between the cells of a text, by its beginning. */
    static char delimiter(Content utf8) {
        int look = (int) Math.min(LOOK, utf8.size());
        return Delimiter.of(utf8.read(0, look).orElse(new byte[0]));
    }

    /** Whether the text could not be read to its end, such as a file that was deleted meanwhile. */
    boolean lost() {
        return reader.lost();
    }

    /** How many rows the text has, used or not. */
    int seen() {
        return sample.seen();
    }

    /** What stands between cells. */
    char delimiter() {
        return reader.text().delimiter();
    }

    /** How many cells each row has. */
    int width() {
        return width;
    }

    /** Cells as they were written, without blanks around them; each row is made when it is asked for. */
    List<String[]> rows() {
        return new Rows();
    }

    private final class Rows extends AbstractList<String[]> implements RandomAccess {
        @Override
        public String[] get(int row) {
            return row < first.size() ? first.get(row) : cells(row);
        }

        @Override
        public int size() {
            return sample.rows();
        }
    }

    /** Reads a row; its cells begin at places in the reader's text. Returns how many of them count. */
    int read(int row) {
        reader.seek(sample.start(row));
        reader.read();
        return reader.lost() ? 0 : Math.min(width, reader.row().length());
    }

    RowReader reader() {
        return reader;
    }

    /** One row that is asked for anew. */
    private String[] cells(int row) {
        String[] cells = new String[width];
        Arrays.fill(cells, "");
        int count = read(row);
        for (int column = 0; column < count; column++) {
            cells[column] = reader.text().cell(reader.row().start(column));
        }
        return cells;
    }

    /** Short rows end in gaps, over-long ones are cut. */
    private void sayUneven(List<String> notices) {
        Findings filled = new Findings();
        Findings cut = new Findings();
        for (int row = 0; row < sample.rows(); row++) {
            int length = sample.length(row);
            if (length < width) {
                filled.at(sample.line(row));
            } else if (length > width) {
                cut.at(sample.line(row), cut.isFull() ? List.of() : beyond(row));
            }
        }
        String usual = Numbers.count(width, "cell");
        filled.say(
                notices,
                places -> Numbers.count(filled.count(), "row") + " with fewer than " + usual
                        + (filled.count() == 1 ? " ends" : " end") + " in gaps" + places + ".");
        cut.say(
                notices,
                places -> Numbers.count(cut.count(), "row") + " with more than " + usual
                        + (cut.count() == 1 ? " loses" : " lose") + " what is beyond" + places + ".");
    }

    private List<String> beyond(int row) {
        read(row);
        List<String> beyond = new ArrayList<>();
        for (int column = width; column < Math.min(reader.row().length(), width + 3); column++) {
            beyond.add(reader.text().cell(reader.row().start(column)));
        }
        return beyond;
    }

    /** The most frequent number of cells; the larger of two that are equally frequent. */
    private int usualLength() {
        int[] counts = new int[2];
        for (int row = 0; row < sample.rows(); row++) {
            int length = sample.length(row);
            counts = length < counts.length ? counts : Arrays.copyOf(counts, 2 * length);
            counts[length]++;
        }
        int usual = 0;
        for (int length = 0; length < counts.length; length++) {
            usual = counts[length] > 0 && counts[length] >= counts[usual] ? length : usual;
        }
        return usual;
    }

    /** Cells below the header as they stand in the text, of which each row is read again when one of its cells is asked for. */
    TableReading.Written written(int above) {
        return new Written(this, above);
    }

    private static final class Written implements TableReading.Written {
        private final Csv csv;
        private final int above;
        private int row = -1;
        private String[] cells = new String[0];

        Written(Csv csv, int above) {
            this.csv = csv;
            this.above = above;
        }

        @Override
        public Optional<String> cell(int wanted, int column) {
            if (wanted != row) {
                cells = csv.rows().get(wanted + above);
                row = wanted;
            }
            return csv.lost() ? Optional.empty() : Optional.of(cells[column]);
        }
    }
}
