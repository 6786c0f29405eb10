package dev.steep.engine;

import java.util.Arrays;

/** The loss of every step, a list that grows without boxing. */
final class Losses {
    private float[] values = new float[256];
    private int size;

    void add(double loss) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = (float) loss;
    }

    void clear() {
        size = 0;
    }

    /** Those from this step on, a copy. */
    float[] from(int step) {
        return Arrays.copyOfRange(values, Math.max(0, Math.min(step, size)), size);
    }
}
