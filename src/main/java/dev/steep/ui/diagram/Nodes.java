package dev.steep.ui.diagram;

import dev.steep.protocol.look.Look;
import elemental2.dom.HTMLElement;
import java.util.List;

/** What a column gives, drawn. */
sealed interface Nodes permits UnitNodes, MapNodes, ListNodes {
    HTMLElement element();

    /** The numbers it draws. */
    List<Look> looks();

    void draw(Seen seen);

    /** Marks the unit that is looked at; -1 for none. */
    default void choose(int unit) {}

    static void place(HTMLElement element, int left, int top, int width, int height) {
        element.style.setProperty("left", left + "px");
        element.style.setProperty("top", top + "px");
        element.style.setProperty("width", width + "px");
        element.style.setProperty("height", height + "px");
    }
}
