package dev.steep.picture;

import dev.steep.math.Elementary;
import dev.steep.math.statistics.Histogram;
import java.util.List;

/**
 * Histograms over time as one picture: time goes across, values go up, and the more of the numbers lie at a place, the stronger it is
 * coloured. It depends on nothing but the histograms and the page's colours.
 *
 * @param histograms oldest first
 * @param top the largest value that is shown
 * @param signed whether it goes down to the same value below zero, or to zero
 * @param logarithmic whether equal factors have equal room, as far down as a millionth of the largest value
 */
public record HistogramImage(List<Histogram> histograms, double top, boolean signed, boolean logarithmic) {
    public static final int WIDTH = 240;
    public static final int HEIGHT = 96;

    private static final double LEAST = 1e-6;
    private static final Ramp LIGHT = new Ramp(0xffffff, 0x8fc4bb, 0x0a4a42);
    private static final Ramp DARK = new Ramp(0x212529, 0x2f7a6d, 0xb5f0e2);

    /** Of all these histograms, so that every number has its place. */
    public static HistogramImage of(List<Histogram> histograms, boolean logarithmic) {
        double top = 0;
        boolean signed = false;
        for (Histogram each : histograms) {
            top = Math.max(top, each.most());
            signed |= each.low() < 0;
        }
        return new HistogramImage(histograms, top == 0 ? 1 : top, signed, logarithmic);
    }

    /** Where a value lies, from 0 at the bottom to 1. */
    public double place(double value) {
        double share = Math.min(1, Math.abs(value) / top);
        double size =
                logarithmic ? Math.max(0, 1 - Elementary.log(Math.max(share, LEAST)) / Elementary.log(LEAST)) : share;
        return signed ? 0.5 + (value < 0 ? -size : size) / 2 : value < 0 ? 0 : size;
    }

    /** The value at a place. */
    public double value(double place) {
        double signedSize = signed ? 2 * place - 1 : place;
        double size = Math.abs(signedSize);
        double share = logarithmic ? (size == 0 ? 0 : Elementary.exp((1 - size) * Elementary.log(LEAST))) : size;
        return (signedSize < 0 ? -1 : 1) * share * top;
    }

    /** Which histogram is drawn at a column of pixels. */
    public int index(int x) {
        return Math.max(0, Math.min(histograms.size() - 1, x * histograms.size() / WIDTH));
    }

    /** Red, green, blue and alpha of the whole picture, the highest values on top; blank without histograms. */
    public byte[] pixels(boolean dark) {
        byte[] rgba = new byte[4 * WIDTH * HEIGHT];
        int drawn = -1;
        double[] rows = {};
        for (int x = 0; x < WIDTH && !histograms.isEmpty(); x++) {
            if (index(x) != drawn) {
                drawn = index(x);
                rows = histograms.get(drawn).rows(this::place, HEIGHT);
            }
            double most = 1e-9;
            for (double row : rows) {
                most = Math.max(most, row);
            }
            for (int y = 0; y < HEIGHT; y++) {
                double share = Math.sqrt(rows[HEIGHT - 1 - y] / most);
                HeatMap.put(rgba, y * WIDTH + x, (dark ? DARK : LIGHT).colour(share));
            }
        }
        return rgba;
    }
}
