package dev.steep.ui;

import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TileSheet;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Wish;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Optional;

/** A convolution's kernels, those of the first input channel. */
final class KernelGlimpse implements Glimpse {
    private static final int MOST = 16;
    private static final int TILE = 27;

    private final LayerFacts facts;
    private final int channels;
    private final int filters;
    private final TilePicture picture;
    private float[] kernel = new float[0];

    /**
     * @param height of the kernels
     * @param width of the kernels
     * @param channels that the layer is given
     */
    KernelGlimpse(LayerFacts facts, int height, int width, int channels) {
        this.facts = facts;
        this.channels = channels;
        filters = facts.shape()[facts.shape().length - 1];
        picture = new TilePicture(
                TileSheet.of(Math.min(MOST, filters), 4, height, width, TILE),
                channels == 1 ? "kernels" : "kernels, channel 1",
                "kernels of " + facts.name(),
                this::weight);
    }

    @Override
    public HTMLElement element() {
        return picture.element();
    }

    @Override
    public List<Wish> wishes() {
        return List.of(Wish.tensor(facts.kernel()));
    }

    @Override
    public void draw(List<float[]> numbers) {
        kernel = numbers.get(0);
        TileSheet sheet = picture.sheet();
        if (kernel.length == sheet.height() * sheet.width() * channels * filters) {
            Scale scale = Scale.signed(Range.robust(kernel).most(), Theme.dark());
            picture.draw(sheet.kernels(kernel, channels, filters, 0, scale));
        }
    }

    private Optional<String> weight(TileSheet.Spot spot) {
        int at = (spot.row() * picture.sheet().width() + spot.column()) * channels * filters + spot.tile();
        return at < kernel.length ? TilePicture.named("kernel", spot, kernel[at]) : Optional.empty();
    }
}
