package dev.steep.ui.backprop;

import dev.steep.picture.HeatMap;
import dev.steep.picture.Range;
import dev.steep.picture.Scale;
import dev.steep.picture.TensorImage;
import dev.steep.ui.backprop.Pass.Stop;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.PixelCanvas;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.Theme;
import elemental2.dom.DomGlobal;
import elemental2.dom.Element;
import elemental2.dom.HTMLElement;
import elemental2.dom.MouseEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jsinterop.base.Js;

/**
 * A pass as a diagram: units as circles with lines for the weights between them, images as small pictures; what is not yet worked out
 * stays empty. Any unit, weight or pixel can be pressed.
 */
public final class Diagram {
    /** All that is drawn. */
    public interface Numbers {
        /** The numbers of a tensor, or their derivatives, for all samples; nothing if they are not there. */
        Optional<float[]> of(String tensor, boolean derivatives);
    }

    private static final int UNIT = 48;
    private static final int DOWN = 70;
    private static final int GAP = 88;
    private static final int TOP = 40;
    private static final int MOST_UNITS = 6;
    private static final int MOST_TILES = 5;
    private static final int TILE = 56;
    private static final int TILE_DOWN = 68;
    private static final double THICKEST = 6;

    private final Consumer<Place> pick;
    private final HTMLElement element =
            Html.of("div", "pass-diagram").attribute("role", "group").element();
    private final Roving roving = new Roving(element, ".pass-unit");
    private Pass pass = new Pass(0, false, 0, 0, 0, "", "", new int[0], "", List.of());
    private Symbols symbols = new Symbols(pass);
    private List<Stage> stages = List.of();
    private int stage;
    private int sample;
    private Numbers numbers = (tensor, derivatives) -> Optional.empty();
    private Place selected = new Place("", 0);

    /** Tells which number was pressed. */
    public Diagram(Consumer<Place> pick) {
        this.pick = pick;
        element.setAttribute("aria-label", "The network, number by number");
        element.addEventListener("click", event -> line((Element) event.target));
    }

    public HTMLElement element() {
        return element;
    }

    /**
     * Draws it.
     *
     * @param sample of the batch whose numbers are shown
     */
    public void draw(Pass of, Symbols with, List<Stage> all, int now, int sample, Place chosen, Numbers known) {
        pass = of;
        symbols = with;
        stages = all;
        stage = now;
        numbers = known;
        selected = chosen;
        this.sample = sample;
        boolean focused = element.contains(DomGlobal.document.activeElement);
        Html.clear(element);
        Html surface = Html.of("div", "pass-surface");
        int height = TOP;
        for (int column = 0; column <= pass.stops().size(); column++) {
            height = Math.max(height, TOP + height(shape(column)));
        }
        HTMLElement lines =
                Html.of("div", "pass-lines").attribute("aria-hidden", "true").element();
        surface.element().appendChild(lines);
        StringBuilder svg = new StringBuilder();
        int left = 8;
        int before = 0;
        for (int column = 0; column <= pass.stops().size(); column++) {
            int width = isRow(column) ? UNIT : TILE;
            surface.add(head(column, left + width / 2));
            if (isRow(column)) {
                units(surface, column, left, height);
                if (column > 0) {
                    lines(svg, column, before, left, height);
                }
            } else {
                tiles(surface, column, left, height);
            }
            before = left;
            left += width + GAP;
        }
        loss(surface, svg, left, before, height);
        lines.innerHTML = "<svg width='" + (left + UNIT + 8) + "' height='" + (height + 8) + "'>" + svg + "</svg>";
        surface.element().style.setProperty("width", left + UNIT + 8 + "px");
        surface.element().style.setProperty("height", height + 8 + "px");
        element.appendChild(surface.element());
        roving.refresh();
        reveal(column(), left);
        HTMLElement marked = (HTMLElement) element.querySelector("[aria-pressed=true]");
        if (marked != null) {
            roving.stopAt(marked);
            if (focused) {
                marked.focus();
            }
        }
    }

    /** The column that the stage is about. */
    private int column() {
        int stop = stage >= 0 && stage < stages.size() ? stages.get(stage).stop() : -1;
        return stop < 0 ? pass.stops().size() : stop + 1;
    }

    /** Scrolls so that a column stands in the middle, where not all fit. */
    private void reveal(int column, int width) {
        double share =
                pass.stops().isEmpty() ? 0 : (double) column / pass.stops().size();
        element.scrollLeft = Math.max(0, share * width - element.clientWidth / 2.0);
    }

