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
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.RunLog;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/** Loss and metrics over the epochs, with the best epoch marked; on wide screens some predictions beside them. */
final class CurvesView implements ResultView {
    static final View VIEW = View.of(
            "curves", "Curves", "Loss and accuracy over the epochs, with the best epoch marked.", CurvesView::new);

    /** Step losses are shown as at most so many points. */
    private static final int POINTS = 300;

    /** Rows of the table: more than a person listens to, and few enough for thousands of epochs a second. */
    private static final int LISTED = 50;

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
    private final Chart other = new Chart("", LEGEND, List.of(Chart.Look.SOLID, Chart.Look.DASHED)).across("epoch");
    private final Chart rate = new Chart("Learning rate", "of each epoch's last step", List.of(Chart.Look.SOLID))
            .ofRates()
            .across("epoch");
    private final MetricMenu metrics = new MetricMenu(this::metricPicked);
    private final HTMLElement caption = Html.of("caption", "").element();
    private final HTMLElement head = Html.of("tr", "").element();
    private final HTMLElement rows = Html.of("tbody", "").element();
    private final HTMLElement lossToCome = Html.of("p", "chart-empty").element();
    private final HTMLElement otherToCome = Html.of("p", "chart-empty").element();
    private final PredictionsView beside;
    private Report.Kept kept = Report.Kept.NOTHING;
    private final HTMLElement element;
    private RunLog run = new RunLog();
    private final HTMLElement listing = Html.button("chart-log", "table", this::turnTable)
            .attribute("aria-pressed", "false")
            .attribute("title", "The latest epochs as a table")
            .element();
    private final HTMLElement table = table();
    private boolean logarithmic;
    private Recipe saidBefore = Recipe.PLAIN;
    private Recipe saidNow = Recipe.PLAIN;
    private int listed;
    private int drawn;
    private boolean waiting;

    CurvesView(Lab lab) {
        this.lab = lab;
        beside = PredictionsView.few(lab);
        loss.titled(lossTitle);
        loss.reads(x -> read(x, EpochLog::loss, EpochLog::valLoss, CurvesView::plain));
        loss.add(log);
        loss.add(listing);
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
                .add(loss.element(), other.element(), beside.element(), rate.element(), table)
                .element();
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
        boolean rescaled = !opened.data().targets().isEmpty()
                && lab.recipe().prepare().get(Settings.TARGET).isPresent();
        lossTitle.textContent = rescaled ? "Loss, rescaled target" : "Loss";
        other.element().hidden = metrics.names().isEmpty();
        boolean ready = opened.problems().isEmpty();
        lossToCome.textContent = ready
                ? "Press Train, and the loss of each step appears here."
                : "This network is not trained: " + opened.problems().get(0).fault();
        otherToCome.textContent = ready ? "Each epoch appears here." : "";
        heads();
        beside.opened(opened);
    }

    @Override
    public void progressed(RunLog now) {
        run = now;
        if (!waiting) {
            waiting = true;
            DomGlobal.requestAnimationFrame(time -> {
                waiting = false;
                draw();
            });
        }
    }

    @Override
    public void blank() {
        beside.blank();
    }

    @Override
    public void show() {
        beside.show();
    }

    @Override
    public void hide() {
        beside.hide();
    }

    private void draw() {
        boolean now = !run.waits();
        double[] steps = now ? run.stepCurve(POINTS) : new double[0];
        List<EpochLog> epochs = now ? run.epochs(POINTS) : List.of();
        lossToCome.hidden = steps.length > 0;
        otherToCome.hidden = !epochs.isEmpty();
        caption.textContent = "Metrics of the latest epochs" + (now ? "" : " of the run before");
        if (run.number() != drawn || run.epochs().size() < listed || steps.length == 0) {
            drawn = run.number();
            rows.textContent = "";
            listed = 0;
        }
        Range across = new Range(0, run.width());
        double[][] columns = withEarlier(merge(steps, epochs, now ? run.left() : List.of()), across.high());
        LossAxis axis = LossAxis.of(columns, logarithmic);
        loss.decades(logarithmic);
        loss.cuts(axis.cut());
        loss.show(axis.columns(), across, axis.up(), best(false));
        drawMetric(epochs, across);
        drawRate(epochs, across);
        list(run.epochs());
    }

