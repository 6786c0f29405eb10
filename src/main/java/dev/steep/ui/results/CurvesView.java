package dev.steep.ui.results;

import dev.steep.catalog.Numbers;
import dev.steep.picture.Range;
import dev.steep.picture.RatePlot;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Report;
import dev.steep.recipe.Differences;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.Settings;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.prediction.PredictionsView;
import dev.steep.ui.prediction.ReconstructionsView;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.RunLog;
import dev.steep.ui.view.LossAxis;
import dev.steep.ui.view.MergedLines;
import dev.steep.ui.view.ResultView;
import dev.steep.ui.view.View;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import jsinterop.base.Js;

/** Loss and metrics over the epochs, with the best epoch marked; on wide screens some predictions beside them. */
final class CurvesView implements ResultView {
    static final View VIEW = View.of(
            "curves", "Curves", "Loss and accuracy over the epochs, with the best epoch marked.", CurvesView::new);

    /** Step losses are shown as at most so many points. */
    private static final int POINTS = 300;

    /** Zoomed in, there are more of them, but not too many to draw in a frame. */
    private static final int MOST_POINTS = 6000;

    /** More differences than these are counted only. */
    private static final int SPELLED = 2;

    private static final String LEGEND = "— training   - - validation";

    private final HTMLElement lossTitle = Html.of("b", "").text("Loss").element();
    private final Lab lab;
    private final Chart loss = new Chart(
                    "Loss",
                    LEGEND,
                    List.of(
                            Chart.Look.FAINT,
                            Chart.Look.THIN,
                            Chart.Look.THIN_DASHED,
                            Chart.Look.SOLID,
                            Chart.Look.DASHED,
                            Chart.Look.FAINT,
                            Chart.Look.EARLIER))
            .across("epoch");
    private final HTMLElement log = Html.button("chart-log", "log", this::turnLog)
            .attribute("aria-pressed", "false")
            .attribute("title", "The loss on an axis of powers of ten")
            .element();
    private final HTMLElement earlierWords = Html.of("span", "").element();
    private final HTMLElement earlier = Html.button("chart-earlier", "", this::dismissEarlier)
            .add(earlierWords)
            .add(Html.of("span", "").attribute("aria-hidden", "true").text("✕"))
            .attribute("title", "The run before this one. Press to take its line away.")
            .element();
    private final Chart other = new Chart(
                    "", LEGEND, List.of(Chart.Look.THIN, Chart.Look.THIN_DASHED, Chart.Look.SOLID, Chart.Look.DASHED))
            .across("epoch");
    private final Chart rate = new Chart("Learning rate", "of each epoch's last step", List.of(Chart.Look.SOLID))
            .wholeAcross()
            .across("epoch");
    private final MetricMenu metrics = new MetricMenu(this::metricPicked);
    private final EpochTable table = new EpochTable();
    private final BestNote best = new BestNote();
    private final LossSound sound = new LossSound();
    private final CurveOptions options =
            new CurveOptions(this::draw, this::select, table.button(), sound.button(), sound.about());
    private final HTMLElement whole = Html.button("chart-whole", "✕ zoom", this::whole)
            .attribute("title", "Show all epochs again (Escape, or a double click)")
            .element();
    private final HTMLElement lossToCome = Html.of("p", "chart-empty").element();
    private final HTMLElement otherToCome = Html.of("p", "chart-empty").element();
    private final PredictionsView beside;
    private final ReconstructionsView copies;
    private Report.Kept kept = Report.Kept.NOTHING;
    private final HTMLElement element;
    private RunLog run = new RunLog();
    private boolean logarithmic;
    private Optional<Range> zoom = Optional.empty();
    private Recipe saidBefore = Recipe.PLAIN;
    private Recipe saidNow = Recipe.PLAIN;
    private int drawn;
    private final Runnable drawing;

