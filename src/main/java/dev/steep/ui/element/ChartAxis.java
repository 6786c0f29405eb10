package dev.steep.ui.element;

import static dev.steep.ui.element.PropertyMaps.map;

import dev.steep.catalog.Numbers;
import dev.steep.picture.Range;
import dev.steep.picture.Ticks;
import elemental2.core.JsArray;
import jsinterop.base.JsPropertyMap;

/** The axes of a chart: where their lines and words stand, and what the words are. */
final class ChartAxis {
    private static final String FONT = "11px system-ui, sans-serif";

    /** Of what the chart shows when it asks, which changes after the axis is made. */
    private static final UPlot.Places POWERS = (chart, number, low, high) -> powers(low, high);

    private ChartAxis() {}

    /**
     * The horizontal axis.
     *
     * @param title what it counts or measures; empty for none
     * @param decades whether it counts in powers of ten
     * @param whole whether it has words at whole numbers only
     */
    static JsPropertyMap<Object> across(String title, boolean decades, boolean whole) {
        JsPropertyMap<Object> axis = axis(24, 48);
        axis.set("grid", map("show", false));
        if (!title.isEmpty()) {
            axis.set("label", title);
            axis.set("labelSize", 16.0);
            axis.set("labelGap", 0.0);
            axis.set("labelFont", FONT);
        }
        if (decades) {
            axis.set("splits", POWERS);
        } else if (whole) {
            axis.set("incrs", JsArray.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0));
        }
        return axis;
    }

    /** The vertical axis. */
    static JsPropertyMap<Object> up(boolean decades) {
        JsPropertyMap<Object> axis = axis(40, 36);
        axis.set("grid", map("show", true, "stroke", Theme.css("--picture-grid"), "width", 1.0));
        if (decades) {
            axis.set("splits", POWERS);
        }
        return axis;
    }

    /** @param size room for its words, @param space room for one of them, both in page pixels */
    private static JsPropertyMap<Object> axis(double size, double space) {
        JsPropertyMap<Object> axis = map("size", size, "space", space, "font", FONT, "gap", 6.0);
        axis.set("stroke", Theme.css("--picture-text"));
        axis.set("ticks", map("show", false));
        UPlot.Words words = (chart, places) -> figures(places);
        axis.set("values", words);
        return axis;
    }

    private static JsArray<Double> powers(Object low, Object high) {
        JsArray<Double> powers = new JsArray<>();
        if (low instanceof Double from && high instanceof Double to) { // null while there is nothing to show
            for (double each : Ticks.decades(new Range(from, to))) {
                powers.push(each);
            }
        }
        return powers;
    }

    private static JsArray<Object> figures(JsArray<Object> places) {
        JsArray<Object> texts = new JsArray<>();
        for (int i = 0; i < places.length; i++) {
            texts.push(places.getAt(i) instanceof Double place ? figure(place) : ""); // some have no room
        }
        return texts;
    }

    /** Short enough for the room beside an axis: {@code 0.25}, {@code 20k}, {@code 1.5M}, {@code 3e9}. */
    static String figure(double exact) {
        double place = number(exact);
        double size = Math.abs(place);
        String text = size > 0 && size < 1e-4 || size >= 1e9
                ? Figures.of(size).replace(".0e", "e")
                : size >= 1e6
                        ? Numbers.write(number(size / 1e6)) + "M"
                        : size >= 1e4 ? Numbers.write(number(size / 1e3)) + "k" : Numbers.write(size);
        return place < 0 ? "−" + text : text;
    }

    /** Without what adding up steps has left: nine digits. */
    private static double number(double place) {
        double unit = 1;
        while (Math.abs(place) * unit < 1e8 && unit < 1e20) {
            unit *= 10;
        }
        return Math.rint(place * unit) / unit;
    }
}
