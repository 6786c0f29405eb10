package dev.steep.engine.baseline;

import java.util.function.BooleanSupplier;

/**
 * Ordinary least squares with an intercept, by the normal equations of standardised inputs and Cholesky's decomposition (Golub and Van
 * Loan, Matrix Computations, 4.2 and 5.3). A tiny share of a ridge decides what collinear columns leave open, such as all of a category.
 */
final class Line implements Baseline {
    /** More inputs take too long. */
    static final int WIDEST = 300;

    private static final double RIDGE = 1e-9;
    private static final int BLOCK = 64;

    private final Matrix x;
    private final double[] y;
    private final int outputs;
    private final double[] mean;
    private final double[] step;
    private final double[] products;
    private final double[] weights;
    private final double[] offset;
    private int next;

    Line(Matrix x, double[] y, int outputs) {
        this.x = x;
        this.y = y;
        this.outputs = outputs;
        int width = x.width();
        mean = new double[width];
        step = new double[width];
        for (int i = 0; i < x.x().length; i++) {
            mean[i % width] += x.x()[i] / (double) x.count();
        }
        for (int i = 0; i < x.x().length; i++) {
            double off = x.x()[i] - mean[i % width];
            step[i % width] += off * off / x.count();
        }
        for (int i = 0; i < width; i++) {
            step[i] = step[i] > 0 ? 1 / Math.sqrt(step[i]) : 0;
        }
        offset = new double[outputs];
        for (int i = 0; i < y.length; i++) {
            offset[i % outputs] += y[i] * outputs / y.length;
        }
        products = new double[width * width];
        weights = new double[width * outputs];
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        int width = x.width();
        double[] row = new double[width];
        while (next < x.count()) {
            for (int end = Math.min(x.count(), next + BLOCK); next < end; next++) {
                add(row);
            }
            if (over.getAsBoolean()) {
                return false;
            }
        }
        for (int i = 0; i < width; i++) {
            products[i * width + i] += RIDGE * x.count() + (step[i] == 0 ? 1 : 0);
        }
        solve();
        return true;
    }

    private void add(double[] row) {
        int width = row.length;
        for (int i = 0; i < width; i++) {
            row[i] = (x.x()[next * width + i] - mean[i]) * step[i];
        }
        for (int i = 0; i < width; i++) {
            for (int j = 0; j <= i; j++) {
                products[i * width + j] += row[i] * row[j];
            }
            for (int k = 0; k < outputs; k++) {
                weights[i * outputs + k] += row[i] * (y[next * outputs + k] - offset[k]);
            }
        }
    }

    /** The lower triangle becomes Cholesky's factor, and the right sides the weights. */
    private void solve() {
        int n = x.width();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = products[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= products[i * n + k] * products[j * n + k];
                }
                products[i * n + j] = i == j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / products[j * n + j];
            }
        }
        for (int out = 0; out < outputs; out++) {
            for (int i = 0; i < n; i++) {
                double sum = weights[i * outputs + out];
                for (int k = 0; k < i; k++) {
                    sum -= products[i * n + k] * weights[k * outputs + out];
                }
                weights[i * outputs + out] = sum / products[i * n + i];
            }
            for (int i = n - 1; i >= 0; i--) {
                double sum = weights[i * outputs + out];
                for (int k = i + 1; k < n; k++) {
                    sum -= products[k * n + i] * weights[k * outputs + out];
                }
                weights[i * outputs + out] = sum / products[i * n + i];
            }
        }
    }

    @Override
    public void predict(Matrix of, int row, double[] says) {
        System.arraycopy(offset, 0, says, 0, outputs);
        for (int i = 0; i < of.width(); i++) {
            double value = (of.x()[row * of.width() + i] - mean[i]) * step[i];
            for (int k = 0; k < outputs; k++) {
                says[k] += value * weights[i * outputs + k];
            }
        }
    }
}
