package dev.steep.network.metric;

import dev.steep.math.Elementary;

/**
 * The area under a curve that thresholds draw: true against false positive rate (ROC), or precision against recall (PR). Source:
 * Keras 3, {@code AUC}, with its evenly spaced thresholds and, for PR, the interpolation of Davis and Goadrich (2006).
 */
final class AucTally implements Tally {
    private static final double EPSILON = 1e-7;

    private final boolean roc;
    private final double[] thresholds;

    /** How many samples lie above the threshold of this number and not above the next, of those in the class and of the others. */
    private final double[] inside;

    private final double[] outside;

    /**
     * Of so many thresholds.
     *
     * @param roc whether the curve is ROC, or else PR
     */
    AucTally(int count, boolean roc) {
        this.roc = roc;
        thresholds = new double[count];
        thresholds[0] = -EPSILON;
        thresholds[count - 1] = 1 + EPSILON;
        for (int i = 1; i < count - 1; i++) {
            thresholds[i] = i / (count - 1.0);
        }
        inside = new double[count];
        outside = new double[count];
    }

    @Override
    public void predictions(float[] p, double[] t, int count, int width) {
        int last = thresholds.length - 1;
        for (int i = 0; i < count * width; i++) {
            // Keras multiplies in float32, which decides for predictions that are a threshold.
            float above = (float) (p[i] * (double) last);
            int place = (int) Math.max(0, Math.min(last, Math.ceil(above) - 1));
            (t[i] != 0 ? inside : outside)[place]++;
        }
    }

    @Override
    public double value() {
        int n = thresholds.length;
        double[] truePositives = above(inside);
        double[] falsePositives = above(outside);
        double positives = truePositives[0];
        double negatives = falsePositives[0];
        double area = 0;
        for (int i = 0; i < n - 1; i++) {
            area += roc
                    ? (share(falsePositives[i], negatives) - share(falsePositives[i + 1], negatives))
                            * (share(truePositives[i], positives) + share(truePositives[i + 1], positives))
                            / 2
                    : slice(
                            truePositives[i],
                            truePositives[i + 1],
                            falsePositives[i],
                            falsePositives[i + 1],
                            positives);
        }
        return positives + negatives == 0 ? Double.NaN : area;
    }

    /** How many lie above each threshold. */
    private static double[] above(double[] counts) {
        double[] sums = new double[counts.length];
        double sum = 0;
        for (int i = counts.length - 1; i >= 0; i--) {
            sum += counts[i];
            sums[i] = sum;
        }
        return sums;
    }

    /** The area under precision between two thresholds, where true positives go from a to b: (slope Δtp + intercept log(a / b)) / positives. */
    private static double slice(double a, double b, double falseA, double falseB, double positives) {
        double more = a - b;
        double said = a + falseA;
        double saidNext = b + falseB;
        double slope = share(more, Math.max(said - saidNext, 0));
        double intercept = b - slope * saidNext;
        double ratio = said > 0 && saidNext > 0 ? said / saidNext : 1;
        return share(slope * (more + intercept * Elementary.log(ratio)), Math.max(positives, 0));
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    @Override
    public double[] sums() {
        return Sums.join(inside, outside);
    }

    @Override
    public void goOn(double[] sums) {
        System.arraycopy(sums, 0, inside, 0, inside.length);
        System.arraycopy(sums, inside.length, outside, 0, outside.length);
    }
}