    private int[] shape(int column) {
        return column == 0 ? pass.inputShape() : pass.stops().get(column - 1).shape();
    }

    private boolean isRow(int column) {
        return shape(column).length == 1;
    }

    private String output(int column) {
        return column == 0 ? pass.input() : pass.stops().get(column - 1).output();
    }

    private static int height(int[] shape) {
        return shape.length == 1
                ? Math.min(MOST_UNITS, shape[0]) * DOWN
                : Math.min(MOST_TILES, shape[shape.length - 1]) * TILE_DOWN;
    }

    private Html head(int column, int middle) {
        String name = column == 0 ? "input" : pass.stops().get(column - 1).name();
        int[] shape = shape(column);
        int parts = shape[shape.length - 1];
        int most = isRow(column) ? MOST_UNITS : MOST_TILES;
        Html head = Html.of("div", "pass-head").add(Html.of("b", "").text(name));
        if (parts > most) {
            head.add(Html.of("span", "").text((first(column) + 1) + "–" + (first(column) + most) + " of " + parts));
        }
        head.element().style.setProperty("left", middle - 60 + "px");
        return head;
    }

    /** The first unit, or channel, that is shown: those around the selected one. */
    private int first(int column) {
        int[] shape = shape(column);
        int parts = shape[shape.length - 1];
        int most = isRow(column) ? MOST_UNITS : MOST_TILES;
        if (parts <= most) {
            return 0;
        }
        int part = part(column);
        return Math.max(0, Math.min(parts - most, part - most / 2));
    }

    /** The selected unit or channel of a column; 0 if another column is selected. */
    private int part(int column) {
        int[] shape = shape(column);
        int parts = shape[shape.length - 1];
        if (isOf(column, selected.tensor())) {
            return selected.index() % parts;
        }
        int stop = pass.stop(selected.tensor());
        if (stop >= 0 && pass.isWeight(selected.tensor())) {
            int[] weights = pass.shape(selected.tensor()).orElseThrow();
            if (stop == column - 1) {
                return selected.index() % weights[weights.length - 1] % parts;
            }
            if (weights.length == 2
                    && output(column).equals(pass.stops().get(stop).from().get(0))) {
                return selected.index() / weights[1] % parts;
            }
        }
        return 0;
    }

    private boolean isOf(int column, String tensor) {
        return tensor.equals(output(column))
                || column > 0 && tensor.equals(pass.stops().get(column - 1).before());
    }

    private static double top(int height, int count, int i, int down, int size) {
        double room = height - TOP;
        return TOP + (room - count * down) / 2 + i * down + (down - size) / 2.0 - 6;
    }

    private void units(Html surface, int column, int left, int height) {
        int units = shape(column)[0];
        int count = Math.min(MOST_UNITS, units);
        int first = first(column);
        for (int i = 0; i < count; i++) {
            surface.add(unit(column, first + i, left, (int) top(height, count, i, DOWN, UNIT)));
        }
    }

    private Html unit(int column, int unit, int left, int top) {
        String output = output(column);
        int at = sample * shape(column)[0] + unit;
        Optional<Stop> stop =
                column == 0 ? Optional.empty() : Optional.of(pass.stops().get(column - 1));
        String before = stop.map(Stop::before).orElse(output);
        String shown = isKnown(output, false) || !isKnown(before, false) ? output : before;
        Optional<Float> value = isKnown(shown, false) ? value(shown, at, false) : Optional.empty();
        Place place = place(column, at, shown);
        Html node = Html.of("button", "pass-unit")
                .attribute("type", "button")
                .attribute(
                        "aria-label",
                        symbols.words(place)
                                + value.map(v -> ", " + SymbolLine.number(v)).orElse(""))
                .attribute("aria-pressed", "" + (isOf(column, selected.tensor()) && selected.index() == at))
                .on("click", event -> pick.accept(place));
        node.element()
                .classList
                .toggle(
                        "pass-now",
                        stage >= 0
                                && stage < stages.size()
                                && isOf(column, stages.get(stage).tensor()));
        node.element().style.setProperty("left", left + "px");
        node.element().style.setProperty("top", top + "px");
        HTMLElement symbol = Html.of("span", "pass-symbol").element();
        symbol.textContent = symbols.unit(output, unit);
        node.element().appendChild(symbol);
        node.add(
                Html.of("span", "pass-value").text(value.map(SymbolLine::number).orElse("·")));
        String back = isKnown(before, true) ? before : output;
        Optional<Float> derivative = isKnown(back, true) ? value(back, at, true) : Optional.empty();
        derivative.ifPresent(number -> {
            HTMLElement label = Html.of("span", "pass-derivative").element();
            label.textContent = "∂ℓ/∂" + (back.equals(output) ? "y " : "x ") + SymbolLine.number(number);
            node.element().appendChild(label);
        });
        return node;
    }

