package dev.steep.network.weight;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.max;
import static dev.steep.math.expr.Expr.min;
import static dev.steep.math.expr.Expr.sqrt;
import static dev.steep.math.expr.Functions.square;
import static dev.steep.network.formula.Letters.W;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.RowDomain;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.formula.Kinds;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What weights are forced to be after each training step: a formula over a weight w and the norm of those that it belongs to. Source
 * of names, defaults and arithmetic: Keras 3, {@code keras.constraints}.
 */
public enum Constraint {
    NONE("none", "None", "Weights may be any numbers.", choice -> W),
    MAX_NORM(
            "max_norm",
            "Maximum norm",
            "Shortens the weights of each unit that are longer, as a vector, than max_value.",
            choice -> scaled(min(Of.NORM, c(choice.get(Of.MAX_VALUE)))),
            Of.MAX_VALUE,
            Of.AXIS),
    NON_NEG("non_neg", "Not negative", "Sets weights below 0 to 0.", choice -> max(W, c(0))),
    UNIT_NORM(
            "unit_norm",
            "Unit norm",
            "Makes the weights of each unit a vector of length 1.",
            choice -> W.over(Of.NORM.plus(Of.EPSILON)),
            Of.AXIS),
    MIN_MAX_NORM(
            "min_max_norm",
            "Norm between two",
            "Brings the length of each unit's weights, as a vector, between min_value and max_value.",
            choice -> scaled(max(min(Of.NORM, c(choice.get(Of.LARGEST))), c(choice.get(Of.MIN_VALUE)))
                    .times(choice.get(Of.RATE))
                    .plus(Of.NORM.times(1 - choice.get(Of.RATE)))),
            Of.MIN_VALUE,
            Of.LARGEST,
            Of.RATE,
            Of.AXIS);

    private final Kind kind;
    private final Function<Choice, Expr> formula;

    Constraint(String name, String title, String about, Function<Choice, Expr> formula, Knob<?>... knobs) {
        kind = Kind.of(name, title, about, knobs)
                .inKeras(name.equals("none") ? KerasForm.code("None") : KerasForm.word("keras.constraints"));
        this.formula = formula;
    }

    private static Expr scaled(Expr desired) {
        return W.times(desired.over(Of.NORM.plus(Of.EPSILON)));
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All of them, for pickers and links. */
    public static List<Kind> kinds() {
        return Arrays.stream(values()).map(Constraint::kind).toList();
    }

    /** What is wrong with a pick, if its axes are others than the first ones. */
    public static Optional<String> complaint(Choice choice) {
        if (choice.kind().knob(Of.AXIS.name()).isEmpty()) {
            return Optional.empty();
        }
        List<Double> axes = choice.get(Of.AXIS);
        return IntStream.range(0, axes.size()).allMatch(i -> axes.get(i) == i)
                ? Optional.empty()
                : Optional.of(
                        choice.kind().name() + " measures along the first axes here, 0, (0,1) or (0,1,2), but axis is "
                                + Of.AXIS.domain().write(axes) + ". It uses the first " + axes.size()
                                + ". Set axis to 0 for Dense layers, to (0,1,2) for kernels of Conv2D.");
    }

    /** What becomes of a weight that is a vector by itself, whose norm is |w|. */
    public static Expr alone(Choice choice) {
        return Kinds.find(values(), Constraint::kind, choice)
                .formula
                .apply(choice)
                .substitute(1, Expr.abs(W))
                .simplify();
    }

    /** Records, behind the updates, what becomes of some weights; nothing if they may be any numbers. */
    public static void record(Choice choice, Value weights, Tape tape) {
        Expr formula = Kinds.find(values(), Constraint::kind, choice)
                .formula
                .apply(choice)
                .simplify();
        if (choice.is(NONE.kind)) {
            return;
        }
        if (choice.kind().knob(Of.AXIS.name()).isEmpty()) {
            tape.update(weights, formula, weights);
            return;
        }
        Value squares = tape.elementwise(weights.name() + "/squares", square(W), weights);
        Value sums = tape.sumLeading(weights.name() + "/sums", squares, rest(choice, weights.shape()));
        Value norms = tape.elementwise(weights.name() + "/norms", sqrt(Expr.input(0, "sum")), sums);
        tape.update(weights, formula, weights, norms);
    }

    /** The axes that are left when a norm is measured along the first ones. */
    private static Shape rest(Choice choice, Shape shape) {
        int[] lengths = shape.lengths();
        return Shape.of(
                Arrays.copyOfRange(lengths, Math.min(choice.get(Of.AXIS).size(), lengths.length), lengths.length));
    }

    /** Knobs; an enum's constants cannot use its own static fields. */
    private static final class Of {
        static final Expr NORM = Expr.input(1, "norm");

        /** Keras' own. */
        static final double EPSILON = 1e-7;

        static final Knob<Double> MAX_VALUE = Knob.real("max_value", 2, 0, 100, "The longest that the vector may be.");
        static final Knob<Double> LARGEST = MAX_VALUE.preset(1.0);
        static final Knob<Double> MIN_VALUE = Knob.real("min_value", 0, 0, 100, "The shortest that the vector may be.");
        static final Knob<Double> RATE = Knob.real(
                "rate", 1, 0, 1, "How much of the way is gone in each step: with 1 the norm is right at once.");
        static final Knob<List<Double>> AXIS = Knob.row(
                "axis",
                List.of(0.0),
                new RowDomain(0, 2, true, 3),
                "Along which axes the norm is measured: 0 for the units of a Dense layer, (0,1,2) for the kernels of a Conv2D.");
    }
}
