package dev.steep.ui.comparison;

import dev.steep.catalog.Numbers;
import dev.steep.protocol.EpochLog;
import dev.steep.recipe.Differences;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Figures;
import dev.steep.ui.runs.KeptRun;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A column of the table of runs: what it says of a run, and how runs are sorted by it. */
enum RunColumn {
    DATA("Data", row -> row.run().data(), row -> Double.NaN, true),
    DIFFERS("Differs from the present", RunColumn::differs, row -> row.differences()
            .items()
            .size()),
    EPOCHS(
            "Epochs",
            RunColumn::epochs,
            row -> row.run().last().map(EpochLog::epoch).orElse(0)),
    BEST("Best loss", row -> loss(row.run().best()), row -> judged(row.run().best())),
    METRIC(
            "Metric at best",
            row -> metric(row.run().best()),
            row -> measured(row.run().best())),
    LAST("Last loss", row -> loss(row.run().last()), row -> judged(row.run().last())),
    SECONDS("Seconds", row -> Figures.of(row.run().seconds()), row -> row.run().seconds()),
    PARAMETERS("Parameters", row -> Numbers.grouped(row.run().parameters()), row -> row.run()
            .parameters());

    /** A run beside the present experiment. */
    record Row(KeptRun run, String name, Differences differences) {
        static Row of(KeptRun run, String name, Recipe present) {
            return new Row(run, name, Differences.of(run.recipe(), present));
        }

        /** Whether exactly one thing differs, the seed does not, and nothing was changed on the way. */
        boolean isTwin() {
            return differences.isTwin() && run.changes().isEmpty();
        }
    }

    /** More differences than these are counted only. */
    private static final int SPELLED = 2;

    private final String title;
    private final Function<Row, String> text;
    private final ToDoubleFunction<Row> number;
    private final boolean ofWords;

    RunColumn(String title, Function<Row, String> text, ToDoubleFunction<Row> number) {
        this(title, text, number, false);
    }

    RunColumn(String title, Function<Row, String> text, ToDoubleFunction<Row> number, boolean ofWords) {
        this.title = title;
        this.text = text;
        this.number = number;
        this.ofWords = ofWords;
    }

    String title() {
        return title;
    }

    String text(Row row) {
        return text.apply(row);
    }

    /** Whether it holds words rather than numbers. */
    boolean ofWords() {
        return ofWords || this == DIFFERS;
    }

    /** Small before large, and what is no number last, whatever the direction. */
    Comparator<Row> order(boolean falling) {
        if (ofWords) {
            Comparator<Row> words = Comparator.comparing(text);
            return falling ? words.reversed() : words;
        }
        Comparator<Row> numbers =
                Comparator.comparingDouble(row -> falling ? -number.applyAsDouble(row) : number.applyAsDouble(row));
        Comparator<Row> missing = Comparator.comparing(row -> Double.isNaN(number.applyAsDouble(row)));
        return missing.thenComparing(numbers);
    }

    private static String differs(Row row) {
        int changes = row.run().changes().size();
        String byHand = changes == 0 ? "" : ", changed by hand " + (changes == 1 ? "once" : changes + " times");
        return (row.differences().none() ? "nothing" : row.differences().words("now", SPELLED)) + byHand;
    }

    private static String epochs(Row row) {
        int epochs = row.run().last().map(EpochLog::epoch).orElse(0);
        return Numbers.grouped(epochs) + (row.run().state().equals("diverged") ? ", diverged" : "");
    }

    private static String loss(Optional<EpochLog> epoch) {
        return epoch.map(each -> Double.isNaN(each.valLoss())
                        ? Figures.of(each.loss()) + " (training)"
                        : Figures.of(each.valLoss()))
                .orElse("none");
    }

    private static double judged(Optional<EpochLog> epoch) {
        return epoch.map(each -> Double.isNaN(each.valLoss()) ? each.loss() : each.valLoss())
                .orElse(Double.NaN);
    }

    /** The first one beside the loss. */
    private static Optional<EpochLog.Measured> first(Optional<EpochLog> epoch) {
        return epoch.map(EpochLog::measured)
                .map(all -> all.subList(Math.min(1, all.size()), all.size()))
                .map(List::stream)
                .flatMap(all -> all.findFirst());
    }

    private static double measured(Optional<EpochLog> epoch) {
        return first(epoch)
                .map(each -> Double.isNaN(each.validation()) ? each.training() : each.validation())
                .orElse(Double.NaN);
    }

    private static String metric(Optional<EpochLog> epoch) {
        double value = measured(epoch);
        return first(epoch)
                .map(each -> Figures.fixed(value, 3) + " "
                        + each.name().replace('_', ' ')
                        + (Double.isNaN(each.validation()) ? " (training)" : ""))
                .orElse("none");
    }
}
