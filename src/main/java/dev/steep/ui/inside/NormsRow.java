package dev.steep.ui.inside;

import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Norms;
import dev.steep.protocol.look.NormsLook;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.List;

/** A parameter's norms in a table, and how far its last change, over its size, is from the rule of thumb. */
final class NormsRow {
    /** Of the change over the weight, where training usually goes well (Karpathy, CS231n: "should be somewhere around 1e-3"). */
    static final double THUMB = 1e-3;

    /** Powers of ten on each side of it. */
    private static final int DECADES = 3;

    private static final String UNKNOWN = "–";

    private final Look look;
    private final HTMLElement weight = cell("Weight");
    private final HTMLElement gradient = cell("Gradient");
    private final HTMLElement change = cell("Change");
    private final HTMLElement ratio = Html.of("span", "norms-figure").element();
    private final HTMLElement fill = Html.of("span", "norms-fill").element();
    private final HTMLElement bar = Html.of("span", "norms-bar")
            .attribute("aria-hidden", "true")
            .add(fill)
            .element();
    private final HTMLElement element;
    private Norms shown = Norms.of(new float[0]);

    NormsRow(TensorFacts parameter) {
        look = new NormsLook(parameter.name());
        element = Html.of("tr", "")
                .attribute("role", "row")
                .add(Html.of("th", "")
                        .attribute("role", "rowheader")
                        .attribute("scope", "row")
                        .add(
                                Html.of("span", "norms-name").text(parameter.name()),
                                Html.of("span", "norms-shape").text(Figures.shape(parameter.shape()))))
                .add(weight, gradient, change)
                .add(Html.of("td", "norms-ratio").attribute("role", "cell").add(ratio, bar))
                .element();
        Html.shows(element, "norms", look);
        draw(shown, false);
    }

    /** @param label for a narrow screen, where the table has no head */
    private static HTMLElement cell(String label) {
        return Html.of("td", "")
                .attribute("role", "cell")
                .attribute("data-label", label)
                .element();
    }

    HTMLElement element() {
        return element;
    }

    Look look() {
        return look;
    }

    void draw(float[] numbers, boolean meanSquares) {
        draw(Norms.of(numbers), meanSquares);
    }

    /** The same numbers as root mean squares, or as norms. */
    void redraw(boolean meanSquares) {
        draw(shown, meanSquares);
    }

    private void draw(Norms norms, boolean meanSquares) {
        shown = norms;
        double[] all = {norms.weight(), norms.gradient(), norms.change()};
        List<HTMLElement> cells = List.of(weight, gradient, change);
        for (int i = 0; i < all.length; i++) {
            cells.get(i).textContent = figure(meanSquares ? norms.rootMeanSquare(all[i]) : all[i]);
        }
        double share = norms.ratio();
        ratio.textContent = figure(share);
        boolean known = share >= 0 && share < Double.POSITIVE_INFINITY;
        fill.hidden = !known;
        double away = known ? Math.max(-1, Math.min(1, Math.log10(share / THUMB) / DECADES)) : 0;
        fill.style.setProperty("left", 50 + 50 * Math.min(0, away) + "%");
        fill.style.setProperty("width", 50 * Math.abs(away) + "%");
        bar.classList.toggle("above", away > 0);
    }

    /** Small ones as powers, so that they can be read off the scale. */
    private static String figure(double number) {
        if (Double.isNaN(number)) {
            return UNKNOWN;
        }
        if (number >= 0.01 || number < 1e-4) {
            return Figures.of(number);
        }
        return number >= 9.95e-4 ? Figures.fixed(number * 1e3, 1) + "e-3" : Figures.fixed(number * 1e4, 1) + "e-4";
    }
}
