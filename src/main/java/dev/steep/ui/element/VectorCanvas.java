package dev.steep.ui.element;

import elemental2.dom.HTMLCanvasElement;
import java.util.Optional;
import java.util.function.Supplier;
import jsinterop.annotations.JsFunction;
import jsinterop.base.Js;

/** A canvas that can be drawn as lines for a figure, which are sharp at any size, instead of as its pixels. */
public final class VectorCanvas {
    private static final String NAME = "steepLines";

    /** What it shows, as the inside of an SVG. */
    @JsFunction
    interface Lines {
        String svg();
    }

    private VectorCanvas() {}

    /** @param svg what the canvas shows, in its own pixels, on white paper */
    public static void draws(HTMLCanvasElement canvas, Supplier<String> svg) {
        Lines lines = svg::get;
        Js.asPropertyMap(canvas).set(NAME, lines);
    }

    /** Nothing of one that has its pixels only. */
    static Optional<String> linesOf(HTMLCanvasElement canvas) {
        Object lines = Js.asPropertyMap(canvas).get(NAME);
        return lines == null
                ? Optional.empty()
                : Optional.of(Js.<Lines>uncheckedCast(lines).svg());
    }
}
