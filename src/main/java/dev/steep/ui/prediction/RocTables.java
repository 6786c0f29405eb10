package dev.steep.ui.prediction;

import dev.steep.catalog.Numbers;
import dev.steep.math.statistics.Calibration;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.List;

/** The curves of a class as tables: some of its thresholds, and the bins of probabilities. Filled only while they are seen. */
final class RocTables {
    /** Thresholds that are listed at the most. */
    private static final int LISTED = 40;

    private final HTMLElement thresholds = Html.of("tbody", "").element();
    private final HTMLElement bins = Html.of("tbody", "").element();
    private final HTMLElement element = Html.of("div", "roc-tables")
            .attribute("role", "group")
            .attribute("aria-label", "Curves as tables")
            .attribute("tabindex", "0")
            .add(
                    table(
                            "Thresholds",
                            List.of("threshold", "TP", "FP", "TPR, recall", "FPR", "precision", "F1"),
                            thresholds),
                    table("Calibration", List.of("said", "samples", "mean said", "right"), bins))
            .element();
    private final HTMLElement button = Html.button("chart-log", "table", this::turn)
            .attribute("aria-pressed", "false")
            .attribute("title", "Thresholds and probabilities as tables")
            .element();
    private ClassCurve curve = new ClassCurve(new float[0]);

    RocTables() {
        element.hidden = true;
    }

    HTMLElement element() {
        return element;
    }

    /** Shows them, and hides them again. */
    HTMLElement button() {
        return button;
    }

    void show(ClassCurve now) {
        curve = now;
        fill();
    }

    private void turn() {
        element.hidden = !element.hidden;
        button.setAttribute("aria-pressed", "" + !element.hidden);
        fill();
    }

    private void fill() {
        if (element.hidden) {
            return;
        }
        Html.clear(thresholds);
        Html.clear(bins);
        int count = curve.known() ? curve.points() : 0;
        int stride = Math.max(1, (count + LISTED - 1) / LISTED);
        for (int i = (count - 1) % stride; count > 0 && i < count; i += stride) {
            thresholds.appendChild(row(
                    Figures.of(curve.threshold(i)),
                    Numbers.grouped(curve.truePositives(i)),
                    Numbers.grouped(curve.falsePositives(i)),
                    RocView.share(curve.recall(i)),
                    RocView.share(curve.falsePositiveRate(i)),
                    RocView.share(curve.precision(i)),
                    RocView.share(curve.f1(i))));
        }
        boolean probabilities = count > 0 && !Double.isNaN(curve.calibrationError());
        for (int bin = 0; probabilities && bin < Calibration.BINS; bin++) {
            bins.appendChild(row(
                    Figures.fixed(bin / 10.0, 1) + "–" + Figures.fixed((bin + 1) / 10.0, 1),
                    Numbers.grouped(curve.binCount(bin)),
                    RocView.share(curve.binSure(bin)),
                    RocView.share(curve.binRight(bin))));
        }
    }

    private static Html table(String caption, List<String> columns, HTMLElement body) {
        Html head = Html.of("tr", "");
        columns.forEach(
                name -> head.add(Html.of("th", "").attribute("scope", "col").text(name)));
        return Html.of("table", "")
                .add(Html.of("caption", "").text(caption))
                .add(Html.of("thead", "").add(head))
                .add(body);
    }

    private static HTMLElement row(String... cells) {
        Html row = Html.of("tr", "");
        for (String cell : cells) {
            row.add(Html.of("td", "").text(cell));
        }
        return row.element();
    }
}
