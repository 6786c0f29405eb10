package dev.steep.engine.baseline;

import java.util.function.BooleanSupplier;

/** A model that is fitted at once, or in slices. */
interface Baseline {
    /** Goes on fitting until the slice is over, at least a little; returns whether it is fitted. */
    boolean advance(BooleanSupplier over);

    /** About how much of fitting is done, 0 to 1. */
    default double share() {
        return 0;
    }

    /**
     * What it says of a sample.
     *
     * @param x the sample's numbers
     * @param says a number for each class, the largest for the one that is said; or the numbers that are predicted
     */
    void predict(float[] x, double[] says);
}
