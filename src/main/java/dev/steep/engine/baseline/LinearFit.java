package dev.steep.engine.baseline;

import java.util.function.BooleanSupplier;

/**
 * Ordinary least squares with an intercept, by the normal equations of standardised inputs and Cholesky's decomposition (Golub and Van
 * Loan, Matrix Computations, 4.2 and 5.3). A tiny share of a ridge decides what collinear columns leave open, such as all of a category.
 */
final class LinearFit implements Baseline {
    /** More inputs take too long. */
    static final int WIDEST = 300;

    private static final double RIDGE = 1e-9;
    private static final int PRODUCTS = 2;

    /** Products between two looks at the clock. */
    private static final int BLOCK = 1 << 17;

    private final SampleMatrix x;
    private final double[] y;
    private final int outputs;
    private final double[] mean;
    private final double[] step;
    private final double[] products;
    private final double[] weights;
    private final double[] offset;
    private final double[] row;
    private int pass;
    private int next;

    LinearFit(SampleMatrix x, double[] y, int outputs) {
        this.x = x;
        this.y = y;
        this.outputs = outputs;
        int width = x.width();
        mean = new double[width];
        step = new double[width];
        offset = new double[outputs];
        for (int i = 0; i < y.length; i++) {
            offset[i % outputs] += y[i] * outputs / y.length;
        }
        products = new double[width * width];
        weights = new double[width * outputs];
        row = new double[width];
    }

    /** The first time through it finds the means, the second time the deviations, the third time the products. */
    @Override
    public boolean advance(BooleanSupplier over) {
        int width = x.width();
        while (pass <= PRODUCTS) {
            int block = Math.max(1, BLOCK / (pass == PRODUCTS ? width * width : width));
            for (int end = Math.min(x.count(), next + block); next < end; next++) {
                add();
            }
            if (next == x.count()) {
                next = 0;
                pass++;
                passed();
            }
            if (over.getAsBoolean()) {
                break;
            }
        }
        return pass > PRODUCTS;
    }

    private void passed() {
        int width = x.width();
        for (int i = 0; i < width && pass == PRODUCTS; i++) {
            step[i] = step[i] > 0 ? 1 / Math.sqrt(step[i]) : 0;
        }
        for (int i = 0; i < width && pass > PRODUCTS; i++) {
            products[i * width + i] += RIDGE * x.count() + (step[i] == 0 ? 1 : 0);
        }
        if (pass > PRODUCTS) {
            solve();
        }
    }

    private void add() {
        int width = row.length;
        int from = next * width;
        for (int i = 0; i < width && pass == 0; i++) {
            mean[i] += x.x()[from + i] / (double) x.count();
        }
        for (int i = 0; i < width && pass == 1; i++) {
            double off = x.x()[from + i] - mean[i];
            step[i] += off * off / x.count();
        }
        for (int i = 0; i < width && pass == PRODUCTS; i++) {
            row[i] = (x.x()[from + i] - mean[i]) * step[i];
        }
        for (int i = 0; i < width && pass == PRODUCTS; i++) {
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
    public void predict(float[] of, double[] says) {
        System.arraycopy(offset, 0, says, 0, outputs);
        for (int i = 0; i < of.length; i++) {
            double value = (of[i] - mean[i]) * step[i];
            for (int k = 0; k < outputs; k++) {
                says[k] += value * weights[i * outputs + k];
            }
        }
    }
}
