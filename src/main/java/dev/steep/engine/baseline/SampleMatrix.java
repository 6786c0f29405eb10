package dev.steep.engine.baseline;

import java.util.Arrays;

/**
 * Samples as a model is given them.
 *
 * @param x count × width, sample after sample
 */
record SampleMatrix(float[] x, int count, int width) {
    SampleMatrix(int count, int width) {
        this(new float[count * width], count, width);
    }

    /** These rows, or as many of them at even distances as have so many numbers together. */
    static int[] some(int[] rows, int width, int numbers) {
        int most = Math.max(1, numbers / width);
        if (rows.length <= most) {
            return rows;
        }
        int[] some = new int[most];
        Arrays.setAll(some, i -> rows[(int) ((long) i * rows.length / most)]);
        return some;
    }
}
