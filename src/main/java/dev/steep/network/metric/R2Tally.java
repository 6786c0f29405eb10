package dev.steep.network.metric;

import java.util.Arrays;

/**
 * The coefficient of determination: 1 - Σ(t - p)² / Σ(t - mean)², the mean of that over the numbers of a sample. Source: Keras 3,
 * {@code R2Score(class_aggregation="uniform_average")}.
 */
final class R2Tally implements Tally {
    private double[] sums = new double[0];
    private double[] squares = new double[0];
    private double[] residuals = new double[0];
    private long count;

    @Override
    public void predictions(float[] p, double[] t, int samples, int width) {
        if (sums.length < width) {
            sums = Arrays.copyOf(sums, width);
            squares = Arrays.copyOf(squares, width);
            residuals = Arrays.copyOf(residuals, width);
        }
        for (int sample = 0; sample < samples; sample++) {
            for (int i = 0; i < width; i++) {
                double target = t[sample * width + i];
                double error = target - p[sample * width + i];
                sums[i] += target;
                squares[i] += target * target;
                residuals[i] += error * error;
            }
        }
        count += samples;
    }

    /** 0 for a number that is the same in every sample, as in Keras. */
    @Override
    public double value() {
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            double score = 1 - residuals[i] / (squares[i] - sums[i] * sums[i] / count);
            sum += Double.isInfinite(score) ? 0 : score;
        }
        return sum / sums.length;
    }

    @Override
    public double[] sums() {
        return Sums.join(sums, squares, residuals, new double[] {count});
    }

    @Override
    public void goOn(double[] known) {
        sums = Sums.part(known, 0, 3);
        squares = Sums.part(known, 1, 3);
        residuals = Sums.part(known, 2, 3);
        count = (long) known[known.length - 1];
    }
}
