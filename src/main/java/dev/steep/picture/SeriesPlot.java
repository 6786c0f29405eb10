package dev.steep.picture;

/** A series as a line from edge to edge, in its own range. Several channels are several lines. */
public final class SeriesPlot {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 100;

    /** Room above and below, so that the line's width is seen whole. */
    private static final int ROOM = 5;

    private SeriesPlot() {}

    /**
     * As SVG, of any size.
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
