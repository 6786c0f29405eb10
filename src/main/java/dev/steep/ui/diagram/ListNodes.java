package dev.steep.ui.diagram;

import dev.steep.catalog.Numbers;
import dev.steep.picture.TensorImage;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.element.PixelCanvas;
import elemental2.dom.HTMLElement;
import java.util.List;

/** A long list of numbers, as Flatten gives it, wrapped into a slender picture. */
final class ListNodes implements Nodes {
    private final TensorImage image;
    private final Look look;
    private final PixelCanvas canvas;

    ListNodes(DiagramColumn column, DiagramPlacement.Spot spot) {
        image = DiagramPlacement.list(column);
        look = new TensorLook(column.output());
        canvas = new PixelCanvas(
                spot.width(), spot.height(), 1, column.name() + ": " + Numbers.count(column.parts(), "number"));
        canvas.element().classList.add("diagram-list");
        canvas.shows("units", look);
        Nodes.place(canvas.element(), spot.left(), spot.top(), spot.width(), spot.height());
    }

    @Override
    public HTMLElement element() {
        return canvas.element();
    }

    @Override
    public List<Look> looks() {
        return List.of(look);
    }

    @Override
    public void draw(Seen seen) {
        canvas.draw(image.pixels(seen.of(look), seen.dark()));
    }
}
