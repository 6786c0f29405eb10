package dev.steep.data.image;

import dev.steep.catalog.Choice;

/**
 * Makes squares of one size out of pictures of any. Ours and not the browser's, so that the same picture gives the same numbers
 * everywhere: a pixel is the mean of the area that it covers, or, where a picture is enlarged, lies between its two neighbours in
 * each direction.
 */
final class Resize {
    /** Brightness, as in Keras' and Pillow's grey images (ITU-R BT.601). */
    private static final double RED = 0.299;

    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    private final int side;
    private final String fit;
    private final int channels;
    private final double background;

    /** As a choice of the kind {@link ImageKnobs#KIND} asks. */
    Resize(Choice choice) {
        side = choice.get(ImageKnobs.SIZE);
        fit = choice.get(ImageKnobs.FIT);
        channels = ImageKnobs.channels(choice);
        background = choice.get(ImageKnobs.BACKGROUND).equals("white") ? 255 : 0;
    }

    /** How one axis of a picture becomes one of the square: for each place from {@code to} on, which pixels count how much. */
    private record Axis(int to, int[] first, double[][] weights) {
        /** From {@code length} pixels that begin at {@code from} to {@code count} places that begin at {@code to}. */
        static Axis of(int from, int length, int to, int count) {
            int[] first = new int[count];
            double[][] weights = new double[count][];
            double scale = length / (double) count;
            for (int i = 0; i < count; i++) {
                double low = scale >= 1 ? i * scale : (i + 0.5) * scale - 0.5;
                double high = scale >= 1 ? (i + 1) * scale : low + 1;
                int start = (int) Math.floor(low);
                int end = Math.max(start + 1, (int) Math.ceil(high - 1e-9));
                double[] shares = new double[Math.min(length, end) - Math.max(0, start)];
                double all = 0;
                for (int k = Math.max(0, start); k < Math.min(length, end); k++) {
                    double share = scale >= 1
                            ? Math.min(k + 1, high) - Math.max(k, low) // of the area
                            : 1 - Math.abs(k - low); // how near the pixel is
                    shares[k - Math.max(0, start)] = share;
                    all += share;
                }
                for (int k = 0; k < shares.length; k++) {
                    shares[k] /= all;
                }
                first[i] = from + Math.max(0, start);
                weights[i] = shares;
            }
            return new Axis(to, first, weights);
        }
    }

    /**
     * Puts a picture into a row of samples.
     *
     * @param into receives side × side × channels bytes from {@code at} on
     */
    void put(Pixels picture, byte[] into, int at) {
        int width = picture.width();
        int height = picture.height();
        int square = Math.min(width, height);
        int longer = Math.max(width, height);
        boolean crop = fit.equals("crop");
        boolean pad = fit.equals("pad");
        int across = pad ? Math.max(1, Math.round((float) side * width / longer)) : side;
        int down = pad ? Math.max(1, Math.round((float) side * height / longer)) : side;
        Axis columns = Axis.of(crop ? (width - square) / 2 : 0, crop ? square : width, (side - across) / 2, across);
        Axis rows = Axis.of(crop ? (height - square) / 2 : 0, crop ? square : height, (side - down) / 2, down);
        double[][] lines = lines(picture, columns, rows);
        for (int i = 0; i < side * side * channels; i++) {
            into[at + i] = (byte) (int) background;
        }
        for (int y = 0; y < down; y++) {
            double[] weights = rows.weights()[y];
            int line = (rows.to() + y) * side + columns.to();
            for (int i = 0; i < across * channels; i++) {
                double sum = 0;
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * lines[rows.first()[y] + k][i];
                }
                into[at + line * channels + i] = (byte) (int) (sum + 0.5);
            }
        }
    }

    /** The rows of the picture that are needed, each as wide as it will be. */
    private double[][] lines(Pixels picture, Axis columns, Axis rows) {
        double[][] lines = new double[picture.height()][];
        int last = rows.first().length - 1;
        int end = rows.first()[last] + rows.weights()[last].length;
        double[] values = new double[picture.width() * channels];
        for (int y = rows.first()[0]; y < end; y++) {
            values(picture, y, values);
            double[] line = new double[columns.first().length * channels];
            for (int x = 0; x < columns.first().length; x++) {
                double[] weights = columns.weights()[x];
                for (int c = 0; c < channels; c++) {
                    double sum = 0;
                    for (int k = 0; k < weights.length; k++) {
                        sum += weights[k] * values[(columns.first()[x] + k) * channels + c];
                    }
                    line[x * channels + c] = sum;
                }
            }
            lines[y] = line;
        }
        return lines;
    }

    /** A row of the picture before its background, in its channels. */
    private void values(Pixels picture, int row, double[] into) {
        byte[] rgba = picture.rgba();
        int at = 4 * row * picture.width();
        for (int x = 0; x < picture.width(); x++, at += 4) {
            int opacity = rgba[at + 3] & 0xFF;
            double seen = opacity / 255.0;
            double behind = (1 - seen) * background;
            double red = seen * (rgba[at] & 0xFF) + behind;
            double green = seen * (rgba[at + 1] & 0xFF) + behind;
            double blue = seen * (rgba[at + 2] & 0xFF) + behind;
            if (channels == 1) {
                into[x] = RED * red + GREEN * green + BLUE * blue;
            } else {
                into[3 * x] = red;
                into[3 * x + 1] = green;
                into[3 * x + 2] = blue;
            }
        }
    }
}
