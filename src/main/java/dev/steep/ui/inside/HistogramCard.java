package dev.steep.ui.inside;

import dev.steep.catalog.Numbers;
import dev.steep.math.statistics.Histogram;
import dev.steep.picture.HistogramImage;
import dev.steep.protocol.look.HistogramsLook;
import dev.steep.protocol.look.HistogramsLook.Entry;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.element.Theme;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.MouseEvent;
import java.util.List;
import jsinterop.base.Js;

/**
 * How one tensor's numbers were spread over the run: a picture, time across and values up, and the figures of the moment that is
 * pointed at, or of now. Arrow keys move the pointer: left and right through time, up and down through values.
 */
final class HistogramCard {
    private static final int KEY_STEP = 2;

    private final HistogramsLook look;
    private final boolean logarithmic;
    private final int zoom;
    private final PixelCanvas canvas;
    private final HTMLElement figures = Html.of("p", "histogram-figures").element();
    private final HTMLElement reading =
            Html.of("p", "histogram-reading").attribute("role", "status").element();
    private final HTMLElement top = Html.of("span", "").element();
    private final HTMLElement zero = Html.of("span", "").text("0").element();
    private final HTMLElement bottom = Html.of("span", "").element();
    private final HTMLElement from = Html.of("span", "").element();
    private final HTMLElement to = Html.of("span", "").element();
    private final HTMLElement cursor =
            Html.of("div", "histogram-cursor").attribute("hidden", "").element();
    private final HTMLElement element;
    private List<Entry> entries = List.of();
    private HistogramImage image;
    private int x = HistogramImage.WIDTH - 1;
    private int y = HistogramImage.HEIGHT / 2;

    /** @param title what the tensor is called on the page */
    HistogramCard(String title, HistogramsLook look, boolean logarithmic, int zoom) {
        this.look = look;
        this.logarithmic = logarithmic;
        this.zoom = zoom;
        image = HistogramImage.of(List.of(), logarithmic);
        canvas = new PixelCanvas(
                HistogramImage.WIDTH, HistogramImage.HEIGHT, zoom, title + ": how its numbers were spread over time");
        canvas.shows(logarithmic ? "histograms-log" : "histograms", look);
        HTMLElement pixels = canvas.element();
        pixels.tabIndex = 0;
        pixels.addEventListener("pointermove", event -> point(Js.uncheckedCast(event)));
        pixels.addEventListener("pointerdown", event -> point(Js.uncheckedCast(event)));
        pixels.addEventListener("pointerleave", event -> leave());
        pixels.addEventListener("blur", event -> leave());
        pixels.addEventListener("keydown", event -> key(Js.uncheckedCast(event)));
        element = Html.of("figure", "histogram")
                .add(Html.of("figcaption", "").text(title).element(), figures)
                .add(Html.of("div", "histogram-plot")
                        .add(Html.of("div", "histogram-axis").add(top, zero, bottom))
                        .add(Html.of("div", "histogram-picture").add(pixels, cursor))
                        .add(Html.of("div", "histogram-time").add(from, to)))
                .add(reading)
                .element();
        Theme.onChange(element, this::paint);
    }

    HTMLElement element() {
        return element;
    }

    HistogramsLook look() {
        return look;
    }

    void draw(float[] numbers) {
        entries = HistogramsLook.read(numbers);
        image = HistogramImage.of(entries.stream().map(Entry::histogram).toList(), logarithmic);
        boolean some = !entries.isEmpty();
        top.textContent = some ? Figures.of(image.top()) : "";
        bottom.textContent = !some ? "" : image.signed() ? Figures.of(-image.top()) : "0";
        zero.hidden = !some || !image.signed();
        from.textContent = some ? when(entries.get(0)) : "";
        to.textContent = entries.size() > 1 ? when(entries.get(entries.size() - 1)) : "";
        figures.textContent = some ? figures(entries.get(entries.size() - 1).histogram()) : "";
        figures.classList.toggle(
                "broken", some && broken(entries.get(entries.size() - 1).histogram()) > 0);
        if (!cursor.hidden) {
            read();
        }
        paint();
    }

