package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.weight.Constraint;
import dev.steep.network.weight.Regularizer;
import dev.steep.tape.Value;
import dev.steep.tape.Value.Role;

/**
 * A tensor that a layer keeps from step to step.
 *
 * @param name within its layer: {@code kernel}, {@code bias}
 * @param shape in Keras' order
 * @param initializer what its numbers start from
 * @param regularizer the penalty on them
 * @param constraint what they are forced to be after each step
 * @param role {@code PARAMETER} if it follows its gradient, {@code STATE} if its layer updates it
 */
public record Weights(String name, Shape shape, Choice initializer, Choice regularizer, Choice constraint, Role role) {
    /** Weights that follow their gradient. */
    public Weights(String name, Shape shape, Choice initializer, Choice regularizer) {
        this(name, shape, initializer, regularizer, Constraint.NONE.kind().choice(), Role.PARAMETER);
    }

    /** The same weights, forced to be something after each step. */
    public Weights constrained(Choice to) {
        return new Weights(name, shape, initializer, regularizer, to, role);
    }

    /** Weights without a penalty. */
    public static Weights of(String name, Shape shape, Choice initializer) {
        return new Weights(name, shape, initializer, Regularizer.NONE.kind().choice());
    }

    /** What the layer updates itself, without a gradient: moving means. */
    public static Weights state(String name, Shape shape, Choice initializer) {
        Choice free = Constraint.NONE.kind().choice();
        return new Weights(name, shape, initializer, Regularizer.NONE.kind().choice(), free, Role.STATE);
    }

    /** The tensor, under its full name. */
    public Value value(String fullName) {
        return role == Role.STATE ? Value.state(fullName, shape) : Value.parameter(fullName, shape);
    }

    /** How many numbers; a long, since a learner may ask for more than fit into memory. */
    public long count() {
        return shape.count();
    }
}
