package dev.steep.ui.element;

import dev.steep.browser.TypedArrays;
import dev.steep.catalog.Numbers;
import dev.steep.picture.Scale;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.HTMLElement;
import elemental2.dom.ImageData;
import java.util.Optional;
import jsinterop.base.Js;

/** Which number has which colour: the colours in a row, the numbers at their ends, and a mark at zero. */
public final class ScaleLegend {
    private static final int COLOURS = 48;

    /** So many characters fit at an end. */
    private static final int LONG = 6;

    private final HTMLElement low = Html.of("span", "scale-end").element();
    private final HTMLElement high = Html.of("span", "scale-end").element();
    private final HTMLElement zero = Html.of("span", "scale-zero").element();
    private final HTMLCanvasElement ramp = Html.canvas(COLOURS, 1, "scale-ramp");
    private final HTMLElement element = Html.of("span", "scale")
            .attribute("role", "img")
            .add(low)
            .add(Html.of("span", "scale-bar").add(ramp, zero))
            .add(high)
            .element();
    private Optional<Scale> shown = Optional.empty();

    public ScaleLegend() {
        clear();
    }

    public HTMLElement element() {
        return element;
    }

    /** Where there are no numbers, there is no scale. */
    public void clear() {
        shown = Optional.empty();
        element.hidden = true;
    }

    public void show(Scale scale) {
        if (shown.equals(Optional.of(scale))) {
            return;
        }
        shown = Optional.of(scale);
        element.hidden = false;
        low.textContent = words(scale.low());
        high.textContent = words(scale.high());
        element.setAttribute("aria-label", "scale from " + low.textContent + " to " + high.textContent);
        element.title = "from " + low.textContent + " to " + high.textContent + "; the mark is 0";
        boolean inside = scale.low() < 0 && scale.high() > 0;
        zero.hidden = !inside;
        if (inside) {
            zero.style.setProperty("left", Figures.fixed(-100 * scale.low() / (scale.high() - scale.low()), 1) + "%");
        }
        CanvasRenderingContext2D context = Js.uncheckedCast(ramp.getContext("2d"));
        context.putImageData(new ImageData(TypedArrays.clamped(scale.row(COLOURS)), COLOURS, 1), 0, 0);
    }

    /** Ends are round, but for those of a scale that fits some numbers closely. */
    private static String words(double end) {
        String exact = Numbers.write(end).replace('-', '−');
        return exact.length() > LONG ? Figures.of(end) : exact;
    }
}
