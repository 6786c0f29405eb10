package dev.steep.ui.network;

import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.KeyboardEvent;
import elemental2.dom.NodeList;
import java.util.Optional;

/**
 * What of the strip has the focus, kept as a word and a place, {@code layer2}: so building the row anew does not take it away, and keys know
 * which layer they are for.
 */
final class StripFocus {
    /** The mark of the card of the input. */
    static final String INPUT = "input";

    private static final String LAYER = "layer";
    private static final String ADD = "add";

    private final HTMLElement row;

    StripFocus(HTMLElement row) {
        this.row = row;
    }

    /** The mark of the card of a layer. */
    static String layer(int place) {
        return LAYER + place;
    }

    /** The mark of the gap where a layer is added at a place. */
    static String gap(int place) {
        return ADD + place;
    }

    /** The mark of what has the focus; empty if it is outside. */
    String mark() {
        Element active = DomGlobal.document.activeElement;
        String mark = active != null && row.contains(active) ? active.getAttribute("data-focus") : null;
        return mark == null ? "" : mark;
    }

    /** Gives what has this mark the focus, if there is such a thing. */
    void give(String mark) {
        Element found = mark.isEmpty() ? null : row.querySelector("[data-focus='" + mark + "']");
        if (found != null) {
            ((HTMLElement) found).focus();
        }
    }

    /** Gives the card of a layer the focus. */
    void give(int place) {
        give(layer(place));
    }

    /** The layer whose card has the focus. */
    Optional<Integer> layer() {
        return number(mark(), LAYER);
    }

    /** Where a layer is added from where the focus is: behind a card, or in a gap. */
    Optional<Integer> nextPlace(Optional<Integer> selected) {
        String mark = mark();
        return mark.equals(INPUT)
                ? Optional.of(0)
                : number(mark, ADD)
                        .or(() -> number(mark, LAYER).or(() -> selected).map(at -> at + 1));
    }

    /** The place in {@code layer2}, if the mark begins with that word. */
    private static Optional<Integer> number(String mark, String word) {
        return mark.startsWith(word) ? Optional.of(Integer.parseInt(mark.substring(word.length()))) : Optional.empty();
    }

    /** Down and up lead from a card's head through its pictures and back; returns whether this key did. */
    static boolean movesThroughPictures(KeyboardEvent press) {
        Element focus = DomGlobal.document.activeElement;
        boolean down = press.key.equals("ArrowDown");
        boolean plain = !press.ctrlKey && !press.metaKey && !press.altKey && !press.shiftKey;
        Element card = focus == null ? null : focus.closest(".layer-card");
        if (card == null || !plain || !down && !press.key.equals("ArrowUp")) {
            return false;
        }
        NodeList<Element> stops = card.querySelectorAll(".layer-head, .glimpse-open");
        for (int i = 0; i < stops.length; i++) {
            int next = i + (down ? 1 : -1);
            if (stops.item(i) == focus && next >= 0 && next < stops.length) {
                ((HTMLElement) stops.item(next)).focus();
                return true;
            }
        }
        return false;
    }
}
