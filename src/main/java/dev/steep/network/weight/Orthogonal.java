package dev.steep.network.weight;

import dev.steep.math.Random;
import dev.steep.math.Shape;

/**
 * Random matrices whose shorter side's vectors have length 1 and are at right angles. Gaussian vectors are made so one
 * after the other (Gram-Schmidt, each twice, which removes the rounding of the first time); that is the Q of a QR
 * decomposition whose R has a positive diagonal, as in Keras.
 */
final class Orthogonal {
    private Orthogonal() {}

    /** All axes but the last count as one, as the rows of a matrix. */
    static Draw draw(Shape shape, double gain, Random random) {
        int columns = shape.length(-1);
        int rows = shape.size() / columns;
        boolean tall = rows >= columns;
        double[][] vectors = vectors(Math.min(rows, columns), Math.max(rows, columns), random);
        int[] next = {0};
        return () -> {
            int row = next[0] / columns;
            int column = next[0]++ % columns;
            return gain * (tall ? vectors[column][row] : vectors[row][column]);
        };
    }

    /** Additions and multiplications that it takes: twice, each vector is compared with all before it. */
    static double operations(Shape shape) {
        if (shape.rank() == 0) {
            return 0;
        }
        double columns = shape.length(-1);
        double rows = shape.count() / columns;
        double count = Math.min(rows, columns);
        return 4 * count * count * Math.max(rows, columns);
    }

    private static double[][] vectors(int count, int length, Random random) {
        double[][] vectors = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < length; k++) {
                vectors[i][k] = random.normal();
            }
            for (int times = 0; times < 2; times++) {
                for (int j = 0; j < i; j++) {
                    add(vectors[i], -dot(vectors[i], vectors[j]), vectors[j]);
                }
            }
            double size = Math.sqrt(dot(vectors[i], vectors[i]));
            add(vectors[i], 1 / size - 1, vectors[i]);
        }
        return vectors;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int k = 0; k < to.length; k++) {
            to[k] += factor * what[k];
        }
    }
}
