package dev.steep.keras;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Python;
import dev.steep.data.Scaling;
import dev.steep.network.Plan;
import dev.steep.network.loss.Loss;
import dev.steep.network.metric.Metric;
import dev.steep.recipe.Part;
import dev.steep.recipe.Parts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles, fits and tests the model. Parts of a recipe that objects keep in {@code compile} or {@code fit} are arguments there. */
final class TrainingSection {
    private static final String INDENT = "    ";
    private static final String FIT = Parts.FIT.name();
    private static final String METRICS = Parts.METRICS.name();

    private TrainingSection() {}

    static void write(ScriptWriter script) {
        script.heading("Training", FIT);
        note(script);
        List<Runnable> arguments = new ArrayList<>();
        arguments.addAll(parts(script, "compile"));
        metrics(script).ifPresent(arguments::add);
        script.definitions(FIT);
        script.code("", "model.compile(");
        arguments.forEach(Runnable::run);
        script.code("", ")");
        fit(script);
        if (SplitSection.tests(script)) {
            script.heading("One last look, when everything is decided", Parts.SPLIT.name());
            script.code(
                    Parts.SPLIT.name(),
                    "model.evaluate(x_test, " + (Settings.reconstructs(script.recipe()) ? "x" : "y") + "_test)");
        }
    }