    /** What a press on a unit means: what the stage is about, or what it gives. */
    private Place place(int column, int at, String shown) {
        String now = stage >= 0 && stage < stages.size() ? stages.get(stage).tensor() : "";
        return new Place(isOf(column, now) ? now : shown, at);
    }

    private boolean isKnown(String tensor, boolean derivatives) {
        return tensor.equals(pass.input()) && !derivatives || Stage.known(stages, stage, tensor, derivatives);
    }

    private Optional<Float> value(String tensor, int at, boolean derivatives) {
        return numbers.of(tensor, derivatives).filter(all -> at < all.length).map(all -> all[at]);
    }

    private void tiles(Html surface, int column, int left, int height) {
        int[] shape = shape(column);
        if (shape.length != 3) {
            return;
        }
        int count = Math.min(MOST_TILES, shape[2]);
        int first = first(column);
        String output = output(column);
        String before = column == 0 ? output : pass.stops().get(column - 1).before();
        boolean back = isKnown(output, true) || isKnown(before, true);
        String tensor = back
                ? isKnown(before, true) ? before : output
                : isKnown(output, false) || !isKnown(before, false) ? output : before;
        Optional<float[]> all = back || isKnown(tensor, false) ? numbers.of(tensor, back) : Optional.empty();
        for (int i = 0; i < count; i++) {
            surface.add(tile(column, tensor, back, all, first + i, left, (int) top(height, count, i, TILE_DOWN, TILE)));
        }
    }

    private Html tile(int column, String tensor, boolean back, Optional<float[]> all, int channel, int left, int top) {
        int[] shape = shape(column);
        int zoom = Math.max(1, TILE / Math.max(shape[0], shape[1]));
        PixelCanvas canvas = new PixelCanvas(
                shape[1],
                shape[0],
                zoom,
                (back ? "Derivatives of " : "") + output(column) + ", channel " + (channel + 1));
        int size = Pass.size(shape);
        String name =
                isOf(column, stages.get(stage).tensor()) ? stages.get(stage).tensor() : tensor;
        all.ifPresent(numbers -> {
            Scale scale = back
                    ? Scale.signed(Range.round(Range.of(numbers).most()), Theme.dark())
                    : TensorImage.activations(Range.of(numbers), Theme.dark());
            byte[] rgba = new byte[shape[0] * shape[1] * 4];
            for (int i = 0; i < shape[0] * shape[1]; i++) {
                HeatMap.put(rgba, i, scale.colour(numbers[sample * size + i * shape[2] + channel]));
            }
            canvas.draw(rgba);
            canvas.means((x, y) ->
                    Optional.of(SymbolLine.number(numbers[sample * size + (y * shape[1] + x) * shape[2] + channel])));
        });
        Html tile = Html.of("div", "pass-tile").add(canvas.element());
        tile.element().style.setProperty("left", left + "px");
        tile.element().style.setProperty("top", top + "px");
        tile.element().style.setProperty("width", shape[1] * zoom + "px");
        tile.element().style.setProperty("height", shape[0] * zoom + "px");
        tile.on("click", event -> {
            MouseEvent press = Js.uncheckedCast(event);
            int x = Math.max(0, Math.min(shape[1] - 1, (int) (press.offsetX / zoom)));
            int y = Math.max(0, Math.min(shape[0] - 1, (int) (press.offsetY / zoom)));
            pick.accept(new Place(name, sample * size + (y * shape[1] + x) * shape[2] + channel));
        });
        tile.element()
                .classList
                .toggle("pass-now", isOf(column, stages.get(stage).tensor()));
        if (isOf(column, selected.tensor()) && selected.index() % shape[2] == channel) {
            int pixel = selected.index() % size / shape[2];
            HTMLElement mark = Html.of("span", "pass-mark").element();
            mark.style.setProperty("left", pixel % shape[1] * zoom - 1 + "px");
            mark.style.setProperty("top", pixel / shape[1] * zoom - 1 + "px");
            mark.style.setProperty("width", zoom + 2 + "px");
            mark.style.setProperty("height", zoom + 2 + "px");
            tile.element().appendChild(mark);
        }
        return tile;
    }

