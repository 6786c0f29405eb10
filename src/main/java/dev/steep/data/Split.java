package dev.steep.data;

import dev.steep.math.Random;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

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
        return job(target, validation, test, random).finish();
    }

    /** The same, a slice at a time. */
    public static DataJob<Split> job(Target target, double validation, double test, Random random) {
        return evenly(target, all(target), random)
                .then(rows -> RowBlocks.step(() -> cutEvenly(rows, validation, test)));
    }

    private static int[] all(Target target) {
        int[] rows = new int[target.count()];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    /**
     * One fold of several: the rows but for a test part are cut into so many folds, each class in proportion, or in the order of the data;
     * one of them validates, and the others train. Every row validates in exactly one of the folds.
     *
     * @param fold from 1 to folds
     * @param test share of all rows
     * @param last whether rows keep their order, and the test part is the last of them
     */
    public static Split fold(Target target, int fold, int folds, double test, boolean last, Random random) {
        return folding(target, fold, folds, test, last, random).finish();
    }

    /** The same, a slice at a time. */
    public static DataJob<Split> folding(Target target, int fold, int folds, double test, boolean last, Random random) {
        int[] rows = all(target);
        return (last ? RowBlocks.step(() -> rows) : evenly(target, rows, random))
                .then(order -> RowBlocks.step(() -> cutFold(order, fold, folds, test)));
    }

    private static Split cutFold(int[] rows, int fold, int folds, double test) {
        int tests = Math.min(portion(rows.length, test), Math.max(0, rows.length - folds));
        int seen = rows.length - tests;
        int from = (int) ((long) seen * (fold - 1) / folds);
        int to = (int) ((long) seen * fold / folds);
        int[] training = new int[seen - (to - from)];
        System.arraycopy(rows, 0, training, 0, from);
        System.arraycopy(rows, to, training, from, seen - to);
        return new Split(sorted(training, 0, training.length), sorted(rows, from, to), sorted(rows, seen, rows.length));
    }

    private static Split cutEvenly(int[] rows, double validation, double test) {
        int tests = Math.min(portion(rows.length, test), Math.max(0, rows.length - 1));
        int validations = Math.min(portion(rows.length, validation), Math.max(0, rows.length - 1 - tests));
        return cut(rows, rows.length - validations - tests, validations);
    }

    /**
     * As the files say: their test part, and their validation part or else a share of what they train on, chosen as in {@link #of}.
     * A share for testing is of no use then.
     */
    public static DataJob<Split> given(List<GivenPart> parts, Target target, double validation, Random random) {
        int[] training = rows(parts, GivenPart.TRAINING);
        int[] validating = rows(parts, GivenPart.VALIDATION);
        int[] testing = rows(parts, GivenPart.TEST);
        if (validating.length > 0) {
            return RowBlocks.step(() -> new Split(training, validating, testing));
        }
        return evenly(target, training, random)
                .then(rows -> RowBlocks.step(() -> {
                    Split drawn = cutEvenly(rows, validation, 0);
                    return new Split(drawn.training, drawn.validation, testing);
                }));
    }

    private static int[] rows(List<GivenPart> parts, GivenPart part) {
        return IntStream.range(0, parts.size())
                .filter(row -> parts.get(row) == part)
                .toArray();
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

    /** Some rows, of which none is there twice, in the order of the data. */
    private static int[] sorted(int[] rows, int from, int to) {
        int last = -1;
        for (int i = from; i < to; i++) {
            last = Math.max(last, rows[i]);
        }
        boolean[] there = new boolean[last + 1];
        for (int i = from; i < to; i++) {
            there[rows[i]] = true;
        }
        int[] part = new int[Math.max(0, to - from)];
        int next = 0;
        for (int row = 0; row <= last; row++) {
            if (there[row]) {
                part[next++] = row;
            }
        }
        return part;
    }

    private static int portion(int rows, double share) {
        return (int) Math.round(rows * share(share));
    }

    private static double share(double share) {
        return share > 0 ? Math.min(share, 1) : 0; // NaN is none
    }

    /**
     * These rows in random order, but each class spread evenly over the sequence, so that any stretch of it holds the
     * classes in proportion: the k-th of a class of n stands at (k + 1/2) / n of the way.
     */
    private static DataJob<int[]> evenly(Target target, int[] all, Random random) {
        int[] rows = all.clone();
        int[] classRank = new int[target.groups()]; // who goes first where two classes stand at the same place
        Arrays.setAll(classRank, i -> i);
        int[] members = new int[target.groups()];
        int[] seen = new int[target.groups()];
        double[] place = new double[rows.length];
        RowBlocks.Block counting = (from, to) -> {
            for (int i = from; i < to; i++) {
                members[target.group(rows[i])]++;
            }
        };
        RowBlocks.Block placing = (from, to) -> {
            for (int i = from; i < to; i++) {
                int group = target.group(rows[i]);
                double way = (seen[group]++ + 0.5) / members[group];
                place[i] = Math.floor(way * PLACES) * target.groups() + classRank[group];
            }
        };
        return RowBlocks.job(
                        rows.length,
                        1,
                        (from, to) -> random.shuffle(rows, rows.length - to, rows.length - from),
                        () -> rows)
                .then(shuffled -> {
                    random.shuffle(classRank);
                    return RowBlocks.job(rows.length, 1, counting, () -> members);
                })
                .then(counted -> RowBlocks.job(rows.length, 1, placing, () -> place))
                .then(placed -> order(rows, placed));
    }

    private static final double PLACES = 1 << 24;

    /** The rows sorted by their places; equal places keep their order (merge sort, without boxing). Each doubling of what is sorted is a slice. */
    private static DataJob<int[]> order(int[] rows, double[] place) {
        int[][] order = {new int[rows.length], new int[rows.length]};
        Arrays.setAll(order[0], i -> i);
        int doublings = 0;
        while (1L << doublings < rows.length) {
            doublings++;
        }
        int last = doublings % 2;
        return DataJob.of(
                "Splitting", doublings, "step", i -> merge(order[i % 2], order[1 - i % 2], place, 1 << i), () -> {
                    int[] ordered = new int[rows.length];
                    for (int i = 0; i < rows.length; i++) {
                        ordered[i] = rows[order[last][i]];
                    }
                    return ordered;
                });
    }

    private static void merge(int[] now, int[] next, double[] place, int width) {
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
    }
}
