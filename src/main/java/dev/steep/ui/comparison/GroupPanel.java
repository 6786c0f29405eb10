package dev.steep.ui.comparison;

import dev.steep.catalog.Numbers;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.protocol.EpochLog;
import dev.steep.recipe.KnobPath;
import dev.steep.recipe.Recipe;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.ScaleLegend;
import dev.steep.ui.runs.KeptRun;
import dev.steep.ui.runs.RunGroup;
import dev.steep.ui.runs.Sweep;
import dev.steep.ui.view.LossAxis;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Runs that were trained together: seeds as a band around their mean, a sweep as a map with a number in each cell. */
final class GroupPanel {
    private static final String LOSS = "loss";

    private final Consumer<KeptRun> open;
    private final HTMLElement summary = Html.of("summary", "").element();
    private final HTMLSelectElement menu = (HTMLSelectElement) Html.of("select", "metric-menu")
            .attribute("aria-label", "What is shown")
            .element();
    private final HTMLElement said = Html.of("p", "group-said").element();
    private final HTMLElement map = Html.of("div", "runs-scroll").element();
    private final Roving roving = new Roving(map, ".group-cell");
    private final ScaleLegend legend = new ScaleLegend();
    private final HTMLElement failed = Html.of("ul", "group-failed").element();
    private final HTMLElement element;
    private Optional<Chart> chart = Optional.empty();
    private RunGroup group;
    private BatchRuns.Plan plan = BatchRuns.Plan.NONE;
    private final HTMLElement clear;
    private boolean drawn;

    /**
     * @param open makes a run's recipe the experiment
     * @param delete deletes all runs of the group
     */
    GroupPanel(RunGroup group, Consumer<KeptRun> open, Consumer<RunGroup> delete) {
        this.group = group;
        this.open = open;
        clear = Html.button("run-button run-do run-delete", "Delete these runs", () -> delete.accept(this.group))
                .element();
        HTMLElement head =
                Html.of("div", "group-head").add(menu, legend.element()).element();
        head.hidden = repeats(group); // the menu is the chart's title then
        element = Html.of("details", "runs-group")
                .add(summary)
                .add(Html.of("div", "group-body").add(head, map, said, failed, clear))
                .element();
        menu.addEventListener("change", event -> draw());
        element.addEventListener("toggle", event -> {
            if (!drawn) {
                draw();
            }
        });
    }

    HTMLElement element() {
        return element;
    }

    void unfold() {
        element.setAttribute("open", "");
    }

    /** Shows the group as it is now; of one that is being trained also what is to come, and what could not be trained. */
    void show(RunGroup now, BatchRuns.Plan wanted) {
        if (drawn && now.equals(group) && wanted.equals(plan)) {
            return;
        }
        group = now;
        plan = wanted;
        drawn = false;
        clear.hidden = plan.running();
        Set<String> names = new LinkedHashSet<>(List.of(LOSS));
        now.runs().forEach(run -> run.last()
                .ifPresent(epoch -> epoch.metrics().forEach(metric -> names.add(metric.name()))));
        if (menu.childElementCount != names.size()) {
            String before = menu.value;
            Html.clear(menu);
            names.forEach(
                    name -> menu.appendChild(Html.option(name, words(name)).element()));
            menu.value = names.contains(before) ? before : LOSS;
        }
        summary.textContent = title();
        if (element.hasAttribute("open")) {
            draw();
        }
    }

    /** Whether the same is trained again and again, so that the spread of the numbers is what is shown. */
    private static boolean repeats(RunGroup group) {
        return group.ofSeeds() || group.ofFolds();
    }

    private String title() {
        List<String> titles = group.paths().stream()
                .map(path -> Sweep.title(KnobPath.read(path)))
                .toList();
        int count = plan.running() ? plan.recipes().size() : group.runs().size();
        String what = group.ofSeeds()
                ? Numbers.count(count, "seed")
                : group.ofFolds()
                        ? Numbers.count(count, "fold")
                        : "Sweep over " + String.join(" and ", titles) + ", " + Numbers.count(count, "run");
        return what
                + (plan.running() ? ", " + group.runs().size() + " trained" : "")
                + group.runs().stream()
                        .findFirst()
                        .map(run -> " · " + run.data() + " · " + RunNames.of(run.named("")))
                        .orElse("");
    }

    private static String words(String metric) {
        String words = metric.replace('_', ' ');
        return "Validation " + words;
    }

    private void draw() {
        drawn = true;
        legend.clear();
        if (repeats(group)) {
            drawBand();
        } else {
            drawMap();
        }
        Html.clear(failed);
        plan.failures()
                .forEach((place, sentence) -> failed.appendChild(Html.of("li", "")
                        .text(values(plan.recipes().get(place)) + ": " + sentence)
                        .element()));
        failed.hidden = plan.failures().isEmpty();
    }

    private String values(Recipe recipe) {
        List<String> all = new ArrayList<>();
        for (String path : group.paths()) {
            all.add(Sweep.title(KnobPath.read(path)) + " " + RunGroup.value(path, recipe));
        }
        return String.join(", ", all);
    }

