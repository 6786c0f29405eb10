package dev.steep.math.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LeastSquaresTest {
    private static final double[] X = {0, 1, 2, 3, 5, 8};
    private static final double[] Y = {1.1, 2.9, 5.2, 6.8, 11.3, 16.7};

    /**
     * A straight line y = a x + b by hand, as in any textbook: with Sxx = sum of (x - mean x)², a = Sxy / Sxx, b = mean y - a mean x,
     * s² = SSE / (n - 2), the errors are s / sqrt(Sxx) and s sqrt(1 / n + (mean x)² / Sxx).
     */
    @Test
    void errorsOfAStraightLineAreTheTextbooks() {
        int n = X.length;
        double mx = 0;
        double my = 0;
        for (int i = 0; i < n; i++) {
            mx += X[i] / n;
            my += Y[i] / n;
        }
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            sxx += (X[i] - mx) * (X[i] - mx);
            sxy += (X[i] - mx) * (Y[i] - my);
        }
        double a = sxy / sxx;
        double b = my - a * mx;
        double sse = 0;
        LeastSquares squares = new LeastSquares(2);
        for (int i = 0; i < n; i++) {
            double residual = Y[i] - a * X[i] - b;
            sse += residual * residual;
            squares.add(new double[] {X[i], 1}, residual);
        }
        double s = Math.sqrt(sse / (n - 2));
        double[] errors = squares.estimate().orElseThrow().errors();
        assertEquals(s, squares.deviation(), 1e-12);
        assertEquals(s / Math.sqrt(sxx), errors[0], 1e-12);
        assertEquals(s * Math.sqrt(1.0 / n + mx * mx / sxx), errors[1], 1e-12);
    }

    /** Of a mean m, whose error is s / sqrt(n), a model that says m - d is d sqrt(n) / s errors away. */
    @Test
    void howFarTheBestFitIsCountsInErrors() {
        LeastSquares squares = new LeastSquares(1);
        double mean = 0;
        for (double y : Y) {
            mean += y / Y.length;
        }
        for (double y : Y) {
            squares.add(new double[] {1}, y - (mean - 0.5));
        }
        double s = squares.deviation();
        assertEquals(
                0.5 * Math.sqrt(Y.length) / s, squares.estimate().orElseThrow().away(), 1e-12);
    }

    @Test
    void whatDataDoNotDecideHasNoErrors() {
        LeastSquares twice = new LeastSquares(2);
        LeastSquares idle = new LeastSquares(2);
        LeastSquares few = new LeastSquares(2);
        for (double x : X) {
            twice.add(new double[] {x, 3 * x}, 0.1);
            idle.add(new double[] {x, 0}, 0.1);
        }
        few.add(new double[] {1, 0}, 0.1);
        few.add(new double[] {0, 1}, 0.1);
        assertTrue(twice.estimate().isEmpty());
        assertTrue(idle.estimate().isEmpty());
        assertTrue(few.estimate().isEmpty());
    }
}
