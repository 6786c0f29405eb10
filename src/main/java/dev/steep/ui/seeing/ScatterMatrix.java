package dev.steep.ui.seeing;

import dev.steep.picture.Drawing;
import dev.steep.picture.Range;
import dev.steep.protocol.look.PointsLook;
import dev.steep.ui.element.Html;
import dev.steep.ui.element.Roving;
import dev.steep.ui.element.VectorCanvas;
import elemental2.dom.BaseRenderingContext2D.FillStyleUnionType;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.HTMLCanvasElement;
import elemental2.dom.HTMLElement;
import java.util.List;
import jsinterop.base.Js;

/** Each of some columns against each other, small; on the diagonal their names. A pair that is pressed is shown large. */
final class ScatterMatrix {
    /** Told the column that goes up and the one that goes across. */
    interface Pressed {
        void pair(int up, int across);
    }

    private static final int SIDE = 200;
    private static final int EDGE = 10;
    private static final double SIZE = 3.5;

    private final Pressed pressed;
    private final HTMLElement element = Html.of("div", "scatter-matrix")
            .attribute("role", "group")
            .attribute("aria-label", "Pairs of columns")
            .element();
    private final Roving roving = new Roving(element, ".scatter-pair");

    ScatterMatrix(Pressed pressed) {
        this.pressed = pressed;
    }

    HTMLElement element() {
        return element;
    }

    void show(float[] numbers, int[] columns, List<String> names, SampleColours colours) {
        Html.clear(element);
        int width = PointsLook.FIELDS + columns.length;
        int count = Math.max(0, (numbers.length - 1) / width);
        element.style.setProperty("grid-template-columns", "repeat(" + columns.length + ", minmax(0, 110px))");
        Range[] ranges = new Range[columns.length];
        for (int i = 0; i < columns.length; i++) {
            float[] values = new float[count];
            for (int k = 0; k < count; k++) {
                values[k] = numbers[1 + k * width + PointsLook.FIELDS + i];
            }
            ranges[i] = Range.of(values);
        }
        for (int row = 0; row < columns.length && count > 0; row++) {
            for (int column = 0; column < columns.length; column++) {
                if (row == column) {
                    element.appendChild(Html.of("div", "scatter-name")
                            .text(names.get(columns[row]))
                            .element());
                } else {
                    HTMLCanvasElement canvas = Html.canvas(SIDE, SIDE, "");
                    paint(canvas, numbers, columns.length, row, column, ranges, colours);
                    int up = row;
                    int across = column;
                    VectorCanvas.draws(canvas, () -> svg(numbers, columns.length, up, across, ranges, colours));
                    element.appendChild(pair(canvas, columns[row], columns[column], names));
                }
            }
        }
        roving.refresh();
    }

    private HTMLElement pair(HTMLCanvasElement canvas, int up, int across, List<String> names) {
        String words = names.get(up) + " against " + names.get(across);
        return Html.button("scatter-pair", "", () -> pressed.pair(up, across))
                .attribute("aria-label", words)
                .attribute("title", words)
                .add(canvas)
                .element();
    }

    private static void paint(
            HTMLCanvasElement canvas,
            float[] numbers,
            int columns,
            int up,
            int across,
            Range[] ranges,
            SampleColours colours) {
        CanvasRenderingContext2D context = Js.uncheckedCast(canvas.getContext("2d"));
        int width = PointsLook.FIELDS + columns;
        for (int at = 1; at + width <= numbers.length; at += width) {
            double x = share(numbers[at + PointsLook.FIELDS + across], ranges[across]);
            double y = share(numbers[at + PointsLook.FIELDS + up], ranges[up]);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                context.fillStyle = FillStyleUnionType.of(colours.css(numbers[at + 2]));
                context.beginPath();
                context.arc(EDGE + x * (SIDE - 2 * EDGE), SIDE - EDGE - y * (SIDE - 2 * EDGE), SIZE, 0, 2 * Math.PI);
                context.fill();
            }
        }
    }

    /** The same for paper. */
    private static String svg(float[] numbers, int columns, int up, int across, Range[] ranges, SampleColours colours) {
        StringBuilder svg = new StringBuilder();
        int width = PointsLook.FIELDS + columns;
        for (int at = 1; at + width <= numbers.length; at += width) {
            double x = share(numbers[at + PointsLook.FIELDS + across], ranges[across]);
            double y = share(numbers[at + PointsLook.FIELDS + up], ranges[up]);
            if (Double.isFinite(x) && Double.isFinite(y)) {
                svg.append("<circle cx=\"" + Drawing.length(EDGE + x * (SIDE - 2 * EDGE)) + "\" cy=\""
                        + Drawing.length(SIDE - EDGE - y * (SIDE - 2 * EDGE)) + "\" r=\"" + SIZE + "\" fill=\""
                        + Drawing.escape(colours.css(numbers[at + 2])) + "\"/>");
            }
        }
        return svg.toString();
    }

    private static double share(double value, Range range) {
        return range.high() > range.low() ? (value - range.low()) / (range.high() - range.low()) : 0.5;
    }
}
