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
    private final TileSheet sheet;
    private final PixelCanvas canvas;
    private final HTMLElement element;
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
        sheet = TileSheet.of(Math.min(MOST, filters), 4, height, width, TILE);
        canvas = new PixelCanvas(sheet.across(), sheet.down(), 1, "kernels of " + facts.name());
        canvas.means(this::weight);
        String caption = channels == 1 ? "kernels" : "kernels, channel 1";
        element = Html.of("div", "glimpse")
                .add(Html.of("div", "glimpse-caption").text(caption))
                .add(canvas.element())
                .element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public List<Wish> wishes() {
        return List.of(Wish.tensor(facts.kernel()));
    }

    @Override
    public void draw(List<float[]> numbers) {
        kernel = numbers.get(0);
        if (kernel.length == sheet.height() * sheet.width() * channels * filters) {
            Scale scale = Scale.signed(Range.robust(kernel).most(), Theme.dark());
            canvas.draw(sheet.kernels(kernel, channels, filters, 0, scale));
        }
    }

    private Optional<String> weight(int x, int y) {
        TileSheet.Spot spot = sheet.spot(x, y);
        int at = (spot.row() * sheet.width() + spot.column()) * channels * filters + spot.tile();
        return spot.tile() < 0 || at >= kernel.length
                ? Optional.empty()
                : Optional.of("kernel " + (spot.tile() + 1) + ", row " + (spot.row() + 1) + ", column "
                        + (spot.column() + 1) + ": " + Figures.of(kernel[at]));
    }
}
