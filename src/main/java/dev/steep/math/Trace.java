package dev.steep.math;

import java.util.Arrays;

/**
 * A series of numbers that may go on for ever, in bounded room: when it is full, each two neighbours become their mean, and so
 * do all that follow. A drawing needs no more, and a run of millions of steps no more memory than one of thousands.
 */
public final class Trace {
    /** It never has more numbers than this, and at least half as many once it has been full. */
    public static final int MOST = 16_384;

    private float[] values = new float[256];
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
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = (float) (sum / summed);
        sum = 0;
        summed = 0;
    }

    /** The sum that is under way stays so: it is half of a number now. */
    private void halve() {
        size /= 2;
        stride *= 2;
        for (int i = 0; i < size; i++) {
            values[i] = (values[2 * i] + values[2 * i + 1]) / 2;
        }
    }

    /** All there is to know of a series: {@link #of} goes on from it. */
    public record State(float[] values, int stride, int count, double sum, int summed) {}

    /** How it stands; the array is a copy. */
    public State state() {
        return new State(Arrays.copyOf(values, size), stride, count, sum, summed);
    }

    /** A series of its own that goes on from there. */
    public static Trace of(State state) {
        Trace trace = new Trace();
        trace.values = Arrays.copyOf(state.values, Math.max(16, state.values.length));
        trace.size = state.values.length;
        trace.stride = state.stride;
        trace.count = state.count;
        trace.sum = state.sum;
        trace.summed = state.summed;
        return trace;
    }

    /** A series of its own that goes on from here. */
    public Trace copy() {
        return of(state());
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
        return index < size ? values[index] : (float) (sum / summed);
    }

    /** All of them, a copy. */
    public float[] values() {
        float[] all = Arrays.copyOf(values, size());
        if (summed > 0) {
            all[size] = at(size);
        }
        return all;
    }
}
