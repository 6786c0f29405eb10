package dev.steep.data.table;

import dev.steep.data.ColumnSamples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many doubles, each kept to the last bit, in as few bytes as its neighbours allow: as whole numbers of one, two or four bytes that count
 * tenths, hundredths, ... (24.37 is 2437 hundredths, and the quotient of two exact numbers is the double nearest to what was written), as
 * floats, or else as doubles. NaN is a gap.
 */
public final class PackedNumbers implements ColumnSamples.Feature {
    private static final int LARGEST_BITS = 12;
    private static final int MOST_WAITING = 1 << 20; // numbers of all columns together that are not packed yet
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};

    private final Piece[] pieces;
    private final int bits;
    private final int size;
    private final int gaps;

    private PackedNumbers(List<Piece> pieces, int bits, int size, int gaps) {
        this.pieces = pieces.toArray(new Piece[0]);
        this.bits = bits;
        this.size = size;
        this.gaps = gaps;
    }

    /** Of an array, which is not kept. */
    public static PackedNumbers of(double[] values) {
        Builder builder = new Builder(1, values.length);
        for (double value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    /** How many. */
    public int size() {
        return size;
    }

    @Override
    public boolean isComplete() {
        return gaps == 0;
    }

    /** How many of them are NaN. */
    int gaps() {
        return gaps;
    }

    @Override
    public double at(int place) {
        return pieces[place >> bits].at(place & (1 << bits) - 1);
    }

    /** The lowest and the highest that is no gap; infinities the other way round if all are gaps. */
    double[] range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double value = at(i);
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        return new double[] {low, high};
    }

    /** Takes them one after the other; the last ones are not packed yet. */
    static final class Builder {
        private final List<Piece> pieces = new ArrayList<>();
        private final int bits;
        private double[] waiting;
        private int used;
        private int size;
        private int gaps;

        /**
         * @param columns that are built at the same time
         * @param rows how many numbers there will be, at the most
         */
        Builder(int columns, int rows) {
            int fair = Math.max(1, MOST_WAITING / Math.max(1, columns));
            int most = Math.min(fair, Math.max(1, rows));
            bits = Math.max(4, Math.min(LARGEST_BITS, 31 - Integer.numberOfLeadingZeros(most)));
            waiting = new double[Math.min(1 << bits, Math.max(1, rows))];
        }

        void add(double value) {
            if (used == waiting.length) {
                waiting = Arrays.copyOf(waiting, Math.min(1 << bits, 2 * used));
            }
            waiting[used++] = value;
            gaps += Double.isNaN(value) ? 1 : 0;
            size++;
            if (used == 1 << bits) {
                pieces.add(packed(waiting, used));
                used = 0;
            }
        }

        /** A place in a list, of which -1 is a gap. */
        void addPlace(int place) {
            add(place < 0 ? Double.NaN : place);
        }

        PackedNumbers build() {
            if (used > 0) {
                pieces.add(packed(waiting, used));
            }
            waiting = new double[0];
            return new PackedNumbers(pieces, bits, size, gaps);
        }
    }

    private interface Piece {
        double at(int i);
    }

    private static Piece packed(double[] values, int count) {
        for (double power : POWERS) {
            double largest = largestStep(values, count, power);
            if (largest >= 0) {
                return stepped(values, count, power, largest);
            }
        }
        for (int i = 0; i < count; i++) {
            if (!same((float) values[i], values[i])) {
                return new Doubles(Arrays.copyOf(values, count));
            }
        }
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) values[i];
        }
        return new Floats(floats);
    }

    /** How many steps of a power of ten the largest of them has, if each is a whole number of them; else -1. */
    private static double largestStep(double[] values, int count, double power) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            double value = values[i];
            if (Double.isNaN(value)) {
                continue;
            }
            double steps = Math.rint(value * power) + 0.0; // of the two zeros there is but one among whole numbers
            if (!same(steps / power, value)) {
                return -1;
            }
            largest = Math.max(largest, Math.abs(steps));
        }
        return largest < Integer.MAX_VALUE ? largest : -1;
    }

    private static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    private static Piece stepped(double[] values, int count, double power, double largest) {
        if (largest <= Byte.MAX_VALUE) {
            byte[] steps = new byte[count];
            for (int i = 0; i < count; i++) {
                steps[i] = Double.isNaN(values[i]) ? Byte.MIN_VALUE : (byte) Math.rint(values[i] * power);
            }
            return new Bytes(steps, power);
        }
        if (largest <= Short.MAX_VALUE) {
            short[] steps = new short[count];
            for (int i = 0; i < count; i++) {
                steps[i] = Double.isNaN(values[i]) ? Short.MIN_VALUE : (short) Math.rint(values[i] * power);
            }
            return new Shorts(steps, power);
        }
        int[] steps = new int[count];
        for (int i = 0; i < count; i++) {
            steps[i] = Double.isNaN(values[i]) ? Integer.MIN_VALUE : (int) Math.rint(values[i] * power);
        }
        return new Ints(steps, power);
    }

    /** The lowest of its type is a gap. */
    private record Bytes(byte[] steps, double power) implements Piece {
        @Override
        public double at(int i) {
            return steps[i] == Byte.MIN_VALUE ? Double.NaN : steps[i] / power;
        }
    }

    private record Shorts(short[] steps, double power) implements Piece {
        @Override
        public double at(int i) {
            return steps[i] == Short.MIN_VALUE ? Double.NaN : steps[i] / power;
        }
    }

    private record Ints(int[] steps, double power) implements Piece {
        @Override
        public double at(int i) {
            return steps[i] == Integer.MIN_VALUE ? Double.NaN : steps[i] / power;
        }
    }

    private record Floats(float[] values) implements Piece {
        @Override
        public double at(int i) {
            return values[i];
        }
    }

    private record Doubles(double[] values) implements Piece {
        @Override
        public double at(int i) {
            return values[i];
        }
    }
}
