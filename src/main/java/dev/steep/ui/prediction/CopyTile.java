package dev.steep.ui.prediction;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.ReconstructionsLook;
import dev.steep.ui.data.SampleCanvas;
import dev.steep.ui.data.SeriesLine;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.Arrays;
import java.util.Optional;

/** A sample and what the network makes of it, side by side; pressed, it becomes the sample that the whole page shows. */
final class CopyTile {
    private static final int PIXELS = 42;
    private static final int NUMBERS = 4;
    private static final String INK = "ink";

    /** One of the two. */
    private static final class Side {
        private final DataFacts data;
        private final Optional<PixelCanvas> image;
        private final HTMLElement element;

        Side(DataFacts data) {
            this.data = data;
            image = data.image() ? Optional.of(SampleCanvas.blank(data, PIXELS)) : Optional.empty();
            element = image.<HTMLElement>map(PixelCanvas::element)
                    .orElseGet(() -> Html.of("span", data.series() ? "series-strip" : "prediction-sample")
                            .element());
            element.setAttribute("aria-hidden", "true");
        }

        void show(float[] values) {
            if (image.isPresent()) {
                SampleCanvas.draw(image.get(), data, values, data.ranges()[0], data.ranges()[1]);
            } else if (data.series()) {
                SeriesLine.show(element, values, data);
            } else {
                element.textContent = words(values);
            }
        }
    }

    private final Lab lab;
    private final Side given;
    private final Side made;
    private final HTMLElement words = Html.of("span", "prediction-words").element();
    private final HTMLElement element;
    private int row = -1;

    CopyTile(Lab lab, DataFacts data) {
        this.lab = lab;
        given = new Side(data);
        made = new Side(data);
        element = Html.button("prediction", "", () -> this.lab.choose(row))
                .add(Html.of("span", "copy-pair").add(given.element, made.element))
                .add(words)
                .element();
    }

    HTMLElement element() {
        return element;
    }

    /**
     * Shows another sample, or the same anew.
     *
     * @param numbers as {@link ReconstructionsLook} answers
     * @param at where those of the sample begin
     * @param size how many numbers a sample has
     */
    void show(float[] numbers, int at, int size) {
        int from = at + ReconstructionsLook.FIELDS;
        int now = (int) numbers[at];
        String loss = "loss " + Figures.of(numbers[at + 1]);
        if (now != row) {
            row = now;
            given.show(Arrays.copyOfRange(numbers, from, from + size));
            element.title = "Show sample " + row;
        }
        made.show(Arrays.copyOfRange(numbers, from + size, from + 2 * size));
        made.element.classList.toggle(INK, given.element.classList.contains(INK));
        words.textContent = loss;
        element.setAttribute("aria-label", "sample " + row + ", input and reconstruction, " + loss);
    }

    private static String words(float[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(NUMBERS, values.length); i++) {
            text.append(i == 0 ? "" : "  ").append(Figures.of(values[i]));
        }
        return text + (values.length > NUMBERS ? " …" : "");
    }
}
