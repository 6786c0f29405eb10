package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.activation.Activation;
import dev.steep.network.weight.Constraint;
import dev.steep.network.weight.Initializer;
import dev.steep.network.weight.Regularizer;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What layers of neurons have in common: a weighted sum, a bias, an activation. */
public final class Neurons {
    /** What each weighted sum goes through. */
    public static final Knob<Choice> ACTIVATION = Knob.pick(
            "activation", Activation.LINEAR.kind(), Activation::kinds, "What each neuron makes of its weighted sum.");

    /** Whether sums are shifted. */
    public static final Knob<Boolean> USE_BIAS =
            Knob.flag("use_bias", true, "Whether each neuron adds a number of its own to its weighted sum.");

    /** What the weights start from. */
    public static final Knob<Choice> KERNEL_INITIALIZER = Knob.pick(
            "kernel_initializer",
            Initializer.GLOROT_UNIFORM.kind(),
            Initializer::kinds,
            "Which numbers the weights start from.");

    /** What the biases start from. */
    public static final Knob<Choice> BIAS_INITIALIZER = Knob.pick(
            "bias_initializer", Initializer.ZEROS.kind(), Initializer::kinds, "Which numbers the biases start from.");

    /** The penalty on the weights. */
    public static final Knob<Choice> KERNEL_REGULARIZER = Knob.pick(
            "kernel_regularizer",
            Regularizer.NONE.kind(),
            Regularizer::kinds,
            "A penalty that keeps the weights small, against overfitting.");

    /** The penalty on the biases. */
    public static final Knob<Choice> BIAS_REGULARIZER = Knob.pick(
            "bias_regularizer", Regularizer.NONE.kind(), Regularizer::kinds, "A penalty that keeps the biases small.");

    /** What the weights are forced to be. */
    public static final Knob<Choice> KERNEL_CONSTRAINT = constraint("kernel_constraint", "the weights are");

    /** What the biases are forced to be. */
    public static final Knob<Choice> BIAS_CONSTRAINT = constraint("bias_constraint", "the biases are");

    private static final Expr SUM = Expr.input(0, "x").plus(Expr.input(1, "b"));

    private Neurons() {}

    /** What some weights are forced to be. */
    public static Knob<Choice> constraint(String name, String weights) {
        return Knob.pick(
                name, Constraint.NONE.kind(), Constraint::kinds, "What " + weights + " forced to be after each step.");
    }

    /** A layer's kind with what Keras' layers of neurons can be told besides. */
    public static Kind withOptions(Kind kind) {
        return LayerOptions.with(kind, BIAS_REGULARIZER, KERNEL_CONSTRAINT, BIAS_CONSTRAINT);
    }

    /** A kernel of this shape, with one bias for each number along its last axis. */
    public static List<Weights> weights(Choice choice, Shape kernel) {
        return withBias(
                choice,
                kernel.length(-1),
                new Weights("kernel", kernel, choice.get(KERNEL_INITIALIZER), choice.get(KERNEL_REGULARIZER))
                        .constrained(option(choice, KERNEL_CONSTRAINT)));
    }

    /** Kernels, with one bias for each of so many sums. */
    public static List<Weights> withBias(Choice choice, int sums, Weights... kernels) {
        List<Weights> weights = new ArrayList<>(List.of(kernels));
        if (choice.get(USE_BIAS)) {
            weights.add(
                    new Weights("bias", Shape.of(sums), choice.get(BIAS_INITIALIZER), option(choice, BIAS_REGULARIZER))
                            .constrained(option(choice, BIAS_CONSTRAINT)));
        }
        return weights;
    }

    /** A layer that is not {@link #withOptions} has none of them. */
    private static Choice option(Choice choice, Knob<Choice> knob) {
        return choice.kind().knob(knob.name()).isPresent() ? choice.get(knob) : knob.preset();
    }

    /** The activation in a word, if it is not linear. */
    public static String activationWords(Choice choice, String before) {
        Choice picked = choice.get(ACTIVATION);
        return picked.is(Activation.LINEAR.kind()) ? "" : before + words(picked);
    }

    /** An activation as links write it; of a formula that somebody typed, the formula. */
    public static String words(Choice activation) {
        return activation.kind().formula().map(activation::get).orElse(activation.toString());
    }

    /**
     * Records the weighted sums, the bias and the activation; whichever comes last is called {@code output}.
     *
     * @param weighted records the weighted sums under a name
     */
    public static Recorded record(Choice choice, Scope scope, Function<String, Value> weighted) {
        Choice picked = choice.get(ACTIVATION);
        String last = scope.name(picked.is(Activation.LINEAR.kind()) ? "output" : "pre_activation");
        Value sum = choice.get(USE_BIAS)
                ? scope.tape().elementwise(last, SUM, weighted.apply(scope.name("weighted")), scope.weights("bias"))
                : weighted.apply(last);
        Value output = Activation.of(picked).apply(scope.tape(), scope.name("output"), sum, picked);
        return new Recorded(output, sum, Optional.empty());
    }
}
