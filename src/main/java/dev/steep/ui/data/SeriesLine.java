package dev.steep.ui.data;

import dev.steep.picture.SeriesPlot;
import dev.steep.protocol.DataFacts;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;

/** A sample that is a series, as a small curve; the colours are the style sheet's. */
public final class SeriesLine {
    private SeriesLine() {}

    /** The curve of one sample, in the range of all: so steep dips look steep. */
    public static HTMLElement of(float[] values, DataFacts facts) {
        HTMLElement element =
                Html.of("span", "series-strip").attribute("aria-hidden", "true").element();
        show(element, values, facts);
        return element;
    }

    /** Draws other numbers. */
    public static void show(HTMLElement element, float[] values, DataFacts facts) {
        element.innerHTML = SeriesPlot.svg(values, facts.shape()[1]);
    }
}
