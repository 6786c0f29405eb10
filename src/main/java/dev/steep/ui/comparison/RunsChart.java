package dev.steep.ui.comparison;

import dev.steep.picture.Range;
import dev.steep.protocol.EpochLog;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.view.LossAxis;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The curves of some runs over each other: training thin, validation dashed. */
final class RunsChart {
    /** More colours than these cannot be told apart. */
    static final int MOST = 8;

    private static final String LOSS = "loss";

    /** The experiment that is open, in the page's own colour. */
    private static final int PRESENT = MOST;

    /** More runs than these do not fit beside the title. */
    private static final int READ = 3;

    /**
     * A run that is drawn.
     *
     * @param place of its colour, below {@link #MOST}; {@code MOST} for the run that is open
     */
    record Line(int place, String name, List<EpochLog> epochs) {}

    private final HTMLSelectElement menu = (HTMLSelectElement) Html.of("select", "metric-menu")
            .attribute("aria-label", "What is drawn")
            .element();
    private final HTMLElement log = Html.button("chart-log", "log", this::turnLog)
            .attribute("aria-pressed", "false")
            .attribute("title", "On an axis of powers of ten")
            .element();
    private final Chart chart = new Chart("Runs", "— training   - - validation", looks())
            .across("epoch")
            .wholeAcross();
    private List<Line> lines = List.of();
    private boolean logarithmic;

    RunsChart() {
        List<String> colours = new ArrayList<>();
        for (int i = 0; i <= MOST; i++) {
            colours.add(colour(i));
            colours.add(colour(i));
        }
        chart.coloured(colours);
        chart.titled(menu);
        chart.add(log);
        chart.reads(this::read);
        menu.addEventListener("change", event -> draw());
    }

    private static List<Chart.Look> looks() {
        List<Chart.Look> looks = new ArrayList<>();
        for (int i = 0; i <= MOST; i++) {
            looks.add(Chart.Look.FAINT);
            looks.add(Chart.Look.DASHED);
        }
        return looks;
    }

    /** The variable of a place's colour. */
    static String colour(int place) {
        return place == PRESENT ? "--picture-line" : "--run-" + place;
    }

    HTMLElement element() {
        return chart.element();
    }

    void show(List<Line> wanted) {
        lines = wanted;
        Set<String> names = new LinkedHashSet<>(List.of(LOSS));
        for (Line line : lines) {
            line.epochs().forEach(epoch -> epoch.metrics().forEach(metric -> names.add(metric.name())));
        }
        String picked = menu.value;
        List<String> there = new ArrayList<>();
        for (int i = 0; i < menu.options.length; i++) {
            there.add(menu.options.getAt(i).value);
        }
        if (!there.equals(List.copyOf(names))) {
            Html.clear(menu);
            names.forEach(name -> menu.appendChild(Html.option(
                            name,
                            Character.toUpperCase(name.charAt(0))
                                    + name.substring(1).replace('_', ' '))
                    .element()));
            menu.value = names.contains(picked) ? picked : LOSS;
        }
        draw();
    }

    private void turnLog() {
        logarithmic = !logarithmic;
        log.setAttribute("aria-pressed", "" + logarithmic);
        draw();
    }

    private void draw() {
        String metric = menu.value;
        List<List<EpochLog>> epochs = new ArrayList<>();
        for (int place = 0; place <= MOST; place++) {
            int mine = place;
            epochs.add(lines.stream()
                    .filter(line -> line.place() == mine)
                    .findFirst()
                    .map(Line::epochs)
                    .orElse(List.of()));
        }
        double[][] columns = RunCurves.columns(epochs, metric);
        int count = columns[0].length;
        double last = count == 0 ? 1 : columns[0][count - 1];
        boolean share = lines.stream()
                .flatMap(line -> line.epochs().stream().limit(1))
                .anyMatch(epoch -> epoch.of(metric).share());
        log.hidden = share;
        LossAxis axis = LossAxis.of(columns, logarithmic && !share);
        chart.decades(logarithmic && !share);
        chart.cuts(share ? Optional.empty() : axis.cut());
        chart.show(
                share ? columns : axis.columns(),
                new Range(0, Math.max(1, last)),
                share ? new Range(floor(columns), 1) : axis.up(),
                Optional.empty());
        List<String> names = new ArrayList<>();
        for (int place = 0; place <= MOST; place++) {
            int mine = place;
            String name = lines.stream()
                    .filter(line -> line.place() == mine)
                    .findFirst()
                    .map(Line::name)
                    .orElse("");
            names.add(name);
            names.add(name.isEmpty() ? "" : name + ", validation");
        }
        chart.names(names);
        chart.says(menu.value.replace('_', ' ') + " of " + lines.size() + (lines.size() == 1 ? " run" : " runs")
                + " over the epochs");
    }

    /** A round share below all of them. */
    static double floor(double[][] columns) {
        double lowest = 1;
        for (int line = 1; line < columns.length; line++) {
            for (double value : columns[line]) {
                lowest = Double.isFinite(value) ? Math.min(lowest, value) : lowest;
            }
        }
        return Math.min(0.8, Math.max(0, Math.floor((lowest - 0.02) * 5) / 5));
    }

    /** What each run came to there, the lowest first. */
    private Optional<String> read(double x) {
        int wanted = (int) Math.rint(x);
        record Reading(String name, double value) {}
        List<Reading> readings = new ArrayList<>();
        for (Line line : lines) {
            line.epochs().stream()
                    .filter(epoch -> epoch.epoch() == wanted)
                    .findFirst()
                    .map(epoch -> epoch.of(menu.value))
                    .map(each -> Double.isNaN(each.validation()) ? each.training() : each.validation())
                    .filter(value -> !Double.isNaN(value))
                    .ifPresent(value -> readings.add(new Reading(line.name(), value)));
        }
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        readings.sort(Comparator.comparingDouble(Reading::value));
        List<String> words = readings.stream()
                .limit(READ)
                .map(each -> each.name() + " " + Figures.of(each.value()))
                .toList();
        return Optional.of("epoch " + wanted + ": " + String.join(" · ", words));
    }
}
