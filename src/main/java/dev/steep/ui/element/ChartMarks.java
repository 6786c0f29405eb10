package dev.steep.ui.element;

import dev.steep.picture.Range;
import elemental2.dom.BaseRenderingContext2D.FillStyleUnionType;
import elemental2.dom.BaseRenderingContext2D.StrokeStyleUnionType;
import elemental2.dom.CanvasRenderingContext2D;
import elemental2.dom.DomGlobal;

/** What is drawn on a chart beside its lines: tinted parts, and vertical lines with words. */
final class ChartMarks {
    private final UPlot chart;
    private final CanvasRenderingContext2D context;
    /** The edges of the plot, in canvas pixels. */
    private final double top;

    private final double height;
    private final double left;
    private final double right;

    ChartMarks(UPlot chart) {
        this.chart = chart;
        context = chart.ctx;
        top = (Double) chart.bbox.get("top");
        height = (Double) chart.bbox.get("height");
        left = (Double) chart.bbox.get("left");
        right = left + (Double) chart.bbox.get("width");
    }

    /** Tints a part of the horizontal axis. */
    void tint(Range part) {
        double from = Math.max(left, chart.valToPos(part.low(), "x", true));
        double to = Math.min(right, chart.valToPos(part.high(), "x", true));
        if (from < to) {
            context.save();
            context.globalAlpha = 0.14;
            context.fillStyle = FillStyleUnionType.of(Theme.css("--picture-now"));
            context.fillRect(from, top, to - from, height);
            context.restore();
        }
    }

    /** @param taken what of the top is taken already, in page pixels: words stand below it */
    void line(Chart.Mark mark, double taken) {
        double x = Math.rint(chart.valToPos(mark.at(), "x", true));
        double bottom = top + height;
        double ratio = DomGlobal.window.devicePixelRatio;
        context.save();
        context.strokeStyle = StrokeStyleUnionType.of(Theme.css("--picture-now"));
        context.fillStyle = FillStyleUnionType.of(Theme.css("--picture-now-text"));
        context.lineWidth = 1.5 * ratio;
        context.beginPath();
        context.moveTo(x, top);
        context.lineTo(x, bottom);
        context.stroke();
        context.font = Math.rint(11 * ratio) + "px system-ui, sans-serif";
        String[] lines = lines(mark.text());
        double width = 0;
        for (String line : lines) {
            width = Math.max(width, context.measureText(line).width);
        }
        boolean before = x + width + 8 * ratio > right;
        context.textAlign = before ? "right" : "left";
        context.strokeStyle = StrokeStyleUnionType.of(Theme.css("--picture-paper"));
        context.lineWidth = 4 * ratio;
        context.lineJoin = "round";
        context.textBaseline = mark.foot() ? "bottom" : "top";
        for (int i = 0; i < lines.length; i++) {
            double down = mark.foot()
                    ? bottom - (2 + 14 * (lines.length - 1 - i)) * ratio
                    : top + (2 + taken + 14 * i) * ratio;
            double across = x + (before ? -5 : 5) * ratio;
            context.strokeText(lines[i], across, down); // a line of the chart does not run through the letters
            context.fillText(lines[i], across, down);
        }
        context.restore();
    }

    private static String[] lines(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? new String[] {text} : new String[] {text.substring(0, end), text.substring(end + 1)};
    }
}
