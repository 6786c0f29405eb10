package dev.steep.tape;

import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A computation as a list of steps. A training tape goes forward to the loss, backward to the gradients, and then
 * updates what outlives it; a prediction tape only goes forward. Parameters, states and slots may stand on several tapes.
 */
public final class Tape {
    /** The parts of a training step, in order. */
    public enum Phase {
        /** To the loss. */
        FORWARD,
        /** To the gradients. */
        BACKWARD,
        /** What outlives the batch gets its new values. */
        UPDATE
    }

    /** By phase. */
    private final List<List<Step>> steps = new ArrayList<>();

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<Value, Gradients.Rule> rules = new HashMap<>();
    private Phase phase = Phase.FORWARD;

    /** An empty tape. */
    public Tape() {
        for (int i = 0; i < Phase.values().length; i++) {
            steps.add(new ArrayList<>());
        }
    }

    /** Samples or targets: one tensor of this shape for each sample. */
    public Value input(String name, Shape shape) {
        return know(Value.input(name, shape));
    }

    /** One number that is set before each batch; the same name is the same value. */
    public Value scalar(String name) {
        Value known = values.get(name);
        return known != null ? known : know(Value.scalar(name));
    }

    /** The same number for each sample. */
    public Value constant(String name, double number) {
        Value y = fresh(name, Value.Role.ACTIVATION, Shape.of(1), true);
        record(new Elementwise(Expr.c(number), List.of(), List.of(), y));
        return y;
    }

    /** A formula over inputs, element by element; the result is shaped like the first input. */
    public Value elementwise(String name, Expr f, Value... inputs) {
        Value y = like(name, inputs);
        record(Elementwise.derived(f, List.of(inputs), y));
        return y;
    }

    /** The same, with its slopes in textbook form: formulas over the inputs followed by the output. */
    public Value elementwise(String name, Expr f, List<Expr> slopes, Value... inputs) {
        Value y = like(name, inputs);
        record(new Elementwise(f, slopes, List.of(inputs), y));
        return y;
    }

    /**
     * Gives a parameter, a state or a slot a new value at the end of the training step, wherever this is recorded: once in each
     * training step, and never when values are only looked at. Updates are carried out in the order of their recording.
     */
    public void update(Value target, Expr f, Value... inputs) {
        if (!target.role().lasts()) {
            throw new IllegalArgumentException(target + " does not outlive the batch, so it cannot be updated.");
        }
        record(Phase.UPDATE, new Elementwise(f, List.of(), List.of(inputs), know(target)));
    }

    /** From here on everything is recorded at the end of the training step, behind the updates so far: what is done with new weights. */
    public void afterUpdates() {
        phase = Phase.UPDATE;
    }

    /** Sums what does not belong to samples down to this shape, the last axes of its own: a norm for each column of a matrix. */
    public Value sumLeading(String name, Value x, Shape shape) {
        return sum(name, x, shape, Value.Role.ACTIVATION);
    }

    /** The sum over each sample's elements: one number per sample. */
    public Value sumEach(String name, Value x) {
        Value y = fresh(name, Value.Role.ACTIVATION, Shape.SCALAR, x.batched());
        record(new Sum(x, y));
        return y;
    }

    /** The sum over the batch and all axes but the last: one number for each channel. */
    public Value sumChannels(String name, Value x) {
        return sum(name, x, Shape.of(x.shape().length(-1)), Value.Role.ACTIVATION);
    }

    Value sum(String name, Value x, Shape shape, Value.Role role) {
        Value y = fresh(name, role, shape, false);
        record(new Sum(x, y));
        return y;
    }

    /** The sum over everything: one number. */
    public Value sum(String name, Value x) {
        Value y = fresh(name, Value.Role.ACTIVATION, Shape.SCALAR, false);
        record(new Sum(x, y));
        return y;
    }

    /** The same numbers under another shape. */
    public Value reshape(String name, Value x, Shape shape) {
        Value y = fresh(name, Value.Role.ACTIVATION, shape, x.batched());
        record(new Reshape(x, y));
        return y;
    }

