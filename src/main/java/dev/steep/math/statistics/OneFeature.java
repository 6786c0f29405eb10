package dev.steep.math.statistics;

import java.util.Arrays;

/** How well one number of each sample alone tells what is to be predicted. */
public final class OneFeature {
    private OneFeature() {}

    /**
     * The share of samples that the best rule with one interval for each class gets right, the classes in the order of their mean
     * values: found exactly, by dynamic programming over the sorted values. Samples of equal values always fall into one interval.
     *
     * @param x a value of each sample
     * @param labels its class
     * @param classes how many classes there are
     */
    public static double accuracy(float[] x, int[] labels, int classes) {
        int count = x.length;
        if (count == 0 || classes == 0) {
            return 0;
        }
        Integer[] sorted = new Integer[count];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, (a, b) -> Float.compare(x[a], x[b]));
        int[] order = byMean(x, labels, classes);
        int[] right = new int[classes]; // right[k]: the most right answers if the last sample so far is in interval k
        for (int from = 0; from < count; ) {
            int to = from;
            int[] equal = new int[classes];
            while (to < count && Float.compare(x[sorted[to]], x[sorted[from]]) == 0) {
                equal[labels[sorted[to++]]]++;
            }
            int best = Integer.MIN_VALUE;
            for (int k = 0; k < classes; k++) {
                best = Math.max(best, right[k]);
                right[k] = best + equal[order[k]];
            }
            from = to;
        }
        return (double) Arrays.stream(right).max().orElse(0) / count;
    }

    private static int[] byMean(float[] x, int[] labels, int classes) {
        double[] sums = new double[classes];
        int[] counts = new int[classes];
        for (int i = 0; i < x.length; i++) {
            sums[labels[i]] += x[i];
            counts[labels[i]]++;
        }
        Integer[] order = new Integer[classes];
        Arrays.setAll(order, k -> k);
        Arrays.sort(
                order, (a, b) -> Double.compare(sums[a] / Math.max(1, counts[a]), sums[b] / Math.max(1, counts[b])));
        return Arrays.stream(order).mapToInt(k -> k).toArray();
    }

    /** The square of Pearson's correlation of two rows of numbers; 0 if either is constant. */
    public static double determination(float[] x, float[] y) {
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            meanX += x[i] / (double) x.length;
            meanY += y[i] / (double) x.length;
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? xy * xy / (xx * yy) : 0;
    }
}
