package dev.steep.network.layer.noise;

import dev.steep.math.Shape;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.RandomLayer;

/** A layer that drops or disturbs the numbers of any input, each in its place. */
interface NoiseLayer extends RandomLayer {
    @Override
    default Outcome fit(Shape input) {
        return new Outcome.Fits(input);
    }

    @Override
    default boolean passesOn() {
        return true;
    }
}