    /** The same numbers with each sample's axes in another order: axis i of the output is axis order[i] of x, counted from 0. */
    public Value permute(String name, Value x, List<Integer> order) {
        Value y = fresh(name, Value.Role.ACTIVATION, Permutation.shape(x.shape(), order), x.batched());
        record(new Permutation(x, order, y));
        return y;
    }

    /** x: batch x in; w: in x out. Returns batch x out. */
    public Value matMul(String name, Value x, Value w) {
        if (x.size() != w.shape().length(0)) {
            throw new IllegalArgumentException("Cannot multiply " + x + " by " + w + ": the inner sizes " + x.size()
                    + " and " + w.shape().length(0) + " must match.");
        }
        Value y = fresh(name, Value.Role.ACTIVATION, Shape.of(w.shape().length(1)), x.batched());
        record(new MatMul(x, false, w, false, y));
        return y;
    }

    /** x: batch x height x width x channels, or batch x length x channels; kernel: height x width x channels x filters. */
    public Value conv(String name, Value x, Value kernel, Window window) {
        return conv(name, x, kernel, kernel.shape().length(-1), window);
    }

    /** The same with a kernel for groups of channels, with so many filters in all. */
    public Value conv(String name, Value x, Value kernel, int filters, Window window) {
        Value y = fresh(name, Value.Role.ACTIVATION, under(window, x, filters), x.batched());
        record(new Conv(x, kernel, window, y));
        return y;
    }

    /** x: batch x height x width x channels, or batch x length x channels. */
    public Value pool(String name, Pool.Operation kind, Value x, Window window) {
        Shape shape = under(window, x, x.shape().length(-1));
        Value y = fresh(name, Value.Role.ACTIVATION, shape, x.batched());
        record(new Pool(kind, x, window, y));
        return y;
    }

    /** A place for each position of the window; a series, of length x channels, is an image of height 1. */
    private static Shape under(Window window, Value x, int channels) {
        int rows = window.rows().output();
        int columns = window.columns().output();
        return x.shape().rank() == 2 ? Shape.of(columns, channels) : Shape.of(rows, columns, channels);
    }

    /** Softmax along the last axis. */
    public Value softmax(String name, Value x) {
        return softmax(name, x, false);
    }

    /** Softmax along the last axis, or its logarithm. */
    public Value softmax(String name, Value x, boolean logarithmic) {
        Value y = like(name, x);
        record(new Softmax(x, logarithmic, y));
        return y;
    }

    /** Mean 0 and variance 1 along the last axis; epsilon is added to the variance. */
    public Value standardize(String name, Value x, double epsilon) {
        Value y = like(name, x);
        record(new Standardize(x, epsilon, y));
        return y;
    }

    /** Cross-entropy of softmax, from the logits; one number per sample. */
    public Value crossEntropy(String name, Value logits, Value probabilities, Value target) {
        Value y = fresh(name, Value.Role.ACTIVATION, Shape.SCALAR, true);
        record(new CrossEntropy(logits, probabilities, target, y));
        return y;
    }

    /** Random numbers of this shape for each sample; see {@link Noise} for the parameters of each kind. */
    public Value noise(String name, Noise.Distribution kind, Shape shape, int stream, Value... parameters) {
        Value y = fresh(name, Value.Role.MASK, shape, true);
        record(new Noise(kind, List.of(parameters), stream, y));
        return y;
    }

    /** x: batch x height x width x channels; transform: batch x 6. Returns batch x the shape, which has as many channels. */
    public Value resample(String name, Value x, Value transform, Resample.Sampling reading, Shape shape) {
        Value y = fresh(name, Value.Role.ACTIVATION, shape, true);
        record(new Resample(x, transform, reading, y));
        return y;
    }

    /** 1 or 0 per sample: whether prediction and target have their largest element at the same place. */
    public Value match(String name, Value prediction, Value target) {
        Value y = fresh(name, Value.Role.ACTIVATION, Shape.SCALAR, true);
        record(new Match(prediction, target, y));
        return y;
    }

