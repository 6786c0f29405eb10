package dev.steep.ui.network;

import dev.steep.catalog.Numbers;
import dev.steep.picture.NumberGrid;
import dev.steep.picture.TileSheet;
import dev.steep.picture.UnitPlanesImage;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.UnitsLook;
import dev.steep.ui.data.PlaneCanvas;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.element.Theme;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What each unit of a layer computes over the plane of two inputs: a little picture for each, on one scale. */
final class UnitPlanes implements CardPicture {
    /** Grid points along each side of a plane. */
    private static final int SIDE = 16;

    private final UnitPlanesImage image;
    private final Look look;
    private final PixelCanvas canvas;
    private final Glimpse glimpse;
    private final Subject large;
    private float[] shown = new float[0];

    UnitPlanes(DataFacts data, LayerFacts layer) {
        int units = layer.shape()[0];
        image = UnitPlanesImage.of(units, SIDE);
        double[] edges = PlaneCanvas.edges(data);
        look = new UnitsLook(layer.output(), new GridLook(edges[0], edges[1], SIDE, edges[3], edges[2], SIDE));
        NumberGrid grid = NumberGrid.planes(units, places(edges[3], edges[2]), places(edges[0], edges[1]));
        String title = "what each unit of " + layer.name() + " computes in the plane";
        TileSheet sheet = image.sheet();
        canvas = new PixelCanvas(sheet.across(), sheet.down(), 1, title);
        canvas.shows("unit-planes", look);
        canvas.means((x, y) -> said(sheet.spot(x, y), grid));
        large = new Subject(title, false, look, grid, image::scale);
        glimpse = new Glimpse(
                        image.shown() < units
                                ? "first " + image.shown() + " of " + Numbers.count(units, "unit")
                                : "each unit in the plane",
                        canvas.element())
                .narrow();
    }

    private static List<String> places(double first, double last) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < SIDE; i++) {
            places.add(Figures.of(first + (last - first) * i / (SIDE - 1)));
        }
        return places;
    }

    @Override
    public HTMLElement element() {
        return glimpse.element();
    }

    @Override
    public int height() {
        return 2 * Glimpse.CAPTION + image.sheet().down();
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
        glimpse.known(image.suits(shown));
        if (image.suits(shown)) {
            glimpse.scale(image.scale(shown, Theme.dark()));
        }
        canvas.draw(image.pixels(shown, Theme.dark()));
    }

    /** {@code unit 3, y 0.4, x −1.2: 0.83}. */
    private Optional<String> said(TileSheet.Spot spot, NumberGrid grid) {
        int index = image.index(spot);
        return index < 0 || !image.suits(shown)
                ? Optional.empty()
                : Optional.of(grid.place(spot.tile(), 0, spot.row(), spot.column()) + ": " + Figures.of(shown[index]));
    }
}