    CurvesView(Lab lab) {
        this.lab = lab;
        drawing = lab.frames().once(this::draw);
        beside = PredictionsView.few(lab);
        copies = ReconstructionsView.few(lab);
        lab.listen(sound);
        loss.titled(lossTitle);
        loss.reads(x -> read(x, EpochLog::loss, EpochLog::valLoss, CurvesView::plain));
        loss.add(log);
        loss.add(options.button());
        other.titled(metrics.element());
        other.reads(x -> read(
                x,
                each -> metric(each).training(),
                each -> metric(each).validation(),
                metrics.unit().isEmpty() ? CurvesView::plain : value -> Figures.of(value) + " " + metrics.unit()));
        lab.listen(new Lab.Listener() {
            @Override
            public void kept(Report.Kept now) {
                boolean elsewhere = now.shown() != kept.shown();
                kept = now;
                if (elsewhere) {
                    CurvesView.this.progressed(run);
                }
            }
        });
        element = Html.of("div", "curves")
                .add(options.element(), loss.element(), other.element(), beside.element(), copies.element())
                .add(rate.element(), table.element())
                .on("keydown", event -> key(Js.uncheckedCast(event)))
                .element();
        for (Chart each : List.of(loss, other, rate)) {
            each.zooms(this::zoom);
            each.element().addEventListener("dblclick", event -> whole());
        }
        whole.hidden = true;
        loss.element().appendChild(whole);
        loss.element().appendChild(best.element());
        rate.element().classList.add("chart-rate");
        rate.element().hidden = true;
        rate.reads(this::rateAt);
        rate.says("Rate in the course of the epochs");
        earlier.hidden = true;
        loss.element().appendChild(earlier);
        loss.element().appendChild(lossToCome);
        other.element().appendChild(otherToCome);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public void opened(Report.Opened opened) {
        metrics.opened(opened);
        boolean rescaled = !opened.data().askedNumbers().isEmpty()
                && lab.recipe().prepare().get(Settings.TARGET).isPresent();
        lossTitle.textContent = rescaled ? "Loss, rescaled target" : "Loss";
        other.element().hidden = metrics.names().isEmpty();
        boolean ready = opened.problems().isEmpty();
        lossToCome.textContent = ready
                ? "Press Train, and the loss of each step appears here."
                : "This network is not trained: " + opened.problems().get(0).fault();
        otherToCome.textContent = ready ? "Each epoch appears here." : "";
        List<String> measured = new ArrayList<>(List.of("loss"));
        measured.addAll(metrics.names());
        table.measures(measured);
        best.element().hidden =
                !(opened.data().parts().length > 1 && opened.data().parts()[1] > 0);
        beside.opened(opened);
        copies.opened(opened);
    }

    @Override
    public void progressed(RunLog now) {
        run = now;
        drawing.run();
    }

    @Override
    public void blank() {
        beside.blank();
        copies.blank();
    }

    @Override
    public void show() {
        beside.show();
        copies.show();
    }

    @Override
    public void hide() {
        beside.hide();
        copies.hide();
    }

    private void draw() {
        boolean now = !run.waits();
        if (run.number() != drawn) {
            zoom = Optional.empty();
        }
        Range all = new Range(0, run.width());
        Range across = zoom.orElse(all);
        int points = (int) Math.min(MOST_POINTS, POINTS * (all.high() / (across.high() - across.low())));
        double[] steps = now ? run.stepCurve(points) : new double[0];
        List<EpochLog> epochs = now ? run.epochs(points) : List.of();
        lossToCome.hidden = steps.length > 0;
        otherToCome.hidden = !epochs.isEmpty();
        whole.hidden = zoom.isEmpty();
        options.shows(across);
        if (run.number() != drawn || run.epochs().size() < table.listed() || steps.length == 0) {
            drawn = run.number();
            table.clear();
        }
        best.look(run);
        double[][] columns = MergedLines.of(
                MergedLines.pairs(steps, Double.POSITIVE_INFINITY),
                smoothed(epochs, EpochLog::loss, EpochLog::valLoss),
                left(now ? run.left() : List.of()),
                MergedLines.pairs(earlier(), all.high()));
        LossAxis axis = LossAxis.of(columns, logarithmic);
        LossAxis shown =
                zoom.map(part -> LossAxis.within(part, columns, logarithmic)).orElse(axis);
        loss.decades(logarithmic);
        loss.cuts(shown.cut());
        loss.tints(kept.past() ? Optional.empty() : best.band(all.high()));
        loss.show(axis.columns(), across, shown.up(), mark(false));
        drawMetric(epochs, across);
        drawRate(epochs, across);
        if (table.listed() < run.epochs().size() || run.epochs().isEmpty()) {
            speak(run.epochs());
        }
        table.show(run.epochs(), run.waits(), lab.training());
    }

    /** Places, the numbers of training and validation as measured, and both smoothed; as measured they are the second kind, if nothing is smoothed. */
    private double[][] smoothed(
            List<EpochLog> epochs, ToDoubleFunction<EpochLog> training, ToDoubleFunction<EpochLog> validation) {
        double weight = options.weight();
        List<EpochLog> all = run.epochs();
        double[] places = epochs.stream().mapToDouble(EpochLog::epoch).toArray();
        double[] none = new double[places.length];
        Arrays.fill(none, Double.NaN);
        double[][] table = {places, none, none, numbers(epochs, training), numbers(epochs, validation)};
        if (weight > 0) {
            table[1] = table[3];
            table[2] = table[4];
            table[3] = at(epochs, all, Smoothing.of(numbers(all, training), weight));
            table[4] = at(epochs, all, Smoothing.of(numbers(all, validation), weight));
        }
        return table;
    }

    private static double[] numbers(List<EpochLog> epochs, ToDoubleFunction<EpochLog> of) {
        return epochs.stream().mapToDouble(of).toArray();
    }

    /** Of numbers of all epochs, those of some; the last is among them, and their distance is the same. */
    private static double[] at(List<EpochLog> some, List<EpochLog> all, double[] numbers) {
        double[] picked = new double[some.size()];
        int stride = some.size() < 2 ? 1 : some.get(1).epoch() - some.get(0).epoch();
        for (int i = 0; i < picked.length; i++) {
            picked[i] = numbers[all.size() - 1 - (picked.length - 1 - i) * stride];
        }
        return picked;
    }

    /** The training losses of the run that this one is a branch of, where it goes another way. */
    private static double[][] left(List<EpochLog> epochs) {
        return new double[][] {numbers(epochs, EpochLog::epoch), numbers(epochs, EpochLog::loss)};
    }

    /** The losses of the run before, as places and numbers by turns; and words that say which run that is. */
    private double[] earlier() {
        Optional<RunLog.Earlier> before = run.earlier();
        earlier.hidden = before.isEmpty();
        before.ifPresent(each -> {
            say(each.recipe(), run.recipe());
        });
        return before.map(RunLog.Earlier::losses).orElse(new double[0]);
    }

    private void select(Range part) {
        zoom = Optional.of(part);
        draw();
    }

    private void zoom(Range part) {
        select(part);
        whole.focus(); // so that Escape leads back
    }

    private void whole() {
        zoom = Optional.empty();
        draw();
    }

    private void key(KeyboardEvent event) {
        if (event.key.equals("Escape") && zoom.isPresent()) {
            event.stopPropagation();
            whole();
        }
    }

    /** What the run before had otherwise, in the words of the table of runs. */
    private void say(Recipe before, Recipe now) {
        if (before == saidBefore && now == saidNow) {
            return;
        }
        saidBefore = before;
        saidNow = now;
        Differences all = Differences.of(before, now);
        earlierWords.textContent = "before: " + (all.none() ? "the same again" : all.brief(SPELLED));
        earlier.classList.toggle("twin", all.isTwin());
        earlier.title = (all.isTwin() ? "A twin, with the same seed and one difference. " : "The run before this one. ")
                + "Press to take its line away.";
    }

    private void turnLog() {
        logarithmic = !logarithmic;
        log.setAttribute("aria-pressed", "" + logarithmic);
        draw();
    }

    private void dismissEarlier() {
        run.dismissEarlier();
        draw();
    }

    /** The metric that is picked, on an axis that is right for a share, or from 0 to a round number. */
    private void drawMetric(List<EpochLog> epochs, Range across) {
        double[][] columns = smoothed(
                epochs, each -> metric(each).training(), each -> metric(each).validation());
        boolean share = epochs.stream().allMatch(each -> metric(each).share());
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int line = 1; line < columns.length; line++) {
            for (int i = 0; i < epochs.size(); i++) {
                double value = columns[line][i];
                if (Double.isFinite(value) && seen(columns[0][i])) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
        }
        double floor = lowest > highest ? 0 : Math.max(0, Math.floor((lowest - 0.02) * 5) / 5);
        Range up = share
                ? new Range(Math.min(floor, 0.8), 1)
                : new Range(lowest < 0 && lowest <= highest ? -LossAxis.roof(-lowest) : 0, LossAxis.roof(highest));
        Range fitted = zoom.isPresent() && lowest <= highest ? LossAxis.around(lowest, highest) : up;
        other.show(columns, across, fitted, mark(share));
    }

    private boolean seen(double place) {
        return zoom.isEmpty()
                || place >= zoom.get().low() && place <= zoom.get().high();
    }

    /** The learning rate, once it is not the same in all epochs. */
    private void drawRate(List<EpochLog> epochs, Range across) {
        double[][] columns = new double[2][epochs.size()];
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int i = 0; i < epochs.size(); i++) {
            columns[0][i] = epochs.get(i).epoch();
            columns[1][i] = epochs.get(i).rate();
            lowest = Math.min(lowest, columns[1][i]);
            highest = Math.max(highest, columns[1][i]);
        }
        rate.element().hidden = !(lowest < highest);
        if (lowest < highest) {
            boolean decades = RatePlot.spansDecades(columns[1]);
            rate.decades(decades);
            rate.show(
                    columns,
                    across,
                    decades ? new Range(lowest * 0.8, highest * 1.25) : new Range(0, LossAxis.roof(highest)),
                    kept.past() ? mark(false) : Optional.empty());
        }
    }

