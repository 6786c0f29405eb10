package dev.steep.network.loss;

import static dev.steep.math.expr.Expr.abs;
import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.expm1;
import static dev.steep.math.expr.Expr.lessEqual;
import static dev.steep.math.expr.Expr.log;
import static dev.steep.math.expr.Expr.log1p;
import static dev.steep.math.expr.Expr.max;
import static dev.steep.math.expr.Expr.neg;
import static dev.steep.math.expr.Expr.select;
import static dev.steep.math.expr.Functions.clip;
import static dev.steep.math.expr.Functions.square;
import static dev.steep.network.activation.Activation.EXPONENTIAL;
import static dev.steep.network.activation.Activation.HARD_SIGMOID;
import static dev.steep.network.activation.Activation.RELU;
import static dev.steep.network.activation.Activation.SIGMOID;
import static dev.steep.network.activation.Activation.SOFTMAX;
import static dev.steep.network.activation.Activation.SOFTPLUS;
import static dev.steep.network.formula.Letters.P;
import static dev.steep.network.formula.Letters.T;
import static dev.steep.network.formula.Letters.X;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.expr.Expr;
import dev.steep.network.activation.Activation;
import dev.steep.network.formula.Kinds;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How wrong a prediction is: a formula over each number p that the model says and the number t that it should say (1 for
 * the right class, 0 for the others), added up or averaged over the numbers of a sample. The loss of a batch is the mean
 * over its samples. To add one, add a constant. Source: Keras 3, {@code keras.losses}.
 */
public enum Loss {
    MEAN_SQUARED_ERROR(
            "mean_squared_error mse",
            "Mean squared error",
            "The mean of (p - t)²: large mistakes count most.",
            Suits.ANYTHING,
            Over.MEAN,
            square(P.minus(T))),
    MEAN_ABSOLUTE_ERROR(
            "mean_absolute_error mae",
            "Mean absolute error",
            "The mean of |p - t|: outliers count no more than in proportion.",
            Suits.ANYTHING,
            Over.MEAN,
            abs(P.minus(T))),
    CATEGORICAL_CROSSENTROPY(
            "categorical_crossentropy",
            "Categorical cross-entropy",
            "Minus the logarithm of the probability given to the right class: the natural partner of softmax.",
            Suits.CLASSES,
            Over.SUM,
            crossEntropy(),
            SOFTMAX,
            SIGMOID,
            HARD_SIGMOID),
    SPARSE_CATEGORICAL_CROSSENTROPY(
            "sparse_categorical_crossentropy",
            "Sparse categorical cross-entropy",
            "The same as categorical cross-entropy; Keras tells them apart by how the classes are stored.",
            Suits.CLASSES,
            Over.SUM,
            crossEntropy(),
            SOFTMAX,
            SIGMOID,
            HARD_SIGMOID),
    BINARY_CROSSENTROPY(
            "binary_crossentropy bce",
            "Binary cross-entropy",
            "Minus the logarithm of the probability given to the right one of two answers: the partner of sigmoid.",
            Suits.CLASSES,
            Over.MEAN,
            binary(),
            SIGMOID,
            SOFTMAX,
            HARD_SIGMOID),
    KL_DIVERGENCE(
            "kl_divergence kld",
            "Kullback-Leibler divergence",
            "How much information is lost when the predicted probabilities stand for the true ones.",
            Suits.CLASSES,
            Over.SUM,
            clip(T, Guard.EPSILON, 1).times(log(clip(T, Guard.EPSILON, 1).over(clip(P, Guard.EPSILON, 1)))),
            SOFTMAX,
            SIGMOID,
            HARD_SIGMOID),
    HINGE(
            "hinge",
            "Hinge",
            "Asks for more than 1 for the right class and less than -1 for the others; beyond that nothing counts.",
            Suits.CLASSES,
            Over.MEAN,
            hinge()),
    SQUARED_HINGE("squared_hinge", "Squared hinge", "The square of hinge.", Suits.CLASSES, Over.MEAN, square(hinge())),
    CATEGORICAL_HINGE(
            "categorical_hinge",
            "Categorical hinge",
            "Asks the right class for 1 more than the best of the others has; beyond that nothing counts.",
            Suits.CLASSES,
            Over.SUM,
            max(c(1).plus(P).minus(T), c(0))),
    HUBER(
            "huber",
            "Huber",
            "Half the squared error near zero, and a straight line from delta on: like squares, but calm about outliers.",
            Suits.ANYTHING,
            Over.MEAN,
            List.of(Guard.DELTA),
            choice -> huber(choice.get(Guard.DELTA))),
    LOG_COSH(
            "log_cosh",
            "Log-cosh",
            "The mean of log(cosh(p - t)): a huber loss without a seam.",
            Suits.ANYTHING,
            Over.MEAN,
            logCosh(P.minus(T))),
    POISSON(
            "poisson",
            "Poisson",
            "For counts, such as photons or decays: the mean of p - t log(p), smallest where p is the expected count.",
            Suits.NUMBERS,
            Over.MEAN,
            P.minus(T.times(log(P.plus(Guard.EPSILON)))),
            EXPONENTIAL,
            SOFTPLUS,
            RELU),
    MEAN_ABSOLUTE_PERCENTAGE_ERROR(
            "mean_absolute_percentage_error mape",
            "Mean absolute percentage error",
            "The mean of |p - t| in per cent of |t|; useless where t is near zero.",
            Suits.NUMBERS,
            Over.MEAN,
            abs(P.minus(T)).over(max(abs(T), c(Guard.EPSILON))).times(100)),
    MEAN_SQUARED_LOGARITHMIC_ERROR(
            "mean_squared_logarithmic_error msle",
            "Mean squared logarithmic error",
            "The mean of (log(1 + p) - log(1 + t))²: for positive numbers over many orders of magnitude.",
            Suits.NUMBERS,
            Over.MEAN,
            square(logOnePlus(P).minus(logOnePlus(T))));

