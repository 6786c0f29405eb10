package dev.steep.data.table;

import dev.steep.data.ColumnSamples;
import dev.steep.data.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns as numbers for a network: a column of numbers is one feature; of two words, 0 or 1; of more words, one feature
 * per word, 1 where it stands (one-hot). An unknown number is NaN, for preparation to fill.
 */
final class Features {
    private final List<String> names = new ArrayList<>();
    private final List<ColumnSamples.Feature> features = new ArrayList<>();

    /** The category of rows where none is known. */
    static final String MISSING = "(missing)";

    /** Where a word stands; -1 for where none does. */
    private record Feature(Column.Textual column, int word) implements ColumnSamples.Feature {
        @Override
        public boolean isComplete() {
            return true;
        }

        @Override
        public double at(int row) {
            return column.word(row) == word ? 1 : 0;
        }
    }

    /** Adds a column; an unknown number is NaN, an unknown category one of its own. */
    void add(Column column, int[] rows) {
        if (column instanceof Column.Textual words) {
            int count = words.words().size();
            for (int word = count == 2 ? 1 : 0; word < count; word++) {
                add(column.name() + " = " + words.words().get(word), new Feature(words, word));
            }
            if (column.gaps() > 0 && Arrays.stream(rows).anyMatch(column::isGap)) {
                add(column.name() + " = " + MISSING, new Feature(words, -1));
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
}
