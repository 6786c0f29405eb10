package dev.steep.ui.comparison;

import dev.steep.protocol.EpochLog;
import dev.steep.ui.runs.KeptRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Runs as files for a spreadsheet: a line for each run, or one for each of their epochs. */
final class RunCsv {
    private RunCsv() {}

    /** A line for each run, with its metrics at its best and its last epoch. */
    static String table(List<RunColumn.Row> rows) {
        Set<String> metrics = metrics(rows);
        List<String> head = new ArrayList<>(List.of(
                "run",
                "id",
                "group",
                "data",
                "recipe",
                "seed",
                "state",
                "epochs",
                "steps",
                "seconds",
                "parameters",
                "changed by hand"));
        for (String moment : List.of("best", "last")) {
            head.add(moment + " epoch");
            metrics.forEach(name -> head.addAll(List.of(moment + " " + name, moment + " val_" + name)));
        }
        List<String> lines = new ArrayList<>(List.of(line(head)));
        for (RunColumn.Row row : rows) {
            KeptRun run = row.run();
            List<String> cells = new ArrayList<>(List.of(
                    row.name(),
                    run.id(),
                    run.group(),
                    run.data(),
                    run.recipe().toString(),
                    "" + run.recipe().seed(),
                    run.state(),
                    run.last().map(each -> "" + each.epoch()).orElse("0"),
                    "" + run.step(),
                    number(run.seconds()),
                    "" + run.parameters(),
                    String.join(" ", run.journal())));
            for (var epoch : List.of(run.best(), run.last())) {
                cells.add(epoch.map(each -> "" + each.epoch()).orElse(""));
                for (String name : metrics) {
                    cells.add(
                            epoch.map(each -> number(each.of(name).training())).orElse(""));
                    cells.add(epoch.map(each -> number(each.of(name).validation()))
                            .orElse(""));
                }
            }
            lines.add(line(cells));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    /** A line for each epoch that is kept of each run. */
    static String curves(List<RunColumn.Row> rows) {
        Set<String> metrics = metrics(rows);
        List<String> head = new ArrayList<>(List.of("run", "id", "epoch", "step", "learning_rate"));
        metrics.forEach(name -> head.addAll(List.of(name, "val_" + name)));
        List<String> lines = new ArrayList<>(List.of(line(head)));
        for (RunColumn.Row row : rows) {
            for (EpochLog epoch : row.run().epochs()) {
                List<String> cells = new ArrayList<>(List.of(
                        row.name(), row.run().id(), "" + epoch.epoch(), "" + epoch.step(), number(epoch.rate())));
                for (String name : metrics) {
                    cells.add(number(epoch.of(name).training()));
                    cells.add(number(epoch.of(name).validation()));
                }
                lines.add(line(cells));
            }
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static Set<String> metrics(List<RunColumn.Row> rows) {
        Set<String> names = new LinkedHashSet<>();
        for (RunColumn.Row row : rows) {
            row.run().last().ifPresent(epoch -> epoch.metrics().forEach(metric -> names.add(metric.name())));
        }
        return names;
    }

    private static String number(double value) {
        return Double.isFinite(value) ? "" + value : "";
    }

    private static String line(List<String> cells) {
        return String.join(",", cells.stream().map(RunCsv::cell).toList());
    }

    /** In quotes where it must be. What a spreadsheet would take for a formula is told that it is a text. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+@".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain =
                safe.indexOf(',') < 0 && safe.indexOf('"') < 0 && safe.indexOf('\n') < 0 && safe.indexOf('\r') < 0;
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