    private Optional<String> rateAt(double x) {
        int epoch = (int) Math.rint(x);
        return run.epochs().stream()
                .filter(each -> each.epoch() == epoch)
                .findFirst()
                .map(each -> "epoch " + epoch + ": " + Figures.of(each.rate()));
    }

    private EpochLog.Measured metric(EpochLog epoch) {
        return epoch.of(metrics.picked());
    }

    private void metricPicked() {
        draw();
        speak(run.epochs());
    }

    private Optional<Chart.Mark> mark(boolean foot) {
        return kept.past() && !run.waits()
                ? Optional.of(new Chart.Mark(kept.shown(), "looking at epoch " + kept.shown(), foot))
                : best.mark(foot);
    }

    private Optional<String> read(
            double x,
            ToDoubleFunction<EpochLog> training,
            ToDoubleFunction<EpochLog> validation,
            DoubleFunction<String> figures) {
        int epoch = (int) Math.rint(x);
        return run.epochs().stream()
                .filter(each -> each.epoch() == epoch && !run.waits())
                .findFirst()
                .map(each -> {
                    double checked = validation.applyAsDouble(each);
                    return "epoch " + epoch + ": " + figures.apply(training.applyAsDouble(each))
                            + (Double.isNaN(checked) ? "" : " · validation " + figures.apply(checked));
                });
    }

