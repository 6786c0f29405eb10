package dev.steep.picture;

/**
 * A curve over epochs as the text of an SVG: strong as far as training went, faint beyond, with upright lines at some epochs. Colours come
 * from the style sheet, by the classes {@code plot-value}, {@code plot-axis} and {@code plot-grid}.
 */
public final class WatchedCurve {
    private static final int WIDTH = 224;
    private static final int HEIGHT = 96;
    private static final int FOOT = 12;
    private static final int ROOM = 6;

    private WatchedCurve() {}

    /**
     * @param values of each epoch, from the first
     * @param went epochs of training
     * @param marked epochs, counted from 1
     * @param label what a screen reader says; plain text
     */
    public static String svg(double[] values, int went, int[] marked, String label) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        StringBuilder svg = new StringBuilder("<svg class=\"plot\" role=\"img\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" aria-label=\"" + Drawing.escape(label) + "\">");
        double wide = (double) (WIDTH - 2 * ROOM) / Math.max(1, values.length - 1);
        for (int epoch : marked) {
            double x = ROOM + (epoch - 1) * wide;
            svg.append(Drawing.line(x, 0, x, HEIGHT - FOOT, "class=\"plot-axis\" stroke-dasharray=\"3 2\""));
        }
        svg.append(path(values, values.length, low, high, wide, "plot-grid"));
        svg.append(path(values, went, low, high, wide, "plot-value"));
        svg.append(Drawing.line(0, HEIGHT - FOOT, WIDTH, HEIGHT - FOOT, "class=\"plot-axis\""));
        svg.append(Drawing.text(ROOM, HEIGHT - 2, "start", "epoch 1"));
        svg.append(Drawing.text(WIDTH - ROOM, HEIGHT - 2, "end", "" + values.length));
        return svg.append("</svg>").toString();
    }

    private static String path(double[] values, int count, double low, double high, double wide, String name) {
        StringBuilder line = new StringBuilder("<path class=\"" + name + "\" d=\"");
        for (int i = 0; i < count; i++) {
            double share = high > low ? (values[i] - low) / (high - low) : 0.5;
            line.append(i == 0 ? 'M' : 'L')
                    .append(Drawing.length(ROOM + i * wide))
                    .append(' ')
                    .append(Drawing.length(HEIGHT - FOOT - ROOM - share * (HEIGHT - FOOT - 2 * ROOM)));
        }
        return line.append("\"></path>").toString();
    }
}
