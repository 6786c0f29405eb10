package dev.steep.engine.baseline;

import dev.steep.engine.Supply;

/**
 * What a model is given of a sample: its numbers as a network is given them, and of a polynomial their powers and products: of one
 * number x, x² and x³; of several, each, then all products of two.
 */
final class Terms {
    private final Supply supply;
    private final boolean polynomial;
    private final int width;
    private final double[] one;

    Terms(Supply supply, boolean polynomial) {
        this.supply = supply;
        this.polynomial = polynomial;
        width = supply.x().size();
        one = new double[width];
    }

    /** How many there are. */
    int count() {
        return polynomial ? count(width) : width;
    }

    /** Those of the sample at a place in {@code rows}, from there on in {@code to}. */
    void of(int[] rows, int place, float[] to, int from) {
        supply.x().gather(rows, place, 1, supply.scale(), one);
        for (int i = 0; i < width; i++) {
            to[from + i] = (float) one[i];
        }
        multiply(to, from);
    }

    /** Those of a sample that is prepared. */
    void of(float[] prepared, float[] to) {
        System.arraycopy(prepared, 0, to, 0, width);
        multiply(to, 0);
    }

    private void multiply(float[] to, int from) {
        if (!polynomial) {
            return;
        }
        int next = from + width;
        for (int a = 0; a < width; a++) {
            for (int b = a; b < width; b++) {
                to[next++] = to[from + a] * to[from + b];
            }
        }
        if (width == 1) {
            to[next] = to[from] * to[from] * to[from];
        }
    }

    static int count(int width) {
        return width == 1 ? 3 : width + width * (width + 1) / 2;
    }

    static int degree(int width) {
        return width == 1 ? 3 : 2;
    }
}
