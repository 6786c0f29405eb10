package dev.steep.math.statistics;

/**
 * Whether probabilities mean what they say: predictions in ten bins by how sure they are, and how many of each are right. Bins reach from
 * above a tenth up to the next, as in scikit-learn's {@code calibration_curve}.
 *
 * @param count of predictions in each bin
 * @param sure the mean probability in each bin; NaN if it is empty
 * @param right the share that is right in each bin; NaN if it is empty
 * @param error the expected calibration error: the mean distance of the two, over all predictions (Guo, Pleiss, Sun and Weinberger, 2017)
 */
public record Calibration(int[] count, double[] sure, double[] right, double error) {
    public static final int BINS = 10;

    /**
     * Of predictions.
     *
     * @param sure the probability that each is given, from 0 to 1
     * @param right whether it is right
     */
    public static Calibration of(float[] sure, boolean[] right) {
        int[] count = new int[BINS];
        double[] sums = new double[BINS];
        double[] hits = new double[BINS];
        for (int i = 0; i < sure.length; i++) {
            int bin = 0;
            while (bin < BINS - 1 && sure[i] > (bin + 1) / (double) BINS) {
                bin++;
            }
            count[bin]++;
            sums[bin] += sure[i];
            hits[bin] += right[i] ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(sums[bin] - hits[bin]);
            sums[bin] /= count[bin];
            hits[bin] /= count[bin];
        }
        return new Calibration(count, sums, hits, error / sure.length);
    }
}
