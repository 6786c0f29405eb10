package dev.steep.data.generated.image;

import dev.steep.data.generated.image.DigitShapes.Stroke;
import dev.steep.data.generated.image.DigitShapes.Way;
import dev.steep.math.Pen;
import dev.steep.math.Random;

/**
 * A hand that writes a shape once: every point a little off, the whole of it slanted, turned, stretched and warped, the
 * pen pressed more or less. Lengths are in units of the digit's height until {@link #place} turns them into pixels.
 */
final class Hand {
    private static final double TREMBLE = 0.010; // of a point, standard deviation
    private static final double WARP = 0.034; // of a node of the elastic grid, standard deviation
    private static final int NODES = 4; // of the elastic grid, per side
    private static final int PIECES = 5; // straight pieces between two points of a stroke
    private static final double MARGIN =
            2; // pixels kept free at the border, beside the pen's own width: blur spreads ink by one

    private final Random random;
    private final double[] warpX = new double[NODES * NODES];
    private final double[] warpY = new double[NODES * NODES];
    private final double roundness;
    private final double pressure;
    private final double radius;
    private final double xx; // the matrix from the digit's box to pixels
    private final double xy;
    private final double yx;
    private final double yy;
    private double[] x = new double[256]; // all pieces of the digit, one after the other
    private double[] y = new double[256];
    private double[] press = new double[256];
    private boolean[] lifted = new boolean[256]; // the pen moves here without drawing
    private int points;

    private Hand(int side, Random random) {
        this.random = random;
        for (int i = 0; i < warpX.length; i++) {
            warpX[i] = WARP * random.normal();
            warpY[i] = WARP * random.normal();
        }
        roundness = random.uniform(0.8, 1.15);
        pressure = random.uniform(0.04, 0.16);
        radius = random.uniform(0.95, 1.4) + Math.abs(0.3 * random.normal());
        double height = side * random.uniform(0.57, 0.7);
        double width = height * random.uniform(0.84, 1.14);
        double slant = 0.1 + 0.1 * random.normal(); // tangent; most people lean to the right
        double turn = 0.06 * random.normal(); // tangent
        double cosine = 1 / Math.sqrt(1 + turn * turn);
        double sine = turn * cosine;
        xx = cosine * width;
        xy = -cosine * slant * height - sine * height;
        yx = sine * width;
        yy = -sine * slant * height + cosine * height;
    }

    /** Writes a digit with this pen. */
    static void draw(Way way, Pen pen, Random random) {
        Hand hand = new Hand(pen.side(), random);
        for (Stroke stroke : way.strokes()) {
            hand.trace(stroke);
        }
        hand.place(pen.side());
        for (int i = 1; i < hand.points; i++) {
            if (!hand.lifted[i]) {
                pen.line(hand.x[i - 1], hand.y[i - 1], hand.press[i - 1], hand.x[i], hand.y[i], hand.press[i]);
            }
        }
    }

    /** Passes through the points of a stroke: cubic Hermite pieces with the tangents of Catmull and Rom. */
    private void trace(Stroke stroke) {
        int count = stroke.x().length;
        double[] px = new double[count];
        double[] py = new double[count];
        double[] pp = new double[count];
        double driftX = 0.5 * TREMBLE * random.normal();
        double driftY = 0.5 * TREMBLE * random.normal();
        for (int i = 0; i < count; i++) {
            px[i] = stroke.x()[i] + driftX + TREMBLE * random.normal();
            py[i] = stroke.y()[i] + driftY + TREMBLE * random.normal();
            pp[i] = radius * Math.max(0.55, 1 + pressure * random.normal());
        }
        overshoot(px, py, 0, 1);
        overshoot(px, py, count - 1, count - 2);
        pp[count - 1] *= random.uniform(0.65, 1.05);
        add(px[0], py[0], pp[0], true);
        for (int i = 0; i + 1 < count; i++) {
            piece(stroke.corner(), px, py, pp, i);
        }
    }

    /** Strokes start late, or end early or late. */
    private void overshoot(double[] px, double[] py, int end, int next) {
        double by = random.uniform(-0.12, 0.15);
        px[end] += by * (px[end] - px[next]);
        py[end] += by * (py[end] - py[next]);
    }

    private void piece(boolean[] corner, double[] px, double[] py, double[] pp, int i) {
        double fromX = tangent(px, corner, i, i);
        double fromY = tangent(py, corner, i, i);
        double toX = tangent(px, corner, i + 1, i);
        double toY = tangent(py, corner, i + 1, i);
        for (int k = 1; k <= PIECES; k++) {
            double t = k / (double) PIECES;
            double rest = 1 - t;
            double a = rest * rest * (1 + 2 * t); // Hermite's four cubics
            double b = t * t * (3 - 2 * t);
            double c = t * rest * rest;
            double d = -t * t * rest;
            add(
                    a * px[i] + b * px[i + 1] + c * fromX + d * toX,
                    a * py[i] + b * py[i + 1] + c * fromY + d * toY,
                    rest * pp[i] + t * pp[i + 1],
                    false);
        }
    }

    /** The tangent at a point, as seen from the piece that begins at {@code piece}. */
    private double tangent(double[] p, boolean[] corner, int point, int piece) {
        boolean end = point == 0 || point == p.length - 1 || corner[point];
        return end ? 0.8 * (p[piece + 1] - p[piece]) : roundness * (p[point + 1] - p[point - 1]) / 2;
    }

    /** Adds a point of the outline, warped and in pixels. */
    private void add(double px, double py, double pp, boolean lift) {
        double gx = Math.max(0, Math.min(NODES - 1.001, px * (NODES - 1)));
        double gy = Math.max(0, Math.min(NODES - 1.001, py * (NODES - 1)));
        int column = (int) gx;
        int row = (int) gy;
        int node = row * NODES + column;
        double u = ease(gx - column);
        double v = ease(gy - row);
        double wx = px + between(warpX, node, u, v) - 0.5;
        double wy = py + between(warpY, node, u, v) - 0.5;
        x[points] = xx * wx + xy * wy;
        y[points] = yx * wx + yy * wy;
        press[points] = pp;
        lifted[points++] = lift;
    }

    /** The grid's value between its nodes, smooth everywhere: {@code u} and {@code v} of the way from a node to the next ones. */
    private static double between(double[] grid, int node, double u, double v) {
        double above = grid[node] + u * (grid[node + 1] - grid[node]);
        double below = grid[node + NODES] + u * (grid[node + NODES + 1] - grid[node + NODES]);
        return above + v * (below - above);
    }

    private static double ease(double t) {
        return t * t * (3 - 2 * t);
    }

    /** Moves the digit near the middle, shrinking it where it would not fit. */
    private void place(int side) {
        double left = x[0];
        double right = x[0];
        double top = y[0];
        double bottom = y[0];
        double widest = radius;
        for (int i = 1; i < points; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
            widest = Math.max(widest, press[i]);
        }
        double room = side - 2 * (MARGIN + widest);
        double fit = Math.min(1, room / Math.max(right - left, bottom - top));
        double spareX = (room - fit * (right - left)) / 2;
        double spareY = (room - fit * (bottom - top)) / 2;
        double byX = side / 2.0 - fit * (left + right) / 2 + off(spareX);
        double byY = side / 2.0 - fit * (top + bottom) / 2 + off(spareY);
        for (int i = 0; i < points; i++) {
            x[i] = fit * x[i] + byX;
            y[i] = fit * y[i] + byY;
        }
    }

    private double off(double spare) {
        return Math.max(-spare, Math.min(spare, 1.25 * random.normal()));
    }
}
