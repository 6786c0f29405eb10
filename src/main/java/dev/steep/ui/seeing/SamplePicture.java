package dev.steep.ui.seeing;

import dev.steep.picture.Range;
import dev.steep.picture.SeriesPlot;
import dev.steep.protocol.DataFacts;
import dev.steep.ui.data.SampleCanvas;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;

/** A sample as a picture of about a size: an image at a whole-number zoom, a series as lines. */
final class SamplePicture {
    private SamplePicture() {}

    /** Whether samples are series: length × channels. */
    static boolean series(DataFacts data) {
        return data.shape().length == 2;
    }

    /** Whether there is a picture of a sample; otherwise it is a row of a table. */
    static boolean suits(DataFacts data) {
        return data.image() || series(data);
    }

    /** @param pixels how wide and high it may be */
    static HTMLElement of(DataFacts data, float[] raw, int pixels) {
        if (data.image()) {
            return SampleCanvas.of(data, raw, pixels);
        }
        HTMLElement place = Html.of("span", "series-place").element();
        double[] ranges = data.ranges();
        Range range = ranges.length < 2 ? Range.of(raw) : new Range(ranges[0], ranges[1]);
        place.innerHTML = SeriesPlot.svg(raw, data.shape()[1], 2 * pixels, pixels, range, "");
        return place;
    }
}