    /** The weights between two columns of units, the more positive or negative the thicker. */
    private void lines(StringBuilder svg, int column, int before, int left, int height) {
        Stop stop = pass.stops().get(column - 1);
        int from = source(stop);
        Optional<Pass.Weight> matrix = stop.matrix();
        if (from != column - 1 || !isRow(from) || matrix.isEmpty()) {
            return;
        }
        Optional<float[]> weights = numbers.of(matrix.get().tensor(), false);
        if (weights.isEmpty()) {
            return;
        }
        int columns = matrix.get().shape()[1];
        double most = Math.max(1e-12, Range.of(weights.get()).most());
        int rows = Math.min(MOST_UNITS, shape(from)[0]);
        int units = Math.min(MOST_UNITS, columns);
        String chosen = "";
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < units; j++) {
                int at = (first(from) + i) * columns + first(column) + j;
                double w = weights.get()[at];
                boolean marked = selected.tensor().equals(matrix.get().tensor()) && selected.index() == at;
                String line = "x1='" + (before + UNIT) + "' y1='" + middle(height, rows, i) + "' x2='" + left + "' y2='"
                        + middle(height, units, j) + "'";
                String drawn = "<line class='pass-line " + (w < 0 ? "negative" : "positive")
                        + (marked ? " marked" : "") + "' stroke-width='"
                        + Math.max(0.7, Math.abs(w) / most * THICKEST) + "' " + line + "></line>"
                        + "<line class='pass-press' data-tensor='"
                        + matrix.get().tensor() + "' data-index='" + at + "' "
                        + line + "><title>" + SymbolLine.number(w) + "</title></line>";
                if (marked) {
                    chosen = drawn + label(before + UNIT, middle(height, rows, i), left, middle(height, units, j), w);
                } else {
                    svg.append(drawn);
                }
            }
        }
        svg.append(chosen);
    }

    private static String label(double x1, double y1, double x2, double y2, double w) {
        return "<text class='pass-weight' text-anchor='middle' x='" + (x1 + x2) / 2 + "' y='" + ((y1 + y2) / 2 - 5)
                + "'>" + SymbolLine.number(w) + "</text>";
    }

    private static double middle(int height, int count, int i) {
        return (int) top(height, count, i, DOWN, UNIT) + UNIT / 2.0;
    }

    private int source(Stop stop) {
        for (int column = 0; column <= pass.stops().size(); column++) {
            if (stop.from().size() == 1 && stop.from().get(0).equals(output(column))) {
                return column;
            }
        }
        return -1;
    }

    private void loss(Html surface, StringBuilder svg, int left, int before, int height) {
        Place place = new Place("loss", 0);
        boolean known = stage >= 0 && stage < stages.size() && Stage.known(stages, stage, "loss", false);
        int top = (int) top(height, 1, 0, DOWN, UNIT);
        Html node = Html.of("button", "pass-unit")
                .attribute("type", "button")
                .attribute("aria-label", "the loss" + (known ? ", " + SymbolLine.number(pass.loss()) : ""))
                .attribute("aria-pressed", "" + selected.equals(place))
                .on("click", event -> pick.accept(place))
                .add(
                        Html.of("span", "pass-symbol").text("ℓ"),
                        Html.of("span", "pass-value").text(known ? SymbolLine.number(pass.loss()) : "·"));
        node.element()
                .classList
                .toggle(
                        "pass-now",
                        stage >= 0
                                && stage < stages.size()
                                && stages.get(stage).tensor().equals("loss"));
        node.element().style.setProperty("left", left + "px");
        node.element().style.setProperty("top", top + "px");
        surface.add(node);
        int last = pass.stops().size();
        int count = isRow(last) ? Math.min(MOST_UNITS, shape(last)[0]) : 0;
        for (int i = 0; i < count; i++) {
            svg.append("<line class='pass-to-loss' x1='" + (before + UNIT) + "' y1='" + middle(height, count, i)
                    + "' x2='" + left + "' y2='" + (top + UNIT / 2) + "'></line>");
        }
    }

    private void line(Element target) {
        String tensor = target.getAttribute("data-tensor");
        if (tensor != null) {
            pick.accept(new Place(tensor, Integer.parseInt(target.getAttribute("data-index"))));
        }
    }
}
