package dev.steep.ui.view;

import dev.steep.picture.Drawing;
import dev.steep.picture.Range;
import dev.steep.picture.Ticks;
import dev.steep.ui.element.Figures;
import dev.steep.ui.element.Theme;
import elemental2.dom.BaseRenderingContext2D.FillStyleUnionType;
import elemental2.dom.CanvasRenderingContext2D;

/** Two axes around a cloud of points, each with its range, its title and round numbers. */
public record CloudFrame(Range across, Range up, String acrossTitle, String upTitle) {
    /** Canvas pixels on the left, and below. */
    private static final int LEFT = 92;

    private static final int FOOT = 76;
    private static final int EDGE = 14;

    /** Room around the points, as a share of their extent. */
    private static final double MARGIN = 0.04;

    private static final int TICKS = 5;

    /** With a little room around the points. */
    public static CloudFrame around(Range across, Range up, String acrossTitle, String upTitle) {
        return new CloudFrame(wide(across), wide(up), acrossTitle, upTitle);
    }

    private static Range wide(Range range) {
        double reach = range.high() - range.low();
        double room = reach > 0 ? reach * MARGIN : Math.max(1e-9, Math.abs(range.low()) * MARGIN + 0.5);
        return new Range(range.low() - room, range.high() + room);
    }

    /** Where a number stands on a square of so many pixels. */
    double across(double x, int side) {
        return LEFT + (x - across.low()) / (across.high() - across.low()) * (side - LEFT - EDGE);
    }

    double down(double y, int side) {
        return EDGE + (up.high() - y) / (up.high() - up.low()) * (side - FOOT - EDGE);
    }

    void paint(CanvasRenderingContext2D context, int side) {
        context.lineWidth = 1;
        context.fillStyle = FillStyleUnionType.of(Theme.dark() ? "#adb5bd" : "#5f6967");
        context.font = "21px system-ui, sans-serif";
        context.textAlign = "center";
        for (double tick : Ticks.of(across, TICKS)) {
            double x = across(tick, side);
            context.strokeRect(x, EDGE, 0, side - FOOT - EDGE);
            context.fillText(Figures.of(tick), x, side - FOOT + 26);
        }
        context.textAlign = "right";
        for (double tick : Ticks.of(up, TICKS)) {
            double y = down(tick, side);
            context.strokeRect(LEFT, y, side - LEFT - EDGE, 0);
            context.fillText(Figures.of(tick), LEFT - 8, y + 7);
        }
        context.textAlign = "center";
        context.fillText(acrossTitle, (LEFT + side - EDGE) / 2.0, side - 14, side - LEFT - EDGE);
        context.save();
        context.translate(22, (side - FOOT + EDGE) / 2.0);
        context.rotate(-Math.PI / 2);
        context.fillText(upTitle, 0, 0, side - FOOT - EDGE);
        context.restore();
    }

    /** The same as the inside of an SVG, on white paper. */
    String svg(int side) {
        StringBuilder svg = new StringBuilder("<g stroke=\"#e4e6e5\">");
        StringBuilder words =
                new StringBuilder("<g fill=\"#5f6967\" font-size=\"21\" font-family=\"system-ui, sans-serif\">");
        for (double tick : Ticks.of(across, TICKS)) {
            double x = across(tick, side);
            svg.append(Drawing.line(x, EDGE, x, side - FOOT, ""));
            words.append(Drawing.text(x, side - FOOT + 26, "middle", Figures.of(tick)));
        }
        for (double tick : Ticks.of(up, TICKS)) {
            double y = down(tick, side);
            svg.append(Drawing.line(LEFT, y, side - EDGE, y, ""));
            words.append(Drawing.text(LEFT - 8, y + 7, "end", Figures.of(tick)));
        }
        words.append(Drawing.text((LEFT + side - EDGE) / 2.0, side - 14, "middle", acrossTitle));
        words.append("<g transform=\"translate(22 " + Drawing.length((side - FOOT + EDGE) / 2.0) + ") rotate(-90)\">"
                + Drawing.text(0, 0, "middle", upTitle) + "</g>");
        return svg + "</g>" + words + "</g>";
    }
}