    private void paint() {
        if (entries.isEmpty()) {
            canvas.clear();
        } else {
            canvas.draw(image.pixels(Theme.dark()));
        }
    }

    /** A row of a table with the figures of now. */
    Html row() {
        Html row = Html.of("tr", "")
                .add(Html.of("th", "").attribute("scope", "row").text(look.tensor()));
        if (!entries.isEmpty()) {
            Histogram now = entries.get(entries.size() - 1).histogram();
            List.of(
                            Numbers.grouped(now.count()),
                            Figures.of(now.mean()),
                            Figures.of(now.deviation()),
                            Figures.of(now.low()),
                            Figures.of(now.high()),
                            percent(now.zeros(), now),
                            Numbers.grouped(broken(now)))
                    .forEach(cell -> row.add(Html.of("td", "").text(cell)));
        }
        return row;
    }

    private static int broken(Histogram histogram) {
        return histogram.nans() + histogram.infinite();
    }

    private static String figures(Histogram histogram) {
        return "mean " + Figures.of(histogram.mean()) + " · deviation " + Figures.of(histogram.deviation())
                + (histogram.zeros() == 0 ? "" : " · " + percent(histogram.zeros(), histogram) + " zeros")
                + (histogram.nans() == 0 ? "" : " · " + Numbers.grouped(histogram.nans()) + " NaN")
                + (histogram.infinite() == 0 ? "" : " · " + Numbers.grouped(histogram.infinite()) + " infinite");
    }

    private static String percent(int part, Histogram of) {
        double share = 100.0 * part / Math.max(1, of.count());
        return Figures.fixed(share, share > 0 && share < 10 ? 1 : 0) + " %";
    }

    private static String when(Entry entry) {
        return entry.step() == 0
                ? "start"
                : entry.epoch() == 0 ? Numbers.count(entry.step(), "step") : "epoch " + entry.epoch();
    }

    private void point(MouseEvent event) {
        x = clamp((int) (event.offsetX / zoom), HistogramImage.WIDTH);
        y = clamp((int) (event.offsetY / zoom), HistogramImage.HEIGHT);
        read();
    }

    private void leave() {
        cursor.hidden = true;
        reading.textContent = "";
        if (!entries.isEmpty()) {
            figures.textContent = figures(entries.get(entries.size() - 1).histogram());
        }
    }

    private void key(KeyboardEvent event) {
        int across = event.key.equals("ArrowRight") ? 1 : event.key.equals("ArrowLeft") ? -1 : 0;
        int down = event.key.equals("ArrowDown") ? 1 : event.key.equals("ArrowUp") ? -1 : 0;
        if (across == 0 && down == 0 || entries.isEmpty()) {
            return;
        }
        event.preventDefault();
        int index = clamp(image.index(x) + across, entries.size());
        x = clamp((2 * index + 1) * HistogramImage.WIDTH / (2 * entries.size()), HistogramImage.WIDTH);
        y = clamp(y + down * KEY_STEP, HistogramImage.HEIGHT);
        read();
    }

    private static int clamp(int value, int end) {
        return Math.max(0, Math.min(end - 1, value));
    }

    /** Says how many numbers there were at the pointer. */
    private void read() {
        if (entries.isEmpty()) {
            return;
        }
        Entry entry = entries.get(image.index(x));
        Histogram histogram = entry.histogram();
        int row = HistogramImage.HEIGHT - 1 - y;
        double count = histogram.rows(image::place, HistogramImage.HEIGHT)[row];
        double low = image.value((double) row / HistogramImage.HEIGHT);
        double high = image.value((row + 1.0) / HistogramImage.HEIGHT);
        cursor.hidden = false;
        cursor.style.setProperty("left", (x + 0.5) * zoom + "px");
        figures.textContent = figures(histogram);
        reading.textContent = when(entry) + ", " + Figures.of(low) + " to " + Figures.of(high) + ": about "
                + Numbers.grouped(Math.round(count)) + " of " + Numbers.count(histogram.count(), "number");
    }
}
