package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
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

    /** What stands here, empty for a gap; numbers as they are written shortest. */
    String cell(int row);

    /**
     * Numbers; NaN is a gap.
     *
     * @param odd what stands in cells that hold no finite number, by row: gaps as far as numbers go
     */
    record Numeric(String name, double[] values, Map<Integer, String> odd) implements Column {
        /** Without other cells. */
        public Numeric(String name, double[] values) {
            this(name, values, new HashMap<>());
        }

        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isGap(int row) {
            return Double.isNaN(values[row]);
        }

        @Override
        public String cell(int row) {
            String text = odd.get(row);
            return text != null ? text : isGap(row) ? "" : Numbers.write(values[row]);
        }

        /** The different values, ascending, or none if there are more than {@code most}, or one that is not whole. */
        List<Double> wholeValues(int most) {
            return values(most, true);
        }

        /** The different values, ascending, or none if there are more than {@code most}. */
        List<Double> values(int most, boolean whole) {
            List<Double> found = new ArrayList<>();
            for (double value : values) {
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

    /** Texts; {@code index} says which of the sorted {@code words}, -1 is a gap. */
    record Textual(String name, List<String> words, int[] index) implements Column {
        @Override
        public int rows() {
            return index.length;
        }

        @Override
        public boolean isGap(int row) {
            return index[row] < 0;
        }

        @Override
        public String cell(int row) {
            return index[row] < 0 ? "" : words.get(index[row]);
        }

        /** A column of these cells. */
        static Textual of(String name, List<String> cells) {
            Map<String, Integer> places = new HashMap<>();
            for (String cell : cells) {
                if (!Cell.isGap(cell)) {
                    places.put(cell, 0);
                }
            }
            String[] words = places.keySet().toArray(new String[0]);
            Arrays.sort(words);
            for (int i = 0; i < words.length; i++) {
                places.put(words[i], i);
            }
            int[] index = new int[cells.size()];
            for (int row = 0; row < index.length; row++) {
                index[row] = Cell.isGap(cells.get(row)) ? -1 : places.getOrDefault(cells.get(row), -1);
            }
            return new Textual(name, List.of(words), index);
        }
    }
}
