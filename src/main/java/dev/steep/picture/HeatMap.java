package dev.steep.picture;

/** A matrix as coloured squares. */
public final class HeatMap {
    private HeatMap() {}

    /**
     * One pixel for each number.
     *
     * @param values holds the matrix
     * @param offset where its first number is
     * @param rowStride from one row's number to the next row's
     * @param columnStride from one column's number to the next column's
     * @param height how many rows
     * @param width how many columns
     * @return height × width × 4 bytes
     */
    public static byte[] pixels(
            float[] values, int offset, int rowStride, int columnStride, int height, int width, Scale scale) {
        byte[] rgba = new byte[height * width * 4];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float value = values[offset + row * rowStride + column * columnStride];
                put(rgba, row * width + column, scale.colour(value));
            }
        }
        return rgba;
    }

    /** Paints an opaque pixel. */
    public static void put(byte[] rgba, int pixel, int colour) {
        rgba[pixel * 4] = (byte) (colour >> 16);
        rgba[pixel * 4 + 1] = (byte) (colour >> 8);
        rgba[pixel * 4 + 2] = (byte) colour;
        rgba[pixel * 4 + 3] = (byte) 255;
    }
}
