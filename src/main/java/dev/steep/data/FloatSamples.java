package dev.steep.data;

import java.util.Arrays;

/** Samples of float32 numbers: points, tables, measurements. */
public final class FloatSamples implements Samples {
    private final float[] values;
    private final int size;

    /**
     * Samples one after the other.
     *
     * @param values handed over, not copied, since data sets are large
     * @param size numbers per sample
     */
    public FloatSamples(float[] values, int size) {
        if (size < 1 || values.length % size != 0) {
            throw new IllegalArgumentException(values.length + " numbers are no whole number of samples of " + size);
        }
        this.values = values;
        this.size = size;
    }

    @Override
    public int count() {
        return values.length / size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public double at(int row, int feature) {
        return values[row * size + feature];
    }

    @Override
    public float[] sample(int row) {
        return Arrays.copyOfRange(values, row * size, (row + 1) * size);
    }

    @Override
    public void gather(int[] rows, int from, int count, Rescaling scale, double[] into) {
        int next = 0;
        for (int k = from; k < from + count; k++) {
            int start = rows[k] * size;
            for (int i = 0; i < size; i++) {
                into[next++] = scale.apply(values[start + i], i);
            }
        }
    }
}
