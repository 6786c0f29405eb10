package dev.steep.math.statistics;

import java.util.Arrays;

/**
 * How well a score tells samples of a class from the others: at each threshold, those with this score or more are said to be of the class.
 * One point for each score that occurs, the highest first, as in scikit-learn's {@code roc_curve} and {@code precision_recall_curve}.
 */
public final class Ranking {
    private final int positives;
    private final int negatives;
    private final float[] thresholds;
    private final int[] truePositives;
    private final int[] falsePositives;

    private Ranking(int positives, int negatives, float[] thresholds, int[] truePositives, int[] falsePositives) {
        this.positives = positives;
        this.negatives = negatives;
        this.thresholds = thresholds;
        this.truePositives = truePositives;
        this.falsePositives = falsePositives;
    }

    /**
     * Of finite scores.
     *
     * @param positive which samples are of the class
     */
    public static Ranking of(float[] scores, boolean[] positive) {
        long[] keys = new long[scores.length];
        int positives = 0;
        for (int i = 0; i < keys.length; i++) {
            int bits = Float.floatToIntBits(scores[i] + 0f); // -0 becomes 0
            int rising = bits ^ bits >> 31 & 0x7fffffff;
            keys[i] = (long) rising << 1 | (positive[i] ? 1 : 0);
            positives += positive[i] ? 1 : 0;
        }
        Arrays.sort(keys);
        float[] thresholds = new float[keys.length];
        int[] truePositives = new int[keys.length];
        int[] falsePositives = new int[keys.length];
        int points = 0;
        int found = 0;
        for (int i = keys.length - 1; i >= 0; i--) {
            found += (int) (keys[i] & 1);
            if (i == 0 || keys[i - 1] >> 1 != keys[i] >> 1) {
                int rising = (int) (keys[i] >> 1);
                thresholds[points] = Float.intBitsToFloat(rising ^ rising >> 31 & 0x7fffffff);
                truePositives[points] = found;
                falsePositives[points] = keys.length - i - found;
                points++;
            }
        }
        return new Ranking(
                positives,
                keys.length - positives,
                Arrays.copyOf(thresholds, points),
                Arrays.copyOf(truePositives, points),
                Arrays.copyOf(falsePositives, points));
    }

    /** How many samples are of the class. */
    public int positives() {
        return positives;
    }

    /** How many are not. */
    public int negatives() {
        return negatives;
    }

    /** How many different scores there are. */
    public int points() {
        return thresholds.length;
    }

    /** The score of the i-th point. */
    public float threshold(int i) {
        return thresholds[i];
    }

    /** How many samples of the class have this score or more. */
    public int truePositives(int i) {
        return truePositives[i];
    }

    /** How many others have this score or more. */
    public int falsePositives(int i) {
        return falsePositives[i];
    }

    /**
     * The area under the ROC curve, by the trapezoid rule over all scores that occur: scikit-learn's {@code roc_auc_score}. It is the
     * share of pairs of a sample of the class and another of which the first has the higher score, equal scores counted half. NaN
     * where there are no samples of one kind.
     */
    public double auc() {
        double area = 0;
        for (int i = 0; i < points(); i++) {
            double more = falsePositives[i] - (i == 0 ? 0 : falsePositives[i - 1]);
            area += more * (truePositives[i] + (i == 0 ? 0 : truePositives[i - 1])) / 2;
        }
        return area / ((double) positives * negatives);
    }

    /**
     * The mean of the precision over the samples of the class, each at its own score: scikit-learn's {@code average_precision_score},
     * the area under precision as steps over recall. NaN where there is no sample of the class.
     */
    public double averagePrecision() {
        double sum = 0;
        for (int i = 0; i < points(); i++) {
            double more = truePositives[i] - (i == 0 ? 0 : truePositives[i - 1]);
            sum += more * truePositives[i] / (truePositives[i] + falsePositives[i]);
        }
        return sum / positives;
    }

    /** The same curve with about so many points, the last among them, so that no two neighbours are far apart. */
    public Ranking thinned(int most) {
        int[] kept = new int[points()];
        int count = 0;
        double from = 0;
        for (int i = 0; i < points(); i++) {
            double along = (double) truePositives[i] / Math.max(1, positives)
                    + (double) falsePositives[i] / Math.max(1, negatives);
            if (points() <= most || along - from >= 2.0 / most || i == points() - 1) {
                kept[count++] = i;
                from = along;
            }
        }
        float[] some = new float[count];
        int[] found = new int[count];
        int[] others = new int[count];
        for (int k = 0; k < count; k++) {
            some[k] = thresholds[kept[k]];
            found[k] = truePositives[kept[k]];
            others[k] = falsePositives[kept[k]];
        }
        return new Ranking(positives, negatives, some, found, others);
    }
}
