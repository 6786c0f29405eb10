package dev.steep.ui.diagram;

import elemental2.dom.DOMRect;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.NodeList;
import java.util.Optional;
import jsinterop.base.Js;

/** Arrow keys among things that lie in columns: up and down lead along a column, left and right to the nearest of the next. */
final class ArrowWalk {
    /** A column further weighs more than any way up or down. */
    private static final double COLUMN = 1000;

    private final HTMLElement within;
    private final String stops;

    /** @param stops selects what has the focus on the way */
    ArrowWalk(HTMLElement within, String stops) {
        this.within = within;
        this.stops = stops;
        within.addEventListener(
                "keydown", event -> walk(Js.uncheckedCast(event)), true); // before it is a row to walk along
    }

    private void walk(KeyboardEvent event) {
        int across = event.key.equals("ArrowRight") ? 1 : event.key.equals("ArrowLeft") ? -1 : 0;
        int down = event.key.equals("ArrowDown") ? 1 : event.key.equals("ArrowUp") ? -1 : 0;
        Element here = ((Element) event.target).closest(stops);
        if (here == null || across == 0 && down == 0) {
            return;
        }
        event.preventDefault();
        event.stopPropagation();
        DOMRect from = here.getBoundingClientRect();
        double x = from.left + from.width / 2;
        double y = from.top + from.height / 2;
        NodeList<Element> all = within.querySelectorAll(stops);
        Optional<Element> best = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < all.length; i++) {
            DOMRect to = all.item(i).getBoundingClientRect();
            double right = to.left + to.width / 2 - x;
            double below = to.top + to.height / 2 - y;
            boolean ahead = across != 0 ? right * across > 1 : Math.abs(right) <= 1 && below * down > 1;
            double far = across != 0 ? COLUMN * Math.abs(right) + Math.abs(below) : Math.abs(below);
            if (ahead && far < least) {
                least = far;
                best = Optional.of(all.item(i));
            }
        }
        best.ifPresent(each -> ((HTMLElement) each).focus());
    }
}
