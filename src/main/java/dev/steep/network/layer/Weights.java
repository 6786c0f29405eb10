package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.weight.Regularizer;

/**
 * A tensor that training changes.
 *
 * @param name within its layer: {@code kernel}, {@code bias}
 * @param shape in Keras' order
 * @param initializer what its numbers start from
 * @param regularizer the penalty on them
 */
public record Weights(String name, Shape shape, Choice initializer, Choice regularizer) {
    /** Weights without a penalty. */
    static Weights of(String name, Shape shape, Choice initializer) {
        return new Weights(name, shape, initializer, Regularizer.NONE.kind().choice());
    }

    /** How many numbers; a long, since a learner may ask for more than fit into memory. */
    public long count() {
        return shape.count();
    }
}
