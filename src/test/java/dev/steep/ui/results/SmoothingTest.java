package dev.steep.ui.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** Smoothed lines, with the numbers that TensorBoard's formula gives. */
class SmoothingTest {
    @Test
    void isTheDebiasedMovingAverage() {
        double[] smooth = Smoothing.of(new double[] {1, 2, 4, Double.NaN, 3}, 0.6);
        assertArrayEquals(new double[] {1, 1.625, 2.836734693877551, Double.NaN, 2.911764705882353}, smooth, 1e-12);
    }

    @Test
    void weightZeroLeavesTheNumbers() {
        double[] values = {3, -1, 0.5};
        assertArrayEquals(values, Smoothing.of(values, 0));
    }

    @Test
    void whatIsEvenStaysEven() {
        assertArrayEquals(new double[] {2, 2, 2, 2}, Smoothing.of(new double[] {2, 2, 2, 2}, 0.99), 1e-12);
    }
}
