package dev.steep.data.generated.image;

import java.util.Arrays;

/** Fills polygons on a grid of pixels, with soft edges: four by four points to a pixel. */
final class Outline {
    private static final int FINE = 4;

    private final int side;
    private final double[] ink;

    /** A sheet of side × side pixels. */
    Outline(int side) {
        this.side = side;
        this.ink = new double[side * side];
    }

    /** What was filled, from 0 to 1, row by row; its own array. */
    double[] ink() {
        return ink;
    }

    void fresh() {
        Arrays.fill(ink, 0);
    }

    /**
     * Adds the inside of a polygon, as dark as this. A point is inside if a line from it crosses the outline an odd number of times.
     *
     * @param xs corners in pixels, to the right
     * @param ys downwards
     */
    void fill(double[] xs, double[] ys, double shade) {
        int top = (int) Math.max(0, Math.floor(least(ys)));
        int bottom = (int) Math.min(side - 1, Math.floor(-least(negative(ys))));
        int left = (int) Math.max(0, Math.floor(least(xs)));
        int right = (int) Math.min(side - 1, Math.floor(-least(negative(xs))));
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                int inside = 0;
                for (int k = 0; k < FINE * FINE; k++) {
                    double x = column + (k % FINE + 0.5) / FINE;
                    double y = row + (k / FINE + 0.5) / FINE;
                    inside += inside(xs, ys, x, y) ? 1 : 0;
                }
                double cover = inside / (double) (FINE * FINE);
                int at = row * side + column;
                ink[at] += cover * (shade - ink[at]);
            }
        }
    }

    private static boolean inside(double[] xs, double[] ys, double x, double y) {
        boolean inside = false;
        for (int i = 0, j = xs.length - 1; i < xs.length; j = i++) {
            if (ys[i] > y != ys[j] > y && x < xs[i] + (y - ys[i]) * (xs[j] - xs[i]) / (ys[j] - ys[i])) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static double least(double[] numbers) {
        double least = numbers[0];
        for (double each : numbers) {
            least = Math.min(least, each);
        }
        return least;
    }

    private static double[] negative(double[] numbers) {
        double[] negative = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            negative[i] = -numbers[i];
        }
        return negative;
    }
}
