package dev.steep.kernels.plan;

import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.image.ConvInputGradient;
import dev.steep.kernels.image.ConvKernel;
import dev.steep.kernels.product.Gemm;
import dev.steep.tape.Concat;
import dev.steep.tape.Conv;
import dev.steep.tape.CrossEntropy;
import dev.steep.tape.Elementwise;
import dev.steep.tape.MatMul;
import dev.steep.tape.Match;
import dev.steep.tape.Noise;
import dev.steep.tape.Permutation;
import dev.steep.tape.Pool;
import dev.steep.tape.Resample;
import dev.steep.tape.Reshape;
import dev.steep.tape.Softmax;
import dev.steep.tape.Standardize;
import dev.steep.tape.Step;
import dev.steep.tape.Sum;

/** How many bytes the code of a step reserves for itself, next to what it reads and writes. */
public record Scratch() implements Step.Visitor<Long> {
    private static final Long NONE = 0L;

    public static long of(Step step) {
        return step.on(new Scratch());
    }

    @Override
    public Long matMul(MatMul step) {
        return Gemm.scratch(step);
    }

    @Override
    public Long conv(Conv step) {
        return MemoryPlan.room(ConvKernel.frame(step.window(), step.x().shape().length(-1)));
    }

    @Override
    public Long convInputGradient(Conv.InputGradient step) {
        return step.groups().whole()
                ? ConvInputGradient.scratch(step)
                : MemoryPlan.room(
                        ConvKernel.frame(step.window(), step.output().shape().length(-1)));
    }

    @Override
    public Long convKernelGradient(Conv.KernelGradient step) {
        return MemoryPlan.room(ConvKernel.frame(step.window(), step.x().shape().length(-1)));
    }

    @Override
    public Long elementwise(Elementwise step) {
        return NONE;
    }

    @Override
    public Long sum(Sum step) {
        return NONE;
    }

    @Override
    public Long reshape(Reshape step) {
        return NONE;
    }

    @Override
    public Long permutation(Permutation step) {
        return NONE;
    }

    @Override
    public Long pool(Pool step) {
        return NONE;
    }

    @Override
    public Long poolGradient(Pool.Gradient step) {
        return NONE;
    }

    @Override
    public Long softmax(Softmax step) {
        return NONE;
    }

    @Override
    public Long softmaxGradient(Softmax.Gradient step) {
        return NONE;
    }

    @Override
    public Long standardize(Standardize step) {
        return NONE;
    }

    @Override
    public Long standardizeGradient(Standardize.Gradient step) {
        return NONE;
    }

    @Override
    public Long crossEntropy(CrossEntropy step) {
        return NONE;
    }

    @Override
    public Long noise(Noise step) {
        return NONE;
    }

    @Override
    public Long resample(Resample step) {
        return NONE;
    }

    @Override
    public Long resampleGradient(Resample.Gradient step) {
        return NONE;
    }

    @Override
    public Long match(Match step) {
        return NONE;
    }

    @Override
    public Long concatenate(Concat step) {
        return NONE;
    }

    @Override
    public Long concatenatePart(Concat.Part step) {
        return NONE;
    }
}
