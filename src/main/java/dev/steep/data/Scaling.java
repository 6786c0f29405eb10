package dev.steep.data;

import dev.steep.math.Shape;
import java.util.List;

/**
 * How inputs are prepared. Networks train best on inputs of moderate size; very large or small ones stall or overflow.
 * The statistics come from the training rows alone, since a validation set must not leak into what it validates.
 */
public enum Scaling {
    /** Inputs as they are. */
    NONE("none"),
    /** Smallest to 0, largest to 1. */
    UNIT("[0,1]"),
    /** Smallest to -1, largest to 1. */
    SIGNED("[-1,1]"),
    /** Mean 0, standard deviation 1 (of the population, as numpy.std). */
    STANDARDISE("standardise"),
    /** The natural logarithm, then mean 0 and standard deviation 1; of numbers that have no logarithm {@link #STANDARDISE}. */
    LOG("log"),
    /** The inverse hyperbolic sine, then mean 0 and standard deviation 1: a logarithm that takes any number. */
    ASINH("asinh");

    private final String label;

    Scaling(String label) {
        this.label = label;
    }

    /** Its name in recipes and pickers. */
    public String label() {
        return label;
    }

    /**
     * The scale for these training rows: one for all pixels of an image (rank 2 and more), one per feature otherwise. A
     * feature that never changes is moved to 0 (or to the low end of the range) and not stretched, so that nothing is
     * divided by zero. Numbers that are not finite are passed over.
     */
    public Rescaling fit(Samples x, int[] trainingRows, Shape shape) {
        return fitting(x, trainingRows, shape).finish();
    }

    /** The same, a slice at a time. */
    DataJob<Rescaling> fitting(Samples x, int[] trainingRows, Shape shape) {
        if (this == NONE || trainingRows.length == 0) {
            return RowBlocks.step(() -> Rescaling.NONE);
        }
        boolean shared = shape.rank() >= 2;
        return DataJob.each(
                        shared ? 1 : x.size(), i -> fitting(x, trainingRows, shared ? 0 : i, shared ? x.size() : i + 1))
                .then(scales -> RowBlocks.step(() -> Scale.together(scales)));
    }

    /** The scale that the features {@code from} to {@code to - 1} share. */
    DataJob<Scale> fitting(Samples x, int[] trainingRows, int from, int to) {
        return x.ranging(trainingRows, from, to).then(ends -> {
            Scaling possible = this == LOG && ends[0] <= 0 ? STANDARDISE : this;
            return possible.spread(x, trainingRows, from, to, ends)
                    .then(spread -> RowBlocks.step(
                            () -> new Scale(possible.warp(), possible.centre(spread), possible.factor(spread))));
        });
    }

    /** What is done to numbers before they are rescaled. */
    public Warp warp() {
        return switch (this) {
            case NONE, UNIT, SIGNED, STANDARDISE -> Warp.NONE;
            case LOG -> Warp.LOG;
            case ASINH -> Warp.ASINH;
        };
    }

    /** Whether mean and deviation are what it rescales by. */
    private boolean standardises() {
        return switch (this) {
            case NONE, UNIT, SIGNED -> false;
            case STANDARDISE, LOG, ASINH -> true;
        };
    }

    /** {@code (warp(x) - centre) · factor}, of one feature or of several that share it. */
    record Scale(Warp warp, double centre, double factor) {
        static final Scale NONE = new Scale(Warp.NONE, 0, 1);

        static Rescaling together(List<Scale> scales) {
            double[] centre = new double[scales.size()];
            double[] factor = new double[scales.size()];
            Warp[] warp = new Warp[scales.size()];
            for (int i = 0; i < centre.length; i++) {
                centre[i] = scales.get(i).centre;
                factor[i] = scales.get(i).factor;
                warp[i] = scales.get(i).warp;
            }
            return new Rescaling(centre, factor, warp);
        }
    }

    /** The scale for the numbers that are predicted, one for each, by these training rows; none for classes. */
    public Rescaling fit(Target y, int[] trainingRows) {
        return fitting(y, trainingRows).finish();
    }

    /** The same, a slice at a time. */
    DataJob<Rescaling> fitting(Target y, int[] trainingRows) {
        return y instanceof Target.Numbers numbers
                ? fitting(new FloatSamples(numbers.values(), numbers.width()), trainingRows, Shape.of(numbers.width()))
                : RowBlocks.step(() -> Rescaling.NONE);
    }

    /** Only as much of it as is needed: means take two passes. */
    private DataJob<Spread> spread(Samples x, int[] rows, int from, int to, double[] ends) {
        if (ends[0] >= ends[1]) {
            double only = ends[0] > ends[1] ? 0 : warp().apply(ends[0]);
            return RowBlocks.step(() -> new Spread(only, only, only, 0));
        }
        return standardises()
                ? Spread.job(x, rows, from, to, ends, warp())
                : RowBlocks.step(() -> new Spread(ends[0], ends[1], Double.NaN, Double.NaN));
    }

    private double centre(Spread spread) {
        return switch (this) {
            case NONE -> 0;
            case UNIT -> spread.low;
            case SIGNED -> spread.low + (spread.high - spread.low) / 2;
            case STANDARDISE, LOG, ASINH -> spread.mean;
        };
    }

    private double factor(Spread spread) {
        if (spread.high == spread.low || spread.deviation == 0) {
            return 1;
        }
        return switch (this) {
            case NONE -> 1;
            case UNIT -> 1 / (spread.high - spread.low);
            case SIGNED -> 2 / (spread.high - spread.low);
            case STANDARDISE, LOG, ASINH -> 1 / spread.deviation;
        };
    }

    /** Where numbers lie: their ends, mean and standard deviation. */
    private record Spread(double low, double high, double mean, double deviation) {
        /** Of the features {@code from} to {@code to - 1} taken together, in two passes (no cancellation). */
        static DataJob<Spread> job(Samples x, int[] rows, int from, int to, double[] ends, Warp warp) {
            double[] sum = new double[2]; // and how many numbers there are
            RowBlocks.Block adding = (first, last) -> {
                for (int k = first; k < last; k++) {
                    for (int i = from; i < to; i++) {
                        double value = warp.apply(x.at(rows[k], i));
                        if (Double.isFinite(value)) {
                            sum[0] += value;
                            sum[1]++;
                        }
                    }
                }
            };
            return RowBlocks.job(rows.length, to - from, adding, () -> sum[0] / sum[1])
                    .then(mean -> squares(x, rows, from, to, warp, mean)
                            .then(squares -> RowBlocks.step(
                                    () -> new Spread(ends[0], ends[1], mean, Math.sqrt(squares / sum[1])))));
        }

        private static DataJob<Double> squares(Samples x, int[] rows, int from, int to, Warp warp, double mean) {
            double[] squares = new double[1];
            RowBlocks.Block adding = (first, last) -> {
                for (int k = first; k < last; k++) {
                    for (int i = from; i < to; i++) {
                        double off = warp.apply(x.at(rows[k], i)) - mean;
                        squares[0] += Double.isFinite(off) ? off * off : 0;
                    }
                }
            };
            return RowBlocks.job(rows.length, to - from, adding, () -> squares[0]);
        }
    }
}
