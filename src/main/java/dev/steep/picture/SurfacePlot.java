package dev.steep.picture;

import java.util.List;

/**
 * A loss over one weight as a curve, or over two weights as contours, and paths on it. The ground is pixels, everything else the text of
 * an SVG, whose colours come from the style sheet by the classes {@code surface-line}, {@code surface-axis}, {@code surface-minimum} and {@code
 * surface-path}. Contours stand closer where it is steep; from one to the next the square root of the height above the lowest loss grows evenly.
 */
public final class SurfacePlot {
    /** Width of all pictures, and height of those of two weights. */
    public static final int WIDTH = 320;

    private static final int HEIGHT_OF_ONE = 220;

    /** Under a curve, for its axis. */
    private static final int FOOT = 18;

    private static final int LEVELS = 14;

    /** Dots of more steps than these would hide each other. */
    private static final int MOST_DOTS = 200;

    /** How strong the page's colour is at the lowest loss. */
    private static final double STRENGTH = 0.5;

    private final double[] losses;
    private final int side;
    private final double[][] edges;
    private final List<String> names;
    private final double low;
    private final double high;

    /**
     * Steps over the surface.
     *
     * @param weights of each place, the start first
     * @param losses of each place
     * @param style a class for its colour
     */
    public record Trail(double[][] weights, double[] losses, String style) {}

