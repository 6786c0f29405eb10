package dev.steep.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Lines over one axis, drawn for paper: each can be told from the others by its dashes, its width or its marks, not only by colour. */
public final class LineDrawing {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 300;
    private static final double LEFT = 48;
    private static final double BOTTOM = 40;
    private static final double TOP = 8;
    private static final double RIGHT = 12;
    private static final double LEGEND_LINE = 18;
    /** Dots on the edge are seen whole. */
    private static final double DOT = 5;

    /** The dot of a line that has a single number. */
    private static final double LONE = 5;

    private static final int TICKS = 6;

    /** Marks on a line, in page pixels apart. */
    private static final double APART = 70;

    /**
     * How a line looks.
     *
     * @param width 0 for no line, only dots
     * @param dash as SVG writes it; empty for a whole line
     * @param dot how large the dot at each number is; 0 for none
     * @param hollow whether dots are rings
     * @param mark which of several shapes stands on the line now and then; none below 0
     */
    public record Pen(String colour, double width, String dash, double dot, boolean hollow, int mark) {}

    /** @param name in the legend; empty for none */
    public record Line(String name, Pen pen, double[] y) {}

    /** @param words what stands beside a tick */
    public record Axis(String title, Range range, boolean decades, DoubleFunction<String> words) {}

    private final Axis across;
    private final Axis up;
    private final StringBuilder body = new StringBuilder();
    private String legend = "";
    private final List<Line> named = new ArrayList<>();

    public LineDrawing(Axis across, Axis up) {
        this.across = across;
        this.up = up;
        grid();
    }

    private double x(double value) {
        return LEFT + share(across, value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - share(up, value) * (HEIGHT - BOTTOM - TOP);
    }

    private static double share(Axis axis, double value) {
        Range range = axis.range();
        double share = axis.decades()
                ? (Math.log(value) - Math.log(range.low())) / (Math.log(range.high()) - Math.log(range.low()))
                : (value - range.low()) / (range.high() - range.low());
        return Math.max(-4, Math.min(5, share)); // what is far outside is cut off by the frame
    }

    private void grid() {
        body.append("<defs><clipPath id=\"frame\"><rect x=\"" + Drawing.length(LEFT - DOT) + "\" y=\""
                + Drawing.length(TOP - DOT) + "\" width=\"" + Drawing.length(WIDTH - LEFT - RIGHT + 2 * DOT)
                + "\" height=\"" + Drawing.length(HEIGHT - BOTTOM - TOP + 2 * DOT) + "\"/></clipPath></defs>");
        for (double tick : ticks(up)) {
            body.append(Drawing.line(LEFT, y(tick), WIDTH - RIGHT, y(tick), "stroke=\"#ddd\""))
                    .append(Drawing.text(
                            LEFT - 6, y(tick) + 4, "end", up.words().apply(tick)));
        }
        for (double tick : ticks(across)) {
            body.append(Drawing.line(x(tick), HEIGHT - BOTTOM, x(tick), HEIGHT - BOTTOM + 4, "stroke=\"#666\""))
                    .append(Drawing.text(
                            x(tick),
                            HEIGHT - BOTTOM + 16,
                            "middle",
                            across.words().apply(tick)));
        }
        body.append(Drawing.line(LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM, "stroke=\"#666\""))
                .append(Drawing.text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", across.title()));
    }

    /** Round places, about six: powers of ten, or steps of 1, 2 or 5. */
    static List<Double> ticks(Axis axis) {
        return axis.decades() ? Ticks.decades(axis.range()) : Ticks.of(axis.range(), TICKS);
    }

    /** A part of the horizontal axis, tinted. */
    public LineDrawing tint(Range part) {
        double from = Math.max(LEFT, x(part.low()));
        double to = Math.min(WIDTH - RIGHT, x(part.high()));
        if (from < to) {
            body.append("<rect x=\"" + Drawing.length(from) + "\" y=\"" + Drawing.length(TOP) + "\" width=\""
                    + Drawing.length(to - from) + "\" height=\"" + Drawing.length(HEIGHT - BOTTOM - TOP)
                    + "\" fill=\"#eee\"/>");
        }
        return this;
    }

    /** Fills what lies between two lines. */
    public LineDrawing band(double[] x, double[] high, double[] low) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            path.append(seen(x[i], high[i]) ? point(path, x[i], high[i]) : "");
        }
        for (int i = x.length - 1; i >= 0; i--) {
            path.append(seen(x[i], low[i]) ? point(path, x[i], low[i]) : "");
        }
        if (path.length() > 0) {
            body.append("<path clip-path=\"url(#frame)\" fill=\"#ddd\" d=\"" + path + "Z\"/>");
        }
        return this;
    }

    private boolean seen(double x, double y) {
        return Double.isFinite(x) && Double.isFinite(y) && (!across.decades() || x > 0) && (!up.decades() || y > 0);
    }

    private String point(StringBuilder path, double x, double y) {
        return (path.length() == 0 ? "M" : "L") + Drawing.length(x(x)) + ' ' + Drawing.length(y(y));
    }

