package dev.steep.worker.answer;

import java.util.function.DoubleSupplier;

/** An answer that takes long, worked out in slices; training waits for it, so that the weights stay the same. */
interface Job {
    /** The number of the request that waits for it, or {@link dev.steep.protocol.Letters#UNASKED}. */
    int id();

    /** The weights have changed: from the beginning. */
    void restart();

    /** Goes on until this time, or a little longer; returns whether it is done. */
    boolean advance(DoubleSupplier clock, double until);
}
