package dev.steep.engine.baseline;

import dev.steep.math.Elementary;
import java.util.function.BooleanSupplier;

/**
 * Logistic regression with scikit-learn's default penalty: the sum of the cross entropies and half the sum of the squared weights,
 * without the intercepts, is least. Two classes have one weight per input, more have one per input and class.
 */
final class Logistic implements Baseline {
    private static final int MOST_STEPS = 100;
    private static final double FLAT = 1e-5;

    private final Matrix x;
    private final double[] y;
    private final int classes;
    private final int columns;
    private final double[] scores;
    private final Lbfgs search;
    private int steps;

    /** @param y count × classes, one-hot */
    Logistic(Matrix x, double[] y, int classes) {
        this.x = x;
        this.y = y;
        this.classes = classes;
        columns = classes == 2 ? 1 : classes;
        scores = new double[classes];
        search = new Lbfgs(this::loss, (x.width() + 1) * columns);
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        while (steps < MOST_STEPS && search.slope() > FLAT) {
            steps = search.step() ? steps + 1 : MOST_STEPS;
            if (over.getAsBoolean()) {
                return false;
            }
        }
        return true;
    }

    private double loss(double[] weights, double[] gradient) {
        int width = x.width();
        double loss = 0;
        double[] off = new double[columns];
        for (int row = 0; row < x.count(); row++) {
            probabilities(weights, x, row, scores);
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
        for (int i = 0; i < width * columns; i++) {
            loss += weights[i] * weights[i] / 2;
            gradient[i] += weights[i];
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= x.count();
        }
        return loss / x.count();
    }

    private void probabilities(double[] weights, Matrix of, int row, double[] says) {
        int width = of.width();
        double[] sums = new double[columns];
        System.arraycopy(weights, width * columns, sums, 0, columns);
        for (int i = 0; i < width; i++) {
            double value = of.x()[row * width + i];
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
    public void predict(Matrix of, int row, double[] says) {
        probabilities(search.x(), of, row, says);
    }
}
