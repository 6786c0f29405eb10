package dev.steep.keras;

import dev.steep.data.Filling;
import dev.steep.data.MadeFeatures;
import dev.steep.data.Preparation;
import dev.steep.data.Scaling;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Print;
import dev.steep.network.loss.Loss;
import dev.steep.network.metric.Metric;
import dev.steep.recipe.MissingValues;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rescales {@code x} by the training rows, brings {@code y} into the form that the loss compares with, and cuts both into parts. */
final class PrepareSection {
    private static final String PART = Parts.PREPARE.name();

    private PrepareSection() {}

    static void write(ScriptWriter script) {
        boolean shared = script.data().shape().length >= 2;
        Preparation preparation = Settings.preparation(script.recipe());
        filled(script, preparation);
        made(script, preparation);
        Scaling scaling = preparation.all();
        boolean apart =
                preparation.rules().stream().anyMatch(rule -> rule.scale().isPresent());
        boolean alike = shared || !apart;
        if (scaling != Scaling.NONE || apart) {
            script.heading(
                    "Prepare: inputs " + words(scaling) + ", by the training rows" + (shared ? "" : ", each by itself"),
                    PART);
        }
        List<String> names = script.data().inputs();
        preparation.rules().stream()
                .filter(rule -> shared || !names.contains(rule.feature()))
                .forEach(rule -> script.comment(
                        PART,
                        "",
                        "Here " + rule.feature() + " is not known; in the lab it is to be "
                                + rule.scale().map(PrepareSection::words).orElse("rescaled as all others are")));
        if (alike && scaling != Scaling.NONE) {
            scale(script, scaling, "x", "x[training]", shared ? "" : "axis=0");
            script.code(PART, "x = x.astype(\"float32\")");
        } else if (!alike) {
            apart(script, preparation, names);
        }
        targets(script);
        answers(script);
        cut(script);
    }

    /** Gaps are filled by what is usual in the training rows, of each feature as its rule says. */
    private static void filled(ScriptWriter script, Preparation preparation) {
        List<String> features = script.data().features();
        List<String> own = preparation.rules().stream()
                .filter(rule -> rule.missing().isPresent())
                .map(Preparation.Rule::feature)
                .toList();
        List<String> told = own.stream()
                .map(name -> name + " by " + preparation.missing(name).name().toLowerCase(Locale.ROOT))
                .toList();
        boolean keeps = !MissingValues.ofAll(script.recipe()).equals(MissingValues.LEFT_OUT)
                || !script.data().kept().isEmpty()
                || own.stream().anyMatch(name -> MissingValues.keeps(script.recipe(), name));
        if (!keeps) {
            boolean asked = preparation.missing() != Filling.Missing.MEDIAN;
            if (asked || !told.isEmpty()) {
                script.comment(
                        PART,
                        "",
                        "Rows with gaps are left out, so nothing is filled by "
                                + preparation.missing().name().toLowerCase(Locale.ROOT)
                                + (told.isEmpty() ? "" : ", nor " + String.join(", ", told)) + ".");
            }
            return;
        }
        script.heading("Missing values: filled by what is usual in the training rows", PART);
        boolean alike = own.stream().noneMatch(features::contains);
        if (!told.isEmpty()) {
            script.comment(PART, "", (alike ? "In the lab " : "") + String.join(", ", told) + ".");
        }
        List<Integer> indicators = places(features, preparation, Filling.Missing.INDICATOR);
        boolean indicator = alike ? preparation.missing() == Filling.Missing.INDICATOR : !indicators.isEmpty();
        if (indicator) {
            script.code(
                    PART,
                    "gaps = np.isnan(x)"
                            + (alike || indicators.size() == features.size() ? "" : "[:, " + indicators + "]"));
        }
        boolean mean = preparation.missing() == Filling.Missing.MEAN;
        script.code(PART, "usual = " + usual(mean) + "(x[training], axis=0)");
        List<Integer> others = alike
                ? List.of()
                : IntStream.range(0, features.size())
                        .filter(i -> (preparation.missing(features.get(i)) == Filling.Missing.MEAN) != mean)
                        .boxed()
                        .toList();
        if (!others.isEmpty()) {
            script.code(PART, "usual[" + others + "] = " + usual(!mean) + "(x[training][:, " + others + "], axis=0)");
        }
        script.code(PART, "x = np.where(np.isnan(x), usual, x)");
        if (indicator) {
            script.code(PART, "x = np.column_stack([x, gaps[:, gaps.any(axis=0)]])");
        }
    }