    /**
     * @param losses at {@code side} places of each weight, the first weight running fastest
     * @param edges lowest and highest number of each weight
     * @param names of the weights
     */
    public SurfacePlot(double[] losses, int side, double[][] edges, List<String> names) {
        this.losses = losses;
        this.side = side;
        this.edges = edges;
        this.names = names;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double loss : losses) {
            if (Double.isFinite(loss)) {
                least = Math.min(least, loss);
                most = Math.max(most, loss);
            }
        }
        low = least <= most ? least : 0;
        high = most > low ? most : low + 1;
    }

    /** Whether it is of two weights. */
    public boolean flat() {
        return edges.length == 2;
    }

    /** Places along each weight. */
    public int side() {
        return side;
    }

    /** Of the SVGs. */
    public int height() {
        return flat() ? WIDTH : HEIGHT_OF_ONE;
    }

    /** What each weight is called. */
    public List<String> names() {
        return names;
    }

    /**
     * The loss at a place of the picture, between the places where it is known.
     *
     * @param across the place, as a share of the width from the left
     * @param down as a share of the height from the top; of one weight it does not matter
     */
    public double loss(double across, double down) {
        double x = Math.max(0, Math.min(1, across)) * (side - 1);
        int left = Math.min((int) x, side - 2);
        if (!flat()) {
            return blend(losses[left], losses[left + 1], x - left);
        }
        double y = (1 - Math.max(0, Math.min(1, down))) * (side - 1);
        int below = Math.min((int) y, side - 2);
        int at = below * side + left;
        return blend(
                blend(losses[at], losses[at + 1], x - left),
                blend(losses[at + side], losses[at + side + 1], x - left),
                y - below);
    }

    private static double blend(double a, double b, double share) {
        return a + (b - a) * share;
    }

    /** Pixels for two weights, {@code side} × {@code side}: the lower the loss, the more of the colour there is on the paper. */
    public byte[] ground(int paper, int colour) {
        byte[] rgba = new byte[side * side * 4];
        for (int i = 0; i < losses.length; i++) {
            int pixel = (side - 1 - i / side) * side + i % side;
            HeatMap.put(rgba, pixel, Ramp.blend(paper, colour, STRENGTH * (1 - share(losses[i]))));
        }
        return rgba;
    }

    /** 0 at the lowest loss, 1 at the highest; 1 for what is not a number. */
    private double share(double loss) {
        double share = Math.sqrt((loss - low) / (high - low));
        return share >= 0 ? Math.min(1, share) : 1;
    }

    /** The surface itself: curve or contours, axes, and a cross at each minimum. */
    public String surface(double[][] minima, double[] lossesOfMinima) {
        StringBuilder svg = open("surface-ground");
        StringBuilder path = new StringBuilder();
        if (flat()) {
            for (int level = 1; level < LEVELS; level++) {
                double share = (double) level / LEVELS;
                contour(low + share * share * (high - low), path);
            }
        } else {
            svg.append("<line class=\"surface-axis\" x1=\"0\" x2=\"" + WIDTH + "\" y1=\"" + (HEIGHT_OF_ONE - FOOT)
                    + "\" y2=\"" + (HEIGHT_OF_ONE - FOOT) + "\"></line>");
            for (int i = 0; i < side; i++) {
                path.append(i == 0 ? 'M' : 'L')
                        .append(tenth((double) WIDTH * i / (side - 1)))
                        .append(' ')
                        .append(tenth(down(losses[i])));
            }
        }
        svg.append("<path class=\"surface-line\" d=\"").append(path).append("\"></path>");
        for (int i = 0; i < minima.length; i++) {
            double x = across(minima[i]);
            double y = down(minima[i], lossesOfMinima[i]);
            svg.append("<path class=\"surface-minimum\" d=\"M" + tenth(x - 4) + " " + tenth(y) + "H" + tenth(x + 4)
                    + "M" + tenth(x) + " " + tenth(y - 4) + "V" + tenth(y + 4) + "\"></path>");
        }
        return axes(svg).append("</svg>").toString();
    }

    private StringBuilder axes(StringBuilder svg) {
        double[] first = edges[0];
        int foot = height() - 5;
        text(svg, 4, foot, "start", number(first[0]));
        text(svg, WIDTH / 2, foot, "middle", names.get(0) + " →");
        text(svg, WIDTH - 4, foot, "end", number(first[1]));
        if (flat()) {
            text(svg, 4, 14, "start", number(edges[1][1]));
            text(svg, 4, 28, "start", "↑ " + names.get(1));
        } else {
            text(svg, 4, 12, "start", "↑ loss");
        }
        return svg;
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String text) {
        svg.append("<text x=\"" + x + "\" y=\"" + y + "\" text-anchor=\"" + anchor + "\">" + text + "</text>");
    }

    private static String number(double number) {
        double size = Math.abs(number);
        if (size > 0 && size < 1) {
            int hundredths = (int) Math.rint(100 * size);
            return (number < 0 ? "−0." : "0.") + hundredths / 10 + hundredths % 10;
        }
        int tenths = (int) Math.rint(10 * size);
        return (number < 0 ? "−" : "") + tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }

    /** Marching squares: where two sides of a cell have their ends on different sides of the level, a line between them. */
    private void contour(double level, StringBuilder path) {
        double cell = (double) WIDTH / (side - 1);
        for (int row = 0; row < side - 1; row++) {
            for (int column = 0; column < side - 1; column++) {
                int at = row * side + column;
                double bottomLeft = losses[at] - level;
                double bottomRight = losses[at + 1] - level;
                double topLeft = losses[at + side] - level;
                double topRight = losses[at + side + 1] - level;
                if (Double.isNaN(bottomLeft + bottomRight + topLeft + topRight)) {
                    continue;
                }
                int crossed = 0;
                double[] ends = new double[8];
                crossed = cut(ends, crossed, column, row, 1, 0, bottomLeft, bottomRight);
                crossed = cut(ends, crossed, column, row, 0, 1, bottomLeft, topLeft);
                crossed = cut(ends, crossed, column, row + 1, 1, 0, topLeft, topRight);
                crossed = cut(ends, crossed, column + 1, row, 0, 1, bottomRight, topRight);
                for (int i = 0; i + 1 < crossed; i += 2) {
                    path.append('M')
                            .append(tenth(ends[2 * i] * cell))
                            .append(' ')
                            .append(tenth(WIDTH - ends[2 * i + 1] * cell))
                            .append('L')
                            .append(tenth(ends[2 * i + 2] * cell))
                            .append(' ')
                            .append(tenth(WIDTH - ends[2 * i + 3] * cell));
                }
            }
        }
    }

    private static int cut(double[] ends, int crossed, int x, int y, int dx, int dy, double a, double b) {
        if (!(a < 0 != b < 0)) {
            return crossed;
        }
        double share = Double.isInfinite(a) ? Double.isInfinite(b) ? 0.5 : 1 : a / (a - b);
        ends[2 * crossed] = x + dx * share;
        ends[2 * crossed + 1] = y + dy * share;
        return crossed + 1;
    }

    /** Paths, each with a dot at every step, the last of them large. */
    public String paths(List<Trail> trails) {
        StringBuilder svg = open("surface-paths");
        for (Trail trail : trails) {
            StringBuilder line = new StringBuilder();
            StringBuilder dots = new StringBuilder();
            int count = trail.weights.length;
            for (int i = 0; i < count && Double.isFinite(trail.losses[i]); i++) {
                double x = across(trail.weights[i]);
                double y = down(trail.weights[i], trail.losses[i]);
                line.append(i == 0 ? 'M' : 'L').append(tenth(x)).append(' ').append(tenth(y));
                if (i == count - 1 || count <= MOST_DOTS) {
                    dots.append("<circle cx=\"" + tenth(x) + "\" cy=\"" + tenth(y) + "\" r=\""
                            + (i == count - 1 ? 5 : 2) + "\"></circle>");
                }
            }
            svg.append("<g class=\"surface-path ")
                    .append(trail.style)
                    .append("\"><path d=\"")
                    .append(line)
                    .append("\"></path>")
                    .append(dots)
                    .append("</g>");
        }
        return svg.append("</svg>").toString();
    }

    private StringBuilder open(String style) {
        return new StringBuilder(
                "<svg class=\"" + style + "\" aria-hidden=\"true\" viewBox=\"0 0 " + WIDTH + " " + height() + "\">");
    }

    /** Where a place is in the picture, as shares of its width and height from the top left corner. */
    public double[] place(double[] weights, double loss) {
        return new double[] {across(weights) / WIDTH, down(weights, loss) / height()};
    }

    /** The weights at such a place; of one weight, its height does not matter. */
    public double[] weights(double shareAcross, double shareDown) {
        double[] weights = new double[edges.length];
        for (int i = 0; i < weights.length; i++) {
            double share = Math.max(0, Math.min(1, i == 0 ? shareAcross : 1 - shareDown));
            weights[i] = edges[i][0] + share * (edges[i][1] - edges[i][0]);
        }
        return weights;
    }

    private double across(double[] weights) {
        return near(WIDTH * (weights[0] - edges[0][0]) / (edges[0][1] - edges[0][0]));
    }

    private double down(double[] weights, double loss) {
        return flat() ? near(WIDTH * (1 - (weights[1] - edges[1][0]) / (edges[1][1] - edges[1][0]))) : down(loss);
    }

    private double down(double loss) {
        double room = HEIGHT_OF_ONE - FOOT - 20;
        return near(12 + room * (1 - (loss - low) / (high - low)));
    }

    /** What is far outside is drawn as less far outside. */
    private static double near(double pixels) {
        return Math.max(-WIDTH, Math.min(2.0 * WIDTH, pixels));
    }

    private static double tenth(double pixels) {
        return Math.rint(pixels * 10) / 10;
    }
}
