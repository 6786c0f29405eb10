package dev.steep.network.activation;

import static dev.steep.math.expr.Expr.abs;
import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.exp;
import static dev.steep.math.expr.Expr.expm1;
import static dev.steep.math.expr.Expr.less;
import static dev.steep.math.expr.Expr.lessEqual;
import static dev.steep.math.expr.Expr.min;
import static dev.steep.math.expr.Expr.neg;
import static dev.steep.math.expr.Expr.select;
import static dev.steep.math.expr.Expr.sqrt;
import static dev.steep.math.expr.Expr.tanh;
import static dev.steep.math.expr.Functions.clip;
import static dev.steep.math.expr.Functions.mish;
import static dev.steep.math.expr.Functions.mishSlope;
import static dev.steep.math.expr.Functions.sigmoid;
import static dev.steep.math.expr.Functions.silu;
import static dev.steep.math.expr.Functions.softplus;
import static dev.steep.math.expr.Functions.softsign;
import static dev.steep.math.expr.Functions.square;
import static dev.steep.math.expr.Functions.squareplus;
import static dev.steep.network.activation.ActivationKnobs.ALPHA;
import static dev.steep.network.activation.ActivationKnobs.APPROXIMATE;
import static dev.steep.network.activation.ActivationKnobs.B;
import static dev.steep.network.activation.ActivationKnobs.DEFAULT_VALUE;
import static dev.steep.network.activation.ActivationKnobs.MAX_VALUE;
import static dev.steep.network.activation.ActivationKnobs.NEGATIVE_SLOPE;
import static dev.steep.network.activation.ActivationKnobs.THRESHOLD;
import static dev.steep.network.activation.ActivationKnobs.UPDATE;
import static dev.steep.network.formula.Letters.X;
import static dev.steep.network.formula.Letters.Y;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Curve;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Functions;
import dev.steep.math.expr.Print;
import dev.steep.math.formula.Formula;
import dev.steep.network.formula.Kinds;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a neuron makes of its weighted sum: y = f(x), each number by itself (softmax alone looks at all of a sample's
 * numbers). To add one, add a constant: name, title, a sentence that says its range, knobs if it has any, the formula
 * over x, and its slope over x and y if the textbook has a shorter one than derivation gives. The last one, {@link
 * #FORMULA}, is whatever a learner types.
 *
 * <p>Source of names, defaults and formulas: Keras 3, {@code keras.activations}. Formulas stay finite wherever their
 * value is: {@code exp} of a large number only ever stands where its infinity turns into a 0 or is not selected.
 */
public enum Activation {
    LINEAR("linear", "Linear", "Passes its input through unchanged, so any number may come out.", X),
    RELU(
            "relu",
            "ReLU",
            "Lets positive numbers through and stops the others: from 0 upwards, unless relu's parameters change that.",
            List.of(NEGATIVE_SLOPE, MAX_VALUE, THRESHOLD),
            Activation::relu,
            choice -> select(
                    lessEqual(Y, c(0)),
                    c(choice.get(NEGATIVE_SLOPE)),
                    choice.get(MAX_VALUE).map(most -> less(Y, c(most))).orElse(c(1)))),
    LEAKY_RELU(
            "leaky_relu",
            "Leaky ReLU",
            "A relu that goes on below zero with a small slope, so that no neuron ever stops learning; any number.",
            List.of(NEGATIVE_SLOPE.preset(0.2)),
            choice -> select(lessEqual(X, c(0)), X.times(choice.get(NEGATIVE_SLOPE)), X),
            choice -> select(lessEqual(X, c(0)), c(choice.get(NEGATIVE_SLOPE)), c(1))),
    RELU6("relu6", "ReLU6", "A relu that stops at 6: from 0 to 6.", clip(X, 0, 6), select(inside(Y, 0, 6), c(1), c(0))),
    ELU(
            "elu",
            "ELU",
            "Like relu above zero; below, it bends smoothly towards -alpha: from -alpha upwards.",
            List.of(ALPHA),
            choice -> select(lessEqual(X, c(0)), expm1(X).times(choice.get(ALPHA)), X),
            choice -> select(lessEqual(Y, c(0)), Y.plus(choice.get(ALPHA)), c(1))),
    SELU(
            "selu",
            "SELU",
            "An elu scaled so that deep networks keep mean 0 and variance 1 by themselves (with lecun_normal): above -1.76.",
            select(lessEqual(X, c(0)), expm1(X).times(Selu.SCALE * Selu.ALPHA), X.times(Selu.SCALE)),
            select(lessEqual(Y, c(0)), Y.plus(Selu.SCALE * Selu.ALPHA), c(Selu.SCALE))),
    CELU(
            "celu",
            "CELU",
            "An elu without a kink at zero, whatever alpha is: from -alpha upwards.",
            List.of(ALPHA),
            choice ->
                    select(lessEqual(X, c(0)), expm1(X.over(choice.get(ALPHA))).times(choice.get(ALPHA)), X),
            choice -> select(lessEqual(Y, c(0)), Y.over(choice.get(ALPHA)).plus(1), c(1))),
    SIGMOID(
            "sigmoid",
            "Sigmoid",
            "Turns any number into a probability: between 0 and 1, and 0.5 at zero.",
            sigmoid(X),
            Y.times(c(1).minus(Y))),
    TANH("tanh", "Tanh", "An S-curve through the origin: between -1 and 1.", tanh(X), c(1).minus(square(Y))),
    SOFTMAX(
            "softmax",
            "Softmax",
            "Turns all the numbers of a sample into probabilities between 0 and 1 that add up to 1, one for each class."),
    LOG_SOFTMAX(
            "log_softmax",
            "Log softmax",
            "The logarithms of softmax's probabilities: at most 0, and finite however small a probability is."),
    SOFTPLUS("softplus", "Softplus", "A relu with a round bend, log(1 + exp(x)): above 0.", softplus(X), sigmoid(X)),
    SOFTSIGN(
            "softsign",
            "Softsign",
            "An S-curve like tanh that flattens more slowly: between -1 and 1.",
            softsign(X),
            square(c(1).minus(abs(Y)))),
    EXPONENTIAL("exponential", "Exponential", "e to the power x: above 0, and very soon very large.", exp(X), Y),
    HARD_SIGMOID(
            "hard_sigmoid",
            "Hard sigmoid",
            "A sigmoid of three straight pieces, x/6 + 0.5 in the middle (version keras2: 0.2 x + 0.5): from 0 to 1.",
            List.of(),
            choice -> isKeras2(choice) ? clip(X.times(0.2).plus(0.5), 0, 1) : hardSigmoid(),
            choice -> isKeras2(choice)
                    ? select(inside(X, -2.5, 2.5), c(0.2), c(0))
                    : select(inside(X, -3, 3), c(1.0 / 6), c(0))) {
        @Override
        String inKeras(Choice choice, Python script) {
            if (!isKeras2(choice)) {
                return super.inKeras(choice, script);
            }
            script.note("Keras 3 has x / 6 + 0.5 as hard_sigmoid: this is the one of Keras 2 and of tf.js.");
            script.needs(Print.KERAS_IMPORT);
            return "lambda x: " + Print.keras(formula(choice).orElseThrow());
        }
    },
    GELU(
            "gelu",
            "GELU",
            "x times the chance that a normal random number lies below x; a smooth relu that dips to -0.17.",
            List.of(APPROXIMATE),
            choice -> choice.get(APPROXIMATE) ? geluByTanh() : Functions.gelu(X)),
    SILU(
            "silu swish",
            "SiLU (swish)",
            "x times sigmoid(x), a smooth relu that dips below zero: from -0.28 upwards.",
            silu(X),
            sigmoid(X).plus(Y.times(c(1).minus(sigmoid(X))))),
    MISH(
            "mish",
            "Mish",
            "x times tanh(softplus(x)), a smooth relu that dips below zero: from -0.31 upwards.",
            mish(X),
            mishSlope(X)),
    HARD_SILU(
            "hard_silu hard_swish",
            "Hard SiLU",
            "x times hard_sigmoid(x): from -0.375 upwards.",
            X.times(hardSigmoid()),
            select(lessEqual(X, c(-3)), c(0), select(less(X, c(3)), X.over(3).plus(0.5), c(1)))),
    HARD_TANH(
            "hard_tanh",
            "Hard tanh",
            "x itself, but at least -1 and at most 1.",
            clip(X, -1, 1),
            select(inside(X, -1, 1), c(1), c(0))),
    HARD_SHRINK(
            "hard_shrink",
            "Hard shrink",
            "Stops numbers near zero and lets the others through unchanged; any number may come out.",
            List.of(THRESHOLD.preset(0.5)),
            choice -> select(lessEqual(abs(X), c(choice.get(THRESHOLD))), c(0), X)),
    SOFT_SHRINK(
            "soft_shrink",
            "Soft shrink",
            "Stops numbers near zero and pulls the others towards it; any number may come out.",
            List.of(THRESHOLD.preset(0.5)),
            choice -> {
                Expr threshold = c(choice.get(THRESHOLD));
                Expr pulled = select(less(X, c(0)), X.plus(threshold), X.minus(threshold));
                return select(lessEqual(abs(X), threshold), c(0), pulled);
            }),
    TANH_SHRINK(
            "tanh_shrink",
            "Tanh shrink",
            "x - tanh(x): flat around zero, and any number may come out.",
            X.minus(tanh(X)),
            square(tanh(X))),
    SQUAREPLUS(
            "squareplus",
            "Squareplus",
            "A relu with a round bend that needs no exponential, only a square root: above 0.",
            List.of(B),
            choice -> squareplus(X, choice.get(B)),
            choice -> Y.over(sqrt(square(X).plus(choice.get(B))))),
    LOG_SIGMOID(
            "log_sigmoid",
            "Log sigmoid",
            "The logarithm of sigmoid(x): below 0, and nearly x for very negative numbers.",
            neg(softplus(neg(X))),
            sigmoid(neg(X))),
    SPARSE_PLUS(
            "sparse_plus",
            "Sparse plus",
            "Exactly 0 up to -1, x from 1 on, and a parabola in between: from 0 upwards.",
            select(
                    lessEqual(X, c(-1)),
                    c(0),
                    select(less(X, c(1)), square(X.plus(1)).times(0.25), X))),
    THRESHOLD_VALUE(
            "threshold",
            "Threshold",
            "Lets a number through if it exceeds the threshold, and else says a fixed number.",
            List.of(THRESHOLD.required(), DEFAULT_VALUE),
            choice -> select(lessEqual(X, c(choice.get(THRESHOLD))), c(choice.get(DEFAULT_VALUE)), X)),
    HEAVISIDE(
            "heaviside",
            "Heaviside step",
            "The perceptron's step, 0 below zero and else 1: flat, so no gradient can train what feeds it, but its own rule can.",
            List.of(UPDATE),
            choice -> lessEqual(c(0), X)) {
        @Override
        Expr passedBack(Choice choice) {
            return isPerceptron(choice) ? c(1) : super.passedBack(choice);
        }

        @Override
        String inKeras(Choice choice, Python script) {
            script.needs(Print.KERAS_IMPORT);
            String step = Print.keras(lessEqual(c(0), X));
            if (isPerceptron(choice)) {
                script.note("Keras has no perceptron rule: the step's slope is taken as 1, which comes to the same.");
                return "lambda x: x + ops.stop_gradient(" + step + " - x)";
            }
            script.note("Keras has no heaviside: this is one. Its slope is 0, so nothing before it learns.");
            return "lambda x: " + step;
        }
    },
    FORMULA(
            "formula",
            "Your own formula",
            "Any formula of x that you type: it is derived, drawn and compiled like all the others.",
            List.of(ActivationKnobs.FORMULA),
            Optional.of(choice -> typed(choice).computed()),
            Optional.of(choice -> typed(choice).slope())) {
        @Override
        String inKeras(Choice choice, Python script) {
            String text = choice.get(ActivationKnobs.FORMULA);
            ActivationKnobs.OF_X.complaint(text).ifPresent(script::note);
            List<String> body = new ArrayList<>(List.of("# " + Python.comment(text)));
            body.addAll(Print.kerasBody(typed(choice).computed()));
            script.needs(Print.KERAS_IMPORT);
            return script.function("formula", "x", body);
        }
    };

    private final Kind kind;
    private final Optional<Function<Choice, Expr>> formula;
    private final Optional<Function<Choice, Expr>> slope;

    /** With formula and slope in their simplest form. */
    Activation(
            String name,
            String title,
            String about,
            List<Knob<?>> knobs,
            Optional<Function<Choice, Expr>> formula,
            Optional<Function<Choice, Expr>> slope) {
        Kind plain = new Kind(name, title, about, knobs, this::curve).inKeras(this::inKeras);
        this.kind = name.equals("hard_sigmoid") ? plain.withOptions(ActivationKnobs.VERSION) : plain;
        this.formula = formula;
        this.slope = slope;
    }

    /** Not a formula of one number. */
    Activation(String name, String title, String about) {
        this(name, title, about, List.of(), Optional.empty(), Optional.empty());
    }

    Activation(String name, String title, String about, Expr formula) {
        this(name, title, about, List.of(), choice -> formula);
    }

    Activation(String name, String title, String about, Expr formula, Expr slope) {
        this(name, title, about, List.of(), choice -> formula, choice -> slope);
    }

    Activation(String name, String title, String about, List<Knob<?>> knobs, Function<Choice, Expr> formula) {
        this(name, title, about, knobs, Optional.of(simple(formula)), Optional.empty());
    }

    Activation(
            String name,
            String title,
            String about,
            List<Knob<?>> knobs,
            Function<Choice, Expr> formula,
            Function<Choice, Expr> slope) {
        this(name, title, about, knobs, Optional.of(simple(formula)), Optional.of(simple(slope)));
    }

    private static Function<Choice, Expr> simple(Function<Choice, Expr> declared) {
        return choice -> declared.apply(choice).simplify();
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All of them, for pickers and links. */
    public static List<Kind> kinds() {
        return Arrays.stream(values()).map(Activation::kind).toList();
    }

    /** The activation that was picked. */
    public static Activation of(Choice choice) {
        return Kinds.find(values(), Activation::kind, choice);
    }

    /** Its formula over x; none for softmax and its logarithm, which are no functions of one number. */
    public Optional<Expr> formula(Choice choice) {
        return formula.map(of -> of.apply(choice));
    }

    /** Its slope dy/dx, over x and y. */
    public Optional<Expr> slope(Choice choice) {
        return slope.map(of -> of.apply(choice)).or(() -> formula(choice).map(f -> f.derive(0)));
    }

    /** Whether its slope is zero wherever it has one, so that nothing before it can learn. */
    public boolean flat(Choice choice) {
        return formula(choice).isPresent() && passedBack(choice).is(0);
    }

    /** Whether it is a step that is trained by the perceptron learning rule (Rosenblatt 1958). */
    public static boolean isPerceptron(Choice choice) {
        return choice.is(HEAVISIDE.kind) && choice.get(UPDATE).equals("perceptron");
    }

    /**
     * What the gradient is multiplied by on its way back: the slope. The perceptron's rule, {@code w += rate (t - y) x}, is gradient
     * descent on |y - t| as if the step's slope were 1.
     */
    Expr passedBack(Choice choice) {
        return slope(choice).orElseThrow();
    }

    /** Records it on a tape; a linear one changes nothing and records nothing. */
    public Value apply(Tape tape, String name, Value x, Choice choice) {
        if (this == LINEAR) {
            return x;
        }
        return formula(choice)
                .map(f -> tape.elementwise(name, f, List.of(passedBack(choice)), x))
                .orElseGet(() -> tape.softmax(name, x, this == LOG_SOFTMAX));
    }

    /** Its name where Keras' defaults are meant, else a function of x with Keras' parameters. */
    String inKeras(Choice choice, Python script) {
        List<String> given = kind.knobs().stream()
                .filter(choice::states)
                .map(knob -> ", " + KerasForm.argument(choice, knob, script))
                .toList();
        return given.isEmpty()
                ? Python.text(kind.name())
                : "lambda x: keras.activations." + kind.name() + "(x" + String.join("", given) + ")";
    }

    private Optional<Curve> curve(Choice choice) {
        return formula(choice)
                .map(f -> new Curve(
                        this == FORMULA ? typed(choice).expr() : f,
                        slope(choice).orElseThrow()));
    }

    /** Until a mistake in it is mended, the formula is x. */
    public static Formula.Understood typed(Choice choice) {
        return ActivationKnobs.OF_X.understood(choice.get(ActivationKnobs.FORMULA));
    }

    private static Expr relu(Choice choice) {
        Expr threshold = c(choice.get(THRESHOLD));
        Expr through = choice.get(MAX_VALUE).map(most -> min(X, c(most))).orElse(X);
        return select(lessEqual(X, threshold), X.minus(threshold).times(choice.get(NEGATIVE_SLOPE)), through);
    }

    private static boolean isKeras2(Choice choice) {
        return choice.get(ActivationKnobs.VERSION).equals("keras2");
    }

    private static Expr hardSigmoid() {
        return clip(X.over(6).plus(0.5), 0, 1);
    }

    private static Expr geluByTanh() {
        Expr cube = square(X).times(X);
        return X.times(0.5).times(c(1).plus(tanh(X.plus(cube.times(0.044715)).times(Math.sqrt(2 / Math.PI)))));
    }

    /** 1 strictly between the ends, else 0. */
    private static Expr inside(Expr x, double low, double high) {
        return select(less(c(low), x), less(x, c(high)), c(0));
    }
}