    private static String usual(boolean mean) {
        return mean ? "np.nanmean" : "np.nanmedian";
    }

    private static List<Integer> places(List<String> features, Preparation preparation, Filling.Missing missing) {
        return IntStream.range(0, features.size())
                .filter(i -> preparation.missing(features.get(i)) == missing)
                .boxed()
                .toList();
    }

    /** Features of formulas, behind those of the data. */
    private static void made(ScriptWriter script, Preparation preparation) {
        List<String> columns = new ArrayList<>();
        for (String text : preparation.made()) {
            MadeFeatures.overColumns(text, script.data().features())
                    .ifPresentOrElse(
                            formula -> columns.add("    " + column(formula) + ",  # " + text),
                            () -> script.comment(
                                    PART,
                                    "",
                                    "A feature that is made of others, but not of those that are known here: " + text));
        }
        if (!columns.isEmpty()) {
            script.heading("Features made from others", PART);
            script.code(PART, "x = np.column_stack([", "    x,");
            columns.forEach(line -> script.code(PART, line));
            script.code(PART, "])");
        }
    }

    private static String column(Expr formula) {
        return formula.inputs().isEmpty() ? "np.full(len(x), " + Print.numpy(formula) + ")" : Print.numpy(formula);
    }

    /** Features that are rescaled in the same way are rescaled together. */
    private static void apart(ScriptWriter script, Preparation preparation, List<String> names) {
        for (Scaling scaling : Scaling.values()) {
            List<String> places = new ArrayList<>();
            List<String> members = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if (preparation.of(names.get(i)) == scaling) {
                    places.add("" + i);
                    members.add(names.get(i));
                }
            }
            if (scaling != Scaling.NONE && (!places.isEmpty() || names.isEmpty() && scaling == preparation.all())) {
                String columns = names.isEmpty() ? ":" : "columns";
                if (!names.isEmpty()) {
                    script.comment(PART, "", String.join(", ", members) + ": " + words(scaling));
                    script.code(PART, "columns = [" + String.join(", ", places) + "]");
                }
                scale(script, scaling, "x[:, " + columns + "]", "x[training][:, " + columns + "]", "axis=0");
            }
        }
        script.code(PART, "x = x.astype(\"float32\")");
    }

    private static String words(Scaling scaling) {
        return switch (scaling) {
            case NONE -> "as they are";
            case UNIT -> "from 0 to 1";
            case SIGNED -> "from -1 to 1";
            case STANDARDISE -> "with mean 0 and deviation 1";
            case LOG -> "as logarithms with mean 0 and deviation 1";
            case ASINH -> "as asinh with mean 0 and deviation 1";
        };
    }

    private static Optional<String> warp(Scaling scaling) {
        return switch (scaling.warp()) {
            case NONE -> Optional.empty();
            case LOG -> Optional.of("np.log");
            case ASINH -> Optional.of("np.arcsinh");
        };
    }

    /** What never changes is moved, and not stretched. */
    private static void scale(ScriptWriter script, Scaling scaling, String x, String training, String all) {
        warp(scaling).ifPresent(function -> script.code(PART, x + " = " + function + "(" + x + ")"));
        String ends = "low, high = " + training + ".min(" + all + "), " + training + ".max(" + all + ")";
        String range = "np.where(high > low, high - low, 1)";
        List<String> lines =
                switch (scaling) {
                    case NONE -> List.of();
                    case UNIT -> List.of(ends, x + " = (" + x + " - low) / " + range);
                    case SIGNED -> List.of(ends, x + " = 2 * (" + x + " - (low + high) / 2) / " + range);
                    case STANDARDISE, LOG, ASINH ->
                        List.of(
                                "mean, deviation = " + training + ".mean(" + all + "), " + training + ".std(" + all
                                        + ")",
                                x + " = (" + x + " - mean) / np.where(deviation > 0, deviation, 1)");
                };
        lines.forEach(line -> script.code(PART, line));
    }

    /** Classes stay numbers for a sparse loss and for a single output; for others there is a number for each class. */
    private static void targets(ScriptWriter script) {
        Loss loss = Loss.of(script.recipe().loss());
        boolean single = script.plan().map(plan -> plan.targetWidth() == 1).orElse(!loss.needsEachClass());
        if (script.asksClasses() && loss != Loss.SPARSE_CATEGORICAL_CROSSENTROPY && !single) {
            String count = script.knowsData() ? ", " + script.data().classes().size() : "";
            script.code(
                    Parts.LOSS.name(),
                    "y = keras.utils.to_categorical(y" + count + ")  # 1 for the right class, 0 for the others");
        }
        boolean columns =
                script.recipe().get(Parts.METRICS).stream().anyMatch(metric -> metric.is(Metric.F1_SCORE.kind()));
        if (script.asksClasses() && script.plan().isPresent() && single && columns) {
            script.code(Parts.METRICS.name(), "y = y.reshape(-1, 1)  # F1Score wants a column for each output");
        }
    }

    /** Numbers are rescaled by the training rows as inputs are; metrics and predictions are told in their own unit. */
    private static void answers(ScriptWriter script) {
        Scaling scaling = Settings.targetScaling(script.recipe());
        if (scaling == Scaling.NONE) {
            return;
        }
        if (script.asksClasses()) {
            script.comment(
                    PART,
                    "",
                    "target=" + script.recipe().prepare().get(Settings.TARGET).orElse("")
                            + " of prepare is for numbers; classes are not rescaled.");
            return;
        }
        if (Settings.reconstructs(script.recipe())) {
            script.comment(
                    PART,
                    "",
                    "target=" + script.recipe().prepare().get(Settings.TARGET).orElse("")
                            + " of prepare is not used: the answer is the input, which is prepared already.");
            return;
        }
        script.comment(
                PART,
                "",
                "Targets " + words(scaling)
                        + ", by the training rows, as the model learns them. The loss is that of these"
                        + " numbers; metrics are in the target's own unit. There, a prediction p of the model is"
                        + " " + undone(scaling, "p", "np.exp", "np.sinh") + ".");
        warp(scaling).ifPresent(function -> script.code(PART, "y = " + function + "(y)"));
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
                    case STANDARDISE, LOG, ASINH ->
                        List.of("y_centre, y_step = y[training].mean(axis=0), y[training].std(axis=0)");
                };
        lines.forEach(line -> script.code(PART, line));
        script.code(PART, "y_step = " + step, "y = ((y - y_centre) / y_step).astype(\"float32\")");
    }

    /** What a rescaled number is in the target's own unit. */
    static String undone(Scaling scaling, String number, String exp, String sinh) {
        String linear = number + " * y_step + y_centre";
        return switch (scaling.warp()) {
            case NONE -> linear;
            case LOG -> exp + "(" + linear + ")";
            case ASINH -> sinh + "(" + linear + ")";
        };
    }

    private static void cut(ScriptWriter script) {
        script.code("", "");
        part(script, "train", "training");
        if (SplitSection.validates(script)) {
            part(script, "validation", "validation");
        }
        if (SplitSection.tests(script)) {
            part(script, "test", "test");
        }
    }

    private static void part(ScriptWriter script, String name, String rows) {
        script.code(
                Parts.SPLIT.name(),
                Settings.reconstructs(script.recipe())
                        ? "x_" + name + " = x[" + rows + "]"
                        : "x_" + name + ", y_" + name + " = x[" + rows + "], y[" + rows + "]");
    }
}
