package dev.steep.engine.baseline;

import java.util.function.BooleanSupplier;

/** A model that is fitted at once, or in slices. */
interface Baseline {
    /** Goes on fitting until the slice is over, at least a little; returns whether it is fitted. */
    boolean advance(BooleanSupplier over);

    /**
     * What it says of a sample.
     *
     * @param x samples
     * @param row which of them
     * @param says a number for each class, the largest for the one that is said; or the numbers that are predicted
     */
    void predict(Matrix x, int row, double[] says);
}