    /** The accuracy, which the lab measures of classes anyway, and what was picked beside it. */
    private static Optional<Runnable> metrics(ScriptWriter script) {
        List<String> all = new ArrayList<>();
        if (script.asksClasses()) {
            all.add(Python.text("accuracy"));
        }
        for (Choice metric : script.recipe().get(Parts.METRICS)) {
            if (script.plan().filter(plan -> !suits(metric, plan)).isPresent()) {
                continue; // the lab measures nothing by it either
            }
            String code = metric.inKeras(script.python());
            if (!all.contains(code)) {
                all.add(code);
            }
        }
        if (rescaled(script)) {
            all.replaceAll(code -> inUnits(script, code));
        }
        List<String> notes = script.python().takeNotes();
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> {
                    notes.forEach(note -> script.comment(METRICS, INDENT, note));
                    script.code(METRICS, INDENT + "metrics=[" + String.join(", ", all) + "],");
                });
    }

    private static boolean suits(Choice metric, Plan plan) {
        return Metric.of(metric).suits(plan.design().task(), plan.targetWidth());
    }

    private static boolean rescaled(ScriptWriter script) {
        return !script.asksClasses()
                && !Settings.reconstructs(script.recipe())
                && Settings.targetScaling(script.recipe()) != Scaling.NONE;
    }

    /** A metric that sees targets and predictions as they were before they were rescaled. */
    private static String inUnits(ScriptWriter script, String metric) {
        Scaling scaling = Settings.targetScaling(script.recipe());
        String name = script.python()
                .function(
                        "in_own_unit",
                        "metric",
                        List.of(
                                "# The metric, of targets and predictions as they were before they were rescaled.",
                                "metric = keras.metrics.get(metric)",
                                "update = metric.update_state",
                                "metric.update_state = lambda y, p, sample_weight=None: update(",
                                "    " + PrepareSection.undone(scaling, "y", "keras.ops.exp", "keras.ops.sinh") + ", "
                                        + PrepareSection.undone(scaling, "p", "keras.ops.exp", "keras.ops.sinh")
                                        + ", sample_weight",
                                ")",
                                "return metric"));
        return name + "(" + metric + ")";
    }

    private static void note(ScriptWriter script) {
        Loss loss = Loss.of(script.recipe().loss());
        boolean logits = !loss.isOfLogits(script.recipe().loss())
                && script.plan()
                        .filter(Plan::sound)
                        .map(plan -> plan.layers()
                                .get(plan.layers().size() - 1)
                                .layer()
                                .activation())
                        .filter(loss::fromLogits)
                        .isPresent();
        if (logits) {
            script.comment(
                    Parts.LOSS.name(),
                    "",
                    "The lab computes this loss from what stands before the last activation, so that no probability is"
                            + " rounded to 0 or 1. Keras does so with a last layer without one, and from_logits=True.");
        }
    }

    /** The parts of this member of an object, each an argument that is ready to be written. */
    private static List<Runnable> parts(ScriptWriter script, String group) {
        List<Runnable> arguments = new ArrayList<>();
        for (Part<?> part : Parts.ALL) {
            if (part != Parts.METRICS && part.group().equals(group) && stated(part, script.recipe())) {
                String value = script.python().value(script.recipe().get(part));
                List<String> notes = script.python().takeNotes();
                arguments.add(() -> {
                    notes.forEach(note -> script.comment(part.name(), INDENT, note));
                    script.code(part.name(), INDENT + part.name() + "=" + value + ",");
                });
            }
        }
        return arguments;
    }

    /** Keras has no default for picks; lists, and what is optional, may be left out. */
    private static <T> boolean stated(Part<T> part, Recipe recipe) {
        T value = recipe.get(part);
        return value instanceof Choice || !value.equals(part.knob().preset());
    }

    private static String classWeight(List<Double> weights) {
        StringBuilder text = new StringBuilder("class_weight={");
        for (int i = 0; i < weights.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(i).append(": ").append(Numbers.write(weights.get(i)));
        }
        return text.append("},").toString();
    }

    /** Whether a column of the table weighs its rows. */
    private static boolean weighed(ScriptWriter script) {
        return script.knowsData() && Settings.weightColumn(script.recipe()).isPresent();
    }

    /** Keras takes weights of classes or of samples; both together are their product. */
    private static void both(ScriptWriter script, List<Double> classes) {
        script.comment(FIT, "", "fit takes weights of classes or of samples, and not both: here they are multiplied.");
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < script.data().classes().size(); i++) {
            numbers.add(Numbers.write(i < classes.size() ? classes.get(i) : 1));
        }
        script.code(
                FIT,
                "labels = y.argmax(axis=1) if y.ndim == 2 and y.shape[1] > 1 else y.reshape(-1).astype(int)",
                "weights = weights * np.array([" + String.join(", ", numbers) + "], \"float32\")[labels]");
    }

    private static void fit(ScriptWriter script) {
        Choice fit = script.recipe().fit();
        List<Runnable> parts = parts(script, "fit");
        script.definitions(FIT);
        if (weighed(script) && script.asksClasses()) {
            fit.get(Settings.CLASS_WEIGHT).ifPresent(weights -> both(script, weights));
        }
        script.code("", "history = model.fit(");
        boolean inputs = Settings.reconstructs(script.recipe());
        script.code(Parts.SPLIT.name(), INDENT + "x_train,");
        script.code(
                inputs ? Parts.PREPARE.name() : Parts.SPLIT.name(),
                INDENT + (inputs ? "x_train,  # the answer is the input" : "y_train,"));
        if (SplitSection.validates(script)) {
            script.code(
                    Parts.SPLIT.name(),
                    INDENT + "validation_data=(x_validation, " + (inputs ? "x" : "y") + "_validation),");
        }
        Python python = script.python();
        script.code(
                FIT,
                INDENT + "batch_size=" + python.value(fit.get(Settings.BATCH_SIZE)) + ",",
                INDENT + "epochs=" + python.value(fit.get(Settings.EPOCHS)) + ",");
        if (!fit.get(Settings.SHUFFLE)) {
            script.code(FIT, INDENT + "shuffle=False,");
        }
        Optional<List<Double>> classes =
                script.asksClasses() ? fit.get(Settings.CLASS_WEIGHT) : Optional.<List<Double>>empty();
        if (weighed(script)) {
            script.code(Parts.DATA.name(), INDENT + "sample_weight=weights[training],");
        } else {
            classes.ifPresent(weights -> script.code(FIT, INDENT + classWeight(weights)));
        }
        parts.forEach(Runnable::run);
        script.code("", ")");
    }
}
