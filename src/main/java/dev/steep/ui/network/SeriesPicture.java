package dev.steep.ui.network;

import dev.steep.picture.NumberGrid;
import dev.steep.picture.Range;
import dev.steep.picture.TensorImage;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.data.SeriesLine;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/** A sample that is a series, as a curve. */
final class SeriesPicture implements CardPicture {
    private static final int HEIGHT = 60;

    private final DataFacts data;
    private final HTMLElement line = Html.of("div", "series-strip").element();
    private final Glimpse glimpse = new Glimpse("prepared", line);

    SeriesPicture(DataFacts data) {
        this.data = data;
    }

    @Override
    public HTMLElement element() {
        return glimpse.element();
    }

    @Override
    public int height() {
        return Glimpse.CAPTION + HEIGHT;
    }

    @Override
    public List<Look> looks() {
        return List.of(new TensorLook(InputCard.INPUT));
    }

    @Override
    public void draw(List<float[]> numbers) {
        boolean known = numbers.get(0).length == data.size();
        glimpse.known(known);
        SeriesLine.show(line, known ? numbers.get(0) : new float[0], data);
    }

    @Override
    public Optional<Subject> large() {
        return Optional.of(new Subject(
                "the chosen sample, prepared",
                true,
                new TensorLook(InputCard.INPUT),
                NumberGrid.list("step", data.size(), List.of()),
                (values, dark) -> TensorImage.activations(Range.of(values), dark)));
    }
}
