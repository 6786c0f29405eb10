package dev.steep.engine;

import dev.steep.math.Expr;
import dev.steep.math.Op;
import dev.steep.tape.Concatenate;
import dev.steep.tape.Conv;
import dev.steep.tape.CrossEntropy;
import dev.steep.tape.Elementwise;
import dev.steep.tape.Mask;
import dev.steep.tape.MatMul;
import dev.steep.tape.Match;
import dev.steep.tape.Pool;
import dev.steep.tape.Reshape;
import dev.steep.tape.Softmax;
import dev.steep.tape.Step;
import dev.steep.tape.Sum;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;

/**
 * How long a tape keeps a computer busy, in operations: additions and multiplications of a product. All else is counted as
 * the operations that fit into the same time. Unlike {@link Flops}, which compares speeds, it leaves nothing out: it tells
 * beforehand whether a step ends soon enough.
 */
public final class Work implements Step.Visitor<Double> {
    /** Reading and writing a number, in operations; measured, as the others, in Chromium with the kernels back end. */
    private static final double NUMBER = 16;

    private static final double SIMPLE = 4;
    private static final double ROOT = 20;
    private static final double FUNCTION = 120;

    /** Columns of a product are computed four at a time. */
    private static final int WIDTH = 4;

    private static final int MOST_ROWS = 128;

    /** What the prediction tape may take, in numbers (32 MB): large pictures are predicted a few at a time. */
    private static final int MOST_NUMBERS = 1 << 22;

    private final int samples;

    private Work(int samples) {
        this.samples = samples;
    }

    /** Operations of one step. */
    public static double of(Step step, int samples) {
        return step.on(new Work(samples));
    }

    /** Operations of a whole tape. */
    public static double of(Tape tape, int samples) {
        Work work = new Work(samples);
        double sum = 0;
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : tape.steps(phase)) {
                sum += step.on(work);
            }
        }
        return sum;
    }

    /**
     * How many samples are predicted at a time: as many as fit into some memory and into some time, at least one.
     *
     * @param speed operations a second
     */
    public static int predictionRows(Tape prediction, double speed) {
        double numbers = prediction.values().stream()
                .filter(Value::batched)
                .mapToDouble(value -> value.count(1))
                .sum();
        double one = of(prediction, 1);
        double more = of(prediction, 2) - one;
        double inTime = 1 + (Budget.PIECE * speed - one) / more; // weights are put in their places once for all samples
        double rows = Math.min(MOST_NUMBERS / Math.max(numbers, 1), inTime);
        return (int) Math.min(Math.max(rows, 1), MOST_ROWS);
    }

    /** Operations for each number of a formula's output; what is shared in it is computed once. */
    private static double perNumber(Expr f) {
        double sum = NUMBER;
        for (Expr part : f.parts()) {
            sum += operations(part.op());
        }
        return sum;
    }

    private static double operations(Op op) {
        return switch (op) {
            case CONST -> 0;
            case INPUT -> NUMBER;
            case NEG, ABS, FLOOR, ADD, SUB, MUL, MIN, MAX, LESS, LESS_EQUAL, EQUAL, SELECT -> SIMPLE;
            case DIV, SQRT -> ROOT;
            case EXP, EXPM1, LOG, LOG1P, TANH, ERF, SIN, COS -> FUNCTION;
        };
    }

    private double count(Value value) {
        return value.count(samples);
    }

    private static double whole(double columns) {
        return Math.ceil(columns / WIDTH) * WIDTH;
    }

    @Override
    public Double matMul(MatMul step) {
        Value a = step.a();
        Value b = step.b();
        double rows = a.batched() ? samples : a.shape().length(0);
        double across = count(a) / rows;
        double columns = b.batched()
                ? b.size()
                : step.transposeB() ? b.shape().length(0) : b.shape().length(-1);
        return 2 * rows * across * (columns == 1 ? whole(across) / across : whole(columns))
                + NUMBER * count(step.output())
                + NUMBER * count(b);
    }

    @Override
    public Double conv(Conv step) {
        return taps(step.output(), step.kernel()) + NUMBER * (count(step.x()) + count(step.kernel()));
    }

    @Override
    public Double convInputGradient(Conv.InputGradient step) {
        return taps(step.dy(), step.kernel()) + NUMBER * (count(step.output()) + count(step.kernel()));
    }

    @Override
    public Double convKernelGradient(Conv.KernelGradient step) {
        return taps(step.dy(), step.output()) + NUMBER * (count(step.x()) + count(step.output()));
    }

    /** Every output pixel has a weight for each tap, channel and filter. */
    private double taps(Value y, Value kernel) {
        double filters = kernel.shape().length(3);
        return 2 * count(y) / filters * (kernel.shape().count() / filters) * whole(filters);
    }

    @Override
    public Double elementwise(Elementwise step) {
        return perNumber(step.f()) * count(step.output());
    }

    @Override
    public Double sum(Sum step) {
        return NUMBER * count(step.x());
    }

    @Override
    public Double reshape(Reshape step) {
        return 0.0;
    }

    @Override
    public Double pool(Pool step) {
        return pooled(
                        step.output(),
                        step.window().rows().size(),
                        step.window().columns().size())
                + NUMBER * count(step.x());
    }

    @Override
    public Double poolGradient(Pool.Gradient step) {
        return 2
                        * pooled(
                                step.dy(),
                                step.window().rows().size(),
                                step.window().columns().size())
                + NUMBER * count(step.output());
    }

    private double pooled(Value y, int rows, int columns) {
        return count(y) * (NUMBER + 2 * SIMPLE * rows * columns);
    }

    @Override
    public Double softmax(Softmax step) {
        return (FUNCTION + ROOT + 2 * NUMBER) * count(step.output());
    }

    @Override
    public Double softmaxGradient(Softmax.Gradient step) {
        return 4 * NUMBER * count(step.output());
    }

    @Override
    public Double crossEntropy(CrossEntropy step) {
        return (FUNCTION + 2 * NUMBER) * count(step.x());
    }

    @Override
    public Double mask(Mask step) {
        return FUNCTION * count(step.output());
    }

    @Override
    public Double match(Match step) {
        return 4 * NUMBER * count(step.target());
    }

    @Override
    public Double concatenate(Concatenate step) {
        return NUMBER * count(step.output());
    }

    @Override
    public Double concatenatePart(Concatenate.Part step) {
        return NUMBER * count(step.output());
    }
}
