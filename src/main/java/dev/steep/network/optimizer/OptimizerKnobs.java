package dev.steep.network.optimizer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.math.Elementary;
import java.util.Optional;

/** The parameters that optimizers take. */
public final class OptimizerKnobs {
    /** The one that matters most; changes apply at once. */
    public static final Knob<Double> LEARNING_RATE = Knob.log(
                    "learning_rate", 0.01, 1e-7, 100, "How long steps are: too small is slow, too large overshoots.")
            .whileTraining();

    /** What decides the learning rate in place of the knob; Keras writes {@code learning_rate=CosineDecay(...)}. */
    public static final Knob<Optional<Choice>> SCHEDULE = Knob.pick(
                    "schedule",
                    Schedule.COSINE_DECAY.kind(),
                    Schedule::kinds,
                    "How the learning rate changes from step to step; it takes the place of learning_rate.")
            .optional()
            .whileTraining();

    /** How much of the last step is kept. */
    public static final Knob<Double> MOMENTUM =
            Knob.real("momentum", 0, 0, 0.999, "How much of the last step is kept in the next one.");

    /** Nesterov's form of momentum. */
    public static final Knob<Boolean> NESTEROV =
            Knob.flag("nesterov", false, "Whether momentum looks one step ahead (with momentum above 0 only).");

    /** Memory of Adam's mean gradient. */
    public static final Knob<Double> BETA_1 = Knob.real(
            "beta_1", 0.9, 0, 0.9999, "How long the mean gradient is remembered: about 1 / (1 - beta_1) steps.");

    /** Memory of Adam's mean squared gradient. */
    public static final Knob<Double> BETA_2 = Knob.real(
            "beta_2", 0.999, 0, 0.99999, "How long the gradient's size is remembered: about 1 / (1 - beta_2) steps.");

    /** Guards divisions. */
    public static final Knob<Double> EPSILON =
            Knob.log("epsilon", 1e-7, 1e-10, 1, "Added where gradients are divided by their size, which may be zero.");

    /** Memory of RMSprop and Adadelta. */
    public static final Knob<Double> RHO =
            Knob.real("rho", 0.9, 0, 0.9999, "How long the gradient's size is remembered: about 1 / (1 - rho) steps.");

    /** RMSprop by the variance. */
    public static final Knob<Boolean> CENTERED = Knob.flag(
            "centered", false, "Whether to divide by the gradient's spread around its mean instead of its size.");

    /** Adagrad's first sum. */
    public static final Knob<Double> INITIAL_ACCUMULATOR_VALUE =
            Knob.real("initial_accumulator_value", 0.1, 0, 10, "What the sum of squared gradients starts from.");

    /** AdamW's shrinking. */
    public static final Knob<Double> WEIGHT_DECAY = Knob.log(
            "weight_decay",
            0.004,
            1e-6,
            1,
            "Which part of each weight is taken away per step, times the learning rate.");

    /** The same for all other optimizers, which do not shrink weights unless they are told to. */
    public static final Knob<Optional<Double>> DECAY = WEIGHT_DECAY.optional();

    /** Adam by the largest size. */
    public static final Knob<Boolean> AMSGRAD = Knob.flag(
            "amsgrad",
            false,
            "Whether to divide by the largest size that the gradient ever had, so that steps never grow.");

    /** The longest gradient of a weight tensor. */
    public static final Knob<Optional<Double>> CLIPNORM = Knob.log(
                    "clipnorm", 1, 1e-4, 1000, "The norm to which the gradient of each weight tensor is shortened.")
            .optional();

    /** The largest number in a gradient. */
    public static final Knob<Optional<Double>> CLIPVALUE = Knob.log(
                    "clipvalue", 0.5, 1e-4, 1000, "The size to which each number of a gradient is cut.")
            .optional();

    /** The longest gradient of the whole network. */
    public static final Knob<Optional<Double>> GLOBAL_CLIPNORM = Knob.log(
                    "global_clipnorm",
                    1,
                    1e-4,
                    1000,
                    "The norm to which the gradient of all weights together is shortened.")
            .optional();

    /** Ftrl's power of the accumulated gradient. */
    public static final Knob<Double> LEARNING_RATE_POWER = Knob.real(
            "learning_rate_power", -0.5, -2, 0, "How fast steps shrink as gradients add up: -0.5 is a square root.");

    /** Ftrl's pull towards exact zeros. */
    public static final Knob<Double> L1_REGULARIZATION_STRENGTH = Knob.real(
            "l1_regularization_strength", 0, 0, 10, "How strongly weights that matter little are set to exactly 0.");

    /** Ftrl's shrinking. */
    public static final Knob<Double> L2_REGULARIZATION_STRENGTH =
            Knob.real("l2_regularization_strength", 0, 0, 10, "How strongly weights are kept small.");

    /** Ftrl's penalty on the size of weights, through the gradient. */
    public static final Knob<Double> L2_SHRINKAGE_REGULARIZATION_STRENGTH = Knob.real(
            "l2_shrinkage_regularization_strength",
            0,
            0,
            10,
            "How strongly weights are kept small by a part of them that is added to the gradient.");

    /** Ftrl's damping. */
    public static final Knob<Double> BETA = Knob.real("beta", 0, 0, 10, "Makes the first steps shorter.");

    private OptimizerKnobs() {}

    /** b to the power of a step's number, the same on every host. */
    static double pow(double b, int t) {
        return Elementary.pow(b, t);
    }
}
