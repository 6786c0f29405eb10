package dev.steep.picture;

import dev.steep.picture.TileSheet.Spot;

/**
 * How the card of a layer shows one of its tensors as pixels: one square for each number. It depends on nothing but the numbers and
 * the page's colours, so that whoever has the numbers can say what is to be seen.
 *
 * @param kind what the tensor is
 * @param sheet where each number lies
 * @param depth numbers from one place of a tile to the next
 * @param count how many numbers the tensor has
 */
public record TensorImage(Content kind, TileSheet sheet, int depth, int count) {
    /** Kernels and maps are about so many pixels wide. */
    private static final int TILE = 28;

    private static final int MOST_TILES = 16;
    private static final int TILES_ACROSS = 4;

    /** More kernels than so many are drawn smaller, more of them side by side. */
    private static final int FEW_KERNELS = 8;

    private static final int MANY_ACROSS = 6;
    private static final int SMALL_TILE = 18;

    /** Of maps on a narrow card. */
    private static final int NARROW_ACROSS = 2;

    /** Eight maps of this height and less are as high as a card. */
    private static final int LOW_TILE = 21;

    private static final int LARGEST_SIDE = 72;

    /** How high a wrapped list becomes. */
    private static final int TALLEST = 160;

    /** Rows of a wrapped list for each column. */
    private static final double SLENDER = 6;

    private static final int LARGEST_ZOOM = 12;

    /** What a tensor is, and how its numbers are coloured. */
    public enum Content {
        /** A convolution's kernels, height × width × channels × filters: those of the first channel. */
        KERNELS,
        /** Feature maps, height × width × channels. */
        MAPS,
        /** A dense layer's weights: inputs down, units across. */
        WEIGHTS,
        /** Activations, wrapped into rows. */
        UNITS,
        /** A dropout mask, wrapped into rows: numbers that were kept are not 0. */
        KEPT
    }

    /** A tile for each of the first filters. */
    public static TensorImage kernels(int height, int width, int channels, int filters) {
        int tiles = Math.min(MOST_TILES, filters);
        boolean few = tiles <= FEW_KERNELS;
        return new TensorImage(
                Content.KERNELS,
                TileSheet.of(tiles, few ? TILES_ACROSS : MANY_ACROSS, height, width, few ? TILE - 1 : SMALL_TILE),
                channels * filters,
                height * width * channels * filters);
    }

    /** A tile for each of the first channels. */
    public static TensorImage maps(int height, int width, int channels) {
        return new TensorImage(
                Content.MAPS,
                TileSheet.of(Math.min(MOST_TILES, channels), TILES_ACROSS, height, width, TILE),
                channels,
                height * width * channels);
    }

    /** A tile for each of the first channels, in two columns. */
    public static TensorImage narrowMaps(int height, int width, int channels) {
        int tiles = Math.min(MOST_TILES, channels);
        int pixels = tiles > FEW_KERNELS ? LOW_TILE : TILE;
        return new TensorImage(
                Content.MAPS,
                TileSheet.of(tiles, NARROW_ACROSS, height, width, pixels),
                channels,
                height * width * channels);
    }

    /** A series, place below place, its channels side by side. */
    public static TensorImage series(int length, int channels) {
        return matrix(Content.MAPS, length, channels, length * channels, TALLEST);
    }

    /** One matrix. */
    public static TensorImage weights(int inputs, int units) {
        return matrix(Content.WEIGHTS, inputs, units, inputs * units, LARGEST_SIDE);
    }

    /** So many numbers in short rows: a slender picture, as a card is higher than wide. */
    public static TensorImage wrapped(Content kind, int count) {
        int columns = Math.max(1, (int) Math.sqrt(count / SLENDER));
        return matrix(kind, (count + columns - 1) / columns, columns, count, TALLEST);
    }

    private static TensorImage matrix(Content kind, int rows, int columns, int count, int largest) {
        int zoom = Math.max(1, Math.min(LARGEST_ZOOM, largest / Math.max(rows, columns)));
        return new TensorImage(kind, new TileSheet(1, 1, rows, columns, zoom), 1, count);
    }

    /** Red, green, blue and alpha of the whole sheet; blank if these are not the tensor's numbers. */
    public byte[] pixels(float[] values, boolean dark) {
        byte[] rgba = sheet.blank();
        if (values.length == count) {
            sheet.frame(rgba, Ramp.hairline(dark));
            Scale scale = scale(values, dark);
            for (int tile = 0; tile < sheet.tiles(); tile++) {
                sheet.paint(rgba, tile, values, tile, sheet.width() * depth, depth, scale);
            }
        }
        return rgba;
    }

    /** The index of the number at a spot; -1 if there is none. */
    public int index(Spot spot) {
        int index = (spot.row() * sheet.width() + spot.column()) * depth + spot.tile();
        return spot.tile() >= 0 && index < count ? index : -1;
    }

    /** Which number gets which colour. The ends are round numbers, so that they stay while the numbers change a little. */
    public Scale scale(float[] values, boolean dark) {
        return switch (kind) {
            case KERNELS, WEIGHTS ->
                Scale.signed(Range.round(Range.robust(values).most()), dark);
            case MAPS, UNITS -> activations(Range.of(values), dark);
            case KEPT ->
                new Scale(Ramp.kept(dark), 0, Range.round(Range.of(values).high()));
        };
    }

    /** Activations from zero up are magnitudes; with real negatives among them they are signed. */
    public static Scale activations(Range range, boolean dark) {
        return range.low() < -0.02 * range.high()
                ? Scale.signed(Range.round(range.most()), dark)
                : Scale.magnitude(new Range(0, Range.round(range.high())));
    }
}
