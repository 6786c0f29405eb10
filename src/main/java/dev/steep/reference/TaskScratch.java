package dev.steep.reference;

import dev.steep.math.expr.Lanes;
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
import dev.steep.tape.Window;

/** How many numbers of eight bytes a step's task keeps for itself, next to what it reads and writes; at least. */
record TaskScratch() implements Step.Visitor<Double> {
    /** The task itself. */
    private static final double SMALL = 128;

    /** More registers than this no formula needs at once. */
    private static final int REGISTERS = 64;

    static double of(Step step) {
        return step.on(new TaskScratch());
    }

    private static double panels(double depth, double columns) {
        return SMALL + Math.ceil(columns / Panels.WIDTH) * Panels.WIDTH * depth;
    }

    @Override
    public Double matMul(MatMul step) {
        double rows = step.b().shape().rank() == 0 ? 1 : step.b().shape().length(0);
        double columns = step.b().count(1) / rows;
        return step.transposeA()
                ? SMALL + step.a().count(1) / 2.0
                : step.transposeB() ? panels(columns, rows) : panels(rows, columns);
    }

    @Override
    public Double conv(Conv step) {
        double filters = step.groups().allFilters();
        return step.groups().whole()
                ? framed(step.window(), step.groups()) + panels(step.kernel().count(1) / filters, filters)
                : SMALL;
    }

    @Override
    public Double convInputGradient(Conv.InputGradient step) {
        double filters = step.groups().allFilters();
        double taps = step.kernel().count(1) / filters;
        return step.groups().whole()
                ? framed(step.window(), step.groups()) + step.window().columns().output() * taps + panels(filters, taps)
                : SMALL;
    }

    @Override
    public Double convKernelGradient(Conv.KernelGradient step) {
        double taps = step.output().count(1) / (double) step.groups().allFilters();
        return step.groups().whole() ? framed(step.window(), step.groups()) + SMALL + taps / 2 : SMALL;
    }

    private static double framed(Window window, Conv.Groups groups) {
        return PaddedImage.count(window, groups.channels())
                + (double) window.rows().size() * window.columns().size() / 2;
    }

    @Override
    public Double pool(Pool step) {
        return windows(step.window());
    }

    @Override
    public Double poolGradient(Pool.Gradient step) {
        return windows(step.window());
    }

    /** A list of the pixels of each window, made in a longer one. */
    private static double windows(Window window) {
        double outputs = (double) window.rows().output() * window.columns().output();
        double pixels = (double) Math.min(window.rows().size(), window.rows().input())
                * Math.min(window.columns().size(), window.columns().input());
        double taps = (double) window.rows().size() * window.columns().size();
        return SMALL + outputs * (1 + pixels + taps) / 2;
    }

    @Override
    public Double elementwise(Elementwise step) {
        double registers = Math.min(step.f().size() + 2, REGISTERS) * (double) Lanes.BLOCK;
        double size = step.output().count(1);
        double chunk = step.output().batched() ? Math.max(Math.floor(Lanes.BLOCK / size), 1) : 1;
        double repeated = step.inputs().stream()
                        .filter(x -> x.count(1) != size
                                || x.batched() != step.output().batched())
                        .filter(x -> x.count(1) > 1 || x.batched() && chunk > 1)
                        .count()
                * chunk
                * size;
        return SMALL + registers + repeated;
    }

    @Override
    public Double sum(Sum step) {
        return SMALL;
    }

    @Override
    public Double reshape(Reshape step) {
        return SMALL;
    }

    @Override
    public Double permutation(Permutation step) {
        return SMALL + step.output().count(1) / 2.0;
    }

    @Override
    public Double softmax(Softmax step) {
        return SMALL;
    }

    @Override
    public Double softmaxGradient(Softmax.Gradient step) {
        return SMALL;
    }

    @Override
    public Double standardize(Standardize step) {
        return SMALL;
    }

    @Override
    public Double standardizeGradient(Standardize.Gradient step) {
        return SMALL;
    }

    @Override
    public Double crossEntropy(CrossEntropy step) {
        return SMALL;
    }

    @Override
    public Double noise(Noise step) {
        double registers = Math.min(step.kind().formula().size() + 2, REGISTERS);
        return SMALL + (registers + step.kind().draws()) * Lanes.BLOCK;
    }

    @Override
    public Double resample(Resample step) {
        return SMALL;
    }

    @Override
    public Double resampleGradient(Resample.Gradient step) {
        return SMALL;
    }

    @Override
    public Double match(Match step) {
        return SMALL;
    }

    @Override
    public Double concatenate(Concat step) {
        return SMALL;
    }

    @Override
    public Double concatenatePart(Concat.Part step) {
        return SMALL;
    }
}
