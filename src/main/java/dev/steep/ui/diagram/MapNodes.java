package dev.steep.ui.diagram;

import dev.steep.picture.HeatMap;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TensorImage;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.List;

/** An image or the maps of a layer as a volume: the first in front, the others behind it; or the channels of a series as rows. */
final class MapNodes implements Nodes {
    /** What was dropped, between the colours of numbers. */
    private static final int DROPPED = 0x8c8c8c;

    private final DiagramColumn column;
    private final Look look;
    private final int rows;
    private final int columns;
    private final List<PixelCanvas> canvases = new ArrayList<>();
    private final HTMLElement element;

    /** @param open shows the maps large */
    MapNodes(DiagramColumn column, DiagramPlacement.Spot spot, Runnable open) {
        this.column = column;
        look = new TensorLook(column.output());
        rows = column.isImage() ? column.shape()[0] : 1;
        columns = column.isImage() ? column.shape()[1] : column.shape()[0];
        int parts = column.parts();
        String about = (column.layer() == DiagramColumn.INPUT ? "input" : "maps of " + column.name())
                + (spot.shown() < parts ? ", the first " + spot.shown() + " of " + parts : "");
        Html volume = column.isImage()
                ? Html.button("volume", "", open)
                        .attribute("aria-label", "Show the " + about + " large")
                        .attribute("title", about + ": show large")
                : Html.of("div", "volume").attribute("title", about);
        Nodes.place(volume.element(), spot.left(), spot.top(), spot.width(), spot.height());
        for (int k = spot.shown() - 1; k >= 0; k--) {
            PixelCanvas canvas = new PixelCanvas(columns, rows, spot.zoom(), column.name() + ", channel " + (k + 1));
            HTMLElement each = canvas.element();
            if (column.isImage()) {
                each.style.setProperty("left", k * DiagramPlacement.DEEP + "px");
                each.style.setProperty("bottom", k * DiagramPlacement.DEEP + "px");
            } else {
                each.style.setProperty("top", k * spot.height() / spot.shown() + "px");
                each.style.setProperty("height", spot.height() / spot.shown() - 1 + "px");
            }
            canvases.add(0, canvas);
            volume.element().appendChild(each);
        }
        element = volume.element();
        Html.shows(element, "volume", look);
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public List<Look> looks() {
        return List.of(look);
    }

    @Override
    public void draw(Seen seen) {
        float[] values = seen.of(look);
        if (values.length != column.size()) {
            canvases.forEach(PixelCanvas::clear);
            return;
        }
        boolean[] dropped = seen.dropped(column);
        Scale scale = TensorImage.activations(Range.of(values), seen.dark());
        int depth = column.parts();
        for (int k = 0; k < canvases.size(); k++) {
            byte[] rgba = HeatMap.pixels(values, k, columns * depth, depth, rows, columns, scale);
            for (int i = 0; i < rows * columns && dropped.length > 0; i++) {
                if (dropped[i * depth + k]) {
                    HeatMap.put(rgba, i, DROPPED);
                }
            }
            canvases.get(k).draw(rgba);
        }
        element.classList.toggle("dropping", dropped.length > 0);
    }
}
