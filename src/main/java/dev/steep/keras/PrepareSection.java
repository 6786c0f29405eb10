package dev.steep.keras;

import dev.steep.data.Scaling;
import dev.steep.network.loss.Loss;
import dev.steep.network.metric.Metric;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Settings;
import java.util.List;

/** Rescales {@code x} by the training rows, brings {@code y} into the form that the loss compares with, and cuts both into parts. */
final class PrepareSection {
    private static final String PART = Parts.PREPARE.name();

    private PrepareSection() {}

    static void write(ScriptWriter script) {
        boolean shared = script.data().shape().length >= 2;
        Scaling scaling = Settings.scaling(script.recipe());
        if (scaling != Scaling.NONE) {
            script.heading(
                    "Prepare: inputs " + words(scaling) + ", by the training rows" + (shared ? "" : ", each by itself"),
                    PART);
            scale(script, scaling, shared);
        }
        targets(script);
        answers(script);
        cut(script);
    }

    private static String words(Scaling scaling) {
        return switch (scaling) {
            case NONE -> "as they are";
            case UNIT -> "from 0 to 1";
            case SIGNED -> "from -1 to 1";
            case STANDARDISE -> "with mean 0 and deviation 1";
        };
    }

    /** What never changes is moved, and not stretched. */
    private static void scale(ScriptWriter script, Scaling scaling, boolean shared) {
        String all = shared ? "" : "axis=0";
        String ends = "low, high = x[training].min(" + all + "), x[training].max(" + all + ")";
        String range = "np.where(high > low, high - low, 1)";
        List<String> lines =
                switch (scaling) {
                    case NONE -> List.of();
                    case UNIT -> List.of(ends, "x = (x - low) / " + range);
                    case SIGNED -> List.of(ends, "x = 2 * (x - (low + high) / 2) / " + range);
                    case STANDARDISE ->
                        List.of(
                                "mean, deviation = x[training].mean(" + all + "), x[training].std(" + all + ")",
                                "x = (x - mean) / np.where(deviation > 0, deviation, 1)");
                };
        lines.forEach(line -> script.code(PART, line));
        script.code(PART, "x = x.astype(\"float32\")");
    }

    /** Classes stay numbers for a sparse loss and for a single output; for others there is a number for each class. */
    private static void targets(ScriptWriter script) {
        Loss loss = Loss.of(script.recipe().loss());
        boolean single = script.plan().map(plan -> plan.targetWidth() == 1).orElse(!loss.needsEachClass());
        if (script.classes() && loss != Loss.SPARSE_CATEGORICAL_CROSSENTROPY && !single) {
            String count = script.knowsData() ? ", " + script.data().classes().size() : "";
            script.code(
                    Parts.LOSS.name(),
                    "y = keras.utils.to_categorical(y" + count + ")  # 1 for the right class, 0 for the others");
        }
        boolean columns =
                script.recipe().get(Parts.METRICS).stream().anyMatch(metric -> metric.is(Metric.F1_SCORE.kind()));
        if (script.classes() && script.plan().isPresent() && single && columns) {
            script.code(Parts.METRICS.name(), "y = y.reshape(-1, 1)  # F1Score wants a column for each output");
        }
    }

    /** Numbers are rescaled by the training rows as inputs are; metrics and predictions are told in their own unit. */
    private static void answers(ScriptWriter script) {
        Scaling scaling = Settings.targetScaling(script.recipe());
        if (scaling == Scaling.NONE) {
            return;
        }
        if (script.classes()) {
            script.comment(
                    PART,
                    "",
                    "target=" + script.recipe().prepare().get(Settings.TARGET).orElse("")
                            + " of prepare is for numbers; classes are not rescaled.");
            return;
        }
        script.comment(
                PART,
                "",
                "Targets " + words(scaling)
                        + ", by the training rows, as the model learns them. The loss is that of these"
                        + " numbers; metrics are in the target's own unit. There, a prediction p of the model is"
                        + " p * y_step + y_centre.");
        String step = "np.where(y_step > 0, y_step, 1)";
        List<String> lines =
                switch (scaling) {
                    case NONE -> List.of();
                    case UNIT ->
                        List.of("y_centre = y[training].min(axis=0)", "y_step = y[training].max(axis=0) - y_centre");
                    case SIGNED ->
                        List.of(
                                "y_centre = (y[training].min(axis=0) + y[training].max(axis=0)) / 2",
                                "y_step = y[training].max(axis=0) - y_centre");
                    case STANDARDISE -> List.of("y_centre, y_step = y[training].mean(axis=0), y[training].std(axis=0)");
                };
        lines.forEach(line -> script.code(PART, line));
        script.code(PART, "y_step = " + step, "y = ((y - y_centre) / y_step).astype(\"float32\")");
    }

    private static void cut(ScriptWriter script) {
        String part = Parts.SPLIT.name();
        script.code("", "");
        script.code(part, "x_train, y_train = x[training], y[training]");
        if (SplitSection.validates(script)) {
            script.code(part, "x_validation, y_validation = x[validation], y[validation]");
        }
        if (SplitSection.tests(script)) {
            script.code(part, "x_test, y_test = x[test], y[test]");
        }
    }
}
