package dev.steep.ui.network;

import dev.steep.picture.NumberGrid;
import dev.steep.picture.TensorImage;
import dev.steep.picture.TileSheet;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.element.Theme;
import elemental2.dom.HTMLElement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A tensor as coloured squares under a caption: kernels, feature maps, weights, activations, a dropout mask. */
final class TensorPicture implements CardPicture {
    /** Caption and scale stand below each other over a picture of fewer pixels. */
    private static final int NARROW = 100;

    /** How high the names over a matrix are. */
    private static final int NAMES = 13;

    private final Look look;
    private final TensorImage image;
    private final PixelCanvas canvas;
    private final Glimpse glimpse;
    private Subject large;
    private float[] shown = new float[0];

    /**
     * @param about what it shows, for those who cannot see it
     * @param grid how all of its numbers lie, of which the picture may show some
     * @param ofSample whether they are those of the chosen sample
     */
    TensorPicture(String caption, String about, String tensor, TensorImage image, NumberGrid grid, boolean ofSample) {
        this.look = new TensorLook(tensor);
        this.image = image;
        TileSheet sheet = image.sheet();
        canvas = new PixelCanvas(sheet.across(), sheet.down(), 1, about);
        canvas.shows(image.kind().name().toLowerCase(Locale.ROOT), look);
        canvas.means((x, y) -> said(sheet.spot(x, y)));
        large = new Subject(about, ofSample, look, grid, image::scale);
        boolean matrix = image.kind() == TensorImage.Content.WEIGHTS;
        glimpse = new Glimpse(caption, matrix ? named(canvas.element()) : canvas.element());
        if (sheet.across() < NARROW) {
            glimpse.narrow();
        }
    }

    /** Has each of its numbers explained by what a window makes it from. */
    TensorPicture under(Optional<LensFacts> lens) {
        large = large.under(lens);
        return this;
    }

    /** With the names of what goes down and across. */
    private static HTMLElement named(HTMLElement matrix) {
        return Html.of("div", "glimpse-matrix")
                .attribute("data-across", "units →")
                .attribute("data-down", "inputs →")
                .add(matrix)
                .element();
    }

    @Override
    public HTMLElement element() {
        return glimpse.element();
    }

    @Override
    public int height() {
        int names = image.kind() == TensorImage.Content.WEIGHTS ? NAMES : 0;
        int lines = image.sheet().across() < NARROW ? 2 : 1;
        return lines * Glimpse.CAPTION + names + image.sheet().down();
    }

    @Override
    public List<Look> looks() {
        return List.of(look);
    }

    @Override
    public Optional<Subject> large() {
        return Optional.of(large);
    }

    @Override
    public void draw(List<float[]> numbers) {
        shown = numbers.get(0);
        glimpse.known(shown.length == image.count());
        if (shown.length == image.count() && image.kind() != TensorImage.Content.KEPT) {
            glimpse.scale(image.scale(shown, Theme.dark()));
        }
        canvas.draw(image.pixels(shown, Theme.dark()));
    }

    /** {@code kernel 2, row 1, column 3: 0.25}. */
    private Optional<String> said(TileSheet.Spot spot) {
        int index = image.index(spot);
        if (index < 0 || shown.length != image.count()) {
            return Optional.empty();
        }
        boolean list = image.kind() == TensorImage.Content.UNITS || image.kind() == TensorImage.Content.KEPT;
        String place = list ? "unit " + (index + 1) : large.grid().place(spot.tile(), 0, spot.row(), spot.column());
        return Optional.of(place + ": " + Figures.of(shown[index]));
    }
}
