package dev.steep.data;

import dev.steep.math.Random;
import java.util.Arrays;

/**
 * Which rows train, which validate and which test. The three never overlap and together hold every row; each is in the
 * order of the data.
 */
public record Split(int[] training, int[] validation, int[] test) {
    /**
     * At random, each class in proportion (as nearly as whole rows allow): the parts of a data set that is sorted by
     * class still hold every class. A class with a single sample is trained on whenever training has the largest share.
     *
     * @param validation share of all rows, 0 to 1
     * @param test share of all rows, 0 to 1; at least one row is always left for training
     */
    public static Split of(Target target, double validation, double test, Random random) {
        int[] rows = evenly(target, random);
        int tests = Math.min(portion(rows.length, test), Math.max(0, rows.length - 1));
        int validations = Math.min(portion(rows.length, validation), Math.max(0, rows.length - 1 - tests));
        return cut(rows, rows.length - validations - tests, validations);
    }

    /**
     * The last rows, in the order of the data, as Keras' {@code validation_split} takes them: training, then validation,
     * then test. Of a file sorted by class this makes a poor validation set.
     */
    public static Split lastRows(int count, double validation, double test) {
        int[] rows = new int[count];
        Arrays.setAll(rows, i -> i);
        double tested = share(test);
        int seen = kept(count, tested, count);
        double validated = tested < 1 ? share(share(validation) / (1 - tested)) : 0;
        int training = kept(seen, validated, seen);
        return cut(rows, training, seen - training);
    }

    /** Rows before the last share of them, rounded down as Keras does; at least one. */
    private static int kept(int rows, double share, int atMost) {
        return Math.min(atMost, Math.max(1, (int) Math.floor(rows * (1.0 - share))));
    }

    private static Split cut(int[] rows, int training, int validation) {
        return new Split(
                sorted(rows, 0, training),
                sorted(rows, training, training + validation),
                sorted(rows, training + validation, rows.length));
    }

    private static int[] sorted(int[] rows, int from, int to) {
        int[] part = Arrays.copyOfRange(rows, from, to);
        Arrays.sort(part);
        return part;
    }

    private static int portion(int rows, double share) {
        return (int) Math.round(rows * share(share));
    }

    private static double share(double share) {
        return share > 0 ? Math.min(share, 1) : 0; // NaN is none
    }

    /**
     * All rows in random order, but each class spread evenly over the sequence, so that any stretch of it holds the
     * classes in proportion: the k-th of a class of n stands at (k + 1/2) / n of the way.
     */
    private static int[] evenly(Target target, Random random) {
        int[] rows = new int[target.count()];
        Arrays.setAll(rows, i -> i);
        random.shuffle(rows);
        int[] classRank = new int[target.groups()]; // who goes first where two classes stand at the same place
        Arrays.setAll(classRank, i -> i);
        random.shuffle(classRank);
        int[] members = new int[target.groups()];
        for (int row : rows) {
            members[target.group(row)]++;
        }
        int[] seen = new int[target.groups()];
        double[] place = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            int group = target.group(rows[i]);
            double way = (seen[group]++ + 0.5) / members[group];
            place[i] = Math.floor(way * PLACES) * target.groups() + classRank[group];
        }
        return order(rows, place);
    }

    private static final double PLACES = 1 << 24;

    /** The rows sorted by their places; equal places keep their order (merge sort, without boxing). */
    private static int[] order(int[] rows, double[] place) {
        int[] now = new int[rows.length];
        Arrays.setAll(now, i -> i);
        int[] next = new int[rows.length];
        for (int width = 1; width < now.length; width *= 2) {
            for (int start = 0; start < now.length; start += 2 * width) {
                int middle = Math.min(start + width, now.length);
                int end = Math.min(start + 2 * width, now.length);
                int left = start;
                int right = middle;
                for (int i = start; i < end; i++) {
                    boolean takeLeft = left < middle && (right >= end || place[now[left]] <= place[now[right]]);
                    next[i] = takeLeft ? now[left++] : now[right++];
                }
            }
            int[] spare = now;
            now = next;
            next = spare;
        }
        int[] ordered = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            ordered[i] = rows[now[i]];
        }
        return ordered;
    }
}
