package dev.steep.engine.baseline;

import dev.steep.math.Elementary;
import java.util.function.BooleanSupplier;

/**
 * Logistic regression with scikit-learn's default penalty: the sum of the cross entropies and half the sum of the squared weights,
 * without the intercepts, is least. Two classes have one weight per input, more have one per input and class.
 */
final class Logistic implements Baseline {
    private static final int MOST_STEPS = 100;
    private static final double FLAT = 1e-4;

    /** Products between two looks at the clock. */
    private static final int CHUNK = 1 << 16;

    private final SampleMatrix x;
    private final double[] y;
    private final int classes;
    private final int columns;
    private final double[] scores;
    private final Lbfgs search;

    /** @param y count × classes, one-hot */
    Logistic(SampleMatrix x, double[] y, int classes) {
        this.x = x;
        this.y = y;
        this.classes = classes;
        columns = classes == 2 ? 1 : classes;
        scores = new double[classes];
        search = new Lbfgs(new Loss(), (x.width() + 1) * columns, MOST_STEPS, FLAT);
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        return search.advance(over);
    }

    @Override
    public double share() {
        return search.share();
    }

    /** The mean over the samples, a chunk of them at a time. */
    private final class Loss implements Lbfgs.Function {
        private final double[] off = new double[columns];
        private double[] weights = {};
        private double[] gradient = {};
        private double loss;
        private int next;

        @Override
        public void at(double[] there) {
            weights = there;
            gradient = new double[there.length];
            loss = 0;
            next = 0;
        }

        @Override
        public boolean advance(BooleanSupplier over) {
            int chunk = Math.max(1, CHUNK / weights.length);
            while (next < x.count()) {
                for (int end = Math.min(x.count(), next + chunk); next < end; next++) {
                    add(next);
                }
                if (next < x.count() && over.getAsBoolean()) {
                    return false;
                }
            }
            return true;
        }

        private void add(int row) {
            int width = x.width();
            probabilities(weights, x.x(), row * width, scores);
            for (int k = 0; k < classes; k++) {
                if (y[row * classes + k] > 0) {
                    loss -= Elementary.log(Math.max(scores[k], 1e-300));
                }
            }
            for (int k = 0; k < columns; k++) {
                int of = columns == 1 ? 1 : k;
                off[k] = scores[of] - y[row * classes + of];
                gradient[width * columns + k] += off[k];
            }
            for (int i = 0; i < width; i++) {
                double value = x.x()[row * width + i];
                if (value != 0) { // most pixels of many images are 0
                    for (int k = 0; k < columns; k++) {
                        gradient[i * columns + k] += off[k] * value;
                    }
                }
            }
        }

        @Override
        public double value() {
            double penalty = 0;
            for (int i = 0; i < x.width() * columns; i++) {
                penalty += weights[i] * weights[i] / 2;
            }
            return (loss + penalty) / x.count();
        }

        @Override
        public double[] gradient() {
            double[] whole = gradient.clone();
            for (int i = 0; i < whole.length; i++) {
                whole[i] = (whole[i] + (i < x.width() * columns ? weights[i] : 0)) / x.count();
            }
            return whole;
        }
    }

    private void probabilities(double[] weights, float[] of, int from, double[] says) {
        int width = x.width();
        double[] sums = new double[columns];
        System.arraycopy(weights, width * columns, sums, 0, columns);
        for (int i = 0; i < width; i++) {
            double value = of[from + i];
            if (value != 0) {
                for (int k = 0; k < columns; k++) {
                    sums[k] += value * weights[i * columns + k];
                }
            }
        }
        if (columns == 1) {
            says[1] = sums[0] >= 0 ? 1 / (1 + Elementary.exp(-sums[0])) : 1 - 1 / (1 + Elementary.exp(sums[0]));
            says[0] = sums[0] >= 0 ? 1 - says[1] : 1 / (1 + Elementary.exp(sums[0]));
            return;
        }
        double most = sums[0];
        for (double each : sums) {
            most = Math.max(most, each);
        }
        double all = 0;
        for (int k = 0; k < columns; k++) {
            says[k] = Elementary.exp(sums[k] - most);
            all += says[k];
        }
        for (int k = 0; k < columns; k++) {
            says[k] /= all;
        }
    }

    @Override
    public void predict(float[] of, double[] says) {
        probabilities(search.x(), of, 0, says);
    }
}