    private void drawBand() {
        if (chart.isEmpty()) {
            chart = Optional.of(new Chart(
                            group.ofFolds() ? "Folds" : "Seeds",
                            "band: range   - - mean",
                            List.of(Chart.Look.FAINT, Chart.Look.FAINT, Chart.Look.DASHED))
                    .band(2, 1)
                    .across("epoch"));
            chart.get().titled(menu);
            map.appendChild(chart.get().element());
        }
        String metric = menu.value;
        double[][] columns =
                SeedSpread.band(group.runs().stream().map(KeptRun::epochs).toList(), metric);
        int count = columns[0].length;
        boolean share = group.runs().stream()
                .flatMap(run -> run.last().stream())
                .anyMatch(epoch -> epoch.of(metric).share());
        LossAxis axis = LossAxis.of(columns, false);
        chart.get()
                .show(
                        columns,
                        new Range(0, count == 0 ? 1 : columns[0][count - 1]),
                        share ? new Range(RunsChart.floor(columns), 1) : axis.up(),
                        Optional.empty());
        List<Double> last = group.runs().stream()
                .flatMap(run -> run.last().stream())
                .map(epoch -> SeedSpread.value(epoch, metric))
                .filter(Double::isFinite)
                .toList();
        said.textContent = last.isEmpty() ? "" : sentence(SeedSpread.of(last), metric);
        chart.get().says(said.textContent);
    }

    private String sentence(SeedSpread spread, String metric) {
        return words(metric) + " at the end, over " + Numbers.count(spread.count(), group.ofFolds() ? "fold" : "seed")
                + ": mean "
                + Figures.of(spread.mean()) + ", range from " + Figures.of(spread.low()) + " to "
                + Figures.of(spread.high())
                + (Double.isNaN(spread.deviation())
                        ? "."
                        : ", standard deviation " + Figures.of(spread.deviation())
                                + ". Differences between recipes that are smaller than this may be chance.");
    }

    private void drawMap() {
        List<Recipe> all = new ArrayList<>(plan.recipes());
        group.runs().forEach(run -> all.add(run.recipe()));
        List<String> paths = group.paths();
        String down = paths.get(0);
        boolean two = paths.size() > 1;
        List<String> rows = RunGroup.values(down, all);
        List<String> columns = two ? RunGroup.values(paths.get(1), all) : List.of("");
        List<Double> numbers = new ArrayList<>();
        group.runs().forEach(run -> value(run).ifPresent(numbers::add));
        SeedSpread spread = SeedSpread.of(numbers);
        boolean greater = isShare();
        double best = numbers.isEmpty() ? Double.NaN : greater ? spread.high() : spread.low();
        Optional<Scale> scale = spread.low() < spread.high()
                ? Optional.of(new Scale(
                        Ramp.MAGNITUDE, round(spread, spread.low(), false), round(spread, spread.high(), true)))
                : Optional.empty();
        scale.ifPresent(legend::show);
        Html head = Html.of("tr", "").add(Html.of("td", "").text(Sweep.title(KnobPath.read(down)) + " ↓"));
        if (two) {
            head = Html.of("tr", "")
                    .add(Html.of("td", "")
                            .text(Sweep.title(KnobPath.read(paths.get(1))) + " →\n" + Sweep.title(KnobPath.read(down))
                                    + " ↓"));
            for (String column : columns) {
                head.add(Html.of("th", "").attribute("scope", "col").text(column));
            }
        }
        Html body = Html.of("tbody", "");
        for (String row : rows) {
            Html line = Html.of("tr", "")
                    .add(Html.of("th", "").attribute("scope", "row").text(row));
            for (String column : columns) {
                line.add(cell(group.at(two ? List.of(row, column) : List.of(row)), scale, best));
            }
            body.add(line);
        }
        Html.clear(map);
        map.appendChild(Html.of("table", "group-map")
                .attribute("aria-label", words(menu.value) + " of each run")
                .add(Html.of("thead", "").add(head), body)
                .element());
        roving.refresh();
        said.textContent = words(menu.value) + " at each run's best epoch, on "
                + "a scale from dark to light; the best is outlined. Press a cell to open its recipe.";
    }

    /** Of two digits or so, as far as the numbers are apart. */
    private static double round(SeedSpread spread, double value, boolean up) {
        double unit = 1;
        while (unit * (spread.high() - spread.low()) < 10) {
            unit *= 10;
        }
        return (up ? Math.ceil(value * unit) : Math.floor(value * unit)) / unit;
    }

    private boolean isShare() {
        return group.runs().stream().flatMap(run -> run.last().stream()).anyMatch(epoch -> epoch.of(menu.value)
                .share());
    }

    private Optional<Double> value(KeptRun run) {
        return run.state().equals("diverged")
                ? Optional.empty()
                : run.best().map(this::value).filter(Double::isFinite);
    }

    private double value(EpochLog epoch) {
        return SeedSpread.value(epoch, menu.value);
    }

    private Html cell(Optional<KeptRun> run, Optional<Scale> scale, double best) {
        if (run.isEmpty()) {
            return Html.of("td", "").text("…");
        }
        Optional<Double> value = value(run.get());
        String text = value.map(Figures::of).orElse("diverged");
        Html button = Html.button("group-cell", text, () -> open.accept(run.get()))
                .attribute(
                        "title",
                        values(run.get().recipe()) + ": " + text
                                + run.get()
                                        .best()
                                        .map(epoch -> " at epoch " + epoch.epoch())
                                        .orElse("")
                                + ". Press to open its recipe.");
        value.ifPresent(number -> {
            scale.ifPresent(colours -> colours.paint(number, (background, colour) -> {
                button.element().style.setProperty("background-color", background);
                button.element().style.setProperty("color", colour);
            }));
            button.element().classList.toggle("best", number == best);
        });
        return Html.of("td", "").add(button);
    }
}
