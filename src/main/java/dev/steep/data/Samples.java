package dev.steep.data;

/** The inputs of a data set, kept in the type they came in: bytes stay bytes. Immutable by agreement. */
public sealed interface Samples permits ByteSamples, ColumnSamples, FloatSamples {
    /** How many samples. */
    int count();

    /** How many numbers one sample has. */
    int size();

    /** One number of one sample, unscaled. */
    double at(int row, int feature);

    /** One sample, unscaled, as a fresh array of {@link #size} numbers. */
    float[] sample(int row);

    /**
     * The lowest and the highest number of these features of these samples; numbers that are not finite are passed over. If there is
     * none, the lowest is above the highest.
     */
    default double[] range(int[] rows, int from, int to) {
        return range(rows, 0, rows.length, from, to);
    }

    /** The same of the samples {@code rows[first]} to {@code rows[last - 1]}. */
    default double[] range(int[] rows, int first, int last, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int k = first; k < last; k++) {
            for (int i = from; i < to; i++) {
                double value = at(rows[k], i);
                if (Double.isFinite(value)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        return new double[] {low, high};
    }

    /** The same of all of these, a slice at a time. */
    default DataJob<double[]> ranging(int[] rows, int from, int to) {
        double[] ends = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        return RowBlocks.job(
                rows.length,
                to - from,
                (first, last) -> {
                    double[] some = range(rows, first, last, from, to);
                    ends[0] = Math.min(ends[0], some[0]);
                    ends[1] = Math.max(ends[1], some[1]);
                },
                () -> ends);
    }

    /**
     * Scaled samples, one after the other: those in {@code rows[from]} to {@code rows[from + count - 1]}.
     *
     * @param into at least count × size numbers; filled from its start
     */
    void gather(int[] rows, int from, int count, Rescaling scale, double[] into);
}
