package dev.steep.network.layer.augmentation;

import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.RandomLayer;
import dev.steep.network.layer.Resampling;

/** A layer that makes another image of the same shape of each image in training. */
interface ImageAugmentation extends RandomLayer {
    @Override
    default Outcome fit(Shape input) {
        return Resampling.fit(choice().kind().name(), input);
    }

    /** {@code 12.5%}. */
    static String percent(double share) {
        return Numbers.write(Math.rint(1000 * share) / 10) + "%";
    }
}
