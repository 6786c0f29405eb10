package dev.steep.tape;

import dev.steep.math.Shape;

/**
 * A named tensor on a tape: what it is called, how long its axes are, and whether there is one for each sample of the
 * batch. It holds no numbers; those live in a back end. Two values are the same only if they are the same object.
 */
public final class Value {
    /** What a value is for. */
    public enum Role {
        /** Samples or targets, filled in for each batch. */
        INPUT,
        /** Weights that follow their gradients, unless their layer is frozen. */
        PARAMETER,
        /** What a layer keeps from step to step without a gradient, such as a moving mean. */
        STATE,
        /** What an optimizer remembers for a parameter. */
        SLOT,
        /** One number that the trainer sets before each batch, such as the learning rate. */
        SCALAR,
        /** What a forward step computes. */
        ACTIVATION,
        /** Random numbers that a training step draws. */
        MASK,
        /** The derivative of the loss with respect to another value. */
        GRADIENT;

        /** Whether a value outlives the batch: such values make up a model's state, and can be written. */
        public boolean lasts() {
            return switch (this) {
                case PARAMETER, STATE, SLOT -> true;
                case INPUT, SCALAR, ACTIVATION, MASK, GRADIENT -> false;
            };
        }
    }

    private final String name;
    private final Role role;
    private final Shape shape;
    private final boolean batched;

    private Value(String name, Role role, Shape shape, boolean batched) {
        this.name = name;
        this.role = role;
        this.shape = shape;
        this.batched = batched;
    }

    /** Weights, such as {@code conv2d/kernel}. */
    public static Value parameter(String name, Shape shape) {
        return new Value(name, Role.PARAMETER, shape, false);
    }

    /** What a layer keeps from step to step, such as {@code batch_normalization/moving_mean}. */
    public static Value state(String name, Shape shape) {
        return new Value(name, Role.STATE, shape, false);
    }

    /** What an optimizer remembers, such as {@code conv2d/kernel/momentum}. */
    public static Value slot(String name, Shape shape) {
        return new Value(name, Role.SLOT, shape, false);
    }

    static Value input(String name, Shape shape) {
        return new Value(name, Role.INPUT, shape, true);
    }

    static Value scalar(String name) {
        return new Value(name, Role.SCALAR, Shape.SCALAR, false);
    }

    static Value computed(String name, Role role, Shape shape, boolean batched) {
        return new Value(name, role, shape, batched);
    }

    /** Its name, unique on its tape, in Keras' style: {@code dense_1/kernel}. */
    public String name() {
        return name;
    }

    /** What it is for. */
    public Role role() {
        return role;
    }

    /** Axis lengths, not counting the batch. */
    public Shape shape() {
        return shape;
    }

    /** Whether there is one tensor of this shape for each sample of the batch. */
    public boolean batched() {
        return batched;
    }

    /** How many numbers: those of one sample if it is batched. */
    public int size() {
        return shape.size();
    }

    /** How many numbers in a batch of so many samples, whether or not there is memory for them. */
    public long count(int samples) {
        return shape.count() * (batched ? samples : 1);
    }

    @Override
    public String toString() {
        return name + " (" + (batched ? "batch × " : "") + shape + ")";
    }
}
