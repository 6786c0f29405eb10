package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.file.NoticeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes columns of cells: of numbers if nine in ten cells that are no gaps hold one, else of words. What the other cells hold is kept
 * beside the numbers, and said.
 */
final class ColumnReader {
    private static final double ODD = 0.1; // share of cells without a number that a column of numbers may have
    private static final int EXAMPLES = 3;
    private static final double MOST_FLOAT = 1e37; // surely finite as a float32

    private final Numerals numerals;
    private final List<String> notices;
    private final List<String> grouped = new ArrayList<>();
    private String example = "";

    ColumnReader(Numerals numerals, List<String> notices) {
        this.numerals = numerals;
        this.notices = notices;
    }

    Column column(String name, List<String> cells) {
        double[] values = new double[cells.size()];
        Map<Integer, String> odd = new HashMap<>();
        int numbers = 0;
        int infinite = 0;
        String thousands = "";
        for (int row = 0; row < values.length; row++) {
            double plain = cells instanceof Csv.Cells written ? written.plain(row, numerals.decimal()) : Double.NaN;
            values[row] = plain;
            if (odd.size() - infinite > ODD * values.length) {
                return Column.Textual.of(name, cells);
            }
            if (plain >= -MOST_FLOAT && plain <= MOST_FLOAT) {
                numbers++;
                continue;
            }
            String cell = cells.get(row);
            values[row] = Double.NaN;
            if (Cell.isGap(cell)) {
                continue;
            }
            double number = numerals.number(cell);
            if (Cell.isInfinite(cell, number)) {
                infinite++;
                odd.put(row, cell);
            } else if (Double.isNaN(number)) {
                odd.put(row, cell);
            } else {
                values[row] = number;
                numbers++;
                thousands = thousands.isEmpty() && numerals.isGrouped(cell) ? cell : thousands;
            }
        }
        int words = odd.size() - infinite;
        if (numbers == 0 || words > ODD * (numbers + words)) {
            return Column.Textual.of(name, cells);
        }
        if (!thousands.isEmpty()) {
            grouped.add(name);
            example = example.isEmpty() ? thousands : example;
        }
        tell(name, new Column.Numeric(name, values, odd), words, infinite);
        return new Column.Numeric(name, values, odd);
    }

    private void tell(String name, Column.Numeric column, int words, int infinite) {
        if (words > 0) {
            notices.add(NoticeText.name(name) + " holds numbers; " + Numbers.count(words, "cell")
                    + " with other text (such as " + examples(column) + ") became gaps.");
        }
        if (infinite > 0) {
            notices.add(NoticeText.name(name) + " has " + Numbers.count(infinite, "infinite number")
                    + "; these became gaps.");
        }
    }

    /** A few of the texts among numbers, each once, in the order of the table. */
    static String examples(Column.Numeric column) {
        List<String> some = new ArrayList<>();
        for (int row = 0; row < column.rows() && some.size() < EXAMPLES; row++) {
            String text = column.odd().get(row);
            if (text != null && !Cell.isInfinite(text, Numbers.read(text))) {
                String quoted = NoticeText.quote(text);
                if (!some.contains(quoted)) {
                    some.add(quoted);
                }
            }
        }
        return String.join(", ", some);
    }

    /** Says what was passed over within numbers; to be called after the last column. */
    void tellAboutThousands() {
        if (!grouped.isEmpty()) {
            notices.add("In " + NoticeText.list(grouped) + " something stands between thousands: "
                    + NoticeText.quote(example) + " is read as " + Numbers.write(numerals.number(example)) + ".");
        }
    }
}
