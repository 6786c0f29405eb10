package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.file.NoticeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a column of cells that come one after the other: of numbers if nine in ten cells that are no gaps hold one, else of words. What
 * the other cells hold is kept beside the numbers, and said. Which of both it is shows at the end; a reader that kept the wrong one has
 * failed, and another has to go through the cells again.
 */
abstract sealed class ColumnReader {
    private static final double ODD = 0.1; // share of cells without a number that a column of numbers may have
    private static final int EXAMPLES = 3;
    private static final double MOST_FLOAT = 1e37; // surely finite as a float32

    /** Cells that all columns of a table share. */
    record Ground(Numerals numerals, KnownCells known, int columns, int rows) {}

    final String name;
    final Ground ground;
    final PackedNumbers.Builder values;

    private ColumnReader(String name, Ground ground) {
        this.name = name;
        this.ground = ground;
        values = new PackedNumbers.Builder(ground.columns, ground.rows);
    }

    /** Takes the cell of the next row, which begins here. */
    abstract void add(CellText text, int start);

    /** Takes a cell that is not there. */
    abstract void addGap();

    /** Whether it is clear that the column is no such one. */
    abstract boolean failed();

    /** The reader to go through the cells again, if this one has failed. */
    abstract ColumnReader other();

    /** The column; to be called once, after the last row. */
    abstract Column column();

    /** What is to be said of it. */
    abstract void tell(List<String> notices);

    /** A cell with something between thousands; empty if there is none. */
    String thousands() {
        return "";
    }

    private static boolean isNumbers(int numbers, int words) {
        return numbers > 0 && words <= ODD * (numbers + words);
    }

    /** Keeps numbers. */
    static final class OfNumbers extends ColumnReader {
        private final Map<Integer, String> odd = new HashMap<>();
        private int row;
        private int numbers;
        private int infinite;
        private String thousands = "";
        private boolean over;

        OfNumbers(String name, Ground ground) {
            super(name, ground);
        }

        @Override
        void add(CellText text, int start) {
            double plain = text.plain(start, ground.numerals.decimal());
            if (plain >= -MOST_FLOAT && plain <= MOST_FLOAT) {
                numbers++;
                values.add(plain);
            } else {
                values.add(number(ground.known.cell(text, start)));
            }
            row++;
        }

        private double number(String cell) {
            if (Cell.isGap(cell)) {
                return Double.NaN;
            }
            double number = ground.numerals.number(cell);
            if (Cell.isInfinite(cell, number)) {
                infinite++;
                odd.put(row, cell);
                return Double.NaN;
            }
            if (Double.isNaN(number)) {
                odd.put(row, cell);
                over |= odd.size() - infinite > ODD * ground.rows;
            } else {
                numbers++;
                thousands = thousands.isEmpty() && ground.numerals.isGrouped(cell) ? cell : thousands;
            }
            return number;
        }

        @Override
        void addGap() {
            values.add(Double.NaN);
            row++;
        }

        @Override
        boolean failed() {
            return over || row == ground.rows && !isNumbers(numbers, odd.size() - infinite);
        }

        @Override
        ColumnReader other() {
            return new OfWords(name, ground, true);
        }

        @Override
        Column column() {
            return new Column.Numeric(name, values.build(), odd);
        }

        @Override
        void tell(List<String> notices) {
            int words = odd.size() - infinite;
            if (words > 0) {
                notices.add(NoticeText.name(name) + " holds numbers; " + Numbers.count(words, "cell")
                        + " with other text (such as " + examples(odd, row) + ") became gaps.");
            }
            if (infinite > 0) {
                notices.add(NoticeText.name(name) + " has " + Numbers.count(infinite, "infinite number")
                        + "; these became gaps.");
            }
        }

        @Override
        String thousands() {
            return thousands;
        }
    }

    /** Keeps words, in the order in which they come. */
    static final class OfWords extends ColumnReader {
        private static final int MANY = 4096; // different words, after which a column is looked at

        private final Map<String, Integer> places = new HashMap<>();
        private final List<String> words = new ArrayList<>();
        private final boolean sure;
        private IntList counts = new IntList();
        private int row;
        private boolean over;

        /** @param sure whether it is known that the column does not hold numbers */
        OfWords(String name, Ground ground, boolean sure) {
            super(name, ground);
            this.sure = sure;
        }

        @Override
        void add(CellText text, int start) {
            String cell = ground.known.cell(text, start);
            Integer place = places.get(cell);
            if (place == null) {
                place = Cell.isGap(cell) ? -1 : words.size();
                places.put(cell, place);
                if (place >= 0) {
                    words.add(cell);
                    counts.add(0);
                }
            }
            if (place < 0) {
                addGap();
                return;
            }
            counts.set(place, counts.get(place) + 1);
            values.add(place);
            row++;
            over |= !sure && words.size() == MANY && holdsNumbers();
        }

        @Override
        void addGap() {
            values.add(Double.NaN);
            row++;
        }

        private boolean holdsNumbers() {
            int numbers = 0;
            int others = 0;
            for (int i = 0; i < words.size(); i++) {
                double number = ground.numerals.number(words.get(i));
                boolean infinite = Cell.isInfinite(words.get(i), number);
                numbers += infinite || Double.isNaN(number) ? 0 : counts.get(i);
                others += !infinite && Double.isNaN(number) ? counts.get(i) : 0;
            }
            return isNumbers(numbers, others);
        }

        @Override
        boolean failed() {
            over |= !sure && row == ground.rows && holdsNumbers();
            return over;
        }

        @Override
        ColumnReader other() {
            return new OfNumbers(name, ground);
        }

        @Override
        Column column() {
            String[] sorted = words.toArray(new String[0]);
            Arrays.sort(sorted);
            int[] order = new int[sorted.length];
            for (int i = 0; i < sorted.length; i++) {
                order[places.getOrDefault(sorted[i], 0)] = i;
            }
            PackedNumbers came = values.build();
            PackedNumbers.Builder index = new PackedNumbers.Builder(1, row);
            for (int i = 0; i < row; i++) {
                double place = came.at(i);
                index.addPlace(Double.isNaN(place) ? -1 : order[(int) place]);
            }
            return new Column.Textual(name, List.of(sorted), index.build());
        }

        @Override
        void tell(List<String> notices) {
            // words are words
        }
    }

    /** A few of the texts among numbers, each once, in the order of the table. */
    static String examples(Map<Integer, String> odd, int rows) {
        List<String> some = new ArrayList<>();
        for (int row = 0; row < rows && some.size() < EXAMPLES && !odd.isEmpty(); row++) {
            String text = odd.get(row);
            if (text != null && !Cell.isInfinite(text, Numbers.read(text))) {
                String quoted = NoticeText.quote(text);
                if (!some.contains(quoted)) {
                    some.add(quoted);
                }
            }
        }
        return String.join(", ", some);
    }
}
