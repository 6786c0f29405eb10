package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** One column of a table. Every cell can be told from it, so that it can be understood otherwise later. */
public sealed interface Column {
    /** Its name, unlike any other in the table. */
    String name();

    /** How many rows. */
    int rows();

    /** Whether nothing is known here. */
    boolean isGap(int row);

    /** In how many rows nothing is known. */
    int gaps();

    /** What stands here, empty for a gap; numbers as they are written shortest. */
    String cell(int row);

    /**
     * Numbers; NaN is a gap.
     *
     * @param odd what stands in cells that hold no finite number, by row: gaps as far as numbers go
     */
    record Numeric(String name, PackedNumbers values, Map<Integer, String> odd) implements Column {
        @Override
        public int rows() {
            return values.size();
        }

        @Override
        public boolean isGap(int row) {
            return Double.isNaN(values.at(row));
        }

        @Override
        public int gaps() {
            return values.gaps();
        }

        /** The number in a row. */
        double number(int row) {
            return values.at(row);
        }

        @Override
        public String cell(int row) {
            String text = odd.get(row);
            return text != null ? text : isGap(row) ? "" : Numbers.write(values.at(row));
        }

        /** The different values, ascending, or none if there are more than {@code most}, or one that is not whole. */
        List<Double> wholeValues(int most) {
            return values(most, true);
        }

        /** The different values, ascending, or none if there are more than {@code most}. */
        List<Double> values(int most, boolean whole) {
            List<Double> found = new ArrayList<>();
            for (int row = 0; row < rows(); row++) {
                double value = values.at(row);
                if (Double.isNaN(value)) {
                    continue;
                }
                int place = Collections.binarySearch(found, value);
                if (place < 0) {
                    if ((whole && value != Math.rint(value)) || found.size() == most) {
                        return List.of();
                    }
                    found.add(-place - 1, value);
                }
            }
            return found;
        }
    }

    /** Texts; {@code index} says which of the sorted {@code words}, NaN is a gap. */
    record Textual(String name, List<String> words, PackedNumbers index) implements Column {
        @Override
        public int rows() {
            return index.size();
        }

        @Override
        public boolean isGap(int row) {
            return Double.isNaN(index.at(row));
        }

        @Override
        public int gaps() {
            return index.gaps();
        }

        @Override
        public String cell(int row) {
            int word = word(row);
            return word < 0 ? "" : words.get(word);
        }

        /** Which word stands in a row; -1 for a gap. */
        int word(int row) {
            double place = index.at(row);
            return Double.isNaN(place) ? -1 : (int) place;
        }
    }
}
