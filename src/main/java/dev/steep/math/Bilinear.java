package dev.steep.math;

/** A grid of numbers with more or fewer rows and columns, between its numbers linearly. */
public final class Bilinear {
    private Bilinear() {}

    /**
     * As {@code keras.ops.image.resize} does it, bilinear and without antialiasing: numbers stand in the middle of their cells, and
     * beyond the outermost middles the outermost numbers stay.
     *
     * @param grid rows × columns, row after row
     * @return toRows × toColumns
     */
    public static double[] resize(double[] grid, int rows, int columns, int toRows, int toColumns) {
        double[] resized = new double[toRows * toColumns];
        for (int i = 0; i < toRows; i++) {
            double down = place(i, rows, toRows);
            int top = (int) down;
            int bottom = Math.min(rows - 1, top + 1);
            for (int j = 0; j < toColumns; j++) {
                double across = place(j, columns, toColumns);
                int left = (int) across;
                int right = Math.min(columns - 1, left + 1);
                double above = between(grid[top * columns + left], grid[top * columns + right], across - left);
                double below = between(grid[bottom * columns + left], grid[bottom * columns + right], across - left);
                resized[i * toColumns + j] = between(above, below, down - top);
            }
        }
        return resized;
    }

    private static double place(int i, int from, int to) {
        return Math.max(0, Math.min(from - 1, (i + 0.5) * from / to - 0.5));
    }

    private static double between(double a, double b, double share) {
        return a + (b - a) * share;
    }
}
