package dev.steep.network.activation;

import dev.steep.catalog.FormulaDomain;
import dev.steep.catalog.Knob;
import java.util.List;
import java.util.Optional;

/** The parameters that activations take. */
public final class ActivationKnobs {
    /** How relu and its kin go on below zero. */
    public static final Knob<Double> NEGATIVE_SLOPE =
            Knob.real("negative_slope", 0, 0, 1, "How steep it is below the threshold; Keras 2 called this alpha.");

    /** relu's upper end. */
    public static final Knob<Optional<Double>> MAX_VALUE = Knob.real(
                    "max_value", 6, 0.1, 100, "Nothing larger than this comes out.")
            .optional();

    /** Where relu, threshold and the shrinking activations begin. */
    public static final Knob<Double> THRESHOLD =
            Knob.real("threshold", 0, 0, 10, "What does not exceed this is not let through.");

    /** How far elu and celu go below zero. */
    public static final Knob<Double> ALPHA =
            Knob.real("alpha", 1, 0.01, 10, "For very negative numbers it levels off at minus this.");

    /** How round squareplus is. */
    public static final Knob<Double> B = Knob.real("b", 4, 0.01, 100, "How round the bend at zero is.");

    /** Whether gelu is computed by way of tanh. */
    public static final Knob<Boolean> APPROXIMATE = Knob.flag(
            "approximate", false, "Whether to use the older formula with tanh, which differs by up to 0.0005.");

    /** Whose hard_sigmoid. */
    public static final Knob<String> VERSION = Knob.word(
            "version",
            "keras3",
            List.of("keras3", "keras2"),
            "Whose hard_sigmoid it is: Keras 3 has x / 6 + 0.5 in the middle, Keras 2 and tf.js 0.2 x + 0.5.");

    /** What threshold says instead of small numbers. */
    public static final Knob<Double> DEFAULT_VALUE = Knob.real(
                    "default_value", 0, -10, 10, "What comes out in place of numbers that do not exceed the threshold.")
            .required();

    /** How what feeds a step is trained. */
    public static final Knob<String> UPDATE = Knob.word(
            "update",
            "gradient",
            List.of("gradient", "perceptron"),
            "How training changes what feeds the step: by its gradient, which is 0, or by the perceptron learning rule.");

    /** Formulas of a neuron's weighted sum, called x. */
    public static final FormulaDomain OF_X = new FormulaDomain(List.of("x"));

    /** What a learner types instead of picking an activation. */
    public static final Knob<String> FORMULA = Knob.formula(
                    "formula",
                    "x * sigmoid(1.702 x)",
                    OF_X,
                    "What becomes of x, with + - * / ^, functions such as max, exp or sin, and choices such as x > 0 ? x : 0.1x.")
            .required();

    private ActivationKnobs() {}
}
