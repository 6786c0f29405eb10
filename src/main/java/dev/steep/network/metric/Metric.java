package dev.steep.network.metric;

import static dev.steep.math.expr.Expr.abs;
import static dev.steep.math.expr.Expr.sqrt;
import static dev.steep.math.expr.Functions.square;
import static dev.steep.network.formula.Letters.P;
import static dev.steep.network.formula.Letters.T;
import static dev.steep.network.formula.Letters.X;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.network.formula.Kinds;
import dev.steep.network.loss.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What can be measured of predictions: over an epoch's batches while they train, and over the validation part at its end. To add
 * one, add a constant with its knobs and what it adds up. Source of names, defaults and arithmetic: Keras 3, {@code keras.metrics}.
 */
public enum Metric {
    LOSS(
            "loss",
            "Loss",
            "What training makes small, with the penalties on weights.",
            Suits.ANYTHING,
            Range.ANY,
            choice -> new OwnTally(false)),
    ACCURACY(
            "accuracy acc",
            "Accuracy",
            "The share of samples whose class is right.",
            Suits.CLASSES,
            Range.SHARE,
            choice -> new OwnTally(true)),
    PRECISION(
            "precision",
            "Precision",
            "Of what the model says is in a class, the share that is. With several outputs each counts by itself.",
            Suits.CLASSES,
            Range.SHARE,
            choice -> new CountTally(choice.get(Of.THRESHOLD), choice.get(Of.CLASS), true),
            Of.THRESHOLD,
            Of.CLASS),
    RECALL(
            "recall",
            "Recall",
            "Of what is in a class, the share that the model finds. With several outputs each counts by itself.",
            Suits.CLASSES,
            Range.SHARE,
            choice -> new CountTally(choice.get(Of.THRESHOLD), choice.get(Of.CLASS), false),
            Of.THRESHOLD,
            Of.CLASS),
    F1_SCORE(
            "f1_score",
            "F1 score",
            "The harmonic mean of precision and recall of each class: high only if both are.",
            Suits.CLASSES,
            Range.SHARE,
            choice -> new F1Tally(F1Tally.Average.valueOf(choice.get(Of.AVERAGE).toUpperCase(Locale.ROOT))),
            Of.AVERAGE),
    AUC(
            "auc",
            "Area under the curve",
            "How well the outputs rank members of a class above the others, whatever the threshold: 0.5 is guessing (ROC).",
            Suits.CLASSES,
            Range.SHARE,
            choice ->
                    new AucTally(choice.get(Of.THRESHOLDS), choice.get(Of.CURVE).equals("ROC")),
            Of.THRESHOLDS,
            Of.CURVE),
    TOP_K_CATEGORICAL_ACCURACY(
            "top_k_categorical_accuracy",
            "Top-k accuracy",
            "The share of samples whose class is among the k most likely ones.",
            Suits.CLASSES,
            Range.SHARE,
            choice -> new TopTally(choice.get(Of.K)),
            Of.K),
    MEAN_ABSOLUTE_ERROR(
            "mean_absolute_error mae",
            "Mean absolute error",
            "The mean of |p - t|, in the unit of the target.",
            Suits.ANYTHING,
            Range.ANY,
            choice -> new MeanTally(abs(P.minus(T)), X)),
    MEAN_SQUARED_ERROR(
            "mean_squared_error mse",
            "Mean squared error",
            "The mean of (p - t)².",
            Suits.ANYTHING,
            Range.ANY,
            choice -> new MeanTally(square(P.minus(T)), X)),
    ROOT_MEAN_SQUARED_ERROR(
            "root_mean_squared_error rmse",
            "Root mean squared error",
            "The square root of the mean of (p - t)², in the unit of the target.",
            Suits.ANYTHING,
            Range.ANY,
            choice -> new MeanTally(square(P.minus(T)), sqrt(X))),
    R2_SCORE(
            "r2_score",
            "R²",
            "The share of the target's variance that the model explains: 1 is perfect, 0 no better than the mean.",
            Suits.NUMBERS,
            Range.ANY,
            choice -> new R2Tally());

