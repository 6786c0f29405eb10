package dev.steep.picture;

/**
 * How numbers are spread, as the text of an SVG: bars from the smallest place to the largest, with the numbers at both ends and in the
 * middle below. Colours come from the style sheet, by the classes {@code plot-bar}, {@code plot-axis}.
 */
public final class BarsPlot {
    private static final int WIDTH = 224;
    private static final int HEIGHT = 96;
    private static final int FOOT = 12;
    private static final int BARS = 41;

    private BarsPlot() {}

    /**
     * A histogram of numbers.
     *
     * @param low where the first bar begins
     * @param high where the last one ends
     * @param names below both ends and the middle
     * @param label what a screen reader says; plain text
     */
    public static String histogram(float[] numbers, double low, double high, String[] names, String label) {
        double[] counts = new double[BARS];
        for (float number : numbers) {
            int bar = (int) Math.floor((number - low) / (high - low) * BARS);
            if (bar >= 0 && bar < BARS || number == high) {
                counts[Math.min(bar, BARS - 1)]++;
            }
        }
        return svg(counts, names, label);
    }

    /**
     * A bar for each number, from 0 up.
     *
     * @param names below the bars: as many as there are bars, or those of both ends and the middle
     */
    public static String svg(double[] heights, String[] names, String label) {
        double most = 0;
        for (double height : heights) {
            most = Math.max(most, height);
        }
        double room = HEIGHT - FOOT - 4;
        double wide = (double) WIDTH / heights.length;
        StringBuilder svg = new StringBuilder("<svg class=\"plot\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" aria-label=\"" + label + "\">");
        for (int i = 0; i < heights.length && most > 0; i++) {
            double height = room * Math.max(0, heights[i]) / most;
            svg.append("<rect class=\"plot-bar\" x=\"" + tenth(i * wide + wide * 0.08) + "\" width=\""
                    + tenth(wide * 0.84) + "\" y=\"" + tenth(HEIGHT - FOOT - height) + "\" height=\"" + tenth(height)
                    + "\"></rect>");
        }
        svg.append("<line class=\"plot-axis\" x1=\"0\" x2=\"" + WIDTH + "\" y1=\"" + (HEIGHT - FOOT) + "\" y2=\""
                + (HEIGHT - FOOT) + "\"></line>");
        boolean each = names.length == heights.length;
        for (int i = 0; i < names.length; i++) {
            double at = each ? (i + 0.5) * wide : i * WIDTH / 2.0;
            String anchor = each || i == 1 ? "middle" : i == 0 ? "start" : "end";
            svg.append("<text x=\"" + tenth(at) + "\" y=\"" + (HEIGHT - 3) + "\" text-anchor=\"" + anchor + "\">"
                    + names[i] + "</text>");
        }
        return svg.append("</svg>").toString();
    }

    private static double tenth(double pixels) {
        return Math.rint(pixels * 10) / 10;
    }
}