    private static String plain(double value) {
        return Figures.fixed(value, 3);
    }

    private void speak(List<EpochLog> epochs) {
        loss.says(spoken("Loss", epochs, EpochLog::loss, EpochLog::valLoss));
        other.says(spoken(metrics.words(), epochs, each -> metric(each).training(), each -> metric(each)
                .validation()));
    }

    /** {@code Loss over 3 epochs: training from 2.10 to 0.52, validation from 1.80 to 0.304}. */
    private static String spoken(
            String title,
            List<EpochLog> epochs,
            ToDoubleFunction<EpochLog> training,
            ToDoubleFunction<EpochLog> validation) {
        if (epochs.isEmpty()) {
            return title + ": no epoch yet";
        }
        EpochLog first = epochs.get(0);
        EpochLog last = epochs.get(epochs.size() - 1);
        boolean checked = !Double.isNaN(validation.applyAsDouble(last));
        return title + " over " + Numbers.count(epochs.size(), "epoch") + ": training from "
                + Figures.of(training.applyAsDouble(first)) + " to " + Figures.of(training.applyAsDouble(last))
                + (checked
                        ? ", validation from " + Figures.of(validation.applyAsDouble(first)) + " to "
                                + Figures.of(validation.applyAsDouble(last))
                        : "");
    }
}
