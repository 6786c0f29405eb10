package dev.steep.picture;

/** One number for each pixel of an image, as colours: what an explanation of a prediction says of that pixel. */
public final class PixelMap {
    private PixelMap() {}

    /** The colours of numbers from 0 up, or of any sign, symmetric about 0. */
    public static Scale scale(float[] map, boolean signed, boolean dark) {
        double most = Range.round(Range.of(map).most());
        return signed ? Scale.signed(most, dark) : new Scale(Ramp.MAGNITUDE, 0, most);
    }

    /**
     * Its pixels.
     *
     * @param map height × width numbers
     */
    public static byte[] pixels(float[] map, int height, int width, Scale scale) {
        return HeatMap.pixels(map, 0, width, 1, height, width, scale);
    }
}
