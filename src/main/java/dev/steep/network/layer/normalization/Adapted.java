package dev.steep.network.layer.normalization;

/**
 * The mean and the variance of each channel, the last axis, of samples that come one after the other: what a layer that {@link
 * Layer#adapts} keeps as its states {@link #MEAN} and {@link #VARIANCE}. Deviations are added up from the first sample of each
 * channel, so that large numbers close together lose no digits.
 */
public final class Adapted {
    /** The state that has the mean of each channel. */
    public static final String MEAN = "mean";

    /** The state that has the variance of each channel, the biased one. */
    public static final String VARIANCE = "variance";

    private final double[] first;
    private final double[] sums;
    private final double[] squares;
    private double count;

    /** Of nothing yet. */
    public Adapted(int channels) {
        first = new double[channels];
        sums = new double[channels];
        squares = new double[channels];
    }

    /** Adds numbers, channel after channel; {@code from} is the first of them, and {@code to} the first that is not. */
    public void add(double[] numbers, int from, int to) {
        int channels = first.length;
        if (count == 0) {
            System.arraycopy(numbers, from, first, 0, channels);
        }
        for (int i = from; i < to; i += channels) {
            for (int c = 0; c < channels; c++) {
                double deviation = numbers[i + c] - first[c];
                sums[c] += deviation;
                squares[c] += deviation * deviation;
            }
            count++;
        }
    }

    /** The mean of each channel. */
    public float[] mean() {
        float[] mean = new float[first.length];
        for (int c = 0; c < mean.length; c++) {
            mean[c] = (float) (first[c] + sums[c] / count);
        }
        return mean;
    }

    /** The variance of each channel. */
    public float[] variance() {
        float[] variance = new float[first.length];
        for (int c = 0; c < variance.length; c++) {
            double mean = sums[c] / count;
            variance[c] = (float) Math.max(0, squares[c] / count - mean * mean);
        }
        return variance;
    }
}
