package dev.steep.ui;

import dev.steep.protocol.DataFacts;
import dev.steep.protocol.Wish;
import elemental2.dom.HTMLElement;
import java.util.List;

/** The plane of two inputs on a card: its samples, and once the network is asked, what it says where. */
final class PlaneGlimpse implements Glimpse {
    private final PlaneCanvas plane;
    private final List<Wish> wishes;
    private final HTMLElement element;

    private PlaneGlimpse(Lab lab, PlaneCanvas plane, List<Wish> wishes) {
        this.plane = plane;
        this.wishes = wishes;
        plane.load(lab);
        element = Html.of("div", "glimpse").add(plane.element()).element();
    }

    /** The samples alone. */
    static PlaneGlimpse samples(Lab lab, DataFacts data, int pixels) {
        return new PlaneGlimpse(lab, new PlaneCanvas(data, pixels), List.of());
    }

    /** The samples on what the network says. */
    static PlaneGlimpse answers(Lab lab, DataFacts data, int pixels) {
        PlaneCanvas plane = new PlaneCanvas(data, pixels);
        return new PlaneGlimpse(lab, plane, List.of(plane.wish()));
    }

    @Override
    public HTMLElement element() {
        return element;
    }

    @Override
    public List<Wish> wishes() {
        return wishes;
    }

    @Override
    public void draw(List<float[]> numbers) {
        plane.answers(numbers.get(0));
    }
}
