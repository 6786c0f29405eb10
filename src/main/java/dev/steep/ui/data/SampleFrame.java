package dev.steep.ui.data;

import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.Look;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import elemental2.dom.HTMLElement;
import java.util.Optional;

/** Where a view shows the chosen sample of an image data set; for other data the picture is made anew, in their size. */
public final class SampleFrame {
    private final int pixels;
    private final HTMLElement element;
    private DataFacts data = DataFacts.NONE;
    private Optional<PixelCanvas> canvas = Optional.empty();

    /** @param pixels how many page pixels it may be wide and high */
    public SampleFrame(String classes, int pixels) {
        this.pixels = pixels;
        element = Html.of("div", classes).element();
    }

    public HTMLElement element() {
        return element;
    }

    /** These images are open. */
    public void opened(DataFacts images) {
        data = images;
        PixelCanvas fresh = SampleCanvas.blank(images, pixels);
        Html.clear(element);
        element.appendChild(fresh.element());
        canvas = Optional.of(fresh);
    }

    /** Says in the page of which numbers the picture is; see {@link Html#shows}. */
    public void shows(String kind, Look look) {
        canvas.ifPresent(each -> each.shows(kind, look));
    }

    /** Draws prepared numbers, between the lowest and the highest of them; none leave it empty. */
    public void drawPrepared(float[] numbers) {
        Range range = Range.of(numbers);
        draw(numbers, range.low(), range.high());
    }

    /** Draws numbers as they are before preparation; none leave it empty. */
    public void drawRaw(float[] numbers) {
        draw(numbers, data.ranges()[0], data.ranges()[1]);
    }

    private void draw(float[] numbers, double low, double high) {
        canvas.ifPresent(each -> {
            if (numbers.length == 0) {
                each.clear();
            } else {
                SampleCanvas.draw(each, data, numbers, low, high);
            }
        });
    }
}
