package dev.steep.ui.network;

import dev.steep.picture.TensorImage;
import dev.steep.picture.TileSheet;
import dev.steep.protocol.Look;
import dev.steep.protocol.TensorLook;
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
    /** Of the caption over a picture. */
    static final int CAPTION = 17;

    private final Look look;
    private final TensorImage image;
    private final PixelCanvas canvas;
    private final HTMLElement element;
    private float[] shown = new float[0];

    /** @param about what it shows, for those who cannot see it */
    TensorPicture(String caption, String about, String tensor, TensorImage image) {
        this.look = new TensorLook(tensor);
        this.image = image;
        TileSheet sheet = image.sheet();
        canvas = new PixelCanvas(sheet.across(), sheet.down(), 1, about);
        canvas.shows(image.kind().name().toLowerCase(Locale.ROOT), look);
        canvas.means((x, y) -> said(sheet.spot(x, y)));
        element = captioned(caption, canvas.element());
    }

    /** Something on a card, under a caption. */
    static HTMLElement captioned(String caption, HTMLElement content) {
        return Html.of("div", "glimpse")
                .add(Html.of("div", "glimpse-caption").text(caption))
                .add(content)
                .element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public int height() {
        return CAPTION + image.sheet().down();
    }

    @Override
    public List<Look> looks() {
        return List.of(look);
    }

    @Override
    public void draw(List<float[]> numbers) {
        shown = numbers.get(0);
        element.classList.toggle("unknown", shown.length == 0);
        canvas.draw(image.pixels(shown, Theme.dark()));
    }

    /** {@code kernel 2, row 1, column 3: 0.25}. */
    private Optional<String> said(TileSheet.Spot spot) {
        int index = image.index(spot);
        if (index < 0 || shown.length != image.count()) {
            return Optional.empty();
        }
        int row = spot.row() + 1;
        int column = spot.column() + 1;
        String place =
                switch (image.kind()) {
                    case KERNELS -> "kernel " + (spot.tile() + 1) + ", row " + row + ", column " + column;
                    case MAPS -> "map " + (spot.tile() + 1) + ", row " + row + ", column " + column;
                    case WEIGHTS -> "input " + row + ", unit " + column;
                    case UNITS, KEPT -> "row " + row + ", " + column;
                };
        return Optional.of(place + ": " + Figures.of(shown[index]));
    }
}
