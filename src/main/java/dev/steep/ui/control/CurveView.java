package dev.steep.ui.control;

import dev.steep.catalog.Curve;
import dev.steep.catalog.Numbers;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Typeset;
import dev.steep.picture.FunctionPlot;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** A function of one number as a textbook shows it: drawn with its slope, and both typeset. */
public final class CurveView {
    private static final double END = 4;
    private static final int STEPS = 200;

    /** Beyond so many numbers, letters and signs a typeset formula is no help to anybody. */
    private static final int READABLE = 160;

    /** How much smaller a long equation may become. */
    private static final double SMALLEST = 0.72;

    private final HTMLElement element = Html.of("div", "curve").element();
    private final String name;
    private final double from;
    private final double to;
    private boolean plain;
    private Optional<Curve> shown = Optional.empty();

    /** A curve y over x from -4 to 4. */
    public CurveView() {
        this("y", -END, END);
    }

    /** @param name of its value; a prime is added for its slope */
    public CurveView(String name, double from, double to) {
        this.name = name;
        this.from = from;
        this.to = to;
    }

    /** The same without the formulas, where they stand elsewhere. */
    public CurveView plain() {
        plain = true;
        return this;
    }

    public HTMLElement element() {
        return element;
    }

    /** Shows a curve; nothing, if there is none. */
    public void show(Optional<Curve> curve) {
        if (curve.equals(shown)) {
            return;
        }
        shown = curve;
        Html.clear(element);
        curve.ifPresent(this::draw);
    }

    private void draw(Curve curve) {
        double[] x = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            x[i] = from + (to - from) * i / STEPS;
        }
        double[][] values = curve.at(x);
        Html plot = Html.of("div", "curve-plot");
        plot.element().innerHTML = FunctionPlot.svg(x, values[0], values[1], words(values));
        element.appendChild(plot.element());
        if (plain) {
            return;
        }
        HTMLElement value = equation("curve-value", name, curve.formula());
        HTMLElement slope = equation("curve-slope", name + "′", curve.slope());
        element.append(value, slope);
        DomGlobal.requestAnimationFrame(time -> {
            fit(value);
            fit(slope);
        });
    }

    /** Long equations become smaller; those that would become too small scroll, and fade out until they do. */
    private static void fit(HTMLElement line) {
        double share = (double) line.clientWidth / Math.max(1, line.scrollWidth);
        if (share > 0 && share < 1) {
            line.style.setProperty("--shrink", "" + Math.max(SMALLEST, share * 0.97));
            line.classList.toggle("curve-long", share * 0.97 < SMALLEST);
            line.addEventListener("scroll", event -> line.classList.remove("curve-long"));
        }
    }

    private static HTMLElement equation(String style, String name, Expr x) {
        HTMLElement line = Html.of("div", "curve-equation " + style).element();
        if (x.size() <= READABLE) {
            line.innerHTML = Typeset.equation(name, x);
        } else {
            line.textContent =
                    name + " has " + Numbers.count(x.operations(), "operation") + ": too many to be written out.";
        }
        return line;
    }

    /** The plot for those who cannot see it. */
    private String words(double[][] values) {
        StringBuilder words = new StringBuilder("Plot from " + Figures.of(from) + " to " + Figures.of(to) + ".");
        for (int i = 0; i <= STEPS; i += STEPS / 4) {
            words.append(" At ")
                    .append(Figures.of(from + (to - from) * i / STEPS))
                    .append(": ")
                    .append(Figures.of(values[0][i]))
                    .append(", slope ")
                    .append(Figures.of(values[1][i]))
                    .append(".");
        }
        return words.toString();
    }
}
