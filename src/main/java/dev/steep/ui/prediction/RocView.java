package dev.steep.ui.prediction;

import dev.steep.catalog.Numbers;
import dev.steep.math.statistics.Calibration;
import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.ScoresLook;
import dev.steep.ui.element.Chart;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import dev.steep.ui.state.PictureFeed;
import dev.steep.ui.view.MergedLines;
import dev.steep.ui.view.PartChoice;
import dev.steep.ui.view.View;
import dev.steep.ui.view.WatchingView;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import elemental2.dom.HTMLSelectElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How well one class is told from the others at every threshold, and whether probabilities mean what they say. */
public final class RocView implements WatchingView {
    public static final View VIEW = View.of(
                    "roc",
                    "ROC",
                    "ROC and precision-recall curves of a class with their areas, and how far probabilities can be trusted.",
                    RocView::new)
            .in("Confusion")
            .onlyFor("data of 2 classes or more", RocView::suits);

    private static final Range SHARES = new Range(0, 1);
    private static final double USUAL = 0.5;
    private static final String UNKNOWN =
            "Not scored yet: so many samples are not scored while the network trains. A pause shows them.";

    private final PartChoice parts = new PartChoice("Which samples are scored", this::restart);
    private final HTMLSelectElement classes = (HTMLSelectElement) Html.of("select", "form-select roc-class")
            .attribute("id", "roc-class")
            .element();
    private final HTMLElement against = Html.of("span", "roc-against").element();
    private final HTMLElement rocTitle = Html.of("b", "").element();
    private final HTMLElement precisionTitle = Html.of("b", "").element();
    private final HTMLElement calibrationTitle = Html.of("b", "").element();
    private final Chart roc =
            chart("ROC", "- - by chance", "false positive rate").named(rocTitle);
    private final Chart precision =
            chart("Precision and recall", "- - by chance", "recall").named(precisionTitle);
    private final Chart calibration = new Chart(
                    "Calibration", "- - as it should be", List.of(Chart.Look.GUIDE, Chart.Look.SOLID, Chart.Look.DOTS))
            .across("probability of the answer")
            .named(calibrationTitle);
    private final HTMLElement calibrated = Html.of("p", "roc-note").element();
    private final HTMLInputElement slider = (HTMLInputElement) Html.of("input", "form-range knob-slider")
            .attribute("type", "range")
            .attribute("min", "0")
            .attribute("max", "0")
            .attribute("step", "1")
            .attribute("id", "roc-threshold")
            .element();
    private final HTMLElement threshold = Html.of("p", "roc-words").element();
    private final HTMLElement said = Html.of("p", "confusion-note").element();
    private final RocTables tables = new RocTables();
    private final HTMLElement charts = Html.of("div", "roc-charts").element();
    private final HTMLElement element;
    private final PictureFeed watching;
    private ClassCurve curve = new ClassCurve(new float[0]);
    private DataFacts data = DataFacts.NONE;
    private double chosen = USUAL;
    private int point = -1;

    RocView(Lab lab) {
        watching = new PictureFeed(lab, "roc", () -> List.of(look()), this::draw);
        classes.addEventListener("change", event -> restart());
        slider.addEventListener("input", event -> choose((int) slider.valueAsNumber));
        roc.readsAt((x, y) -> pointed(curve.known() ? curve.nearestOfRoc(x, y) : -1));
        precision.readsAt((x, y) -> pointed(curve.known() ? curve.nearestOfPrecision(x, y) : -1));
        calibration.reads(this::readBin);
        charts.appendChild(roc.element());
        charts.appendChild(precision.element());
        charts.appendChild(calibration.element());
        element = Html.of("div", "roc")
                .add(Html.of("div", "roc-head")
                        .add(Html.of("label", "").attribute("for", "roc-class").text("Class"))
                        .add(classes, against, parts.element(), tables.button()))
                .add(charts)
                .add(Html.of("div", "roc-threshold")
                        .add(Html.of("label", "")
                                .attribute("for", "roc-threshold")
                                .text("Threshold"))
                        .add(slider, threshold))
                .add(calibrated, said, tables.element())
                .element();
        show(curve);
    }

