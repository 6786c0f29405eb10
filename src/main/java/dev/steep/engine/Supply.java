package dev.steep.engine;

import dev.steep.data.ByteSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Samples;
import dev.steep.data.Target;

/**
 * Where batches come from: a data set as it came, and how its numbers are prepared when they are gathered.
 *
 * @param x samples
 * @param scale rescales them
 * @param y their targets
 * @param answers rescales targets that are numbers for training; predictions and metrics are told in their own unit
 */
public record Supply(Samples x, Rescaling scale, Target y, Rescaling answers) {
    /** Targets as they are. */
    public Supply(Samples x, Rescaling scale, Target y) {
        this(x, scale, y, Rescaling.NONE);
    }

    /** Whether samples can stay the bytes that they are, and are scaled as they are gathered. */
    public boolean keepsBytes() {
        return x instanceof ByteSamples && scale.isLinear();
    }
}
