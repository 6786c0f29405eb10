package dev.steep.picture;

/**
 * Several matrices of one size side by side, such as the kernels or the feature maps of a layer: one picture, so that a
 * whole layer is one copy to the screen. Each tile has a hairline around it; between them it is transparent.
 *
 * @param tiles how many
 * @param columns how many side by side
 * @param height rows of each matrix
 * @param width columns of each matrix
 * @param zoom how many pixels wide and high a number is
 */
public record TileSheet(int tiles, int columns, int height, int width, int zoom) {
    /** Pixels between the numbers of two tiles: a hairline of either, and nothing between these. */
    private static final int GAP = 3;

    /** Pixels around all tiles: the hairlines of the outermost. */
    private static final int EDGE = 1;

    /** A sheet whose tiles are about so many pixels wide, at a whole-number zoom. */
    public static TileSheet of(int tiles, int columns, int height, int width, int pixels) {
        int zoom = Math.max(1, pixels / Math.max(height, width));
        return new TileSheet(tiles, Math.min(columns, tiles), height, width, zoom);
    }

    /** Pixels from left to right. */
    public int across() {
        return columns * (width * zoom + GAP) - GAP + 2 * EDGE;
    }

    /** Pixels from top to bottom. */
    public int down() {
        int rows = (tiles + columns - 1) / columns;
        return rows * (height * zoom + GAP) - GAP + 2 * EDGE;
    }

    /** An empty sheet. */
    public byte[] blank() {
        return new byte[across() * down() * 4];
    }

    /**
     * Paints one tile, as far as there are numbers for it.
     *
     * @param rgba the sheet's pixels
     * @param tile which, from 0
     * @param values holds the matrix; its place is as in {@link HeatMap#pixels}
     */
    public void paint(byte[] rgba, int tile, float[] values, int offset, int rowStride, int columnStride, Scale scale) {
        int across = across();
        int corner = top(tile) * across + left(tile);
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                int at = offset + row * rowStride + column * columnStride;
                if (at >= values.length) {
                    return; // the last row of a wrapped list may be short
                }
                int colour = scale.colour(values[at]);
                int start = corner + row * zoom * across + column * zoom;
                for (int y = 0; y < zoom; y++) {
                    for (int x = 0; x < zoom; x++) {
                        HeatMap.put(rgba, start + y * across + x, colour);
                    }
                }
            }
        }
    }

    /** Draws a line one pixel wide around each tile, of a colour 0xRRGGBB. */
    public void frame(byte[] rgba, int colour) {
        int across = across();
        for (int tile = 0; tile < tiles; tile++) {
            int left = left(tile) - 1;
            int top = top(tile) - 1;
            int right = left + width * zoom + 1;
            int bottom = top + height * zoom + 1;
            for (int x = left; x <= right; x++) {
                HeatMap.put(rgba, top * across + x, colour);
                HeatMap.put(rgba, bottom * across + x, colour);
            }
            for (int y = top; y <= bottom; y++) {
                HeatMap.put(rgba, y * across + left, colour);
                HeatMap.put(rgba, y * across + right, colour);
            }
        }
    }

    private int left(int tile) {
        return EDGE + tile % columns * (width * zoom + GAP);
    }

    private int top(int tile) {
        return EDGE + tile / columns * (height * zoom + GAP);
    }

    /** Puts an image of height × width pixels, red, green, blue and alpha of each, in the place of a tile. */
    public void paste(byte[] rgba, int tile, byte[] image) {
        int across = across();
        int corner = top(tile) * across + left(tile);
        for (int y = 0; y < height * zoom; y++) {
            for (int x = 0; x < width * zoom; x++) {
                System.arraycopy(image, (y / zoom * width + x / zoom) * 4, rgba, (corner + y * across + x) * 4, 4);
            }
        }
    }

    /** What lies at a pixel. */
    public Spot spot(int x, int y) {
        int fromLeft = x - EDGE;
        int fromTop = y - EDGE;
        int column = fromLeft / (width * zoom + GAP);
        int row = fromTop / (height * zoom + GAP);
        int inX = fromLeft % (width * zoom + GAP);
        int inY = fromTop % (height * zoom + GAP);
        int tile = row * columns + column;
        boolean hit = fromLeft >= 0
                && fromTop >= 0
                && column < columns
                && tile < tiles
                && inX < width * zoom
                && inY < height * zoom;
        return hit ? new Spot(tile, inY / zoom, inX / zoom) : Spot.NONE;
    }

    /** A number of a tile; tile -1 if there is none. */
    public record Spot(int tile, int row, int column) {
        /** Between the tiles. */
        public static final Spot NONE = new Spot(-1, 0, 0);
    }
}
