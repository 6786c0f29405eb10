package dev.steep.engine.baseline;

import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** The mean of what is right for the nearest training samples, by Euclid's distance; of classes, the one that most of them are of. */
final class Neighbours implements Baseline {
    /** As scikit-learn's default. */
    static final int K = 5;

    private final SampleMatrix x;
    private final double[] y;
    private final int outputs;

    Neighbours(SampleMatrix x, double[] y, int outputs) {
        this.x = x;
        this.y = y;
        this.outputs = outputs;
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        return true;
    }

    @Override
    public void predict(float[] of, double[] says) {
        int k = Math.min(K, x.count());
        double[] distances = new double[k];
        int[] nearest = new int[k];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (int i = 0; i < x.count(); i++) {
            double distance = distance(of, i, distances[k - 1]);
            if (distance < distances[k - 1]) {
                int place = k - 1;
                while (place > 0 && distances[place - 1] > distance) {
                    distances[place] = distances[place - 1];
                    nearest[place] = nearest[place - 1];
                    place--;
                }
                distances[place] = distance;
                nearest[place] = i;
            }
        }
        Arrays.fill(says, 0);
        for (int each : nearest) {
            for (int out = 0; out < outputs; out++) {
                says[out] += y[each * outputs + out] / k;
            }
        }
    }

    /** Squared; more than the limit once it is more. */
    private double distance(float[] of, int i, double limit) {
        int width = x.width();
        int b = i * width;
        double sum = 0;
        for (int from = 0; from < width && sum <= limit; from += 32) {
            int end = Math.min(width, from + 32);
            for (int k = from; k < end; k++) {
                double off = of[k] - x.x()[b + k];
                sum += off * off;
            }
        }
        return sum;
    }
}
