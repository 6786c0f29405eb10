package dev.steep.network.formula;

import java.util.function.ToDoubleFunction;

/** A number that is set before each batch, such as the learning rate. As a lambda it does not depend on the step. */
public interface Scalar {
    /** Its value for a step. */
    double at(StepContext now);

    /** Whether steps with batches of the same size, at the same learning rate, are given the same number. */
    default boolean steady() {
        return true;
    }

    /** A number of the step. */
    static Scalar ofStep(ToDoubleFunction<StepContext> number) {
        return new Scalar() {
            @Override
            public double at(StepContext now) {
                return number.applyAsDouble(now);
            }

            @Override
            public boolean steady() {
                return false;
            }
        };
    }
}
