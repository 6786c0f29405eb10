package dev.steep.ui.network;

import dev.steep.catalog.Numbers;
import dev.steep.picture.NumberGrid;
import dev.steep.picture.TileSheet;
import dev.steep.picture.UnitPlanesImage;
import dev.steep.protocol.DataFacts;
import dev.steep.protocol.GridLook;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Look;
import dev.steep.protocol.UnitsLook;
import dev.steep.ui.data.PlaneCanvas;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Theme;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What each unit of a layer computes over the plane of two inputs: a little picture for each, on one scale.
 * The pictures are one stop of the Tab key, and say their unit and its range.
 */
final class UnitPlanes implements CardPicture {
    /** Grid points along each side of a plane. */
    private static final int SIDE = 16;

    private final UnitPlanesImage image;
    private final double[] edges;
    private final Look look;
    private final PixelCanvas canvas;
    private final List<HTMLElement> tiles = new ArrayList<>();
    private final HTMLElement said = Html.of("div", "glimpse-caption").element();
    private final String caption;
    private final Glimpse glimpse;
    private final Subject large;
    private float[] shown = new float[0];
    private int pointed = -1;

    UnitPlanes(DataFacts data, LayerFacts layer) {
        int units = layer.shape()[0];
        image = UnitPlanesImage.of(units, SIDE);
        edges = PlaneCanvas.edges(data);
        look = new UnitsLook(layer.output(), new GridLook(edges[0], edges[1], SIDE, edges[2], edges[3], SIDE));
        TileSheet sheet = image.sheet();
        canvas = new PixelCanvas(sheet.across(), sheet.down(), 1, "");
        canvas.element().setAttribute("aria-hidden", "true");
        canvas.shows("unit-planes", look);
        caption = image.shown() < units
                ? "first " + image.shown() + " of " + Numbers.count(units, "unit") + ", in the plane"
                : "each unit in the plane";
        Html grid = Html.of("div", "unit-tiles")
                .attribute("role", "group")
                .attribute("aria-label", "What each unit of " + layer.name() + " computes in the plane of the inputs");
        grid.element().style.setProperty("grid-template-columns", "repeat(" + sheet.columns() + ", 32px)");
        for (int unit = 0; unit < image.shown(); unit++) {
            int mine = unit;
            HTMLElement tile = Html.of("span", "unit-tile")
                    .attribute("role", "img")
                    .attribute("aria-label", "unit " + (unit + 1))
                    .on("focus", event -> point(mine))
                    .on("blur", event -> point(-1))
                    .on("mouseenter", event -> point(mine))
                    .on("mouseleave", event -> point(-1))
                    .element();
            tiles.add(tile);
            grid.add(tile);
        }
        new Roving(grid.element(), ".unit-tile").refresh();
        tiles.get(0).tabIndex = 0;
        glimpse = new Glimpse(
                caption,
                Html.of("div", "unit-planes").add(canvas.element()).add(grid).element());
        glimpse.element().appendChild(said);
        large = new Subject(
                "what each unit of " + layer.name() + " computes in the plane",
                false,
                look,
                NumberGrid.planes(
                        units, places(edges[0], edges[1]), places(edges[3], edges[2])),
                (numbers, dark) -> image.scale(numbers, dark));
        draw(List.of(shown));
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
    public Optional<Subject> large() {
        return Optional.of(large);
    }

    @Override
    public List<Look> looks() {
        return List.of(look);
    }

    @Override
    public void draw(List<float[]> numbers) {
        shown = numbers.get(0);
        boolean known = image.knows(shown);
        glimpse.known(known);
        if (known) {
            glimpse.scale(image.scale(shown, Theme.dark()));
        }
        canvas.draw(image.pixels(shown, Theme.dark()));
        for (int unit = 0; unit < tiles.size(); unit++) {
            String name = name(unit);
            if (!name.equals(tiles.get(unit).getAttribute("aria-label"))) {
                tiles.get(unit).setAttribute("aria-label", name);
            }
        }
        point(pointed);
    }

    private static List<String> places(double from, double to) {
        List<String> places = new ArrayList<>();
        for (int i = 0; i < SIDE; i++) {
            places.add(Figures.fixed(from + (to - from) * i / (SIDE - 1), 2));
        }
        return places;
    }

    private void point(int unit) {
        pointed = unit;
        said.textContent = unit < 0 ? "" : name(unit);
    }

    /** {@code unit 3: −0.98 to 0.97}. */
    private String name(int unit) {
        String name = "unit " + (unit + 1);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int at = unit; at < shown.length; at += image.units()) {
            least = Math.min(least, shown[at]);
            most = Math.max(most, shown[at]);
        }
        return least > most ? name + ": not yet" : name + ": " + Figures.of(least) + " to " + Figures.of(most);
    }
}
