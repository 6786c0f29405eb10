package dev.steep.ui.element;

import dev.steep.browser.TypedArrays;
import dev.steep.catalog.Numbers;
import dev.steep.picture.Range;
import elemental2.core.JsArray;
import elemental2.dom.BaseRenderingContext2D.FillStyleUnionType;
import elemental2.dom.BaseRenderingContext2D.StrokeStyleUnionType;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.DomGlobal;
import elemental2.dom.HTMLElement;
import elemental2.dom.ResizeObserver;
import elemental2.dom.ResizeObserverCallback;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import jsinterop.base.JsPropertyMap;
import org.jspecify.annotations.Nullable;

/** Lines over one horizontal axis. It takes its size from the page and its colours from the style sheet. */
public final class Chart {
    /** How a line looks. */
    public enum Look {
        SOLID,
        DASHED,
        /** Thin and light, behind the others. */
        FAINT,
        /** Of a run that is over. */
        EARLIER,
        DOTS,
        RINGS
    }

    /**
     * A vertical line with a word.
     *
     * @param foot whether the word stands at its foot, where curves that rise leave room; otherwise at its top
     */
    public record Mark(double at, String text, boolean foot) {}

    private static final String FONT = "11px system-ui, sans-serif";

    private final List<Look> looks;
    private final HTMLElement plot =
            Html.of("div", "chart-plot").attribute("role", "img").element();
    private final HTMLElement note;
    private final HTMLElement cut = Html.of("span", "chart-cut").element();
    private final String legend;
    private final HTMLElement element;
    // Not an Optional: uPlot's constructor gives an object that is no instance of uPlot, which a generic type's cast
    // refuses.
    private @Nullable UPlot chart;
    private JsArray<Object> data = new JsArray<>();
    private Range across = new Range(0, 1);
    private Range up = new Range(0, 1);
    private Optional<Mark> mark = Optional.empty();
    private boolean ofRates;
    private String acrossTitle = "";
    private boolean decades;
    private boolean acrossDecades;
    private DoubleFunction<Optional<String>> reading = x -> Optional.empty();

    /**
     * @param legend what the lines are, in a few words
     * @param looks one for each line, the hindmost first
     */
    public Chart(String title, String legend, List<Look> looks) {
        this.looks = List.copyOf(looks);
        this.legend = legend;
        says(title + ": " + legend);
        note = Html.of("span", "chart-note").text(legend).element();
        element = Html.of("div", "chart")
                .add(Html.of("div", "chart-head")
                        .add(Html.of("b", "").text(title))
                        .add(note))
                .add(plot, cut)
                .element();
        cut.hidden = true;
        for (int i = 0; i <= looks.size(); i++) {
            data.push(new JsArray<Object>());
        }
        ResizeObserverCallback resized = (entries, by) -> {
            fit();
            return null;
        };
        new ResizeObserver(resized).observe(plot);
        Theme.onChange(plot, this::renew);
    }

    public HTMLElement element() {
        return element;
    }

    /** What it shows, for those who cannot see it. */
    public void says(String words) {
        plot.setAttribute("aria-label", words);
    }

    /** What its horizontal axis counts or measures. */
    public Chart across(String title) {
        boolean other = !title.equals(acrossTitle);
        acrossTitle = title;
        if (other && chart != null) {
            renew();
        }
        return this;
    }

    /** Puts an element beside the title. */
    public void add(HTMLElement tool) {
        element.firstElementChild.insertBefore(tool, note);
    }

    /** Says that what is higher than the vertical axis is cut off. */
    public void cuts(Optional<String> words) {
        cut.hidden = words.isEmpty();
        cut.textContent = words.orElse("");
    }

    /** Puts an element in the place of the title. */
    public void titled(HTMLElement title) {
        title.classList.add("chart-title");
        element.firstElementChild.replaceChild(title, element.firstElementChild.firstElementChild);
    }

    /** Says what the note reads while the pointer is at some place of the horizontal axis. */
    public void reads(DoubleFunction<Optional<String>> other) {
        reading = other;
    }

