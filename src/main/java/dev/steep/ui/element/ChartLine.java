package dev.steep.ui.element;

import static dev.steep.ui.element.PropertyMaps.map;

import dev.steep.ui.element.Chart.Look;
import elemental2.core.JsArray;
import jsinterop.base.JsPropertyMap;
import org.jspecify.annotations.Nullable;

/** How uPlot draws the lines of a chart. */
final class ChartLine {
    private ChartLine() {}

    /** @param own variable of its colour; empty for that of its look */
    static JsPropertyMap<Object> of(Look look, String own) {
        boolean grey = look == Look.EARLIER || look == Look.GUIDE;
        boolean dots = look == Look.DOTS || look == Look.RINGS || look == Look.NOW;
        String usual = look == Look.FAINT ? "--picture-faint" : "--picture-line";
        String ink = Theme.css(dots || grey ? "--picture-dots" : own.isEmpty() ? usual : own);
        JsPropertyMap<Object> line = map("stroke", ink, "spanGaps", !dots, "width", look.width());
        boolean dashed = look == Look.DASHED || look == Look.THIN_DASHED || look == Look.GUIDE;
        if (dashed) {
            line.set("dash", JsArray.of(5.0, 4.0));
        }
        line.set("points", dots ? dots(look) : lone(ink, dashed));
        return line;
    }

    private static JsPropertyMap<Object> dots(Look look) {
        String ink = Theme.css(look == Look.NOW ? "--picture-now" : "--picture-dots");
        String fill = look == Look.RINGS ? Theme.css("--picture-paper") : ink;
        double size = look == Look.NOW ? 9 : look == Look.RINGS ? 6 : 5;
        return map("show", true, "size", size, "width", 1.5, "fill", fill, "stroke", ink);
    }

    /** A line of one number is no line: that number gets a point, of a dashed line a ring. */
    private static JsPropertyMap<Object> lone(String ink, boolean ring) {
        UPlot.Points filter = (chart, line, all, gaps) -> lone(chart.data.getAt((int) line));
        return map(
                "show",
                false,
                "filter",
                filter,
                "size",
                6.0,
                "width",
                1.5,
                "fill",
                ring ? Theme.css("--picture-paper") : ink,
                "stroke",
                ink);
    }

    /** The place of the only number of a line; null where there are more or none. */
    private static @Nullable JsArray<Double> lone(JsArray<Object> numbers) {
        int only = -1;
        for (int i = 0; i < numbers.length; i++) {
            if (numbers.getAt(i) != null) {
                if (only >= 0) {
                    return null;
                }
                only = i;
            }
        }
        return only < 0 ? null : JsArray.of((double) only);
    }
}
