package dev.steep.ui.results;

import dev.steep.picture.Range;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLInputElement;
import java.util.function.Consumer;

/** What most people never need of the curves, behind one button: smoothing, which epochs, the table, sound. */
final class CurveOptions {
    private static final String MOST = "0.99"; // 1 would never leave the first number

    private final HTMLInputElement smoothing = (HTMLInputElement) Html.of("input", "form-range knob-slider")
            .attribute("type", "range")
            .attribute("min", "0")
            .attribute("max", MOST)
            .attribute("step", "0.01")
            .attribute("value", "0")
            .attribute("id", "curves-smoothing")
            .element();
    private final HTMLElement weight = Html.of("output", "").text("off").element();
    private final HTMLElement about = Html.of("span", "curve-about").element();
    private final HTMLElement element = Html.of("div", "curve-options")
            .attribute("id", "curve-options")
            .add(Html.of("label", "").attribute("for", "curves-smoothing").text("Smoothing"))
            .add(smoothing, weight)
            .element();
    private final HTMLElement button = Html.button("chart-log chart-more", "⋯", this::turn)
            .attribute("aria-label", "More of the curves")
            .attribute("aria-expanded", "false")
            .attribute("aria-controls", "curve-options")
            .attribute("title", "Table, smoothing, which epochs, sound")
            .element();
    private final HTMLInputElement first = epoch("First epoch");
    private final HTMLInputElement last = epoch("Last epoch");
    private final Runnable changed;
    private final Consumer<Range> zoom;

    /**
     * @param changed is told of each change
     * @param zoom is told which epochs to show, which otherwise are chosen by dragging
     * @param tools other buttons that stand among them
     */
    CurveOptions(Runnable changed, Consumer<Range> zoom, HTMLElement... tools) {
        this.changed = changed;
        this.zoom = zoom;
        element.appendChild(Html.of("span", "curve-epochs")
                .add(Html.of("span", "").text("Epochs"))
                .add(first)
                .add(Html.of("span", "").text("to"))
                .add(last)
                .element());
        for (HTMLElement tool : tools) {
            element.appendChild(tool);
        }
        element.insertBefore(about, tools.length > 0 ? tools[0] : null);
        element.hidden = true;
        smoothing.addEventListener("input", event -> smooth());
    }

    HTMLElement element() {
        return element;
    }

    /** Shows them, and hides them again. */
    HTMLElement button() {
        return button;
    }

    private HTMLInputElement epoch(String label) {
        return (HTMLInputElement) Html.of("input", "form-control")
                .attribute("type", "number")
                .attribute("min", "0")
                .attribute("step", "any")
                .attribute("aria-label", label)
                .on("change", event -> pick())
                .element();
    }

    private void pick() {
        double from = first.valueAsNumber;
        double to = last.valueAsNumber;
        if (from >= 0 && to > from) {
            zoom.accept(new Range(from, to));
        }
    }

    /** Shows which epochs are seen; a field that is typed in stays as it is. */
    void shows(Range seen) {
        fill(first, seen.low());
        fill(last, seen.high());
    }

    private static void fill(HTMLInputElement field, double epoch) {
        if (field != DomGlobal.document.activeElement) {
            field.value = "" + Math.round(epoch * 10) / 10.0;
        }
    }

    private void turn() {
        element.hidden = !element.hidden;
        button.setAttribute("aria-expanded", "" + !element.hidden);
    }

    private void smooth() {
        double now = weight();
        weight.textContent = now > 0 ? Figures.fixed(now, 2) : "off";
        about.textContent = now > 0
                ? "Thick lines: exponential moving average over the epochs, as in TensorBoard. Thin lines: as measured."
                : "";
        changed.run();
    }

    /** The weight of the past in {@link Smoothing}; 0 for none. */
    double weight() {
        return smoothing.valueAsNumber;
    }
}
