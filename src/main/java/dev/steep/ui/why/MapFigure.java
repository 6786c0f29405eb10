package dev.steep.ui.why;

import dev.steep.picture.PixelMap;
import dev.steep.picture.Scale;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.Look;
import dev.steep.ui.data.SampleCanvas;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.element.ScaleLegend;
import dev.steep.ui.element.Theme;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** One number for each pixel of the chosen sample, as a picture of the sample's size, with its scale and what it means. */
final class MapFigure {
    private final String kind;
    private final String title;
    private final boolean signed;
    private final HTMLElement place = Html.of("div", "why-picture").element();
    private final ScaleLegend legend = new ScaleLegend();
    private final HTMLElement said = Html.of("p", "why-said").element();
    private final HTMLElement element;
    private Optional<PixelCanvas> canvas = Optional.empty();
    private int height;
    private int width;
    private float[] map = new float[0];

    /**
     * @param kind the word for its picture in the page
     * @param signed whether the numbers may lie below 0, and 0 is the middle of the colours
     * @param is what the picture shows
     * @param isNot what it does not show
     */
    MapFigure(String kind, String title, boolean signed, String is, String isNot) {
        this.kind = kind;
        this.title = title;
        this.signed = signed;
        element = Html.of("figure", "why-figure")
                .add(Html.of("b", "").text(title))
                .add(place)
                .add(legend.element(), said)
                .add(Html.of("figcaption", "").text(is))
                .add(Html.of("p", "why-not").text(isNot))
                .element();
    }

    HTMLElement element() {
        return element;
    }

    /** Other data are open: images of this size. */
    void opened(DataFacts data, int pixels) {
        height = data.shape()[0];
        width = data.shape()[1];
        PixelCanvas fresh = SampleCanvas.blank(data, pixels);
        fresh.element().setAttribute("aria-label", title);
        fresh.means((x, y) -> y * width + x < map.length && x < width
                ? Optional.of("row " + y + ", column " + x + ": " + Figures.of(map[y * width + x]))
                : Optional.empty());
        Html.clear(place);
        place.appendChild(fresh.element());
        canvas = Optional.of(fresh);
    }

    void shows(Look look) {
        canvas.ifPresent(each -> each.shows(kind, look));
    }

    /** Draws numbers, row after row. */
    void draw(float[] numbers, String sentence) {
        map = numbers;
        said.textContent = sentence;
        Scale scale = PixelMap.scale(map, signed, Theme.dark());
        legend.show(scale);
        canvas.ifPresent(each -> {
            each.draw(PixelMap.pixels(map, height, width, scale));
            each.element().setAttribute("aria-label", title + ": " + summary());
        });
    }

    /** There are no numbers. */
    void clear(String sentence) {
        map = new float[0];
        said.textContent = sentence;
        legend.clear();
        canvas.ifPresent(each -> {
            each.clear();
            each.element().setAttribute("aria-label", title + ": " + sentence);
        });
    }

    /** Where its largest number is, for those who cannot see the picture. */
    private String summary() {
        int best = 0;
        for (int i = 1; i < map.length; i++) {
            best = map[i] > map[best] ? i : best;
        }
        return "largest in row " + best / width + ", column " + best % width + ": " + Figures.of(map[best]);
    }
}
