package dev.steep.picture;

/** A network's outputs over the plane of its two inputs: which class it would say where, and how surely. */
public final class Boundary {
    /** How much of a class's colour even a certain answer has, so that samples drawn over it stand out. */
    private static final double STRENGTH = 0.55;

    private Boundary() {}

    /**
     * One pixel for each grid point.
     *
     * @param outputs rows × columns × width numbers, rows from low y up
     * @param width 1 for a sigmoid unit, the number of classes for softmax
     * @param paper the page's colour, which stands for "either"
     */
    public static byte[] classes(float[] outputs, int columns, int rows, int width, int paper) {
        byte[] rgba = new byte[rows * columns * 4];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = (row * columns + column) * width;
                int colour = width == 1 ? either(outputs[at], paper) : likeliest(outputs, at, width, paper);
                HeatMap.put(rgba, (rows - 1 - row) * columns + column, colour);
            }
        }
        return rgba;
    }

    /** The same for one number to predict, on a scale of its own. */
    public static byte[] numbers(float[] outputs, int columns, int rows, int width, Scale scale) {
        byte[] rgba = new byte[rows * columns * 4];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int colour = scale.colour(outputs[(row * columns + column) * width]);
                HeatMap.put(rgba, (rows - 1 - row) * columns + column, colour);
            }
        }
        return rgba;
    }

    private static int either(double probability, int paper) {
        if (Double.isNaN(probability)) {
            return Scale.NOT_A_NUMBER;
        }
        double sure = Math.min(1, Math.abs(probability - 0.5) * 2);
        return Ramp.blend(paper, ClassColours.of(probability < 0.5 ? 0 : 1), shade(sure));
    }

    private static int likeliest(float[] outputs, int at, int width, int paper) {
        int best = 0;
        for (int i = 1; i < width; i++) {
            if (outputs[at + i] > outputs[at + best]) {
                best = i;
            }
        }
        if (Float.isNaN(outputs[at + best])) {
            return Scale.NOT_A_NUMBER;
        }
        double sure = (outputs[at + best] - 1.0 / width) / (1 - 1.0 / width);
        return Ramp.blend(paper, ClassColours.of(best), shade(Math.max(0, Math.min(1, sure))));
    }

    /** A step at "either" keeps the boundary itself visible. */
    private static double shade(double sure) {
        return STRENGTH * (0.15 + 0.85 * sure);
    }
}
