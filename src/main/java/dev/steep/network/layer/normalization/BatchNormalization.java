package dev.steep.network.layer.normalization;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.Axes;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Weights;
import dev.steep.network.weight.Initializer;
import dev.steep.network.weight.Regularizer;
import dev.steep.tape.Normalization;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings each channel to mean 0 and variance 1, then scales it by gamma and shifts it by beta. In training the mean and the
 * variance are those of the batch, and moving averages of them are kept; prediction, and a frozen layer, use the moving ones.
 */
public record BatchNormalization(Choice choice) implements Layer {
    private static final Knob<Integer> AXIS = Knob.whole(
            "axis",
            -1,
            -4,
            4,
            "The axis whose entries are normalized each by itself: -1, the last, holds the channels.");

    /** How slowly the moving averages follow. */
    public static final Knob<Double> MOMENTUM = Knob.real(
                    "momentum",
                    0.99,
                    0,
                    1,
                    "Which part of its moving mean and variance a layer keeps in each step; the rest is taken from the batch.")
            .whileTraining();

    /** What the variance is raised by. */
    public static final Knob<Double> EPSILON =
            Knob.log("epsilon", 0.001, 1e-12, 1, "Is added to the variance, so that nothing is divided by zero.");

    /** Whether there is a shift. */
    public static final Knob<Boolean> CENTER =
            Knob.flag("center", true, "Whether a learned number beta is added to each channel.");

    /** Whether there is a factor. */
    public static final Knob<Boolean> SCALE =
            Knob.flag("scale", true, "Whether each channel is multiplied by a learned number gamma.");

    static final Knob<Choice> BETA_INITIALIZER =
            initializer("beta", Initializer.ZEROS, "Which numbers beta starts from.");
    static final Knob<Choice> GAMMA_INITIALIZER =
            initializer("gamma", Initializer.ONES, "Which numbers gamma starts from.");
    private static final Knob<Choice> MOVING_MEAN_INITIALIZER =
            initializer("moving_mean", Initializer.ZEROS, "Which numbers the moving mean starts from.");
    private static final Knob<Choice> MOVING_VARIANCE_INITIALIZER =
            initializer("moving_variance", Initializer.ONES, "Which numbers the moving variance starts from.");
    static final Knob<Choice> BETA_REGULARIZER = regularizer("beta_regularizer", "A penalty that keeps beta small.");
    static final Knob<Choice> GAMMA_REGULARIZER = regularizer("gamma_regularizer", "A penalty that keeps gamma small.");

    static final Knob<Choice> BETA_CONSTRAINT = Neurons.constraint("beta_constraint", "beta is");
    static final Knob<Choice> GAMMA_CONSTRAINT = Neurons.constraint("gamma_constraint", "gamma is");

    public static final Kind KIND = LayerOptions.with(
                    LayerOptions.kind(
                            "BatchNormalization",
                            "Batch normalization",
                            "Brings each channel to mean 0 and variance 1 over the batch, so that deep networks learn faster.",
                            AXIS,
                            MOMENTUM,
                            EPSILON,
                            CENTER,
                            SCALE,
                            BETA_INITIALIZER,
                            GAMMA_INITIALIZER,
                            MOVING_MEAN_INITIALIZER,
                            MOVING_VARIANCE_INITIALIZER,
                            BETA_REGULARIZER,
                            GAMMA_REGULARIZER),
                    BETA_CONSTRAINT,
                    GAMMA_CONSTRAINT)
            .inKeras(KerasForm.call("layers.BatchNormalization"));

    private static Knob<Choice> initializer(String of, Initializer preset, String about) {
        return Knob.pick(of + "_initializer", preset.kind(), Initializer::kinds, about);
    }

    private static Knob<Choice> regularizer(String name, String about) {
        return Knob.pick(name, Regularizer.NONE.kind(), Regularizer::kinds, about);
    }

    @Override
    public Outcome fit(Shape input) {
        return Axes.fit(choice, List.of(choice.get(AXIS)), input, choice.with(AXIS, AXIS.preset()));
    }

