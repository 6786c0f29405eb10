package dev.steep.data;

import java.util.Arrays;

/** Samples of whole numbers from 0 to 255, as pixels come. */
public final class ByteSamples implements Samples {
    private final byte[] values;
    private final int size;

    /**
     * Samples one after the other.
     *
     * @param values unsigned bytes; handed over, not copied, since data sets are large
     * @param size numbers per sample
     */
    public ByteSamples(byte[] values, int size) {
        if (size < 1 || values.length % size != 0) {
            throw new IllegalArgumentException(values.length + " bytes are no whole number of samples of " + size);
        }
        this.values = values;
        this.size = size;
    }

    /** So many of the values, from this place on, as they are: a copy. */
    public byte[] bytes(int from, int count) {
        return Arrays.copyOfRange(values, from, from + count);
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
        return values[row * size + feature] & 0xFF;
    }

    @Override
    public float[] sample(int row) {
        float[] sample = new float[size];
        for (int i = 0; i < size; i++) {
            sample[i] = values[row * size + i] & 0xFF;
        }
        return sample;
    }

    /** In whole numbers, and over once every number that a byte can be was seen at both ends: images are large. */
    @Override
    public double[] range(int[] rows, int first, int last, int from, int to) {
        int low = 256;
        int high = -1;
        for (int k = first; k < last && (low > 0 || high < 255); k++) {
            int end = rows[k] * size + to;
            for (int i = rows[k] * size + from; i < end; i++) {
                int value = values[i] & 0xFF;
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        }
        return high < 0 ? new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY} : new double[] {low, high};
    }

    @Override
    public void gather(int[] rows, int from, int count, Rescaling scale, double[] into) {
        int next = 0;
        for (int k = from; k < from + count; k++) {
            int start = rows[k] * size;
            for (int i = 0; i < size; i++) {
                into[next++] = scale.apply(values[start + i] & 0xFF, i);
            }
        }
    }
}
