package dev.steep.network.metric;

import java.util.Arrays;

/**
 * The harmonic mean of precision and recall of each class, put together. Source: Keras 3, {@code F1Score}, which gives the scores
 * of all classes unless it is told how to average them.
 */
final class F1Tally implements Tally {
    /** How the classes' scores become one number. */
    enum Average {
        MACRO,
        MICRO,
        WEIGHTED
    }

    private final Average average;
    private double[] both = new double[0];
    private double[] said = new double[0];
    private double[] present = new double[0];

    F1Tally(Average average) {
        this.average = average;
    }

    @Override
    public void predictions(float[] p, double[] t, int count, int width) {
        if (both.length < width) {
            both = Arrays.copyOf(both, width);
            said = Arrays.copyOf(said, width);
            present = Arrays.copyOf(present, width);
        }
        for (int sample = 0; sample < count; sample++) {
            int from = sample * width;
            float largest = Float.NEGATIVE_INFINITY;
            for (int i = from; i < from + width; i++) {
                largest = Math.max(largest, p[i]);
            }
            for (int i = 0; i < width; i++) {
                boolean positive = width == 1 ? p[from] > 0.5f : p[from + i] == largest;
                boolean right = t[from + i] != 0;
                both[i] += positive && right ? 1 : 0;
                said[i] += positive ? 1 : 0;
                present[i] += right ? 1 : 0;
            }
        }
    }

    @Override
    public double value() {
        return switch (average) {
            case MICRO -> f1(total(both), total(said), total(present));
            case MACRO -> {
                double sum = 0;
                for (int i = 0; i < both.length; i++) {
                    sum += f1(both[i], said[i], present[i]);
                }
                yield sum / both.length;
            }
            case WEIGHTED -> {
                double sum = 0;
                for (int i = 0; i < both.length; i++) {
                    sum += f1(both[i], said[i], present[i]) * present[i];
                }
                yield sum / Math.max(total(present), Double.MIN_NORMAL);
            }
        };
    }

    /** 2 · precision · recall / (precision + recall), as counts; 0 where neither exists. */
    private static double f1(double both, double said, double present) {
        return said + present == 0 ? 0 : 2 * both / (said + present);
    }

    private static double total(double[] counts) {
        double sum = 0;
        for (double each : counts) {
            sum += each;
        }
        return sum;
    }

    @Override
    public double[] sums() {
        return Sums.join(both, said, present);
    }

    @Override
    public void goOn(double[] sums) {
        both = Sums.part(sums, 0, 3);
        said = Sums.part(sums, 1, 3);
        present = Sums.part(sums, 2, 3);
    }
}