    private Axes axes(Shape input) {
        return Axes.of(List.of(choice.get(AXIS)), input);
    }

    @Override
    public List<Weights> weights(Shape input) {
        Shape channels = axes(input).shape();
        List<Weights> weights = new ArrayList<>(scaleAndShift(choice, channels));
        weights.add(Weights.state("moving_mean", channels, choice.get(MOVING_MEAN_INITIALIZER)));
        weights.add(Weights.state("moving_variance", channels, choice.get(MOVING_VARIANCE_INITIALIZER)));
        return weights;
    }

    /** Gamma and beta, as far as there are any. */
    static List<Weights> scaleAndShift(Choice choice, Shape channels) {
        List<Weights> weights = new ArrayList<>();
        if (choice.get(SCALE)) {
            weights.add(new Weights("gamma", channels, choice.get(GAMMA_INITIALIZER), choice.get(GAMMA_REGULARIZER))
                    .constrained(choice.get(GAMMA_CONSTRAINT)));
        }
        if (choice.get(CENTER)) {
            weights.add(new Weights("beta", channels, choice.get(BETA_INITIALIZER), choice.get(BETA_REGULARIZER))
                    .constrained(choice.get(BETA_CONSTRAINT)));
        }
        return weights;
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Optional<Value> gamma = choice.get(SCALE) ? Optional.of(scope.weights("gamma")) : Optional.empty();
        Optional<Value> beta = choice.get(CENTER) ? Optional.of(scope.weights("beta")) : Optional.empty();
        Value mean = scope.weights("moving_mean");
        Value variance = scope.weights("moving_variance");
        Axes axes = axes(x.shape());
        if (!scope.training() || !scope.trainable()) {
            return Recorded.of(
                    axes.along(scope, x, (name, rows) -> withMoving(scope, name, rows, mean, variance, gamma, beta)));
        }
        Value share = scope.share(x.size() / mean.size());
        Value momentum = scope.live("momentum", choice.get(MOMENTUM));
        return Recorded.of(axes.along(scope, x, (name, rows) -> {
            Normalization batch =
                    scope.tape().normalize(scope.name(""), name, rows, share, choice.get(EPSILON), gamma, beta);
            move(scope.tape(), mean, batch.mean(), momentum);
            move(scope.tape(), variance, batch.variance(), momentum);
            return batch.output();
        }));
    }

    /** moving = moving momentum + present (1 - momentum). */
    private static void move(Tape tape, Value moving, Value present, Value momentum) {
        Expr m = Expr.input(2, "momentum");
        Expr follows = Expr.input(0, "moving")
                .times(m)
                .plus(Expr.input(1, "present").times(Expr.c(1).minus(m)));
        tape.update(moving, follows, moving, present, momentum);
    }

    /** y = x factor + shift, with factor = gamma / sqrt(variance + epsilon) and shift = beta - mean factor. */
    private Value withMoving(
            Scope scope,
            String name,
            Value x,
            Value mean,
            Value variance,
            Optional<Value> gamma,
            Optional<Value> beta) {
        Tape tape = scope.tape();
        Expr root = Expr.sqrt(Expr.input(0, "variance").plus(choice.get(EPSILON)));
        Value factor = gamma.map(value -> tape.elementwise(
                        scope.name("factor"), Expr.input(1, "gamma").over(root), variance, value))
                .orElseGet(
                        () -> tape.elementwise(scope.name("factor"), Expr.c(1).over(root), variance));
        Expr shifted = Expr.input(0, "mean").times(Expr.input(1, "factor"));
        Value shift = beta.map(value -> tape.elementwise(
                        scope.name("shift"), Expr.input(2, "beta").minus(shifted), mean, factor, value))
                .orElseGet(() -> tape.elementwise(scope.name("shift"), Expr.neg(shifted), mean, factor));
        Expr y = Expr.input(0, "x").times(Expr.input(1, "factor")).plus(Expr.input(2, "shift"));
        return tape.elementwise(name, y, x, factor, shift);
    }
}
