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
 * @param weights how much each sample counts in the loss; empty if all count alike
 */
public record Supply(Samples x, Rescaling scale, Target y, Rescaling answers, float[] weights) {
    private static final float[] ALIKE = {};

    public Supply {
        if (weights.length != 0 && weights.length != x.count()) {
            throw new IllegalArgumentException(weights.length + " weights for " + x.count() + " samples");
        }
    }

    /** All samples count alike. */
    public Supply(Samples x, Rescaling scale, Target y, Rescaling answers) {
        this(x, scale, y, answers, ALIKE);
    }

    /** Targets as they are, and all samples count alike. */
    public Supply(Samples x, Rescaling scale, Target y) {
        this(x, scale, y, Rescaling.NONE);
    }

    /** Whether samples can stay the bytes that they are, and are scaled as they are gathered. */
    public boolean keepsBytes() {
        return x instanceof ByteSamples && scale.isLinear();
    }

    /** The same with targets that stand for these. */
    Supply taught(Target other) {
        return new Supply(x, scale, other, Rescaling.NONE, weights);
    }
}
