package dev.steep.network.layer.normalization;

/**
 * The mean and the variance of each channel of samples that come one after the other: what a layer that {@link
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
    private final int[] channel;
    private double count;

    /**
     * Of nothing yet.
     *
     * @param channel of each number of a sample
     */
    public Adapted(int channels, int[] channel) {
        first = new double[channels];
        sums = new double[channels];
        squares = new double[channels];
        this.channel = channel;
    }

    /** Adds so many samples, one after the other. */
    public void add(double[] numbers, int samples) {
        if (count == 0) {
            for (int i = channel.length - 1; i >= 0; i--) {
                first[channel[i]] = numbers[i];
            }
        }
        for (int from = 0; from < samples * channel.length; from += channel.length) {
            for (int i = 0; i < channel.length; i++) {
                int c = channel[i];
                double deviation = numbers[from + i] - first[c];
                sums[c] += deviation;
                squares[c] += deviation * deviation;
            }
        }
        count += samples * (double) (channel.length / first.length);
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
