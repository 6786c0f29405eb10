package dev.steep.ui.network;

import dev.steep.picture.NumberGrid;
import dev.steep.picture.Ramp;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TensorImage;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.data.PlaneCanvas;
import dev.steep.ui.data.SampleCanvas;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/** The strip's first card: the chosen sample as the network sees it, after preparation. */
final class InputCard {
    private static final int MOST_BARS = 16;
    private static final int PIXELS = 84;

    /** An image is drawn smaller than a plane, in which points have to be told apart. */
    private static final int IMAGE = 64;

    /** The worker's name for a batch of prepared samples. */
    static final String INPUT = "input";

    private final HTMLElement element;
    private final HTMLElement about;
    private final CardPicture glimpse;
    private final Optional<PlaneCanvas> plane;

    InputCard(Lab lab, DataFacts data, Html head) {
        plane = data.size() == 2 && !data.image() ? Optional.of(new PlaneCanvas(data, PIXELS)) : Optional.empty();
        plane.ifPresent(each -> each.load(lab));
        glimpse = plane.<CardPicture>map(Plane::new).orElseGet(() -> glimpse(data));
        Html said = Html.of("span", "").text("the chosen sample");
        about = said.element();
        head.add(Html.of("b", "").text("input"), said);
        element = Html.of("div", "layer-card layer-input")
                .attribute("data-part", "data")
                .add(head)
                .add(Html.of("div", "layer-body").add(glimpse.element()))
                .add(Html.of("div", "layer-foot")
                        .attribute("title", "shape of a sample")
                        .text(Figures.shape(data.inputShape())))
                .element();
    }

    HTMLElement element() {
        return element;
    }

    CardPicture glimpse() {
        return glimpse;
    }

    /** Says which sample is drawn. */
    void shown(Moment moment) {
        about.textContent = moment.subject();
        plane.ifPresent(each -> each.mark(moment.sample()));
    }

    private static CardPicture glimpse(DataFacts data) {
        if (data.image()) {
            return new Picture(data);
        }
        if (data.series()) {
            return new SeriesPicture(data);
        }
        return data.size() <= MOST_BARS
                        && !data.inputs().isEmpty()
                        && data.inputs().size() <= MOST_BARS
                ? BarPicture.numbers("prepared", INPUT, data.inputs())
                : new TensorPicture(
                        "prepared",
                        "prepared",
                        INPUT,
                        TensorImage.wrapped(TensorImage.Content.UNITS, size(data)),
                        NumberGrid.list("input", size(data), List.of()),
                        true);
    }

    private static int size(DataFacts data) {
        return data.made() ? data.inputs().size() : data.size();
    }

    /** The samples in the plane of two inputs. It draws where the chosen one is, not the numbers of its own look. */
    private static final class Plane implements CardPicture {
        private final HTMLElement element;

        Plane(PlaneCanvas canvas) {
            element = Html.of("div", "glimpse").add(canvas.element()).element();
        }

        @Override
        public HTMLElement element() {
            return element;
        }

        @Override
        public int height() {
            return PIXELS;
        }

        @Override
        public List<Look> looks() {
            return List.of(new TensorLook(INPUT));
        }

        @Override
        public void draw(List<float[]> numbers) {}
    }

    /** An image. */
    private static final class Picture implements CardPicture {
        private final DataFacts data;
        private final PixelCanvas canvas;
        private final HTMLElement element;

        Picture(DataFacts data) {
            this.data = data;
            canvas = SampleCanvas.blank(data, IMAGE);
            canvas.shows("image", new TensorLook(INPUT));
            element = Html.of("div", "glimpse").add(canvas.element()).element();
        }

        @Override
        public HTMLElement element() {
            return element;
        }

        @Override
        public int height() {
            return PIXELS;
        }

        @Override
        public List<Look> looks() {
            return List.of(new TensorLook(INPUT));
        }

        @Override
        public Optional<Subject> large() {
            int[] shape = data.shape();
            return Optional.of(new Subject(
                    "the chosen sample, prepared",
                    true,
                    new TensorLook(INPUT),
                    NumberGrid.image(shape[0], shape[1], shape[2]),
                    Picture::grey));
        }

        private static Scale grey(float[] values, boolean dark) {
            Range range = Range.of(values);
            return new Scale(Ramp.GREY, range.low(), range.high());
        }

        @Override
        public void draw(List<float[]> numbers) {
            float[] values = numbers.get(0);
            if (values.length == data.size()) {
                Range range = Range.of(values);
                SampleCanvas.draw(canvas, data, values, range.low(), range.high());
            } else {
                canvas.clear();
            }
        }
    }
}
