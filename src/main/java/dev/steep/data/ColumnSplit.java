package dev.steep.data;

import dev.steep.math.Random;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A split by a column of a table. Rows of one group (a patient, a station) come into the same part, as scikit-learn's
 * {@code GroupShuffleSplit} does it; rows with a time are cut in its order, so that the network is checked with what came after.
 */
public final class ColumnSplit {
    private ColumnSplit() {}

    /**
     * Whole groups at random: into the test part, then into the validation part, as long as that brings a part nearer to its share. A
     * part of a share has one at least, and so has the training part before all.
     *
     * @param groups of each row, numbers from 0
     * @param validation share of all rows, 0 to 1
     * @param test share of all rows, 0 to 1
     */
    public static Split byGroup(int[] groups, double validation, double test, Random random) {
        int count = 1 + Arrays.stream(groups).max().orElse(0);
        int[] sizes = new int[count];
        for (int group : groups) {
            sizes[group]++;
        }
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        random.shuffle(order);
        int[] part = new int[count];
        double[] wanted = {test * groups.length, validation * groups.length};
        int left = (int) Arrays.stream(sizes).filter(size -> size > 0).count();
        for (int which = 0; which < 2; which++) {
            double have = 0;
            for (int group : order) {
                boolean first = have == 0 && wanted[which] > 0; // one group, even if it is more than the share
                boolean nearer =
                        first || Math.abs(have + sizes[group] - wanted[which]) < Math.abs(have - wanted[which]);
                if (part[group] == 0 && sizes[group] > 0 && left > 1 && nearer) {
                    part[group] = which + 1;
                    have += sizes[group];
                    left--;
                }
            }
        }
        return new Split(rows(groups, part, 0), rows(groups, part, 2), rows(groups, part, 1));
    }

    private static int[] rows(int[] groups, int[] part, int wanted) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < groups.length; row++) {
            if (part[groups[row]] == wanted) {
                rows.add(row);
            }
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The last rows in the order of these times validate, and those after them test; of equal times, in the order of the data. */
    public static Split byTime(double[] times, double validation, double test) {
        Integer[] order = new Integer[times.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> times[a] == times[b] ? Integer.compare(a, b) : Double.compare(times[a], times[b]));
        Split places = Split.lastRows(times.length, validation, test);
        return new Split(at(order, places.training()), at(order, places.validation()), at(order, places.test()));
    }

    private static int[] at(Integer[] order, int[] places) {
        return Arrays.stream(places).map(place -> order[place]).sorted().toArray();
    }
}
