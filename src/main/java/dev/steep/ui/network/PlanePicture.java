package dev.steep.ui.network;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.look.Look;
import dev.steep.ui.data.PlaneCanvas;
import dev.steep.ui.element.Html;
import dev.steep.ui.state.Lab;
import elemental2.dom.HTMLElement;
import java.util.List;

/** The plane of two inputs on the last layer's card: the samples on what the network says where. */
final class PlanePicture implements CardPicture {
    private final PlaneCanvas plane;
    private final int pixels;
    private final HTMLElement element;

    /** @param pixels how wide and high it is on the page */
    PlanePicture(Lab lab, DataFacts data, int pixels) {
        this.pixels = pixels;
        plane = new PlaneCanvas(data, pixels);
        plane.load(lab);
        Html.shows(plane.element(), "plane", plane.look());
        element = Html.of("div", "glimpse").add(plane.element()).element();
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public int height() {
        return pixels;
    }

    @Override
    public List<Look> looks() {
        return List.of(plane.look());
    }

    @Override
    public void draw(List<float[]> numbers) {
        plane.answers(numbers.get(0));
    }
}
