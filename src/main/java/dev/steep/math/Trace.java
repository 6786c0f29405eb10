package dev.steep.math;

import java.util.Arrays;

/**
 * A series of numbers that may go on for ever, in bounded room: when it is full, each two neighbours become their mean, and so
 * do all that follow. A drawing needs no more, and a run of millions of steps no more memory than one of thousands. Copies share
 * the numbers that they have in common.
 */
public final class Trace {
    /** It never has more numbers than this, and at least half as many once it has been full. */
    public static final int MOST = 16_384;

    /** Numbers, shared by series with the same beginning: the first that is full goes on in it, any other has a copy. */
    private static final class Store {
        float[] values;
        int used;

        Store(float[] values, int used) {
            this.values = values;
            this.used = used;
        }
    }

    private Store store = new Store(new float[256], 0);
    private int size;
    private int stride = 1;
    private int count;
    private double sum;
    private int summed;

    /** Continues the series. */
    public void add(double number) {
        count++;
        sum += number;
        summed++;
        if (summed < stride) {
            return;
        }
        if (size == MOST) {
            halve();
            return;
        }
        append((float) (sum / summed));
        sum = 0;
        summed = 0;
    }

    private void append(float number) {
        if (store.used != size) {
            store = new Store(Arrays.copyOf(store.values, Math.max(16, size + size / 2)), size);
        }
        if (size == store.values.length) {
            store.values = Arrays.copyOf(store.values, Math.max(16, 2 * size));
        }
        store.values[size++] = number;
        store.used = size;
    }

    /** The sum that is under way stays so: it is half of a number now. */
    private void halve() {
        size /= 2;
        stride *= 2;
        float[] means = new float[MOST];
        for (int i = 0; i < size; i++) {
            means[i] = (store.values[2 * i] + store.values[2 * i + 1]) / 2;
        }
        store = new Store(means, size);
    }

    /** All there is to know of a series: {@link #of} goes on from it. */
    public record State(float[] values, int stride, int count, double sum, int summed) {}

    /** How it stands; the array is a copy. */
    public State state() {
        return new State(Arrays.copyOf(store.values, size), stride, count, sum, summed);
    }

    /** A series of its own that goes on from there. */
    public static Trace of(State state) {
        Trace trace = new Trace();
        trace.store = new Store(state.values.clone(), state.values.length);
        trace.size = state.values.length;
        trace.stride = state.stride;
        trace.count = state.count;
        trace.sum = state.sum;
        trace.summed = state.summed;
        return trace;
    }

    /** A series of its own that goes on from here. */
    public Trace copy() {
        Trace copy = new Trace();
        copy.store = store;
        copy.size = size;
        copy.stride = stride;
        copy.count = count;
        copy.sum = sum;
        copy.summed = summed;
        return copy;
    }

    /** Only about so many of the first numbers stay: what is less than one that is kept goes too. */
    public void cut(int first) {
        size = Math.min(size, first / stride);
        count = size * stride;
        sum = 0;
        summed = 0;
    }

    /** Begins anew. */
    public void clear() {
        store = new Store(new float[256], 0);
        size = 0;
        stride = 1;
        count = 0;
        sum = 0;
        summed = 0;
    }

    /** How many numbers were added. */
    public int count() {
        return count;
    }

    /** How many of them each number stands for, as their mean: 1, 2, 4 ...; the last may stand for fewer. */
    public int stride() {
        return stride;
    }

    /** How many numbers it has. */
    public int size() {
        return size + (summed > 0 ? 1 : 0);
    }

    /** One of them. */
    public float at(int index) {
        return index < size ? store.values[index] : (float) (sum / summed);
    }

    /** All of them, a copy. */
    public float[] values() {
        float[] all = new float[size()];
        System.arraycopy(store.values, 0, all, 0, size);
        if (summed > 0) {
            all[size] = at(size);
        }
        return all;
    }
}
