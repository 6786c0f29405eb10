package dev.steep.catalog;

/**
 * A height and a width in pixels, such as a kernel's size or its stride.
 *
 * @param height rows
 * @param width columns
 */
public record Pair(int height, int width) {
    /** A square. */
    public static Pair square(int side) {
        return new Pair(side, side);
    }

    /** {@code 3} for a square, else {@code 3x5}. */
    @Override
    public String toString() {
        return height == width ? "" + height : height + "x" + width;
    }
}