    /** Tensors side by side along an axis, counted from 0; they are alike on all others. */
    public Value concatenate(String name, int axis, List<Value> inputs) {
        int[] lengths = inputs.get(0).shape().lengths().clone();
        int rounds = 1;
        for (int i = 0; i < axis; i++) {
            rounds *= lengths[i];
        }
        lengths[axis] = inputs.stream().mapToInt(x -> x.shape().length(axis)).sum();
        Value y = fresh(name, Value.Role.ACTIVATION, Shape.of(lengths), true);
        record(new Concat(inputs, rounds, y));
        return y;
    }

    /** Some numbers of each sample, one after the other from a place on, in this shape; places are counted from 0. */
    public Value part(String name, Value x, int from, Shape shape) {
        Value y = fresh(name, Value.Role.ACTIVATION, shape, x.batched());
        record(new Concat.Part(x, 1, from, y));
        return y;
    }

    /**
     * Batch normalization in training; see {@link Normalization} for the formulas.
     *
     * @param name begins the names of its values
     * @param called the name of its output
     * @param share a scalar: 1 / the numbers that the batch has of each channel
     */
    public Normalization normalize(
            String name,
            String called,
            Value x,
            Value share,
            double epsilon,
            Optional<Value> gamma,
            Optional<Value> beta) {
        return Normalization.record(this, name, called, x, share, epsilon, gamma, beta);
    }

    /** Has the gradient of a value go back by a rule of its own, instead of by the step that computed it. */
    void rule(Value output, Gradients.Rule rule) {
        rules.put(output, rule);
    }

    /** How the gradient of a step's output becomes those of what it was computed from. */
    Gradients.Rule rule(Step step) {
        Gradients.Rule rule = rules.get(step.output());
        return rule != null ? rule : step::backward;
    }

    /** Records the backward pass: the derivative of a scalar by every parameter it depends on. */
    public Gradients differentiate(Value loss) {
        return differentiate(
                loss,
                values().stream()
                        .filter(value -> value.role() == Value.Role.PARAMETER)
                        .toList());
    }

    /**
     * Records the backward pass: the derivative of a scalar by those of these parameters that it depends on. It goes no further
     * back than the first step that needs one of them.
     */
    public Gradients differentiate(Value loss, Collection<Value> parameters) {
        phase = Phase.BACKWARD;
        return Gradients.of(this, loss, parameters);
    }

    /** The steps of a phase, in order. */
    public List<Step> steps(Phase of) {
        return Collections.unmodifiableList(steps.get(of.ordinal()));
    }

    /** Whether a value is only computed between updates, such as the norm of new weights: no look computes it again. */
    public boolean passesBy(Value value) {
        return !value.role().lasts()
                && steps(Phase.UPDATE).stream().anyMatch(step -> step.output().equals(value));
    }

    /** Every value on the tape by its name, in the order of first appearance. */
    public List<Value> values() {
        return List.copyOf(values.values());
    }

    /** The scalars to set before each batch, in the order in which a batch lists them. */
    public List<Value> scalars() {
        return values.values().stream()
                .filter(value -> value.role() == Value.Role.SCALAR)
                .toList();
    }

    /** The value of this name. */
    public Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    void record(Step step) {
        record(phase, step);
    }

    private void record(Phase of, Step step) {
        step.inputs().forEach(this::know);
        know(step.output());
        steps.get(of.ordinal()).add(step);
    }

    /** Has a value that outlives the batch among this tape's values, though no step may use it. */
    public void keep(Value value) {
        know(value);
    }

    /** A new value; a name that is taken gets a number. */
    Value fresh(String name, Value.Role role, Shape shape, boolean batched) {
        String unique = name;
        for (int i = 1; values.containsKey(unique); i++) {
            unique = name + "_" + i;
        }
        return know(Value.computed(unique, role, shape, batched));
    }

    private Value like(String name, Value... inputs) {
        return fresh(name, Value.Role.ACTIVATION, inputs[0].shape(), inputs[0].batched());
    }

    private Value know(Value value) {
        Value known = values.putIfAbsent(value.name(), value);
        if (known != null && known != value) {
            throw new IllegalArgumentException("Two values are called " + value.name() + ".");
        }
        return value;
    }
}
