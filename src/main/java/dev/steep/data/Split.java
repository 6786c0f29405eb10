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
        int[] rows = new int[target.count()];
        Arrays.setAll(rows, i -> i);
        return cutEvenly(evenly(target, rows, random), validation, test);
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
        int[] rows = new int[target.count()];
        Arrays.setAll(rows, i -> i);
        int[] order = last ? rows : evenly(target, rows, random);
        int tests = Math.min(portion(rows.length, test), Math.max(0, rows.length - folds));
        int seen = rows.length - tests;
        int from = (int) ((long) seen * (fold - 1) / folds);
        int to = (int) ((long) seen * fold / folds);
        int[] training = new int[seen - (to - from)];
        System.arraycopy(order, 0, training, 0, from);
        System.arraycopy(order, to, training, from, seen - to);
        return new Split(
                sorted(training, 0, training.length), sorted(order, from, to), sorted(order, seen, rows.length));
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
    public static Split given(List<GivenPart> parts, Target target, double validation, Random random) {
        int[] training = rows(parts, GivenPart.TRAINING);
        int[] validating = rows(parts, GivenPart.VALIDATION);
        int[] testing = rows(parts, GivenPart.TEST);
        if (validating.length > 0) {
            return new Split(training, validating, testing);
        }
        Split drawn = cutEvenly(evenly(target, training, random), validation, 0);
        return new Split(drawn.training, drawn.validation, testing);
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
     * These rows in random order, but each class spread evenly over the sequence, so that any stretch of it holds the
     * classes in proportion: the k-th of a class of n stands at (k + 1/2) / n of the way.
     */
    private static int[] evenly(Target target, int[] all, Random random) {
        int[] rows = all.clone();
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
