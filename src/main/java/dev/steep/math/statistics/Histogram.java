package dev.steep.math.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * How often numbers of each size occur in a tensor, exactly counted. A bin is told by the first bits of a float: its sign, its
 * exponent and three bits of its fraction; so each octave has eight bins, and the bins of two tensors are always the same ones.
 *
 * @param count how many numbers there are, of all kinds
 * @param zeros how many are exactly 0
 * @param nans how many are NaN
 * @param infinite how many are infinite
 * @param mean of the finite ones; NaN if there are none
 * @param deviation of the finite ones, the root of their mean squared distance from the mean
 * @param low the lowest finite one
 * @param high the highest finite one
 * @param negative counts of negative numbers, by growing size
 * @param positive counts of positive numbers, by growing size
 */
public record Histogram(
        int count,
        int zeros,
        int nans,
        int infinite,
        double mean,
        double deviation,
        float low,
        float high,
        Bins negative,
        Bins positive) {
    /** Bits of a float that a bin does not tell apart. */
    private static final int REST = 20;

    /** Bins of one sign, infinity and NaN left out. */
    private static final int BINS = 0x7f800000 >>> REST;

    private static final int SIGN = 0x80000000;

    /** Numbers of one sign: {@code counts[i]} of them lie in bin {@code first + i}. */
    public record Bins(int first, float[] counts) {
        /** The size of the smallest number in the i-th of these bins; that of one beyond the last ends it. */
        public double edge(int i) {
            return Float.intBitsToFloat(first + i << REST);
        }
    }

    /** Of these numbers. */
    public static Histogram of(float[] values) {
        int[] below = new int[BINS];
        int[] above = new int[BINS];
        int zeros = 0;
        int nans = 0;
        int infinite = 0;
        double sum = 0;
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            int bits = Float.floatToRawIntBits(value);
            int size = bits & ~SIGN;
            if (size == 0) {
                zeros++;
            } else if (size >= BINS << REST) {
                infinite += size == BINS << REST ? 1 : 0;
                nans += size == BINS << REST ? 0 : 1;
                continue;
            } else if (bits < 0) {
                below[size >>> REST]++;
            } else {
                above[size >>> REST]++;
            }
            sum += value;
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        int finite = values.length - nans - infinite;
        double mean = finite == 0 ? Double.NaN : sum / finite;
        return new Histogram(
                values.length,
                zeros,
                nans,
                infinite,
                mean,
                deviation(values, mean, finite),
                finite == 0 ? Float.NaN : low,
                finite == 0 ? Float.NaN : high,
                bins(below),
                bins(above));
    }

    private static double deviation(float[] values, double mean, int finite) {
        double squares = 0;
        for (float value : values) {
            double distance = value - mean;
            squares += Math.abs(value) <= Float.MAX_VALUE ? distance * distance : 0;
        }
        return finite == 0 ? Double.NaN : Math.sqrt(squares / finite);
    }

    private static Bins bins(int[] counts) {
        int from = 0;
        int to = counts.length;
        while (from < to && counts[from] == 0) {
            from++;
        }
        while (to > from && counts[to - 1] == 0) {
            to--;
        }
        float[] some = new float[to - from];
        for (int i = 0; i < some.length; i++) {
            some[i] = counts[from + i];
        }
        return new Bins(some.length == 0 ? 0 : from, some);
    }

    /** The size of the largest finite number. */
    public double most() {
        return Float.isNaN(low) ? 0 : Math.max(Math.abs(low), Math.abs(high));
    }

    /** About how many bytes it takes. */
    public int bytes() {
        return 64 + 4 * (negative.counts.length + positive.counts.length);
    }

    /**
     * How many of the finite numbers lie in each of some rows, lowest first. The numbers of a bin are taken to be spread evenly.
     *
     * @param place where a number lies, from 0 to 1; it grows with the number
     */
    public double[] rows(DoubleUnaryOperator place, int rows) {
        double[] result = new double[rows];
        spread(result, place.applyAsDouble(0), place.applyAsDouble(0), zeros);
        for (int i = 0; i < positive.counts.length; i++) {
            double from = place.applyAsDouble(Math.min(positive.edge(i), high));
            spread(result, from, place.applyAsDouble(Math.min(positive.edge(i + 1), high)), positive.counts[i]);
        }
        for (int i = 0; i < negative.counts.length; i++) {
            double to = place.applyAsDouble(Math.max(-negative.edge(i), low));
            spread(result, place.applyAsDouble(Math.max(-negative.edge(i + 1), low)), to, negative.counts[i]);
        }
        return result;
    }

    private static void spread(double[] rows, double from, double to, double count) {
        double start = Math.max(0, Math.min(1, from)) * rows.length;
        double end = Math.max(0, Math.min(1, to)) * rows.length;
        int first = Math.min(rows.length - 1, (int) start);
        int last = Math.min(rows.length - 1, (int) end);
        if (count == 0 || first == last) {
            rows[first] += count;
            return;
        }
        for (int row = first; row <= last; row++) {
            double share = Math.min(end, row + 1) - Math.max(start, row);
            rows[row] += count * share / (end - start);
        }
    }

    /** As numbers, for {@link #read}. */
    public void write(List<float[]> to) {
        to.add(new float[] {
            count, zeros, nans, infinite, (float) mean, (float) deviation, low, high, negative.first, positive.first
        });
        to.add(new float[] {negative.counts.length});
        to.add(negative.counts);
        to.add(new float[] {positive.counts.length});
        to.add(positive.counts);
    }

    /** Where reading goes on. */
    public record Read(Histogram histogram, int next) {}

    /** Reads what {@link #write} wrote, from this place. */
    public static Read read(float[] from, int at) {
        int size = (int) from[at + 10];
        int second = at + 11 + size;
        int other = (int) from[second];
        int end = second + 1 + other;
        Bins negative = new Bins((int) from[at + 8], Arrays.copyOfRange(from, at + 11, second));
        Bins positive = new Bins((int) from[at + 9], Arrays.copyOfRange(from, second + 1, end));
        return new Read(
                new Histogram(
                        (int) from[at],
                        (int) from[at + 1],
                        (int) from[at + 2],
                        (int) from[at + 3],
                        from[at + 4],
                        from[at + 5],
                        from[at + 6],
                        from[at + 7],
                        negative,
                        positive),
                end);
    }

    /** Some arrays, one after the other. */
    public static float[] join(List<float[]> parts) {
        int length = 0;
        for (float[] part : parts) {
            length += part.length;
        }
        float[] all = new float[length];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
