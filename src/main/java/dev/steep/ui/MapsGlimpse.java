package dev.steep.ui;

import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TileSheet;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Wish;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/** A layer's feature maps for the chosen sample: what each kernel found where. */
final class MapsGlimpse implements Glimpse {
    private static final int MOST = 16;
    private static final int TILE = 28;

    private final LayerFacts facts;
    private final TileSheet sheet;
    private final PixelCanvas canvas;
    private final HTMLElement element;
    private float[] maps = new float[0];

    MapsGlimpse(LayerFacts facts) {
        this.facts = facts;
        int[] shape = facts.shape();
        sheet = TileSheet.of(Math.min(MOST, shape[2]), 4, shape[0], shape[1], TILE);
        canvas = new PixelCanvas(sheet.across(), sheet.down(), 1, "feature maps of " + facts.name());
        canvas.means(this::number);
        element = Html.of("div", "glimpse")
                .add(Html.of("div", "glimpse-caption").text("feature maps"))
                .add(canvas.element())
                .element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public List<Wish> wishes() {
        return List.of(Wish.tensor(facts.output()));
    }

    @Override
    public void draw(List<float[]> numbers) {
        maps = numbers.get(0);
        if (maps.length == sheet.height() * sheet.width() * facts.shape()[2]) {
            canvas.draw(sheet.maps(maps, facts.shape()[2], scale(maps)));
        }
    }

    /** Activations from zero up are magnitudes; with real negatives among them they are signed. */
    static Scale scale(float[] values) {
        Range range = Range.of(values);
        return range.low() < -0.02 * range.high()
                ? Scale.signed(range.most(), Theme.dark())
                : Scale.magnitude(new Range(0, range.high()));
    }

    private Optional<String> number(int x, int y) {
        TileSheet.Spot spot = sheet.spot(x, y);
        int at = (spot.row() * sheet.width() + spot.column()) * facts.shape()[2] + spot.tile();
        return spot.tile() < 0 || at >= maps.length
                ? Optional.empty()
                : Optional.of("map " + (spot.tile() + 1) + ", row " + (spot.row() + 1) + ", column "
                        + (spot.column() + 1) + ": " + Figures.of(maps[at]));
    }
}
