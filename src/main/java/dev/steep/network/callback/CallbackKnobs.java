package dev.steep.network.callback;

import dev.steep.catalog.Domain;
import dev.steep.catalog.Knob;
import dev.steep.network.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parameters that callbacks take. */
public final class CallbackKnobs {
    private static final int MOST_EPOCHS = 10_000;

    /** What is looked at. */
    public static final Knob<String> MONITOR = Knob.word(
            "monitor",
            "val_loss",
            monitors(),
            "What is watched: a metric of each epoch, with val_ on the validation part, without on the training part.");

    /** Which way is better. */
    public static final Knob<String> MODE = Knob.word(
            "mode",
            "auto",
            List.of("auto", "min", "max"),
            "Whether lower or higher is better; auto knows it of each metric.");

    /** What does not count. */
    public static final Knob<Double> MIN_DELTA =
            Knob.log("min_delta", 0, 0, 100, "By how much it has to become better to count.");

    /** How long to wait. */
    public static final Knob<Integer> PATIENCE =
            Knob.whole("patience", 0, 0, 1000, "How many epochs without becoming better are waited for.");

    /** What to be better than. */
    public static final Knob<Optional<Double>> BASELINE = Knob.real(
                    "baseline", 0.5, -1e6, 1e6, "What it has to be better than, apart from its own best.")
            .optional();

    /** Back to the best. */
    public static final Knob<Boolean> RESTORE_BEST_WEIGHTS = Knob.flag(
            "restore_best_weights",
            false,
            "Whether training ends with the weights of the best epoch instead of the last.");

    /** When to begin. */
    public static final Knob<Integer> START_FROM_EPOCH =
            Knob.whole("start_from_epoch", 0, 0, MOST_EPOCHS, "How many epochs at the beginning do not count.");

    /** How much slower. */
    public static final Knob<Double> FACTOR =
            Knob.real("factor", 0.1, 0, 0.999, "What the learning rate is multiplied by.");

    /** How long to rest. */
    public static final Knob<Integer> COOLDOWN =
            Knob.whole("cooldown", 0, 0, 1000, "How many epochs do not count after the rate was reduced.");

    /** The end of it. */
    public static final Knob<Double> MIN_LR =
            Knob.log("min_lr", 0, 0, 100, "The lowest learning rate that it is reduced to.");

    /** All epochs, or the best. */
    public static final Knob<Boolean> SAVE_BEST_ONLY = Knob.flag(
            "save_best_only",
            false,
            "Whether the best epoch so far is kept and replaces the one before, instead of each epoch.");

    /** Where the best begins. */
    public static final Knob<Optional<Double>> INITIAL_VALUE_THRESHOLD = Knob.real(
                    "initial_value_threshold",
                    0.5,
                    -1e6,
                    1e6,
                    "What the first best epoch has to be better than already; counts with save_best_only.")
            .optional();

    private static final List<String> SEPARATORS = List.of(",", ";", "\\t");

    /** What stands between the cells, as Python writes it. */
    public static final Knob<String> SEPARATOR = Knob.word(
                    "separator",
                    ",",
                    SEPARATORS,
                    "What stands between two cells of a row: a comma, a semicolon, or a tab, which Python writes as \\t.")
            .within(new Domain.Word(SEPARATORS, List.of("comma", "semicolon", "\t")));

    private CallbackKnobs() {}

    /** The names that logs may have: of each metric on both parts, the loss first. */
    private static List<String> monitors() {
        List<String> names = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            names.add("val_" + metric.kind().name());
            names.add(metric.kind().name());
        }
        return names;
    }
}
