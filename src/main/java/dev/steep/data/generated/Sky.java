package dev.steep.data.generated;

import dev.steep.math.Elementary;
import dev.steep.math.Random;
import java.util.Arrays;

/**
 * A small square of the sky. Light is added on a grid of twice as many points, so that cores and thin discs come out right, blurred as
 * air and telescope blur it, and read out as pixels.
 */
final class Sky {
    /** Points of the grid to a pixel, along each side. */
    private static final int FINE = 2;

    final int side;
    private final int fine;
    private final double[] light;
    private final double[] spare;
    private final double[] pixels;
    private double[] kernel = {1};

    /** Side × side pixels, dark. */
    Sky(int side) {
        this.side = side;
        this.fine = FINE * side;
        this.light = new double[fine * fine];
        this.spare = new double[fine * fine];
        this.pixels = new double[side * side];
    }

    /** Brightness at a place. */
    interface Source {
        /** In pixels from the middle of the square, x to the right and y down. */
        double at(double x, double y);
    }

    void darken() {
        Arrays.fill(light, 0);
    }

    /** Adds a source, scaled so that what of it lies within the square is this much light. */
    void add(Source source, double flux) {
        double sum = 0;
        for (int row = 0; row < fine; row++) {
            double y = (row + 0.5 - fine / 2.0) / FINE;
            for (int column = 0; column < fine; column++) {
                double value = source.at((column + 0.5 - fine / 2.0) / FINE, y);
                spare[row * fine + column] = value;
                sum += value;
            }
        }
        for (int i = 0; i < light.length; i++) {
            light[i] += spare[i] * (flux / sum);
        }
    }

    /** Adds a round spot of this much light: a bell of standard deviation sigma, in pixels. */
    void spot(double x, double y, double sigma, double flux) {
        double reach = 4 * sigma + 1;
        int left = grid(x - reach);
        int right = grid(x + reach);
        int top = grid(y - reach);
        int bottom = grid(y + reach);
        double scale = flux / (2 * Math.PI * sigma * sigma * FINE * FINE);
        for (int row = top; row <= bottom; row++) {
            double dy = (row + 0.5 - fine / 2.0) / FINE - y;
            for (int column = left; column <= right; column++) {
                double dx = (column + 0.5 - fine / 2.0) / FINE - x;
                light[row * fine + column] += scale * Elementary.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
            }
        }
    }

    private int grid(double pixel) {
        return (int) Math.max(0, Math.min(fine - 1, Math.floor(FINE * pixel + fine / 2.0)));
    }

    /**
     * Blurs all light by a bell of standard deviation sigma, in pixels, and gathers it: light to a pixel, row by row; the sky's own array.
     */
    double[] seen(double sigma) {
        tune(sigma * FINE);
        pass(light, spare, 1, fine);
        pass(spare, light, fine, 1);
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int at = FINE * row * fine + FINE * column;
                pixels[row * side + column] = light[at] + light[at + 1] + light[at + fine] + light[at + fine + 1];
            }
        }
        return pixels;
    }

    /** Half of a bell whose numbers, mirrored, add up to 1. */
    private void tune(double sigma) {
        kernel = new double[(int) Math.ceil(3.5 * sigma) + 1];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = Elementary.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
    }

    /** Along lines of the grid whose points are {@code step} apart; beyond the square it is dark. */
    private void pass(double[] from, double[] to, int step, int line) {
        for (int each = 0; each < fine; each++) {
            int start = each * line;
            for (int i = 0; i < fine; i++) {
                double sum = kernel[0] * from[start + i * step];
                int before = Math.min(i, kernel.length - 1);
                for (int k = 1; k <= before; k++) {
                    sum += kernel[k] * from[start + (i - k) * step];
                }
                int after = Math.min(fine - 1 - i, kernel.length - 1);
                for (int k = 1; k <= after; k++) {
                    sum += kernel[k] * from[start + (i + k) * step];
                }
                to[start + i * step] = sum;
            }
        }
    }

    /** Adds the noise of counted photons: of the source, of the sky, and of reading out; sigma is the root of their sum, times strength. */
    void photons(double sky, double readout, double strength, Random random) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += strength * Math.sqrt(Math.max(0, pixels[i]) + sky + readout * readout) * random.normal();
        }
    }

    /** Adds noise that is everywhere the same. */
    void hiss(double sigma, Random random) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] += sigma * random.normal();
        }
    }

    /**
     * As bytes, by the stretch arsinh(x / soft) that survey images have (Lupton et al. 2004): faint light rises above the noise, bright cores
     * keep their form. The brightest pixel is 255, nothing at all 16.
     */
    void develop(double soft, byte[] bytes, int at) {
        double most = 4 * soft;
        for (double value : pixels) {
            most = Math.max(most, value);
        }
        double scale = 239 / arsinh(most / soft);
        for (int i = 0; i < pixels.length; i++) {
            double value = 16 + scale * arsinh(pixels[i] / soft);
            bytes[at + i] = (byte) Math.max(0, Math.min(255, (int) (value + 0.5)));
        }
    }

    private static double arsinh(double x) {
        double size = Math.abs(x);
        double y = Elementary.log(size + Math.sqrt(size * size + 1));
        return x < 0 ? -y : y;
    }
}
