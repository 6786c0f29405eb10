package dev.steep.reference;

import dev.steep.math.Elementary;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Op;
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
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.List;
import java.util.function.Function;

/**
 * The partial derivatives of a forward step: how each number that it writes changes with each number that it reads. They are what the
 * chain rule multiplies; {@link Backpropagation} adds them up. Slower by far than the gradients that a tape records, and found
 * without them.
 */
final class Partials implements Step.Visitor<Void> {
    /** Receives them, one after the other; those that are 0 whatever the numbers are left out. */
    interface Sink {
        /**
         * One partial derivative.
         *
         * @param output place of the number that is written, counted over the batch
         * @param input which of the step's inputs
         * @param place of the number that is read
         * @param slope how the one changes with the other
         * @param factor the step's input that the slope is a number of; {@link #NONE} if it is none
         * @param at place of that number
         */
        void partial(int output, int input, int place, double slope, int factor, int at);
    }

    /** A slope that is no number of the tape. */
    static final int NONE = -1;

    private final Function<Value, double[]> numbers;
    private final int samples;
    private final Sink sink;

    /**
     * Tells them to a sink.
     *
     * @param numbers those of a value, for all samples
     */
    Partials(Function<Value, double[]> numbers, int samples, Sink sink) {
        this.numbers = numbers;
        this.samples = samples;
        this.sink = sink;
    }

    @Override
    public Void elementwise(Elementwise step) {
        List<Value> inputs = step.inputs();
        double[][] read = new double[inputs.size() + 1][];
        for (int k = 0; k < inputs.size(); k++) {
            read[k] = numbers.apply(inputs.get(k));
        }
        read[inputs.size()] = numbers.apply(step.output());
        int size = step.output().size();
        int all = read[inputs.size()].length;
        for (int k = 0; k < inputs.size(); k++) {
            Expr slope = step.slopes().get(k).simplify();
            double[] at = new double[inputs.size() + 1];
            for (int o = 0; o < all; o++) {
                if (slope.op() == Op.CONST) {
                    plain(o, k, place(inputs.get(k), o, size), slope.value());
                    continue;
                }
                int place = place(inputs.get(k), o, size);
                if (slope.op() == Op.INPUT && slope.index() < inputs.size()) {
                    int other = place(inputs.get(slope.index()), o, size);
                    sink.partial(o, k, place, read[slope.index()][other], slope.index(), other);
                    continue;
                }
                for (int i = 0; i < inputs.size(); i++) {
                    at[i] = read[i][place(inputs.get(i), o, size)];
                }
                at[inputs.size()] = read[inputs.size()][o];
                plain(o, k, place, slope.evaluate(at));
            }
        }
        return null;
    }

    private void plain(int output, int input, int place, double slope) {
        sink.partial(output, input, place, slope, NONE, 0);
    }

    /** Which number of an input the o-th number of an output of this size reads; see {@link Elementwise}. */
    static int place(Value input, int o, int size) {
        int within = o % size % input.size();
        return input.batched() ? o / size * input.size() + within : within;
    }

    @Override
    public Void sum(Sum step) {
        int size = step.x().size();
        int all = size * (step.x().batched() ? samples : 1);
        for (int i = 0; i < all; i++) {
            plain(step.output().batched() ? i / size : i % step.output().size(), 0, i, 1);
        }
        return null;
    }

    @Override
    public Void reshape(Reshape step) {
        for (int i = 0; i < numbers.apply(step.x()).length; i++) {
            plain(i, 0, i, 1);
        }
        return null;
    }

    @Override
    public Void permutation(Permutation step) {
        int[] places = PermutationTask.places(step);
        for (int o = 0; o < numbers.apply(step.x()).length; o++) {
            plain(o, 0, o - o % places.length + places[o % places.length], 1);
        }
        return null;
    }

    @Override
    public Void matMul(MatMul step) {
        double[] a = numbers.apply(step.a());
        double[] b = numbers.apply(step.b());
        int across = step.b().shape().length(0);
        int columns = step.b().shape().length(1);
        for (int row = 0; row < a.length / across; row++) {
            for (int j = 0; j < columns; j++) {
                for (int i = 0; i < across; i++) {
                    sink.partial(row * columns + j, 0, row * across + i, b[i * columns + j], 1, i * columns + j);
                    sink.partial(row * columns + j, 1, i * columns + j, a[row * across + i], 0, row * across + i);
                }
            }
        }
        return null;
    }

    @Override
    public Void conv(Conv step) {
        double[] x = numbers.apply(step.x());
        double[] kernel = numbers.apply(step.kernel());
        Conv.Groups groups = step.groups();
        int filters = groups.allFilters();
        int columns = step.window().columns().size();
        windows(step.window(), (output, pixel, row, column) -> {
            for (int c = 0; c < groups.channels(); c++) {
                for (int f = 0; f < filters; f++) {
                    int group = f / groups.filters();
                    int from = (pixel * groups.count() + group) * groups.channels() + c;
                    int weight = ((row * columns + column) * groups.channels() + c) * filters + f;
                    sink.partial(output * filters + f, 0, from, kernel[weight], 1, weight);
                    sink.partial(output * filters + f, 1, weight, x[from], 0, from);
                }
            }
        });
        return null;
    }

