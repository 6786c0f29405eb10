package dev.steep.ui.diagram;

import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.TensorLook;
import dev.steep.ui.element.Html;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.NodeList;
import java.util.ArrayList;
import java.util.List;

/** The weights from one column of units to the next as lines: the larger the thicker, blue below zero and orange above. */
final class WeightLines {
    private static final double THICKEST = 5;
    private static final double THINNEST = 0.6;

    /** A line is as thick as this many steps; what changes less stays as it is drawn. */
    private static final double STEPS = 10;

    private final Look look;
    private final int column;
    private final int units;
    private final List<Integer> places = new ArrayList<>();
    private final List<Element> lines = new ArrayList<>();
    private final HTMLElement element;
    private final String[] drawn;

    /**
     * @param to the column that has the weights
     * @param at its place
     * @param firstFrom the first unit that is shown of the source
     * @param firstTo the first unit that is shown of the column
     */
    WeightLines(
            DiagramColumn to,
            int at,
            DiagramPlacement.Spot source,
            DiagramPlacement.Spot target,
            int firstFrom,
            int firstTo) {
        look = new TensorLook(to.kernel());
        column = at;
        units = to.parts();
        StringBuilder seen = new StringBuilder();
        StringBuilder pressed = new StringBuilder();
        for (int i = 0; i < source.shown(); i++) {
            for (int j = 0; j < target.shown(); j++) {
                String way = way(source.right(), source.middle(i), target.left(), target.middle(j));
                int place = (firstFrom + i) * units + firstTo + j;
                places.add(place);
                seen.append("<path class='wire' data-index='")
                        .append(place)
                        .append("' d='")
                        .append(way)
                        .append("'></path>");
                pressed.append("<path class='wire-press' data-column='")
                        .append(at)
                        .append("' data-index='")
                        .append(place);
                pressed.append("' d='").append(way).append("'></path>");
            }
        }
        element = Html.of("div", "wires").attribute("aria-hidden", "true").element();
        element.innerHTML = "<svg><g>" + seen + "</g><g>" + pressed + "</g></svg>";
        Html.shows(element, "wires", look);
        NodeList<Element> all = element.querySelectorAll(".wire");
        for (int i = 0; i < all.length; i++) {
            lines.add(all.item(i));
        }
        drawn = new String[lines.size()];
    }

    /** A line that leaves and arrives level. */
    static String way(int x1, int y1, int x2, int y2) {
        int middle = (x1 + x2) / 2;
        return "M" + x1 + " " + y1 + "C" + middle + " " + y1 + " " + middle + " " + y2 + " " + x2 + " " + y2;
    }

    HTMLElement element() {
        return element;
    }

    /** The place of the column that has the weights. */
    int column() {
        return column;
    }

    Look look() {
        return look;
    }

    /**
     * @param weights all of them; none while they do not exist
     * @param most the weight that gets the thickest line
     * @param dropped which units of the source were dropped
     * @param chosen the place of the weight that is looked at; -1 for none
     */
    void draw(float[] weights, double most, boolean[] dropped, int chosen) {
        element.hidden = weights.length == 0;
        element.setAttribute("data-most", "" + most);
        for (int k = 0; k < lines.size() && weights.length > 0; k++) {
            int place = places.get(k);
            double weight = place < weights.length ? weights[place] : 0;
            double share = most > 0 ? Math.min(1, Math.abs(weight) / most) : 0;
            double width = Math.round(Math.max(THINNEST, share * THICKEST) * STEPS) / STEPS;
            int from = place / units;
            String kind = (weight < 0 ? "wire below" : "wire above")
                    + (from < dropped.length && dropped[from] ? " dropped" : "")
                    + (place == chosen ? " chosen" : "");
            String now = kind + width;
            if (!now.equals(drawn[k])) {
                drawn[k] = now;
                lines.get(k).setAttribute("class", kind);
                lines.get(k).setAttribute("stroke-width", "" + width);
            }
        }
    }
}
