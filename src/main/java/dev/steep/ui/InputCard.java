package dev.steep.ui;

import dev.steep.picture.Range;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Wish;
import elemental2.dom.HTMLElement;
import java.util.List;

/** The strip's first card: the chosen sample as the network sees it, after preparation. */
final class InputCard {
    private static final int MOST_BARS = 16;
    private static final int PIXELS = 84;

    /** The worker's name for a batch of prepared samples. */
    private static final String INPUT = "input";

    private final HTMLElement element;
    private final HTMLElement about;
    private final Glimpse glimpse;

    InputCard(Lab lab, DataFacts data, Html head) {
        glimpse = glimpse(lab, data);
        Html said = Html.of("span", "").text("the chosen sample");
        about = said.element();
        head.add(Html.of("b", "").text("input"), said);
        element = Html.of("div", "layer-card")
                .attribute("role", "listitem")
                .add(head)
                .add(Html.of("div", "layer-body").add(glimpse.element()))
                .add(Html.of("div", "layer-foot")
                        .attribute("title", "shape of a sample")
                        .text(Figures.shape(data.shape())))
                .element();
    }

    HTMLElement element() {
        return element;
    }

    Glimpse glimpse() {
        return glimpse;
    }

    /** Another sample was chosen; -1 if it was drawn. */
    void chosen(int row) {
        about.textContent = row < 0 ? "your drawing" : "sample " + row;
    }

    private static Glimpse glimpse(Lab lab, DataFacts data) {
        if (data.image()) {
            return new Picture(data);
        }
        if (data.size() == 2) {
            return PlaneGlimpse.samples(lab, data, PIXELS);
        }
        return data.size() <= MOST_BARS && data.features().size() == data.size()
                ? BarsGlimpse.numbers("prepared", INPUT, data.features())
                : MatrixGlimpse.wrapped("prepared", INPUT, data.size(), MatrixGlimpse.Reading.UNITS);
    }

    /** An image. */
    private static final class Picture implements Glimpse {
        private final DataFacts data;
        private final PixelCanvas canvas;
        private final HTMLElement element;

        Picture(DataFacts data) {
            this.data = data;
            canvas = SampleCanvas.blank(data, PIXELS);
            element = Html.of("div", "glimpse").add(canvas.element()).element();
        }

        @Override
        public HTMLElement element() {
            return element;
        }

        @Override
        public List<Wish> wishes() {
            return List.of(Wish.tensor(INPUT));
        }

        @Override
        public void draw(List<float[]> numbers) {
            float[] values = numbers.get(0);
            if (values.length == data.size()) {
                Range range = Range.of(values);
                SampleCanvas.draw(canvas, data, values, range.low(), range.high());
            }
        }
    }
}