    /**
     * Shows lines.
     *
     * @param columns places along the horizontal axis, rising, then the numbers of each line there; NaN where it has none
     */
    public void show(double[][] columns, Range across, Range up, Optional<Mark> mark) {
        this.across = across;
        this.up = up;
        this.mark = mark;
        data = new JsArray<>();
        for (double[] column : columns) {
            data.push(TypedArrays.gaps(column));
        }
        if (chart != null) {
            chart.setData(data);
            read(chart);
        }
    }

    /** Its numbers may be as small as learning rates are, over whole places. */
    public Chart ofRates() {
        ofRates = true;
        return this;
    }

    /** Its horizontal axis counts in powers of ten. */
    public Chart acrossDecades() {
        acrossDecades = true;
        return this;
    }

    /** Has its vertical axis count in powers of ten, or evenly. */
    public void decades(boolean other) {
        if (other != decades) {
            decades = other;
            if (chart != null) {
                renew();
            }
        }
    }

    private void fit() {
        if (plot.clientWidth > 0 && plot.clientHeight > 0) {
            if (chart != null) {
                chart.setSize(size());
            } else {
                renew();
            }
        }
    }

    private void renew() {
        if (chart != null) {
            chart.destroy();
        }
        chart = plot.clientWidth > 0 && plot.clientHeight > 0 ? new UPlot(options(), data, plot) : null;
    }

    private JsPropertyMap<Object> size() {
        return map("width", (double) plot.clientWidth, "height", (double) plot.clientHeight);
    }

    private JsPropertyMap<Object> options() {
        UPlot.Reach acrossReach = (chart, low, high) -> JsArray.of(across.low(), across.high());
        UPlot.Reach upReach = (chart, low, high) -> JsArray.of(up.low(), up.high());
        UPlot.Hook drawn = this::drawMark;
        UPlot.Hook pointed = this::read;
        JsPropertyMap<Object> options = size();
        options.set("legend", map("show", false));
        options.set("padding", JsArray.of(8.0, 16.0, 0.0, 0.0));
        options.set("cursor", map("y", false, "points", map("show", false), "drag", map("x", false, "y", false)));
        options.set(
                "scales",
                map(
                        "x",
                        map("time", false, "range", acrossReach, "distr", acrossDecades ? 3.0 : 1.0),
                        "y",
                        map("range", upReach, "distr", decades ? 3.0 : 1.0)));
        options.set("axes", JsArray.of((Object) axis(24.0, false), axis(40.0, true)));
        JsArray<Object> series = new JsArray<>();
        series.push(JsPropertyMap.of());
        looks.forEach(look -> series.push(line(look)));
        options.set("series", series);
        options.set("hooks", map("draw", JsArray.of((Object) drawn), "setCursor", JsArray.of((Object) pointed)));
        return options;
    }

    private JsPropertyMap<Object> axis(double size, boolean lines) {
        JsPropertyMap<Object> axis = map("size", size, "font", FONT, "gap", 6.0);
        axis.set("stroke", Theme.css("--picture-text"));
        axis.set("ticks", map("show", false));
        axis.set("grid", map("show", lines, "stroke", Theme.css("--picture-grid"), "width", 1.0));
        axis.set("space", lines ? 36.0 : 48.0);
        if (!lines && !acrossTitle.isEmpty()) {
            axis.set("label", acrossTitle);
            axis.set("labelSize", 16.0);
            axis.set("labelGap", 0.0);
            axis.set("labelFont", FONT);
        }
        UPlot.Words words = (chart, places) -> figures(places);
        axis.set("values", words);
        if (lines && decades) {
            UPlot.Places powers = (chart, number, low, high) -> powers(up);
            axis.set("splits", powers);
        } else if (!lines && acrossDecades) {
            UPlot.Places powers = (chart, number, low, high) -> powers(across);
            axis.set("splits", powers);
        } else if (!lines && ofRates) {
            axis.set("incrs", JsArray.of(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 2000.0, 5000.0));
        }
        return axis;
    }

    private static JsArray<Object> figures(JsArray<Object> places) {
        JsArray<Object> texts = new JsArray<>();
        for (int i = 0; i < places.length; i++) {
            texts.push(places.getAt(i) instanceof Double place ? figure(number(place)) : ""); // some have no room
        }
        return texts;
    }

