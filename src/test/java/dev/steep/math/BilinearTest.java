package dev.steep.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class BilinearTest {
    /** Printed by keras.ops.image.resize(x, (4, 5), interpolation="bilinear") of Keras 3 with JAX. */
    @Test
    void numbersOfKeras() {
        double[] grid = {1, 2, 4, -3, 0, 8};
        assertArrayEquals(KERAS, Bilinear.resize(grid, 2, 3, 4, 5), 1e-5);
    }

    @Test
    void theSameSizeIsTheSameGrid() {
        double[] grid = {1, 2, 4, -3, 0, 8};
        assertArrayEquals(grid, Bilinear.resize(grid, 3, 2, 3, 2), 0);
    }

    private static final double[] KERAS = {
        1, 1.4, 2, 3.2, 4, 0, 0.6, 1.5, 3.6, 5, -2, -1, 0.5, 4.4, 7, -3, -1.8, 0, 4.8, 8
    };
}
