package dev.steep.engine;

import dev.steep.tape.Concatenate;
import dev.steep.tape.Conv;
import dev.steep.tape.CrossEntropy;
import dev.steep.tape.Elementwise;
import dev.steep.tape.Mask;
import dev.steep.tape.MatMul;
import dev.steep.tape.Match;
import dev.steep.tape.Pool;
import dev.steep.tape.Program;
import dev.steep.tape.Reshape;
import dev.steep.tape.Softmax;
import dev.steep.tape.Step;
import dev.steep.tape.Sum;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import dev.steep.tape.Window;

/**
 * How much arithmetic a training step asks for: two operations for each multiplication with an addition in products and
 * convolutions, forward and backward. All else, a few per cent, counts nothing, as is usual when speeds are compared; taps
 * that lie on padding count, as frameworks count them.
 */
public final class Flops implements Step.Visitor<Double> {
    private final int samples;

    private Flops(int samples) {
        this.samples = samples;
    }

    /** Operations of one training step with so many samples. */
    public static double perStep(Program program, int samples) {
        Flops flops = new Flops(samples);
        double sum = 0;
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : program.training().steps(phase)) {
                sum += step.on(flops);
            }
        }
        return sum;
    }

    private double count(Value value) {
        return (double) value.size() * (value.batched() ? samples : 1);
    }

    @Override
    public Double matMul(MatMul step) {
        Value a = step.a();
        double rows = a.batched() ? samples : a.shape().length(0);
        double inner = step.transposeA() ? rows : count(a) / rows;
        return 2 * count(step.output()) * inner;
    }

    @Override
    public Double conv(Conv step) {
        return taps(step.output(), step.window(), step.x());
    }

    @Override
    public Double convInputGradient(Conv.InputGradient step) {
        return taps(step.dy(), step.window(), step.output());
    }

    @Override
    public Double convKernelGradient(Conv.KernelGradient step) {
        return taps(step.dy(), step.window(), step.x());
    }

    /** Every output pixel has a weight for each tap and channel of the input. */
    private double taps(Value y, Window window, Value x) {
        return 2
                * count(y)
                * window.rows().size()
                * window.columns().size()
                * x.shape().length(2);
    }

    @Override
    public Double elementwise(Elementwise step) {
        return 0.0;
    }

    @Override
    public Double sum(Sum step) {
        return 0.0;
    }

    @Override
    public Double reshape(Reshape step) {
        return 0.0;
    }

    @Override
    public Double pool(Pool step) {
        return 0.0;
    }

    @Override
    public Double poolGradient(Pool.Gradient step) {
        return 0.0;
    }

    @Override
    public Double softmax(Softmax step) {
        return 0.0;
    }

    @Override
    public Double softmaxGradient(Softmax.Gradient step) {
        return 0.0;
    }

    @Override
    public Double crossEntropy(CrossEntropy step) {
        return 0.0;
    }

    @Override
    public Double mask(Mask step) {
        return 0.0;
    }

    @Override
    public Double match(Match step) {
        return 0.0;
    }

    @Override
    public Double concatenate(Concatenate step) {
        return 0.0;
    }

    @Override
    public Double concatenatePart(Concatenate.Part step) {
        return 0.0;
    }
}