    /** Short enough for the room beside an axis: {@code 0.25}, {@code 20k}, {@code 1.5M}, {@code 3e9}. */
    private static String figure(double place) {
        double size = Math.abs(place);
        String text = size > 0 && size < 1e-4 || size >= 1e9
                ? Figures.of(size)
                : size >= 1e6
                        ? Numbers.write(number(size / 1e6)) + "M"
                        : size >= 1e4 ? Numbers.write(number(size / 1e3)) + "k" : Numbers.write(size);
        return place < 0 ? "−" + text : text;
    }

    /** The powers of ten within a range; with twice and five times each, if there are few. */
    private static JsArray<Double> powers(Range range) {
        JsArray<Double> powers = new JsArray<>();
        double power = 1;
        while (power / 10 >= range.low()) {
            power /= 10;
        }
        boolean few = range.high() < 100 * range.low();
        for (power /= 10; power <= range.high(); power *= 10) {
            for (double each : few ? new double[] {power, 2 * power, 5 * power} : new double[] {power}) {
                if (each >= range.low() && each <= range.high()) {
                    powers.push(number(each));
                }
            }
        }
        return powers;
    }

    /** Without what adding up steps has left: nine digits. */
    private static double number(double place) {
        double unit = 1;
        while (Math.abs(place) * unit < 1e8 && unit < 1e20) {
            unit *= 10;
        }
        return Math.rint(place * unit) / unit;
    }

    private static JsPropertyMap<Object> line(Look look) {
        String colour = Theme.css(look == Look.FAINT ? "--picture-faint" : "--picture-line");
        boolean earlier = look == Look.EARLIER;
        boolean dots = look == Look.DOTS || look == Look.RINGS;
        JsPropertyMap<Object> line =
                map("stroke", dots || earlier ? Theme.css("--picture-dots") : colour, "spanGaps", !dots);
        line.set("width", look == Look.FAINT || earlier ? 1.0 : dots ? 0.0 : 2.0);
        if (look == Look.DASHED) {
            line.set("dash", JsArray.of(5.0, 4.0));
        }
        JsPropertyMap<Object> points = map("show", dots, "size", look == Look.RINGS ? 6.0 : 5.0, "width", 1.5);
        points.set("fill", look == Look.RINGS ? Theme.css("--picture-paper") : Theme.css("--picture-dots"));
        points.set("stroke", Theme.css("--picture-dots"));
        line.set("points", points);
        return line;
    }

    private void drawMark(UPlot chart) {
        mark.ifPresent(at -> {
            CanvasRenderingContext2D context = chart.ctx;
            double top = (Double) chart.bbox.get("top");
            double bottom = top + (Double) chart.bbox.get("height");
            double right = (Double) chart.bbox.get("left") + (Double) chart.bbox.get("width");
            double x = Math.rint(chart.valToPos(at.at(), "x", true));
            double ratio = DomGlobal.window.devicePixelRatio;
            context.save();
            context.strokeStyle = StrokeStyleUnionType.of(Theme.css("--picture-now"));
            context.fillStyle = FillStyleUnionType.of(Theme.css("--picture-now-text"));
            context.lineWidth = 1.5 * ratio;
            context.beginPath();
            context.moveTo(x, top);
            context.lineTo(x, bottom);
            context.stroke();
            context.font = Math.rint(11 * ratio) + "px system-ui, sans-serif";
            boolean left = x > right - 80 * ratio;
            context.textAlign = left ? "right" : "left";
            context.textBaseline = at.foot() ? "bottom" : "top";
            context.fillText(at.text(), x + (left ? -5 : 5) * ratio, at.foot() ? bottom - 2 * ratio : top + 2 * ratio);
            context.restore();
        });
    }

    private void read(UPlot chart) {
        Object left = chart.cursor.get("left");
        Optional<String> text = left instanceof Double place && place >= 0
                ? reading.apply(chart.posToVal(place, "x"))
                : Optional.empty();
        note.textContent = text.orElse(legend);
    }

    /** An object of names and values by turns. */
    private static JsPropertyMap<Object> map(Object... entries) {
        JsPropertyMap<Object> map = JsPropertyMap.of();
        for (int i = 0; i < entries.length; i += 2) {
            map.set((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
