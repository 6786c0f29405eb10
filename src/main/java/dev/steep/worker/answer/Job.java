package dev.steep.worker.answer;

import java.util.function.BooleanSupplier;

/**
 * An answer that may take long, worked out in slices; jobs take turns. Training waits for all of them, so that the weights stay
 * the same; if they are changed by hand, a job begins again by itself.
 */
interface Job {
    /** Goes on until the slice is over, or a little longer; returns whether it is done. */
    boolean advance(BooleanSupplier over);

    /** It will not be finished, for this reason. */
    void refuse(String sentence);
}
