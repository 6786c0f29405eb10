package dev.steep.picture;

import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/**
 * Points between two axes as the text of an SVG, with round numbers and a name at each axis. The colours of axes and texts come from the
 * style sheet, by the classes {@code plot-axis} and {@code plot-grid}.
 *
 * @param across the numbers from left to right
 * @param up those from bottom to top
 * @param names of both
 * @param words writes a number of an axis
 */
public record PointsPlot(Range across, Range up, String[] names, DoubleFunction<String> words) {
    private static final int WIDTH = 240;
    private static final int HEIGHT = 184;
    private static final int FOOT = 24;
    private static final int SIDE = 30;
    private static final int HEAD = 14;
    private static final int TICKS = 4;
    private static final double SIZE = 1.7;

    /** The range of some numbers with room around them, so that no point lies on the frame. */
    public static Range around(double[] numbers) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            low = Math.min(low, number);
            high = Math.max(high, number);
        }
        double room = high > low ? 0.05 * (high - low) : 0.5;
        return numbers.length == 0 ? new Range(0, 1) : new Range(low - room, high + room);
    }

    /**
     * @param colour of each point
     * @param diagonal whether a line shows where both numbers are equal
     * @param label what a screen reader says
     */
    public String svg(double[] x, double[] y, IntFunction<String> colour, boolean diagonal, String label) {
        StringBuilder svg = new StringBuilder("<svg class=\"plot points-plot\" role=\"img\" viewBox=\"0 0 " + WIDTH
                + " " + HEIGHT + "\" aria-label=\"" + Drawing.escape(label) + "\">");
        for (double tick : Ticks.of(across, TICKS)) {
            svg.append(Drawing.line(right(tick), HEAD, right(tick), HEIGHT - FOOT, "class=\"plot-grid\""));
            svg.append(Drawing.text(right(tick), HEIGHT - FOOT + 9, "middle", written(tick)));
        }
        for (double tick : Ticks.of(up, TICKS)) {
            svg.append(Drawing.line(SIDE, down(tick), WIDTH, down(tick), "class=\"plot-grid\""));
            svg.append(Drawing.text(SIDE - 3.0, down(tick) + 3, "end", written(tick)));
        }
        svg.append(Drawing.line(SIDE, HEIGHT - FOOT, WIDTH, HEIGHT - FOOT, "class=\"plot-axis\""));
        svg.append(Drawing.line(SIDE, HEAD, SIDE, HEIGHT - FOOT, "class=\"plot-axis\""));
        if (diagonal) {
            double low = Math.max(across.low(), up.low());
            double high = Math.min(across.high(), up.high());
            svg.append(Drawing.line(right(low), down(low), right(high), down(high), "class=\"plot-axis\""));
        }
        for (int i = 0; i < x.length; i++) {
            svg.append("<circle cx=\"" + Drawing.length(right(x[i])) + "\" cy=\"" + Drawing.length(down(y[i]))
                    + "\" r=\"" + SIZE + "\" fill=\"" + colour.apply(i) + "\"></circle>");
        }
        svg.append(Drawing.text(WIDTH - 2.0, HEIGHT - 4.0, "end", names[0]));
        svg.append(Drawing.text(2, 9, "start", names[1]));
        return svg.append("</svg>").toString();
    }

    /** Without zeros behind the point that say nothing. */
    private String written(double tick) {
        String text = words.apply(tick);
        int end = text.length();
        while (text.indexOf('.') >= 0 && text.charAt(end - 1) == '0' && text.indexOf('e') < 0) {
            end--;
            text = text.substring(0, end);
        }
        return text.endsWith(".") ? text.substring(0, end - 1) : text;
    }

    private double right(double x) {
        return SIDE + (x - across.low()) / (across.high() - across.low()) * (WIDTH - SIDE);
    }

    private double down(double y) {
        return HEAD + (1 - (y - up.low()) / (up.high() - up.low())) * (HEIGHT - FOOT - HEAD);
    }
}
