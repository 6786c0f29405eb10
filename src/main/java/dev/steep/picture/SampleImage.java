package dev.steep.picture;

/** An image of a data set in its own colours. */
public final class SampleImage {
    private SampleImage() {}

    /**
     * Grey for one channel, colours for three; of any other number the first.
     *
     * @param hwc height × width × channels numbers
     * @param low the number that is black
     * @param high the number that is white
     */
    public static byte[] pixels(float[] hwc, int height, int width, int channels, double low, double high) {
        if (channels != 3) {
            return HeatMap.pixels(hwc, 0, width * channels, channels, height, width, new Scale(Ramp.GREY, low, high));
        }
        byte[] rgba = new byte[height * width * 4];
        double factor = 255 / (high > low ? high - low : 1);
        for (int i = 0; i < height * width; i++) {
            int red = level((hwc[i * 3] - low) * factor);
            int green = level((hwc[i * 3 + 1] - low) * factor);
            HeatMap.put(rgba, i, red << 16 | green << 8 | level((hwc[i * 3 + 2] - low) * factor));
        }
        return rgba;
    }

    /** Whether it is light ink on a dark ground, like handwriting: at least a quarter of it has the lowest number, for some is noise. */
    public static boolean ink(float[] values, double low) {
        int ground = 0;
        for (float value : values) {
            if (value <= low) {
                ground++;
            }
        }
        return ground * 4 >= values.length;
    }

    private static int level(double value) {
        return (int) Math.max(0, Math.min(255, value + 0.5));
    }
}
