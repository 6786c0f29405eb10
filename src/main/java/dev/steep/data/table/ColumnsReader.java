package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.DataJob;
import dev.steep.data.DataProgress;
import dev.steep.data.file.NoticeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.IntPredicate;

/**
 * Reads all columns of a table, row by row, so that its text need not be in memory; once more those of which it shows at the end that
 * they hold something else than their first rows.
 */
final class ColumnsReader implements DataJob<List<Column>> {
    /** Between two looks at the clock. */
    private static final int CELLS = 2048;

    private final Csv csv;
    private final int above;
    private final Numerals numerals;
    private final List<String> notices;
    private final List<ColumnReader> readers = new ArrayList<>();
    private List<Integer> open = new ArrayList<>();
    private final int rows;
    private int row;

    /**
     * @param above rows that name columns
     * @param names of the columns
     * @param words which columns hold words, by their first rows
     */
    ColumnsReader(Csv csv, int above, List<String> names, Numerals numerals, IntPredicate words, List<String> notices) {
        this.csv = csv;
        this.above = above;
        this.numerals = numerals;
        this.notices = notices;
        rows = csv.rows().size() - above;
        ColumnReader.Ground ground = new ColumnReader.Ground(numerals, new KnownCells(), names.size(), rows);
        for (int i = 0; i < names.size(); i++) {
            readers.add(
                    words.test(i)
                            ? new ColumnReader.OfWords(names.get(i), ground, false)
                            : new ColumnReader.OfNumbers(names.get(i), ground));
            open.add(i);
        }
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        int cells = 0;
        while (!open.isEmpty() && !csv.lost()) {
            if (row == rows) {
                again();
                continue;
            }
            read();
            cells += open.size() + 1;
            if (cells > CELLS) {
                cells = 0;
                if (clock.getAsDouble() >= until) {
                    return false;
                }
            }
        }
        return true;
    }

    private void read() {
        int count = csv.read(above + row++);
        CellText text = csv.reader().text();
        RowParser found = csv.reader().row();
        for (int i = 0; i < open.size(); i++) {
            ColumnReader reader = readers.get(open.get(i));
            if (open.get(i) < count) {
                reader.add(text, found.start(open.get(i)));
            } else {
                reader.addGap();
            }
        }
    }

    /** The rows are at their end; the next time with the columns that failed. */
    private void again() {
        open = open.stream().filter(i -> readers.get(i).failed()).toList();
        for (int i : open) {
            readers.set(i, readers.get(i).other());
        }
        row = 0;
    }

    @Override
    public DataProgress progress() {
        return new DataProgress("Reading numbers", row, rows, "row");
    }

    @Override
    public List<Column> result() {
        List<Column> columns = new ArrayList<>();
        List<String> grouped = new ArrayList<>();
        String example = "";
        for (ColumnReader reader : readers) {
            reader.tell(notices);
            String thousands = reader.thousands();
            if (!thousands.isEmpty()) {
                grouped.add(reader.name);
                example = example.isEmpty() ? thousands : example;
            }
            columns.add(reader.column());
        }
        if (!grouped.isEmpty()) {
            notices.add("In " + NoticeText.list(grouped) + " something stands between thousands: "
                    + NoticeText.quote(example) + " is read as " + Numbers.write(numerals.number(example)) + ".");
        }
        return columns;
    }
}
