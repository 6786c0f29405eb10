package dev.steep.data;

/**
 * The median of a feature without sorting it, which could not be done in slices: counts how often the upper half of the bits of a number
 * occurs, then the lower half of those in the middle. Float32 numbers have the order of their bits.
 */
final class Median {
    private static final int HALF = 16;
    private static final int VALUES = 1 << HALF;

    private final Samples x;
    private final int[] rows;
    private final int feature;

    private Median(Samples x, int[] rows, int feature) {
        this.x = x;
        this.rows = rows;
        this.feature = feature;
    }

    /** The number in the middle, or the mean of the two that are; of finite numbers only, and 0 if there is none. */
    static DataJob<Double> job(Samples x, int[] rows, int feature) {
        Median median = new Median(x, rows, feature);
        int[] counts = new int[VALUES];
        return median.pass(key -> counts[key >>> HALF]++).then(all -> {
            if (all == 0) {
                return RowBlocks.step(() -> 0.0);
            }
            return median.at(counts, (all - 1) / 2)
                    .then(low -> all % 2 == 1
                            ? RowBlocks.step(() -> low)
                            : median.at(counts, all / 2).then(high -> RowBlocks.step(() -> (low + high) / 2)));
        });
    }

    /** What is done with a number, whose order is that of its key. */
    private interface Taker {
        void take(int key);
    }

    /** Returns how many finite numbers there were. */
    private DataJob<Integer> pass(Taker taker) {
        int[] all = new int[1];
        return RowBlocks.job(
                rows.length,
                1,
                (from, to) -> {
                    for (int k = from; k < to; k++) {
                        float number = (float) x.at(rows[k], feature);
                        if (Float.isFinite(number)) {
                            all[0]++;
                            taker.take(key(number));
                        }
                    }
                },
                () -> all[0]);
    }

    /** The number before which so many stand. */
    private DataJob<Double> at(int[] upper, int rank) {
        int[] before = new int[1];
        int half = find(upper, rank, before);
        int[] lower = new int[VALUES];
        return pass(key -> {
                    if (key >>> HALF == half) {
                        lower[key & VALUES - 1]++;
                    }
                })
                .then(all -> RowBlocks.step(
                        () -> (double) number(half << HALF | find(lower, rank - before[0], new int[1]))));
    }

    /** The place among these counts where a rank falls; says how many are counted before it. */
    private static int find(int[] counts, int rank, int[] before) {
        int sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (sum + counts[i] > rank) {
                before[0] = sum;
                return i;
            }
            sum += counts[i];
        }
        throw new IllegalArgumentException("Rank " + rank + " of " + sum);
    }

    /** Unsigned, in the order of the numbers. */
    private static int key(float number) {
        int bits = Float.floatToIntBits(number);
        return bits < 0 ? ~bits : bits ^ Integer.MIN_VALUE;
    }

    private static float number(int key) {
        return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
    }
}