    private static final String TERMS = "loss/terms";

    private final Kind kind;
    private final Suits suits;
    private final Over over;
    private final Function<Choice, Expr> formula;
    private final List<Activation> after;

    Loss(String name, String title, String about, Suits suits, Over over, Expr formula, Activation... after) {
        this(name, title, about, suits, over, List.of(), choice -> formula, after);
    }

    Loss(
            String name,
            String title,
            String about,
            Suits suits,
            Over over,
            List<Knob<?>> knobs,
            Function<Choice, Expr> formula,
            Activation... after) {
        this.kind =
                new Kind(name, title, about, knobs).withOptions(options(name)).inKeras(KerasForm.word("keras.losses"));
        this.suits = suits;
        this.over = over;
        this.formula = formula;
        this.after = List.of(after);
    }

    private static Knob<?>[] options(String name) {
        List<Knob<?>> options = new ArrayList<>();
        if (name.contains("crossentropy")) {
            options.add(Guard.FROM_LOGITS);
            if (!name.startsWith("sparse")) {
                options.add(Guard.LABEL_SMOOTHING);
            }
        }
        return options.toArray(new Knob<?>[0]);
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All of them, for pickers and links. */
    public static List<Kind> kinds() {
        return Arrays.stream(values()).map(Loss::kind).toList();
    }

    /** The loss that was picked. */
    public static Loss of(Choice choice) {
        return Kinds.find(values(), Loss::kind, choice);
    }

    /**
     * The formula over p and t, before adding up or averaging over the numbers of a sample. Of categorical hinge p and t stand for
     * the best of the other classes and for the right one.
     */
    public Expr formula(Choice choice) {
        return formula.apply(choice).simplify();
    }

    /** Whether it can be asked about this. */
    public boolean suits(Task task) {
        return switch (suits) {
            case ANYTHING -> true;
            case CLASSES ->
                task instanceof Task.Classification
                        || this == BINARY_CROSSENTROPY && task instanceof Task.Reconstruction;
            case NUMBERS -> !(task instanceof Task.Classification);
        };
    }

    /** The activations whose numbers it can make sense of, the best first; empty if it takes any number. */
    public List<Activation> after(Choice choice) {
        return isOfLogits(choice) ? List.of() : after;
    }

    /** Whether it is told that the network's numbers are logits, to which it then applies softmax or sigmoid itself. */
    public boolean isOfLogits(Choice choice) {
        return isCrossEntropy() && choice.get(Guard.FROM_LOGITS);
    }

    private boolean isCrossEntropy() {
        return categorical() || this == BINARY_CROSSENTROPY;
    }

    private double smoothing(Choice choice) {
        return isCrossEntropy() && this != SPARSE_CATEGORICAL_CROSSENTROPY ? choice.get(Guard.LABEL_SMOOTHING) : 0;
    }

    /** Whether it is a cross-entropy between classes of which exactly one is right. */
    boolean categorical() {
        return this == CATEGORICAL_CROSSENTROPY || this == SPARSE_CATEGORICAL_CROSSENTROPY;
    }

    /** Whether it needs a number for each class, even of two. */
    public boolean needsEachClass() {
        return categorical() || this == KL_DIVERGENCE || this == CATEGORICAL_HINGE;
    }

    /** Whether it asks for numbers on both sides of zero: beyond 1 for the right class, beyond -1 for the others. */
    public boolean needsBothSigns() {
        return this == HINGE || this == SQUARED_HINGE;
    }

    /** Whether, after this activation, it is computed from what stands before it, so that no probability is rounded to 0 or 1. */
    public boolean fromLogits(Choice last) {
        return categorical() && last.is(SOFTMAX.kind()) || this == BINARY_CROSSENTROPY && last.is(SIGMOID.kind());
    }

    /** Records a tensor whose sum over each sample is that sample's loss. */
    public Value terms(Tape tape, Choice choice, ModelOutput answer, Value target) {
        if (this == CATEGORICAL_HINGE) {
            return BestOther.hinge(tape, formula(choice), answer.output(), target);
        }
        Value smooth = smoothed(tape, smoothing(choice), target);
        if (isOfLogits(choice)) {
            Value logits = answer.output();
            return categorical()
                    ? tape.crossEntropy(TERMS, logits, tape.softmax("loss/probabilities", logits), smooth)
                    : FromLogits.binary(tape, logits, smooth);
        }
        return plainTerms(tape, choice, answer, smooth);
    }

    /** Targets that are not quite certain: a share of them is spread evenly over all classes. */
    private Value smoothed(Tape tape, double share, Value target) {
        double each = this == BINARY_CROSSENTROPY ? 0.5 : 1.0 / target.size();
        return share == 0
                ? target
                : tape.elementwise("loss/target", X.times(1 - share).plus(share * each), target);
    }

    private Value plainTerms(Tape tape, Choice choice, ModelOutput answer, Value target) {
        if (fromLogits(answer.activation()) && answer.preActivation() != answer.output()) {
            return categorical()
                    ? tape.crossEntropy(TERMS, answer.preActivation(), answer.output(), target)
                    : FromLogits.binary(tape, answer.preActivation(), target);
        }
        Value p = categorical() ? FromLogits.normalized(tape, answer.output()) : answer.output();
        Expr each = formula(choice);
        Expr share = over == Over.MEAN && p.size() > 1 ? each.times(1.0 / p.size()) : each;
        return tape.elementwise(TERMS, share, p, target);
    }

    private static Expr crossEntropy() {
        return neg(T.times(log(clip(P, Guard.EPSILON, 1 - Guard.EPSILON))));
    }

    private static Expr binary() {
        Expr p = clip(P, Guard.EPSILON, 1 - Guard.EPSILON);
        return neg(T.times(log(p)).plus(c(1).minus(T).times(log1p(neg(p)))));
    }

    /** Classes are 0 and 1 in the data; hinge wants -1 and 1. */
    private static Expr hinge() {
        return max(c(1).minus(T.times(2).minus(1).times(P)), c(0));
    }

    private static Expr huber(double delta) {
        Expr size = abs(P.minus(T));
        return select(
                lessEqual(size, c(delta)),
                square(P.minus(T)).times(0.5),
                size.times(delta).minus(0.5 * delta * delta));
    }

    private static Expr logOnePlus(Expr x) {
        return log1p(max(x, c(Guard.EPSILON)));
    }

    /** log(1 + sinh²(x)) / 2, which keeps small values; far out, where the square would overflow, |x| - log(2) to the last bit. */
    private static Expr logCosh(Expr x) {
        Expr sinh = expm1(x).minus(expm1(neg(x))).over(2);
        return select(lessEqual(abs(x), c(Guard.FAR)), log1p(square(sinh)).times(0.5), abs(x).minus(Guard.LN_2));
    }

    private enum Suits {
        ANYTHING,
        CLASSES,
        NUMBERS
    }

    private enum Over {
        SUM,
        MEAN
    }

    /** Constants; an enum's constants cannot use its own static fields. */
    private static final class Guard {
        /** What Keras keeps probabilities away from 0 and 1 by. */
        static final double EPSILON = 1e-7;

        static final double LN_2 = 0.6931471805599453;

        /** From here on e^-2x is nothing beside 1. */
        static final double FAR = 20;

        static final Knob<Boolean> FROM_LOGITS = Knob.flag(
                "from_logits",
                false,
                "Whether the last layer gives logits (no activation), to which the loss applies softmax or sigmoid itself.");

        static final Knob<Double> LABEL_SMOOTHING = Knob.real(
                "label_smoothing",
                0,
                0,
                1,
                "How much of each target is spread over all classes, so that the network is not asked to be certain.");

        static final Knob<Double> DELTA = Knob.log("delta", 1, 0.001, 1000, "Where squares turn into a straight line.");
    }
}
