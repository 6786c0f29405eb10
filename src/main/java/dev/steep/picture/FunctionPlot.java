package dev.steep.picture;

import java.util.Arrays;

/**
 * A function and its slope over an interval, as the text of an SVG: two lines, axes through the origin, a few round
 * numbers. Colours come from the style sheet, by the classes {@code plot-value}, {@code plot-slope}, {@code plot-axis} and
 * {@code plot-grid}. Lines have gaps where a function jumps or has no value.
 */
public final class FunctionPlot {
    private static final int WIDTH = 224;
    private static final int HEIGHT = 112;

    /** Between the frame and the lines. */
    private static final int ROOM = 3;

    /** Most functions are at home here; what leaves it is cut off, so that the interesting part stays large. */
    private static final double TALL = 4.3;

    /** A step between neighbours of this share of the height, beyond what the slope explains, is a jump. */
    private static final double JUMP = 0.15;

    private final double[] x;
    private final double low;
    private final double high;
    private final StringBuilder svg = new StringBuilder();
    private final StringBuilder words = new StringBuilder();

    private FunctionPlot(double[] x, double low, double high) {
        this.x = x;
        this.low = low;
        this.high = high;
    }

    /**
     * @param x evenly spaced, rising, with zero somewhere inside
     * @param y the function's values at x
     * @param slopes its slopes at x
     * @param label what a screen reader says; plain text
     */
    public static String svg(double[] x, double[] y, double[] slopes, String label) {
        double low = Math.min(limit(-1, y), limit(-1, slopes));
        double high = Math.max(limit(1, y), limit(1, slopes));
        double middle = Math.max(0, 1 - (high - low)) / 2;
        return new FunctionPlot(x, low - middle, high + middle).draw(y, slopes, label);
    }

    /** How far up (sign 1) or down (sign -1) the plot has to reach, 0 included. */
    private static double limit(int sign, double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(FunctionPlot::isThere)
                .map(value -> sign * value)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return 0;
        }
        double most = sorted[sorted.length - 1];
        double usual = sorted[sorted.length / 2];
        double wanted = usual > TALL ? sorted[sorted.length * 9 / 10] : Math.min(most, TALL);
        return sign * Math.max(0, wanted);
    }

    /** Whether it can be drawn. */
    private static boolean isThere(double value) {
        return Math.abs(value) < 1e30;
    }

    private String draw(double[] y, double[] slopes, String label) {
        svg.append("<svg class=\"plot\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" aria-label=\"")
                .append(label.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"))
                .append("\">");
        grid();
        path("plot-slope", slopes, new double[x.length]);
        path("plot-value", y, slopes);
        if (Arrays.stream(y).noneMatch(FunctionPlot::isThere)) {
            words(WIDTH / 2.0, 30, "middle", "no value here");
        }
        return svg.append(words).append("</svg>").toString();
    }

    private void grid() {
        double step = step((high - low) / 3);
        for (double value = Math.ceil(low / step) * step; value <= high + step * 1e-9; value += step) {
            String text = text(Math.rint(value / step) * step);
            line(text.equals("0") ? "plot-axis" : "plot-grid", 0, across(value), WIDTH, across(value));
            boolean inside = across(value) > 9 && across(value) < HEIGHT - 2;
            if (!text.equals("0") && inside) {
                words(WIDTH - 1, across(value) - 2, "end", text);
            }
        }
        line("plot-axis", along(0), 0, along(0), HEIGHT);
        double end = x[x.length - 1];
        for (double value : new double[] {half(x[0]), half(end)}) {
            line("plot-grid", along(value), 0, along(value), HEIGHT);
            double below = across(0) + 9;
            words(along(value) + 2, below < HEIGHT ? below : across(0) - 3, "start", text(value));
        }
    }

    /** About half of it, as a short number. */
    private static double half(double end) {
        return Math.abs(end) < 2 ? Math.rint(50 * end) / 100 : Math.rint(end / 2);
    }

    /** 1, 2 or 5 times a power of ten, the next one up. */
    private static double step(double least) {
        double unit = 1;
        while (unit < least && unit < 1e40) {
            unit *= 10;
        }
        while (unit / 10 >= least) {
            unit /= 10;
        }
        return unit / 5 >= least ? unit / 5 : unit / 2 >= least ? unit / 2 : unit;
    }

    private void path(String style, double[] y, double[] slopes) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        double width = x[1] - x[0];
        for (int i = 0; i < x.length; i++) {
            boolean there = isThere(y[i]);
            boolean jump = drawing
                    && there
                    && Math.abs(y[i] - y[i - 1]) - width * Math.max(Math.abs(slopes[i]), Math.abs(slopes[i - 1]))
                            > JUMP * (high - low);
            if (there) {
                path.append(drawing && !jump ? 'L' : 'M')
                        .append(tenth(along(x[i])))
                        .append(' ')
                        .append(tenth(
                                across(Math.max(low - 2 * (high - low), Math.min(high + 2 * (high - low), y[i])))));
            }
            drawing = there;
        }
        svg.append("<path class=\"" + style + "\" d=\"" + path + "\"></path>");
    }

    private void line(String style, double x1, double y1, double x2, double y2) {
        svg.append("<line class=\"" + style + "\" x1=\"" + tenth(x1) + "\" y1=\"" + tenth(y1) + "\" x2=\"" + tenth(x2)
                + "\" y2=\"" + tenth(y2) + "\"></line>");
    }

    private void words(double left, double bottom, String anchor, String text) {
        words.append("<text x=\"" + tenth(left) + "\" y=\"" + tenth(bottom) + "\" text-anchor=\"" + anchor + "\">"
                + text + "</text>");
    }

    private double along(double value) {
        return (value - x[0]) / (x[x.length - 1] - x[0]) * WIDTH;
    }

    private double across(double value) {
        return ROOM + (high - value) / (high - low) * (HEIGHT - 2 * ROOM);
    }

    private static double tenth(double pixels) {
        return Math.rint(pixels * 10) / 10;
    }

    /** A round number, as short as it goes. */
    private static String text(double number) {
        String sign = number < 0 ? "−" : "";
        double size = Math.abs(number);
        if (size == Math.rint(size) && size < 1e6) {
            return sign + (long) size;
        }
        double rounded = Math.rint(size * 1e4) / 1e4;
        return sign + (size < 1e6 && rounded > 0 ? rounded : size);
    }
}
