package dev.steep.data.image;

/**
 * A decoded picture.
 *
 * @param rgba red, green, blue and opacity of each pixel, row by row; unsigned bytes, colours not multiplied by the opacity
 */
public record Pixels(int width, int height, byte[] rgba) {
    public Pixels {
        if (width < 1 || height < 1 || rgba.length != 4L * width * height) {
            throw new IllegalArgumentException(width + " × " + height + " pixels are not " + rgba.length + " bytes");
        }
    }
}
