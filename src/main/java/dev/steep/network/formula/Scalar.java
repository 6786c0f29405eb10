package dev.steep.network.formula;

import java.util.function.IntToDoubleFunction;

/** A number that is set before each batch, such as the learning rate. As a lambda it does not depend on the step. */
public interface Scalar {
    /**
     * Its value.
     *
     * @param step the number of this training step, the first is 1
     * @param count samples in this batch
     */
    double at(int step, int count);

    /** Whether batches of the same size are given the same number. */
    default boolean steady() {
        return true;
    }

    /** A number of the step. */
    static Scalar ofStep(IntToDoubleFunction number) {
        return new Scalar() {
            @Override
            public double at(int step, int count) {
                return number.applyAsDouble(step);
            }

            @Override
            public boolean steady() {
                return false;
            }
        };
    }
}