    /** A sixth column with the losses of the run before, as far as the axis goes; and words that say which run that is. */
    private double[][] withEarlier(double[][] columns, double end) {
        Optional<RunLog.Earlier> before = run.earlier();
        earlier.hidden = before.isEmpty();
        before.ifPresent(each -> {
            say(each.recipe(), run.recipe());
        });
        double[] losses = before.map(RunLog.Earlier::losses).orElse(new double[0]);
        int more = 0;
        while (2 * more < losses.length && losses[2 * more] <= end) {
            more++;
        }
        int count = columns[0].length;
        double[][] wider = new double[6][count + more];
        int e = 0;
        for (int i = 0, c = 0; i < count + more; i++) {
            boolean old = c == count || e < more && losses[2 * e] < columns[0][c];
            for (int line = 0; line < 5; line++) {
                wider[line][i] = old ? Double.NaN : columns[line][c];
            }
            wider[5][i] = old ? losses[2 * e + 1] : Double.NaN;
            wider[0][i] = old ? losses[2 * e] : columns[0][c];
            e += old ? 1 : 0;
            c += old ? 0 : 1;
        }
        return wider;
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

    private void turnTable() {
        boolean seen = table.classList.toggle("visually-hidden");
        listing.setAttribute("aria-pressed", "" + !seen);
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
        double[][] columns = new double[3][epochs.size()];
        boolean share = true;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < epochs.size(); i++) {
            EpochLog.Measured measured = metric(epochs.get(i));
            columns[0][i] = epochs.get(i).epoch();
            columns[1][i] = measured.training();
            columns[2][i] = measured.validation();
            share &= measured.share();
            for (double value : new double[] {measured.training(), measured.validation()}) {
                lowest = Double.isFinite(value) ? Math.min(lowest, value) : lowest;
                highest = Double.isFinite(value) ? Math.max(highest, value) : highest;
            }
        }
        double floor = lowest > highest ? 0 : Math.max(0, Math.floor((lowest - 0.02) * 5) / 5);
        Range up = share
                ? new Range(Math.min(floor, 0.8), 1)
                : new Range(lowest < 0 && lowest <= highest ? -LossAxis.roof(-lowest) : 0, LossAxis.roof(highest));
        other.show(columns, across, up, best(share));
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
                    kept.past() ? best(false) : Optional.empty());
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

    private Optional<Chart.Mark> best(boolean foot) {
        if (kept.past() && !run.waits()) {
            return Optional.of(new Chart.Mark(kept.shown(), "looking at epoch " + kept.shown(), foot));
        }
        return run.best()
                .filter(epoch -> !run.waits())
                .map(epoch -> new Chart.Mark(epoch.epoch(), "best, epoch " + epoch.epoch(), foot));
    }

    /** The table follows, with the latest epochs. */
    private void list(List<EpochLog> epochs) {
        if (listed < epochs.size() || epochs.isEmpty()) {
            speak(epochs);
        }
        for (listed = Math.max(listed, epochs.size() - LISTED); listed < epochs.size(); listed++) {
            rows.appendChild(row(epochs.get(listed)));
        }
        while (rows.childElementCount > LISTED) {
            rows.removeChild(rows.firstElementChild);
        }
    }

    /**
     * Step losses and epochs on one axis: places, step losses, training losses, validation losses, and the training losses of the run
     * that this one is a branch of, where it goes another way.
     */
    private static double[][] merge(double[] steps, List<EpochLog> epochs, List<EpochLog> left) {
        int count = steps.length / 2 + epochs.size() + left.size();
        double[][] columns = new double[5][count];
        int s = 0;
        int e = 0;
        int b = 0;
        for (int i = 0; i < count; i++) {
            double step = s < steps.length ? steps[s] : Double.POSITIVE_INFINITY;
            double epoch = e < epochs.size() ? epochs.get(e).epoch() : Double.POSITIVE_INFINITY;
            double before = b < left.size() ? left.get(b).epoch() : Double.POSITIVE_INFINITY;
            boolean ofStep = step <= epoch && step <= before;
            boolean ofEpoch = !ofStep && epoch <= before;
            columns[0][i] = Math.min(step, Math.min(epoch, before));
            columns[1][i] = ofStep ? steps[s + 1] : Double.NaN;
            columns[2][i] = ofEpoch ? epochs.get(e).loss() : Double.NaN;
            columns[3][i] = ofEpoch ? epochs.get(e).valLoss() : Double.NaN;
            columns[4][i] = ofStep || ofEpoch ? Double.NaN : left.get(b).loss();
            s += ofStep ? 2 : 0;
            e += ofEpoch ? 1 : 0;
            b += ofStep || ofEpoch ? 0 : 1;
        }
        return columns;
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

    /** The same as a table, for those who cannot see the charts, and for all who ask for it. */
    private HTMLElement table() {
        return Html.of("div", "visually-hidden epoch-table")
                .add(Html.of("table", "")
                        .add(caption)
                        .add(Html.of("thead", "").add(head))
                        .add(rows))
                .element();
    }

    private void heads() {
        Html.clear(head);
        head.appendChild(column("Epoch"));
        for (String name : columns()) {
            head.appendChild(column(name.replace('_', ' ')));
            head.appendChild(column("validation " + name.replace('_', ' ')));
        }
    }

    private static HTMLElement column(String name) {
        return Html.of("th", "").attribute("scope", "col").text(name).element();
    }

    private List<String> columns() {
        List<String> all = new ArrayList<>(List.of("loss"));
        all.addAll(metrics.names());
        return all;
    }

    private HTMLElement row(EpochLog epoch) {
        Html row = Html.of("tr", "").add(Html.of("td", "").text("" + epoch.epoch()));
        for (String name : columns()) {
            EpochLog.Measured measured = epoch.of(name);
            row.add(Html.of("td", "").text(Figures.fixed(measured.training(), 4)));
            row.add(Html.of("td", "").text(Figures.fixed(measured.validation(), 4)));
        }
        return row.element();
    }
}
