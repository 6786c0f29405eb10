package dev.steep.ui.network;

import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Arcs over the strip, from a layer to one farther on that takes its output. They say nothing that the cards do not say in words. */
final class Shortcuts {
    private static final int HEIGHT = 9;
    private static final int CORNER = 6;

    /** How far arcs that meet at one card stand apart. */
    private static final int APART = 10;

    /** From one card to another. */
    record Arc(HTMLElement from, HTMLElement to) {
        int start() {
            return middle(from) + APART / 2;
        }

        int end() {
            return middle(to) - APART / 2;
        }

        private static int middle(HTMLElement card) {
            return card.offsetLeft + card.offsetWidth / 2;
        }

        boolean overlaps(Arc other) {
            return start() < other.end() && other.start() < end();
        }
    }

    private final HTMLElement row;
    private final HTMLElement layer =
            Html.of("div", "layer-arcs").attribute("aria-hidden", "true").element();
    private List<Arc> arcs = List.of();
    private String drawn = "";

    Shortcuts(HTMLElement row) {
        this.row = row;
    }

    /** Shows these, now or as soon as the cards have their places. */
    void show(List<Arc> shown) {
        arcs = shown;
        drawn = "";
        row.classList.toggle("has-arcs", !arcs.isEmpty());
        if (arcs.isEmpty()) {
            layer.remove();
        } else {
            row.insertBefore(layer, row.firstChild); // the last child is the gap behind the last layer
        }
        place();
    }

    /** Draws them again if the cards have moved. */
    void place() {
        if (arcs.isEmpty()) {
            return;
        }
        List<Arc> shortest = new ArrayList<>(arcs);
        shortest.sort(Comparator.comparingInt(arc -> arc.end() - arc.start()));
        int[] levels = new int[shortest.size()];
        int highest = 1;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = 1;
            for (int k = 0; k < i; k++) {
                levels[i] = shortest.get(i).overlaps(shortest.get(k)) ? Math.max(levels[i], levels[k] + 1) : levels[i];
            }
            highest = Math.max(highest, levels[i]);
        }
        int bottom = HEIGHT * (highest + 1);
        StringBuilder paths = new StringBuilder();
        for (int i = 0; i < levels.length; i++) {
            path(paths, shortest.get(i), bottom, bottom - HEIGHT * levels[i]);
        }
        String svg = "<svg width='" + row.scrollWidth + "' height='" + bottom + "'>" + paths + "</svg>";
        if (!svg.equals(drawn)) {
            row.style.setProperty("--arcs", bottom + "px");
            layer.innerHTML = svg;
            drawn = svg;
        }
    }

    /** Up from one card, along, and down to the other, with an arrow head. */
    private static void path(StringBuilder to, Arc arc, int bottom, int top) {
        int start = arc.start();
        int end = arc.end();
        to.append("<path d='M").append(start).append(' ').append(bottom);
        to.append('V').append(top + CORNER).append('q').append("0 -" + CORNER + " " + CORNER + " -" + CORNER);
        to.append('H').append(end - CORNER).append('q').append(CORNER + " 0 " + CORNER + " " + CORNER);
        to.append('V').append(bottom - 1).append("m-4 -5l4 5l4 -5'/>");
        to.append("<circle cx='").append(start).append("' cy='").append(bottom).append("' r='2'/>");
    }
}
