package dev.steep.ui.element;

import static dev.steep.ui.element.PropertyMaps.map;

import dev.steep.browser.TypedArrays;
import dev.steep.picture.Drawing;
import dev.steep.picture.LineDrawing;
import dev.steep.picture.Range;
import elemental2.core.JsArray;
import elemental2.dom.HTMLElement;
import elemental2.dom.HTMLSelectElement;
import elemental2.dom.ResizeObserver;
import elemental2.dom.ResizeObserverCallback;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
        /** What another line was made from: the same, but thin. */
        THIN,
        THIN_DASHED,
        /** To compare with: thin, grey and dashed. */
        GUIDE,
        DOTS,
        RINGS,
        /** Dots that are looked at. */
        NOW;

        /**
         * The same on paper. Lines that differ in their colours only get marks of different shapes.
         *
         * @param own variable of its colour; empty for that of its look
         * @param first place of the first line of this colour, one of two in a pair
         */
        private LineDrawing.Pen pen(String own, int first) {
            boolean grey = this == EARLIER || this == GUIDE || this == DOTS || this == RINGS;
            String usual = this == FAINT ? "--picture-dots" : this == NOW ? "--picture-now" : "--picture-line";
            String colour = Theme.css(!own.isEmpty() ? own : grey ? "--picture-dots" : usual);
            return new LineDrawing.Pen(
                    colour,
                    width(),
                    this == DASHED || this == THIN_DASHED
                            ? "6 4"
                            : this == GUIDE ? "2 3" : this == EARLIER ? "8 2 2 2" : "",
                    this == NOW ? 8 : this == DOTS || this == RINGS ? 5 : 0,
                    this == RINGS,
                    own.isEmpty() ? -1 : first / 2);
        }

        double width() {
            return switch (this) {
                case SOLID, DASHED -> 2;
                case FAINT, EARLIER, THIN, THIN_DASHED, GUIDE -> 1;
                case DOTS, RINGS, NOW -> 0;
            };
        }
    }

    /**
     * A vertical line with a word, or two lines of them.
     *
     * @param foot whether the word stands at its foot, where curves that rise leave room; otherwise at its top
     */
    public record Mark(double at, String text, boolean foot) {}

    /** What is at a place of the chart, in words; nothing where there is nothing. */
    @FunctionalInterface
    public interface Reading {
        Optional<String> at(double x, double y);
    }

    /** A drag over fewer page pixels than this is a click. */
    private static final double DRAG = 6;

    /** What the words on what is cut off need at the top of the plot, in page pixels. */
    private static final double CUT = 18;

    private final List<Look> looks;
    private List<String> colours = List.of();
    private JsArray<Double> between = new JsArray<>();
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
    private boolean wholeAcross;
    private String acrossTitle = "";
    private boolean decades;
    private boolean otherwise;
    private Reading reading = (x, y) -> Optional.empty();
    private Optional<Range> band = Optional.empty();
    private Optional<Consumer<Range>> zooms = Optional.empty();
    private boolean acrossDecades;
    private List<String> names = List.of();
    private double[][] numbers = {};
    private String about = "";

    /**
     * @param legend what the lines are, in a few words
     * @param looks one for each line, the hindmost first
     */
    public Chart(String title, String legend, List<Look> looks) {
        this.looks = List.copyOf(looks);
        this.legend = legend;
        plot.setAttribute("aria-label", title + ": " + legend);
        note = Html.of("span", "chart-note").text(legend).element();
        element = Html.of("div", "chart")
                .add(Html.of("div", "chart-head")
                        .add(Html.of("b", "").text(title))
                        .add(new FigureButton(this::title, () -> about, this::element, this::drawing).element(), note))
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
        about = words;
        plot.setAttribute("aria-label", words);
    }

    /** What each line is called in a figure that is saved; the empty text for one that needs no name. */
    public void names(List<String> each) {
        names = List.copyOf(each);
    }

    private String title() {
        HTMLElement head = (HTMLElement) element.firstElementChild.firstElementChild;
        HTMLSelectElement menu = (HTMLSelectElement) (head.matches("select") ? head : head.querySelector("select"));
        return menu != null && menu.selectedIndex >= 0
                ? menu.options.getAt(menu.selectedIndex).textContent
                : head.textContent;
    }

    /** The same lines for paper. */
    private Drawing drawing() {
        LineDrawing paper = new LineDrawing(
                new LineDrawing.Axis(acrossTitle, across, acrossDecades, ChartAxis::figure),
                new LineDrawing.Axis("", up, decades, ChartAxis::figure));
        band.ifPresent(paper::tint);
        if (between.length > 0 && numbers.length > 2) {
            int high = (int) (double) between.getAt(0);
            int low = (int) (double) between.getAt(1);
            paper.band(numbers[0], numbers[high], numbers[low]);
        }
        for (int i = 0; i < looks.size() && i + 1 < numbers.length; i++) {
            String name = i < names.size() ? names.get(i) : "";
            String own = i < colours.size() ? colours.get(i) : "";
            paper.line(
                    numbers[0],
                    new LineDrawing.Line(name, looks.get(i).pen(own, colours.indexOf(own)), numbers[i + 1]));
        }
        mark.ifPresent(at -> paper.mark(at.at(), at.text(), at.foot()));
        boolean named = names.stream().anyMatch(name -> !name.isEmpty());
        return paper.says((named ? "" : legend) + (cut.hidden ? "" : "   (" + cut.textContent + ")"))
                .drawing();
    }

    /** Fills what lies between two lines, of which the first has place 1. */
    public Chart band(int high, int low) {
        between = JsArray.of((double) high, (double) low);
        return this;
    }

    /** Gives each line a colour of its own, by a variable of the style sheet; the empty text leaves it as it is. */
    public Chart coloured(List<String> variables) {
        colours = List.copyOf(variables);
        return this;
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

    /** Puts an element between the title and the plot. */
    public void addBelow(HTMLElement tools) {
        element.insertBefore(tools, plot);
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

    /** The same, of a chart that is being made. */
    public Chart named(HTMLElement title) {
        titled(title);
        return this;
    }

    /** Says what the note reads while the pointer is at some place of the horizontal axis. */
    public void reads(DoubleFunction<Optional<String>> other) {
        reading = (x, y) -> other.apply(x);
    }

    /** Says what the note reads while the pointer is at some place. */
    public void readsAt(Reading other) {
        reading = other;
    }

    /** Tints a part of the horizontal axis, from the next {@link #show} on. */
    public void tints(Optional<Range> part) {
        band = part;
    }

    /** Has a part of the horizontal axis chosen by dragging over it; whoever is told shows that part. */
    public void zooms(Consumer<Range> chosen) {
        zooms = Optional.of(chosen);
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
        numbers = columns;
        data = new JsArray<>();
        for (double[] column : columns) {
            data.push(TypedArrays.gaps(column));
        }
        if (chart != null && otherwise) {
            renew();
        } else if (chart != null) {
            chart.setData(data);
        }
        if (chart != null) { // a chart that has no room now is gone
            read(chart);
        }
        otherwise = false;
    }

    /** Its horizontal axis has words at whole numbers only: there is nothing between them. */
    public Chart wholeAcross() {
        wholeAcross = true;
        return this;
    }

    /** Its horizontal axis counts in powers of ten. */
    public Chart acrossDecades() {
        acrossDecades = true;
        across = new Range(0.1, 1);
        return this;
    }

    /** Has its vertical axis count in powers of ten, or evenly, from the next {@link #show} on, which says a range that fits. */
    public void decades(boolean other) {
        otherwise |= other != decades;
        decades = other;
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
        UPlot.Hook below = this::drawBand;
        UPlot.Hook drawn = this::drawMark;
        UPlot.Hook pointed = this::read;
        UPlot.Hook dragged = this::zoom;
        JsPropertyMap<Object> options = size();
        options.set("legend", map("show", false));
        options.set("padding", JsArray.of(8.0, 16.0, 0.0, 0.0));
        options.set(
                "cursor",
                map(
                        "y",
                        false,
                        "points",
                        map("show", false),
                        "drag",
                        map("x", zooms.isPresent(), "y", false, "setScale", false, "dist", DRAG)));
        options.set(
                "scales",
                map(
                        "x",
                        map("time", false, "range", acrossReach, "distr", acrossDecades ? 3.0 : 1.0),
                        "y",
                        map("range", upReach, "distr", decades ? 3.0 : 1.0)));
        options.set(
                "axes",
                JsArray.of((Object) ChartAxis.across(acrossTitle, acrossDecades, wholeAcross), ChartAxis.up(decades)));
        JsArray<Object> series = new JsArray<>();
        series.push(JsPropertyMap.of());
        for (int i = 0; i < looks.size(); i++) {
            series.push(ChartLine.of(looks.get(i), i < colours.size() ? colours.get(i) : ""));
        }
        options.set("series", series);
        if (between.length > 0) {
            options.set("bands", JsArray.of((Object) map("series", between, "fill", Theme.css("--picture-band"))));
        }
        options.set(
                "hooks",
                map(
                        "drawAxes",
                        JsArray.of((Object) below),
                        "draw",
                        JsArray.of((Object) drawn),
                        "setCursor",
                        JsArray.of((Object) pointed),
                        "setSelect",
                        JsArray.of((Object) dragged)));
        return options;
    }

    private void drawBand(UPlot chart) {
        band.ifPresent(part -> new ChartMarks(chart).tint(part));
    }

    private void drawMark(UPlot chart) {
        mark.filter(at -> at.at() >= across.low() && at.at() <= across.high())
                .ifPresent(at -> new ChartMarks(chart).line(at, cut.hidden ? 0 : CUT));
    }

    private void zoom(UPlot chart) {
        double left = (Double) chart.select.get("left");
        double width = (Double) chart.select.get("width");
        if (width >= DRAG) {
            Range part = new Range(chart.posToVal(left, "x"), chart.posToVal(left + width, "x"));
            chart.setSelect(map("left", 0.0, "top", 0.0, "width", 0.0, "height", 0.0), false);
            zooms.ifPresent(each -> each.accept(part));
        }
    }

    private void read(UPlot chart) {
        Object left = chart.cursor.get("left");
        Object top = chart.cursor.get("top");
        Optional<String> text = left instanceof Double place && place >= 0 && top instanceof Double down
                ? reading.at(chart.posToVal(place, "x"), chart.posToVal(down, "y"))
                : Optional.empty();
        note.classList.toggle("reading", text.isPresent());
        note.textContent = text.orElse(legend);
    }
}
