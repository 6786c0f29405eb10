package dev.steep.picture;

import java.util.Arrays;

/**
 * What a layer made of one sample several times, a tile for each. Images of the data set have their own colours, from the same black
 * to the same white as the sample itself; of other images the first channel is shown, and a row of numbers is wrapped, as activations.
 *
 * @param sheet where each number lies
 * @param channels numbers from one place of a tile to the next
 * @param size how many numbers each of them has
 */
public record DrawsImage(TileSheet sheet, int channels, int size) {
    private static final int ACROSS = 2;
    private static final int TILE = 56;

    /** So many outputs of this shape: height × width × channels, or a row of numbers. */
    public static DrawsImage of(int[] shape, int count) {
        if (shape.length == 3) {
            TileSheet sheet = TileSheet.of(count, ACROSS, shape[0], shape[1], TILE);
            return new DrawsImage(sheet, shape[2], shape[0] * shape[1] * shape[2]);
        }
        int size = shape.length == 2 ? shape[0] * shape[1] : shape[0];
        int columns = (int) Math.ceil(Math.sqrt(size));
        return new DrawsImage(TileSheet.of(count, ACROSS, (size + columns - 1) / columns, columns, TILE), 1, size);
    }

    /** So many images of these sides in a row, each about so many pixels wide. */
    public static DrawsImage row(int[] shape, int count, int pixels) {
        return new DrawsImage(
                TileSheet.of(count, count, shape[0], shape[1], pixels), shape[2], shape[0] * shape[1] * shape[2]);
    }

    /** Red, green, blue and alpha of the whole sheet, as images of the data set; blank if these are not their numbers. */
    public byte[] samples(float[] values, float[] sample) {
        byte[] rgba = sheet.blank();
        Range range = Range.of(sample);
        for (int tile = 0; tile < tiles(values); tile++) {
            float[] own = Arrays.copyOfRange(values, tile * size, (tile + 1) * size);
            sheet.paste(
                    rgba,
                    tile,
                    SampleImage.pixels(own, sheet.height(), sheet.width(), channels, range.low(), range.high()));
        }
        return rgba;
    }

    /** The same as activations. */
    public byte[] activations(float[] values, boolean dark) {
        byte[] rgba = sheet.blank();
        Scale scale = scale(values, dark);
        if (tiles(values) > 0) {
            sheet.frame(rgba, Ramp.hairline(dark));
        }
        for (int tile = 0; tile < tiles(values); tile++) {
            float[] own = Arrays.copyOfRange(values, tile * size, (tile + 1) * size);
            sheet.paint(rgba, tile, own, 0, sheet.width() * channels, channels, scale);
        }
        return rgba;
    }

    /** Which number gets which colour, as activations. */
    public Scale scale(float[] values, boolean dark) {
        return TensorImage.activations(Range.of(values), dark);
    }

    private int tiles(float[] values) {
        return values.length == sheet.tiles() * size ? sheet.tiles() : 0;
    }
}