    private static Chart chart(String title, String legend, String across) {
        return new Chart(title, legend, List.of(Chart.Look.GUIDE, Chart.Look.SOLID, Chart.Look.NOW)).across(across);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public PictureFeed watching() {
        return watching;
    }

    private static boolean suits(DataFacts data) {
        return data.askedClasses().size() > 1 && data.parts()[0] > 0;
    }

    private ScoresLook look() {
        return new ScoresLook(parts.part(), Math.max(0, classes.selectedIndex));
    }

    @Override
    public void opened(Report.Opened opened) {
        List<String> before = data.askedClasses();
        data = opened.data();
        parts.opened(data);
        if (!data.askedClasses().equals(before)) {
            Html.clear(classes);
            data.askedClasses()
                    .forEach(name -> classes.appendChild(Html.option(name).element()));
            classes.selectedIndex = data.askedClasses().size() == 2 ? 1 : 0;
            chosen = USUAL;
        }
        against.textContent = data.askedClasses().size() == 2 ? "against the other" : "against the rest";
        Html.shows(charts, "roc", look());
    }

    private void restart() {
        Html.shows(charts, "roc", look());
        watching.start();
    }

    private void draw(Report.Picture picture) {
        curve = new ClassCurve(picture.numbers().get(0));
        show(curve);
        said.textContent = curve.known() ? ConfusionView.sentence(picture.moment()) : UNKNOWN;
    }

    private void show(ClassCurve now) {
        boolean known = now.known();
        rocTitle.textContent = "ROC" + (known ? " · AUC " + share(now.auc()) : "");
        precisionTitle.textContent = "Precision" + (known ? " · average " + share(now.averagePrecision()) : "");
        boolean probabilities = known && !Double.isNaN(now.calibrationError());
        calibrationTitle.textContent =
                "Calibration" + (probabilities ? " · error " + share(now.calibrationError()) : "");
        calibrated.textContent = !known
                ? ""
                : probabilities
                        ? "AUC: the area under the ROC curve by trapezoids over all scores that occur, as in scikit-learn; Keras' metric takes 200"
                                + " thresholds. Average precision: the area under the steps. Calibration error: how far the probability of the"
                                + " answer is from the share that is right, on average over ten bins."
                        : "What this network says is no probability (no softmax or sigmoid at its end), so there is no calibration.";
        slider.disabled = !known;
        slider.max = "" + Math.max(0, now.points() - 1);
        tables.show(now);
        point = known ? now.at(chosen) : -1;
        drawCurves();
        drawCalibration(probabilities);
    }

    /** The pointer is over a curve: its nearest threshold is chosen. */
    private Optional<String> pointed(int place) {
        if (place < 0) {
            return Optional.empty();
        }
        if (place != point) {
            choose(place);
        }
        return Optional.of("threshold " + Figures.of(curve.threshold(place)));
    }

    private void choose(int place) {
        if (curve.known()) {
            point = Math.max(0, Math.min(curve.points() - 1, place));
            chosen = curve.threshold(point);
            drawCurves();
        }
    }

    private void drawCurves() {
        boolean known = point >= 0;
        slider.value = "" + Math.max(0, point);
        String words = known ? words(curve, point, name()) : "";
        threshold.textContent = words;
        slider.setAttribute("aria-valuetext", words);
        double[][] none = {{}, {}};
        double[][] chance = {{0, 1}, {0, 1}};
        double share = known ? (double) curve.positives() / (curve.positives() + curve.negatives()) : Double.NaN;
        roc.show(
                MergedLines.of(
                        chance,
                        known ? curve.roc() : none,
                        known ? point(curve.falsePositiveRate(point), curve.recall(point)) : none),
                SHARES,
                SHARES,
                Optional.empty());
        precision.show(
                MergedLines.of(
                        new double[][] {{0, 1}, {share, share}},
                        known ? curve.precisionOverRecall() : none,
                        known ? point(curve.recall(point), curve.precision(point)) : none),
                SHARES,
                SHARES,
                Optional.empty());
        roc.says(known ? "ROC curve of " + name() + ": area " + share(curve.auc()) : "ROC curve: not scored yet");
        precision.says(
                known
                        ? "Precision over recall of " + name() + ": average precision "
                                + share(curve.averagePrecision())
                        : "Precision over recall: not scored yet");
    }

    private void drawCalibration(boolean known) {
        int count = 0;
        double[][] bins = new double[2][Calibration.BINS];
        for (int bin = 0; known && bin < Calibration.BINS; bin++) {
            if (curve.binCount(bin) > 0) {
                bins[0][count] = curve.binSure(bin);
                bins[1][count++] = curve.binRight(bin);
            }
        }
        double[][] some = {Arrays.copyOf(bins[0], count), Arrays.copyOf(bins[1], count)};
        calibration.show(MergedLines.of(new double[][] {{0, 1}, {0, 1}}, some, some), SHARES, SHARES, Optional.empty());
        calibration.says(
                known
                        ? "Calibration: expected error " + share(curve.calibrationError())
                        : "Calibration: there are no probabilities");
    }

    private Optional<String> readBin(double x) {
        int bin = (int) Math.max(0, Math.min(Calibration.BINS - 1, Math.ceil(x * Calibration.BINS) - 1));
        return curve.known() && !Double.isNaN(curve.calibrationError())
                ? Optional.of(binWords(curve, bin))
                : Optional.empty();
    }

    /** {@code said 0.7 to 0.8: 31 samples, 0.68 right}. */
    static String binWords(ClassCurve curve, int bin) {
        int count = curve.binCount(bin);
        return "said " + Figures.fixed(bin / 10.0, 1) + " to " + Figures.fixed((bin + 1) / 10.0, 1) + ": "
                + Numbers.count(count, "sample")
                + (count == 0 ? "" : ", " + Figures.fixed(curve.binRight(bin), 2) + " right");
    }

    /** What a threshold comes to, in words. */
    static String words(ClassCurve curve, int point, String name) {
        return "A score of " + Figures.of(curve.threshold(point)) + " or more means " + name + ": finds "
                + Numbers.grouped(curve.truePositives(point)) + " of " + Numbers.grouped(curve.positives())
                + " (true positive rate, recall " + share(curve.recall(point)) + "), takes "
                + Numbers.grouped(curve.falsePositives(point)) + " of " + Numbers.grouped(curve.negatives())
                + " others for it (false positive rate " + share(curve.falsePositiveRate(point)) + "); precision "
                + share(curve.precision(point)) + ", F1 " + share(curve.f1(point)) + ".";
    }

    private String name() {
        return data.askedClasses().isEmpty() ? "" : data.askedClasses().get(Math.max(0, classes.selectedIndex));
    }

    private static double[][] point(double x, double y) {
        return new double[][] {{x}, {y}};
    }

    static String share(double value) {
        return Double.isNaN(value) ? "–" : Figures.fixed(value, 3);
    }
}
