package dev.steep.ui.diagram;

import dev.steep.network.layer.Taps;
import dev.steep.ui.element.Html;
import elemental2.dom.HTMLElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What lies between the columns of a diagram: a line for each weight, thin lines, broad ones, and windows over images. */
final class DiagramWires {
    /** Larger matrices are not fetched for the few lines that would show of them. */
    private static final int MOST_WEIGHTS = 65_536;

    private static final int HALF_LEAST = 24;

    private final List<DiagramColumn> columns;
    private final DiagramPlacement placement;
    private final Map<Integer, Integer> firsts;
    private final List<WeightLines> lines = new ArrayList<>();
    private final List<HTMLElement> frames = new ArrayList<>();
    private final StringBuilder ribbons = new StringBuilder();

    /** @param firsts the first unit that is shown of columns with many; what goes on by itself gets that of its source */
    DiagramWires(List<DiagramColumn> columns, DiagramPlacement placement, Map<Integer, Integer> firsts) {
        this.columns = columns;
        this.placement = placement;
        this.firsts = firsts;
        for (int i = 1; i < columns.size(); i++) {
            for (int from : columns.get(i).from()) {
                connect(from, i);
            }
        }
        for (int i = 1; i < columns.size(); i++) {
            window(i);
        }
    }

    /** A line for each weight that is seen. */
    List<WeightLines> lines() {
        return lines;
    }

    /** Windows and the pixels that come of them; they lie above the columns. */
    List<HTMLElement> frames() {
        return frames;
    }

    /** Lines that are no weights, as SVG; they lie under everything. */
    String ribbons() {
        return "<svg>" + ribbons + "</svg>";
    }

    private int first(int at) {
        return firsts.getOrDefault(at, 0);
    }

    /** Lines for weights, thin ones where each unit goes on by itself, or one broad one. */
    private void connect(int from, int to) {
        DiagramColumn source = columns.get(from);
        DiagramColumn target = columns.get(to);
        DiagramPlacement.Spot a = placement.spots().get(from);
        DiagramPlacement.Spot b = placement.spots().get(to);
        boolean lists = DiagramPlacement.isList(source) || DiagramPlacement.isList(target);
        if (target.weighs(source) && !lists && source.parts() * target.parts() <= MOST_WEIGHTS) {
            WeightLines drawn = new WeightLines(target, to, a, b, first(from), first(to));
            lines.add(drawn);
        } else if (source.isRow() && target.isRow() && !lists && source.parts() == target.parts()) {
            firsts.put(to, first(from)); // what goes on by itself stays beside where it comes from
            for (int i = 0; i < a.shown(); i++) {
                ribbons.append("<path class='passing' d='")
                        .append(WeightLines.way(a.right(), a.middle(i), b.left(), b.middle(i)))
                        .append("'></path>");
            }
        } else {
            int reach = Math.max(1, Math.min(b.height() / 2, HALF_LEAST));
            ribbons.append("<path class='ribbon' d='M")
                    .append(a.right() + " " + (a.middle() - Math.min(a.height() / 2, HALF_LEAST)) + "L")
                    .append(b.left() + " " + (b.middle() - reach) + "V" + (b.middle() + reach) + "L")
                    .append(a.right() + " " + (a.middle() + Math.min(a.height() / 2, HALF_LEAST)) + "Z'></path>");
        }
    }

    /** The window over the front image of the source, in the middle, and the pixel that comes of it. */
    private void window(int at) {
        DiagramColumn target = columns.get(at);
        DiagramColumn source = columns.get(target.from().get(0));
        if (target.taps().isEmpty() || !source.isImage() || !target.isImage()) {
            return;
        }
        Taps taps = target.taps().get();
        int[] rows = taps.rows(taps.height() / 2);
        int[] across = taps.columns(taps.width() / 2);
        DiagramPlacement.Spot a = placement.spots().get(target.from().get(0));
        DiagramPlacement.Spot b = placement.spots().get(at);
        int deepA = (a.shown() - 1) * DiagramPlacement.DEEP;
        int deepB = (b.shown() - 1) * DiagramPlacement.DEEP;
        int top = a.top() + deepA + least(rows) * a.zoom();
        int left = a.left() + least(across) * a.zoom();
        int height = (most(rows) - least(rows) + 1) * a.zoom();
        int width = (most(across) - least(across) + 1) * a.zoom();
        int x = b.left() + taps.width() / 2 * b.zoom();
        int y = b.top() + deepB + taps.height() / 2 * b.zoom();
        HTMLElement frame = Html.of("span", "diagram-window").element();
        Nodes.place(frame, left, top, width, height);
        HTMLElement pixel = Html.of("span", "diagram-window").element();
        Nodes.place(pixel, x, y, b.zoom(), b.zoom());
        frames.add(frame);
        frames.add(pixel);
        ribbons.append("<path class='looking' d='M")
                .append((left + width) + " " + top + "L" + x + " " + y + "M")
                .append((left + width) + " " + (top + height) + "L" + x + " " + (y + b.zoom()) + "'></path>");
    }

    private static int least(int[] places) {
        return Arrays.stream(places).filter(place -> place >= 0).min().orElse(0);
    }

    private static int most(int[] places) {
        return Arrays.stream(places).max().orElse(0);
    }
}
