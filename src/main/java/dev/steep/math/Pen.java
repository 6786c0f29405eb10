package dev.steep.math;

import java.util.Arrays;

/** A round pen that draws smooth-edged lines on a grid of pixels: 0 is paper, 1 is ink. */
public final class Pen {
    private final int rows;
    private final int columns;
    private final double[] ink;

    /** A pen over side × side pixels. */
    public Pen(int side) {
        this(side, side);
    }

    /** A pen over rows × columns pixels. */
    public Pen(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.ink = new double[rows * columns];
    }

    /** Pixels per side of a square, else of a column. */
    public int side() {
        return rows;
    }

    /** What was drawn, row by row; the pen's own array. */
    public double[] ink() {
        return ink;
    }

    /** A new sheet. */
    public void fresh() {
        Arrays.fill(ink, 0);
    }

    /**
     * A line from (x0, y0) to (x1, y1), in pixels, its half width changing from r0 to r1. A pixel is as dark as the pen
     * covers it: 1 minus how far its centre lies outside, over a rim of one pixel.
     */
    public void line(double x0, double y0, double r0, double x1, double y1, double r1) {
        double reach = Math.max(r0, r1) + 0.5;
        int left = Math.max(0, (int) Math.ceil(Math.min(x0, x1) - reach - 0.5));
        int right = Math.min(columns - 1, (int) Math.floor(Math.max(x0, x1) + reach - 0.5));
        int top = Math.max(0, (int) Math.ceil(Math.min(y0, y1) - reach - 0.5));
        int bottom = Math.min(rows - 1, (int) Math.floor(Math.max(y0, y1) + reach - 0.5));
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = dx * dx + dy * dy;
        double along = square > 0 ? 1 / square : 0;
        for (int row = top; row <= bottom; row++) {
            double py = row + 0.5 - y0;
            for (int column = left; column <= right; column++) {
                double px = column + 0.5 - x0;
                double t = Math.max(0, Math.min(1, (px * dx + py * dy) * along)); // the line's nearest point
                double ex = px - t * dx;
                double ey = py - t * dy;
                double rim = r0 + t * (r1 - r0) + 0.5;
                double distance = ex * ex + ey * ey;
                if (distance < rim * rim) {
                    int at = row * columns + column;
                    ink[at] = Math.max(ink[at], Math.min(1, rim - Math.sqrt(distance)));
                }
            }
        }
    }
}
