package dev.steep.picture;

import dev.steep.math.Pen;
import java.util.ArrayList;
import java.util.List;

/** Strokes on a drawing pad, and the image that they are. Places are shares of the pad's width and height, from its upper left corner. */
public final class Ink {
    /** Half the pen's width, as a share of the longer side: that of the built-in digits, 1.3 of 28 pixels. */
    public static final double RADIUS = 1.3 / 28;

    /** How large a drawing is made that is placed, as a share of the shorter side: as MNIST's digits, and the built-in ones, 20 of 28. */
    private static final double PLACED = 20.0 / 28;

    /** A drawing that is smaller is a dot, and stays small. */
    private static final double DOT = 0.15;

    private final List<List<Point>> strokes = new ArrayList<>();

    /** Where the pen was. */
    public record Point(double x, double y) {}

    /** The pen is put down. */
    public void begin(double x, double y) {
        strokes.add(new ArrayList<>());
        to(x, y);
    }

    /** The pen is drawn on. */
    public void to(double x, double y) {
        strokes.get(strokes.size() - 1).add(new Point(x, y));
    }

    /** Takes the last stroke away, if there is one. */
    public void undo() {
        if (!strokes.isEmpty()) {
            strokes.remove(strokes.size() - 1);
        }
    }

    public void clear() {
        strokes.clear();
    }

    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    /** The strokes so far, the first first. */
    public List<List<Point>> strokes() {
        return strokes;
    }

    /**
     * The drawing as an image of one channel, with smooth edges.
     *
     * @param placed whether it is moved to the middle and resized, as the digits of a data set are; the pen stays as wide as it is
     * @param paper the number of an empty pixel
     * @param full the number of a pixel full of ink
     */
    public float[] image(int rows, int columns, boolean placed, double paper, double full) {
        Pen pen = new Pen(rows, columns);
        double radius = RADIUS * Math.max(rows, columns);
        double[] moved = placed && !isEmpty() ? placing(rows, columns, radius) : new double[] {1, 0, 0};
        for (List<Point> stroke : strokes) {
            Point last = stroke.get(0);
            for (Point point : stroke) {
                pen.line(
                        moved[0] * last.x * columns + moved[1],
                        moved[0] * last.y * rows + moved[2],
                        radius,
                        moved[0] * point.x * columns + moved[1],
                        moved[0] * point.y * rows + moved[2],
                        radius);
                last = point;
            }
        }
        float[] image = new float[rows * columns];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) (paper + (full - paper) * pen.ink()[i]);
        }
        return image;
    }

    /** A factor, and how far to move right and down, in pixels: the middle of the box around the drawing goes to that of the image. */
    private double[] placing(int rows, int columns, double radius) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (List<Point> stroke : strokes) {
            for (Point point : stroke) {
                left = Math.min(left, point.x * columns);
                right = Math.max(right, point.x * columns);
                top = Math.min(top, point.y * rows);
                bottom = Math.max(bottom, point.y * rows);
            }
        }
        double side = Math.min(rows, columns);
        double longer = Math.max(Math.max(right - left, bottom - top), DOT * side);
        double factor = Math.max(0, PLACED * side - 2 * radius) / longer;
        return new double[] {
            factor, columns / 2.0 - factor * (left + right) / 2, rows / 2.0 - factor * (top + bottom) / 2
        };
    }
}
