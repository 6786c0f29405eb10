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
    private final TilePicture picture;
    private float[] maps = new float[0];

    MapsGlimpse(LayerFacts facts) {
        this.facts = facts;
        int[] shape = facts.shape();
        picture = new TilePicture(
                TileSheet.of(Math.min(MOST, shape[2]), 4, shape[0], shape[1], TILE),
                "feature maps",
                "feature maps of " + facts.name(),
                this::number);
    }

    @Override
    public HTMLElement element() {
        return picture.element();
    }

    @Override
    public List<Wish> wishes() {
        return List.of(Wish.tensor(facts.output()));
    }

    @Override
    public void draw(List<float[]> numbers) {
        maps = numbers.get(0);
        TileSheet sheet = picture.sheet();
        if (maps.length == sheet.height() * sheet.width() * facts.shape()[2]) {
            picture.draw(sheet.maps(maps, facts.shape()[2], scale(maps)));
        }
    }

    /** Activations from zero up are magnitudes; with real negatives among them they are signed. */
    static Scale scale(float[] values) {
        Range range = Range.of(values);
        return range.low() < -0.02 * range.high()
                ? Scale.signed(range.most(), Theme.dark())
                : Scale.magnitude(new Range(0, range.high()));
    }

    private Optional<String> number(TileSheet.Spot spot) {
        int at = (spot.row() * picture.sheet().width() + spot.column()) * facts.shape()[2] + spot.tile();
        return at < maps.length ? TilePicture.named("map", spot, maps[at]) : Optional.empty();
    }
}