    @Override
    public Void pool(Pool step) {
        double[] x = numbers.apply(step.x());
        double[] y = numbers.apply(step.output());
        int channels = step.x().shape().length(-1);
        switch (step.kind()) {
            case MAX -> {
                boolean[] found = new boolean[y.length];
                windows(step.window(), (output, pixel, row, column) -> {
                    for (int c = 0; c < channels; c++) {
                        int to = output * channels + c;
                        if (!found[to] && x[pixel * channels + c] == y[to]) {
                            found[to] = true;
                            plain(to, 0, pixel * channels + c, 1);
                        }
                    }
                });
            }
            case AVERAGE -> {
                int[] taps = new int[y.length / channels];
                windows(step.window(), (output, pixel, row, column) -> taps[output]++);
                windows(step.window(), (output, pixel, row, column) -> {
                    for (int c = 0; c < channels; c++) {
                        plain(output * channels + c, 0, pixel * channels + c, 1.0 / taps[output]);
                    }
                });
            }
        }
        return null;
    }

    @Override
    public Void softmax(Softmax step) {
        double[] y = numbers.apply(step.output());
        int n = step.output().shape().length(-1);
        for (int first = 0; first < y.length; first += n) {
            for (int i = first; i < first + n; i++) {
                for (int j = first; j < first + n; j++) {
                    int own = i == j ? 1 : 0;
                    plain(i, 0, j, step.logarithmic() ? own - Elementary.exp(y[j]) : y[i] * (own - y[j]));
                }
            }
        }
        return null;
    }

    /** Each number of a row moves itself, the mean and the deviation of the row. */
    @Override
    public Void standardize(Standardize step) {
        double[] x = numbers.apply(step.x());
        double[] y = numbers.apply(step.output());
        int n = step.output().shape().length(-1);
        for (int first = 0; first < y.length; first += n) {
            double mean = StandardizeTask.mean(x, first, n);
            double factor = StandardizeTask.factor(x, first, n, mean, step.epsilon());
            for (int i = first; i < first + n; i++) {
                for (int j = first; j < first + n; j++) {
                    plain(i, 0, j, factor * ((i == j ? 1 : 0) - (1 + y[i] * y[j]) / n));
                }
            }
        }
        return null;
    }

    /** Softmax and cross-entropy together: probability minus target. */
    @Override
    public Void crossEntropy(CrossEntropy step) {
        double[] p = numbers.apply(step.probabilities());
        double[] target = numbers.apply(step.target());
        int n = step.x().size();
        for (int i = 0; i < p.length; i++) {
            plain(i / n, 0, i, p[i] - target[i]);
        }
        return null;
    }

    @Override
    public Void resample(Resample step) {
        ResampleTask.taps(step, numbers.apply(step.transform()), samples, (from, to, weight) -> {
            for (int c = 0; c < step.x().shape().length(2) && from >= 0; c++) {
                plain(to + c, 0, from + c, weight);
            }
        });
        return null;
    }

    @Override
    public Void concatenate(Concat step) {
        int width = step.output().size() / step.rounds();
        int from = 0;
        for (int k = 0; k < step.inputs().size(); k++) {
            int part = step.inputs().get(k).size() / step.rounds();
            for (int round = 0; round < samples * step.rounds(); round++) {
                for (int i = 0; i < part; i++) {
                    plain(round * width + from + i, k, round * part + i, 1);
                }
            }
            from += part;
        }
        return null;
    }

    @Override
    public Void concatenatePart(Concat.Part step) {
        int width = step.output().size() / step.rounds();
        int all = step.y().size() / step.rounds();
        for (int round = 0; round < samples * step.rounds(); round++) {
            for (int i = 0; i < width; i++) {
                plain(round * width + i, 0, round * all + step.from() + i, 1);
            }
        }
        return null;
    }

    /** Random numbers depend on nothing that is learned. */
    @Override
    public Void noise(Noise step) {
        return null;
    }

    /** Whether a prediction is right changes in jumps. */
    @Override
    public Void match(Match step) {
        return null;
    }

    @Override
    public Void convInputGradient(Conv.InputGradient step) {
        throw backward(step);
    }

    @Override
    public Void convKernelGradient(Conv.KernelGradient step) {
        throw backward(step);
    }

    @Override
    public Void poolGradient(Pool.Gradient step) {
        throw backward(step);
    }

    @Override
    public Void softmaxGradient(Softmax.Gradient step) {
        throw backward(step);
    }

    @Override
    public Void standardizeGradient(Standardize.Gradient step) {
        throw backward(step);
    }

    @Override
    public Void resampleGradient(Resample.Gradient step) {
        throw backward(step);
    }

    private static IllegalArgumentException backward(Step step) {
        return new IllegalArgumentException("A step of the backward pass: " + step.output());
    }

    /** One tap of a window: places count pixels, not numbers. */
    private interface Tap {
        void at(int output, int pixel, int row, int column);
    }

    /** All taps of all windows of all samples that do not lie on padding, window after window in reading order. */
    private void windows(Window window, Tap tap) {
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        for (int s = 0; s < samples; s++) {
            for (int i = 0; i < rows.output(); i++) {
                for (int j = 0; j < columns.output(); j++) {
                    int output = (s * rows.output() + i) * columns.output() + j;
                    for (int k = 0; k < rows.size(); k++) {
                        for (int l = 0; l < columns.size(); l++) {
                            int row = rows.at(i, k);
                            int column = columns.at(j, l);
                            if (row >= 0 && row < rows.input() && column >= 0 && column < columns.input()) {
                                tap.at(output, (s * rows.input() + row) * columns.input() + column, k, l);
                            }
                        }
                    }
                }
            }
        }
    }
}