    private final Kind kind;
    private final Suits suits;
    private final Range range;
    private final Function<Choice, Tally> tally;

    Metric(
            String name,
            String title,
            String about,
            Suits suits,
            Range range,
            Function<Choice, Tally> tally,
            Knob<?>... knobs) {
        kind = Kind.of(name, title, about, knobs).inKeras(keras(name));
        this.suits = suits;
        this.range = range;
        this.tally = tally;
    }

    private static KerasForm keras(String name) {
        return switch (name) {
            case "auc" -> KerasForm.call("keras.metrics.AUC");
            case "r2_score" -> KerasForm.call("keras.metrics.R2Score");
            case "f1_score" ->
                (choice, script) -> {
                    script.note("With a single output, F1Score needs threshold=0.5; the lab uses it there.");
                    return KerasForm.call("keras.metrics.F1Score").of(choice, script);
                };
            default -> KerasForm.word("keras.metrics");
        };
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All that can be asked for, for pickers and links: the loss is measured anyway. */
    public static List<Kind> kinds() {
        return Arrays.stream(values())
                .filter(each -> each != LOSS)
                .map(Metric::kind)
                .toList();
    }

    /** The metric that was picked. */
    public static Metric of(Choice choice) {
        return Kinds.find(values(), Metric::kind, choice);
    }

    /** Whether it means something for this question, answered in so many numbers. */
    public boolean suits(Task task, int width) {
        boolean classes = task instanceof Task.Classification;
        return switch (suits) {
            case ANYTHING -> true;
            case CLASSES -> classes && (this != TOP_K_CATEGORICAL_ACCURACY || width > 1);
            case NUMBERS -> !classes && task.shape().rank() == 1;
        };
    }

    /** Whether it is a share, from 0 to 1. */
    public boolean share() {
        return range == Range.SHARE;
    }

    /** Whether higher is better: of shares, and of R². */
    public boolean rises() {
        return share() || this == R2_SCORE;
    }

    /** Whether the metric of this name is an error in the unit of the target. */
    public static boolean hasUnit(String name) {
        return Stream.of(MEAN_ABSOLUTE_ERROR, ROOT_MEAN_SQUARED_ERROR)
                .anyMatch(each -> each.kind().name().equals(name));
    }

    /** Whether it looks at predictions; else at what the model's own tape says of them. */
    public boolean looks() {
        return this != LOSS && this != ACCURACY;
    }

    /** Begins to measure. */
    public Tally tally(Choice choice) {
        return tally.apply(choice);
    }

    private enum Suits {
        ANYTHING,
        CLASSES,
        NUMBERS
    }

    private enum Range {
        ANY,
        SHARE
    }

    /** Knobs; an enum's constants cannot use its own static fields. */
    private static final class Of {
        static final Knob<Double> THRESHOLD =
                Knob.real("thresholds", 0.5, 0, 1, "An output above it says that the class is there.");

        static final Knob<Optional<Integer>> CLASS = Knob.whole(
                        "class_id", 0, 0, 999, "The class that counts, the first is 0; with None every class does.")
                .optional();

        static final Knob<String> AVERAGE = Knob.word(
                        "average",
                        "macro",
                        List.of("macro", "micro", "weighted"),
                        "How the classes' scores become one: their mean, counted together, or weighted by their size.")
                .required();

        static final Knob<Integer> THRESHOLDS =
                Knob.whole("num_thresholds", 200, 3, 2000, "How many thresholds draw the curve.");

        static final Knob<String> CURVE = Knob.word(
                "curve", "ROC", List.of("ROC", "PR"), "True against false positives, or precision against recall.");

        static final Knob<Integer> K = Knob.whole("k", 5, 1, 1000, "Among how many the class has to be.");
    }
}
