package dev.steep.tape;

import java.util.List;

/**
 * One tensor operation on a tape. Steps are immutable records; a back end handles them by double dispatch, so one that
 * lacks a kind of step does not compile.
 */
public interface Step {
    /** What it reads. */
    List<Value> inputs();

    /** What it writes. */
    Value output();

    /**
     * Records on {@code gradients.tape()} the steps that turn dy into the gradients of the inputs.
     *
     * @param dy the derivative of the loss with respect to {@link #output}, of the same shape
     */
    void backward(Value dy, Gradients gradients);

    /** What it does, over the names of what it reads: {@code max(0, dense/sum)}. */
    String words();

    /** The same with the name of what it writes: {@code dense = max(0, dense/sum)}. */
    default String sentence() {
        return output().name() + " = " + words();
    }

    /**
     * Its part in how much arithmetic a training step asks for: two operations for each multiplication with an addition in
     * products and convolutions. All else, a few per cent, counts nothing, as is usual when speeds are compared; taps that lie on
     * padding count, as frameworks count them.
     */
    default double flops(int samples) {
        return 0;
    }

    /** How long it keeps a computer busy, in operations; nothing is left out. See {@link Cost}. */
    double work(int samples);

    /** Calls the visitor's method for this kind of step. */
    <R> R on(Visitor<R> visitor);

    /**
     * One method for each kind of step.
     *
     * @param <R> what handling a step returns
     */
    interface Visitor<R> {
        R elementwise(Elementwise step);

        R sum(Sum step);

        R reshape(Reshape step);

        R permutation(Permutation step);

        R matMul(MatMul step);

        R conv(Conv step);

        R convInputGradient(Conv.InputGradient step);

        R convKernelGradient(Conv.KernelGradient step);

        R pool(Pool step);

        R poolGradient(Pool.Gradient step);

        R softmax(Softmax step);

        R softmaxGradient(Softmax.Gradient step);

        R standardize(Standardize step);

        R standardizeGradient(Standardize.Gradient step);

        R crossEntropy(CrossEntropy step);

        R noise(Noise step);

        R resample(Resample step);

        R resampleGradient(Resample.Gradient step);

        R match(Match step);

        R concatenate(Concat step);

        R concatenatePart(Concat.Part step);
    }
}
