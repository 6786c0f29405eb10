package dev.steep.tape;

/** A step that computes a gradient, and that nobody asks for a gradient of: training needs first derivatives only. */
interface GradientStep extends Step {
    @Override
    default void backward(Value dy, Gradients gradients) {
        throw new IllegalStateException("Second derivatives are not recorded: " + output());
    }
}
