package dev.steep.picture;

/** A series as the text of an SVG: a line for each of its channels. Colours come from the style sheet, by the class {@code series-line}. */
public final class SeriesPlot {
    /** Points of a line at the most: more than pixels show nothing more. */
    private static final int MOST = 400;

    private static final int WIDTH = 300;
    private static final int HEIGHT = 100;

    /** Room above and below, so that the line's width is seen whole. */
    private static final int ROOM = 5;

    private SeriesPlot() {}

    /**
     * Lines from left to right.
     *
     * @param values length × channels
     * @param range from the lower edge to the upper
     * @param label what a screen reader says; empty if something else says it
     */
    public static String svg(float[] values, int channels, int width, int height, Range range, String label) {
        int length = values.length / channels;
        double reach = range.high() > range.low() ? range.high() - range.low() : 1;
        int stride = Math.max(1, length / MOST);
        StringBuilder svg = new StringBuilder("<svg class=\"series\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" "
                + (label.isEmpty()
                        ? "aria-hidden=\"true\""
                        : "role=\"img\" aria-label=\"" + Drawing.escape(label) + "\"")
                + ">");
        for (int channel = 0; channel < channels; channel++) {
            svg.append("<polyline class=\"series-line series-" + Math.min(channel, 7) + "\" points=\"");
            for (int i = 0; i < length; i += stride) {
                double value = values[i * channels + channel];
                if (Double.isFinite(value)) {
                    double x = length > 1 ? 1 + (width - 2.0) * i / (length - 1) : width / 2.0;
                    double y = 1 + (height - 2) * (1 - (value - range.low()) / reach);
                    svg.append(Drawing.length(x))
                            .append(',')
                            .append(Drawing.length(y))
                            .append(' ');
                }
            }
            svg.append("\"></polyline>");
        }
        return svg.append("</svg>").toString();
    }

    /**
     * From edge to edge of whatever it stands in, in its own range.
     *
     * @param values steps × channels
     */
    public static String svg(float[] values, int channels) {
        Range range = Range.of(values);
        double high = range.high() > range.low() ? range.high() - range.low() : 1;
        int steps = values.length / channels;
        StringBuilder svg =
                new StringBuilder("<svg viewBox='0 0 " + WIDTH + " " + HEIGHT + "' preserveAspectRatio='none'>");
        for (int channel = 0; channel < channels; channel++) {
            svg.append("<polyline points='");
            for (int i = 0; i < steps; i++) {
                double y = (range.high() - values[i * channels + channel]) / high;
                svg.append(10 * WIDTH * i / Math.max(1, steps - 1) / 10.0).append(',');
                svg.append(Math.round(10 * (ROOM + y * (HEIGHT - 2 * ROOM))) / 10.0)
                        .append(' ');
            }
            svg.append("' fill='none' stroke='currentColor' vector-effect='non-scaling-stroke'/>");
        }
        return svg + "</svg>";
    }
}