    /** A line; where it has no number, it goes straight on to the next. */
    public LineDrawing line(double[] x, Line line) {
        Pen pen = line.pen();
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        double last = Double.NEGATIVE_INFINITY;
        boolean lone = pen.dot() == 0 && pen.mark() < 0 && lone(x, line.y());
        double dot = lone ? LONE : pen.dot();
        boolean hollow = lone ? !pen.dash().isEmpty() : pen.hollow();
        for (int i = 0; i < x.length; i++) {
            if (!seen(x[i], line.y()[i])) {
                continue;
            }
            path.append(point(path, x[i], line.y()[i]));
            if (dot > 0) {
                dots.append("<circle cx=\"" + Drawing.length(x(x[i])) + "\" cy=\"" + Drawing.length(y(line.y()[i]))
                        + "\" r=\"" + Drawing.length(dot / 2) + "\"/>");
            }
            if (pen.mark() >= 0 && x(x[i]) >= last + APART) {
                last = x(x[i]);
                dots.append(shape(pen.mark(), last, y(line.y()[i])));
            }
        }
        if (path.length() == 0) {
            return this;
        }
        body.append("<g clip-path=\"url(#frame)\">");
        if (pen.width() > 0) {
            body.append("<path fill=\"none\" ")
                    .append(stroke(pen))
                    .append(" d=\"")
                    .append(path)
                    .append("\"/>");
        }
        body.append("<g fill=\"" + (hollow ? "#fff" : pen.colour()) + "\" stroke=\"" + pen.colour() + "\">")
                .append(dots)
                .append("</g></g>");
        if (!line.name().isEmpty()) {
            named.add(line);
        }
        return this;
    }

    /** Whether a line has a single number, of which no line can be drawn. */
    private boolean lone(double[] x, double[] y) {
        int count = 0;
        for (int i = 0; i < x.length && count < 2; i++) {
            count += seen(x[i], y[i]) ? 1 : 0;
        }
        return count == 1;
    }

    private static String stroke(Pen pen) {
        return "stroke=\"" + pen.colour() + "\" stroke-width=\"" + Drawing.length(pen.width()) + "\""
                + (pen.dash().isEmpty() ? "" : " stroke-dasharray=\"" + pen.dash() + "\"");
    }

    /** Circle, square, triangle, diamond, triangle on its head; the same as rings after that. */
    private static String shape(int which, double x, double y) {
        String points =
                switch (which % 5) {
                    case 1 -> "-4,-4 4,-4 4,4 -4,4";
                    case 2 -> "0,-5 5,4 -5,4";
                    case 3 -> "0,-5 5,0 0,5 -5,0";
                    case 4 -> "0,5 5,-4 -5,-4";
                    default -> "4,0 2.8,2.8 0,4 -2.8,2.8 -4,0 -2.8,-2.8 0,-4 2.8,-2.8";
                };
        return "<polygon transform=\"translate(" + Drawing.length(x) + ' ' + Drawing.length(y) + ")\""
                + (which >= 5 ? " fill=\"#fff\"" : "") + " points=\"" + points + "\"/>";
    }

    /** A vertical line with a word. */
    public LineDrawing mark(double at, String text, boolean foot) {
        if (at >= across.range().low() && at <= across.range().high()) {
            boolean left = x(at) > WIDTH - RIGHT - 120;
            int end = text.indexOf('\n');
            List<String> lines = end < 0 ? List.of(text) : List.of(text.substring(0, end), text.substring(end + 1));
            body.append(Drawing.line(x(at), TOP, x(at), HEIGHT - BOTTOM, "stroke=\"#444\" stroke-dasharray=\"1 3\""));
            body.append("<g stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\">");
            for (int i = 0; i < lines.size(); i++) {
                double y = foot ? HEIGHT - BOTTOM - 6 - 14 * (lines.size() - 1 - i) : TOP + 12 + 14 * i;
                body.append(Drawing.text(x(at) + (left ? -5 : 5), y, left ? "end" : "start", lines.get(i)));
            }
            body.append("</g>");
        }
        return this;
    }

    /** What the lines are, in words, where they have no names of their own. */
    public LineDrawing says(String words) {
        legend = words;
        return this;
    }

    public Drawing drawing() {
        StringBuilder all = new StringBuilder(body);
        double y = HEIGHT + LEGEND_LINE;
        for (Line line : named) {
            all.append(Drawing.line(LEFT, y - 4, LEFT + 40, y - 4, stroke(line.pen())));
            if (line.pen().mark() >= 0) {
                all.append("<g fill=\"" + line.pen().colour() + "\" stroke=\""
                        + line.pen().colour() + "\">" + shape(line.pen().mark(), LEFT + 20, y - 4) + "</g>");
            }
            all.append(Drawing.text(LEFT + 50, y, "start", line.name()));
            y += LEGEND_LINE;
        }
        if (!legend.isEmpty()) {
            all.append(Drawing.text(LEFT, y, "start", legend));
            y += LEGEND_LINE;
        }
        return new Drawing(WIDTH, y - LEGEND_LINE + 4, all.toString());
    }
}
