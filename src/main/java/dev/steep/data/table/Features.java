package dev.steep.data.table;

import dev.steep.catalog.Numbers;
import dev.steep.data.ColumnSamples;
import dev.steep.data.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns as numbers for a network: a column of numbers is one feature; of two words, 0 or 1; of more words, one feature
 * per word, 1 where it stands (one-hot).
 */
final class Features {
    private final List<String> names = new ArrayList<>();
    private final List<ColumnSamples.Feature> features = new ArrayList<>();

    /** The category of rows where none is known. */
    static final String MISSING = "(missing)";

    /** Which number of which column, and what stands in for its gaps. */
    private record Feature(Column column, int word, double gap) implements ColumnSamples.Feature {
        @Override
        public boolean isComplete() {
            return !Double.isNaN(gap) || column.gaps() == 0;
        }

        @Override
        public double at(int row) {
            if (column instanceof Column.Numeric numbers) {
                double number = numbers.number(row);
                return Double.isNaN(number) ? gap : number;
            }
            int there = ((Column.Textual) column).word(row);
            return there < 0 ? gap : there == word ? 1 : 0;
        }
    }

    /** Adds a column; gaps are filled by what is usual in these rows. */
    void add(Column column, int[] rows) {
        if (column instanceof Column.Textual words) {
            addWords(words, rows);
        } else {
            Column.Numeric numbers = (Column.Numeric) column;
            add(column.name(), numbers.gaps() == 0 ? numbers.values() : new Feature(column, 0, median(numbers, rows)));
        }
    }

    /** Adds a column; an unknown number is NaN, an unknown category one of its own. */
    void addWithGaps(Column column, int[] rows) {
        if (column instanceof Column.Textual words) {
            int count = words.words().size();
            for (int word = count == 2 ? 1 : 0; word < count; word++) {
                add(column.name() + " = " + words.words().get(word), new Feature(column, word, 0));
            }
            if (column.gaps() > 0 && Arrays.stream(rows).anyMatch(column::isGap)) {
                add(column.name() + " = " + MISSING, new Feature(column, -1, 1));
            }
        } else {
            add(column.name(), ((Column.Numeric) column).values());
        }
    }

    private void add(String name, ColumnSamples.Feature feature) {
        names.add(name);
        features.add(feature);
    }

    List<String> names() {
        return names;
    }

    /** Of these rows. */
    Samples samples(int[] rows) {
        return new ColumnSamples(features, rows);
    }

    private void addWords(Column.Textual column, int[] rows) {
        int words = column.words().size();
        int usual = mostFrequent(column, rows);
        for (int word = words == 2 ? 1 : 0; word < words; word++) {
            names.add(column.name() + " = " + column.words().get(word));
            features.add(new Feature(column, word, word == usual ? 1 : 0));
        }
    }

    /** What stands in gaps of a column that preparation does not fill, as a person reads it. */
    static String usual(Column column, int[] rows) {
        return column instanceof Column.Textual words
                ? words.words().get(mostFrequent(words, rows))
                : Numbers.write((float) median((Column.Numeric) column, rows));
    }

    private static int mostFrequent(Column.Textual column, int[] rows) {
        int[] counts = new int[column.words().size()];
        int usual = 0;
        for (int row : rows) {
            int word = column.word(row);
            if (word >= 0 && ++counts[word] > counts[usual]) {
                usual = word;
            }
        }
        return usual;
    }

    /** Sorting millions of numbers takes seconds, so only of a column that has gaps. */
    private static double median(Column.Numeric column, int[] rows) {
        if (Arrays.stream(rows).noneMatch(column::isGap)) {
            return 0;
        }
        double[] known = Arrays.stream(rows)
                .filter(row -> !column.isGap(row))
                .mapToDouble(column::number)
                .sorted()
                .toArray();
        int middle = known.length / 2;
        if (known.length == 0) {
            return 0;
        }
        return known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
    }
}
