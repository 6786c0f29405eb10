package dev.steep.ui;

import dev.steep.picture.TileSheet;
import elemental2.dom.HTMLElement;
import java.util.Optional;
import java.util.function.Function;

/** A sheet of tiles on a card, under a caption; pointing at a square says what it stands for. */
final class TilePicture {
    private final TileSheet sheet;
    private final PixelCanvas canvas;
    private final HTMLElement element;

    /**
     * @param about what it shows, for those who cannot see it
     * @param meaning what a spot of a tile stands for
     */
    TilePicture(TileSheet sheet, String caption, String about, Function<TileSheet.Spot, Optional<String>> meaning) {
        this.sheet = sheet;
        canvas = new PixelCanvas(sheet.across(), sheet.down(), 1, about);
        canvas.means((x, y) ->
                Optional.of(sheet.spot(x, y)).filter(spot -> spot.tile() >= 0).flatMap(meaning));
        element = captioned(caption, canvas.element());
    }

    /** Something on a card, under a caption. */
    static HTMLElement captioned(String caption, HTMLElement content) {
        return Html.of("div", "glimpse")
                .add(Html.of("div", "glimpse-caption").text(caption))
                .add(content)
                .element();
    }

    /** What a number of a tile is called: {@code kernel 2, row 1, column 3: 0.25}. */
    static Optional<String> named(String tile, TileSheet.Spot spot, float number) {
        return Optional.of(tile + " " + (spot.tile() + 1) + ", row " + (spot.row() + 1) + ", column "
                + (spot.column() + 1) + ": " + Figures.of(number));
    }

    TileSheet sheet() {
        return sheet;
    }

    HTMLElement element() {
        return element;
    }

    /** Draws red, green, blue and alpha bytes for the whole sheet. */
    void draw(byte[] rgba) {
        canvas.draw(rgba);
    }
}
