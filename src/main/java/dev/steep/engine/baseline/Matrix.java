package dev.steep.engine.baseline;

import dev.steep.engine.Supply;

/**
 * Samples as a network is given them, some of a part.
 *
 * @param x count × width, sample after sample
 */
record Matrix(float[] x, int count, int width) {
    /** These rows, or as many of them at even distances as have so many numbers together. */
    static int[] some(int[] rows, int width, int numbers) {
        int most = Math.max(1, numbers / width);
        if (rows.length <= most) {
            return rows;
        }
        int[] some = new int[most];
        for (int i = 0; i < most; i++) {
            some[i] = rows[(int) ((long) i * rows.length / most)];
        }
        return some;
    }

    static Matrix of(Supply supply, int[] rows) {
        int width = supply.x().size();
        float[] x = new float[rows.length * width];
        double[] one = new double[width];
        for (int i = 0; i < rows.length; i++) {
            supply.x().gather(rows, i, 1, supply.scale(), one);
            for (int k = 0; k < width; k++) {
                x[i * width + k] = (float) one[k];
            }
        }
        return new Matrix(x, rows.length, width);
    }

    /** Powers and products up to a degree: of one number x, x² and x³; of several, each, then all products of two. */
    Matrix polynomial() {
        int terms = terms(width);
        float[] all = new float[count * terms];
        for (int i = 0; i < count; i++) {
            int to = i * terms;
            int from = i * width;
            System.arraycopy(x, from, all, to, width);
            int next = to + width;
            for (int a = 0; a < width; a++) {
                for (int b = a; b < width; b++) {
                    all[next++] = x[from + a] * x[from + b];
                }
            }
            if (width == 1) {
                all[next] = x[from] * x[from] * x[from];
            }
        }
        return new Matrix(all, count, terms);
    }

    static int terms(int width) {
        return width == 1 ? 3 : width + width * (width + 1) / 2;
    }

    static int degree(int width) {
        return width == 1 ? 3 : 2;
    }
}
