package dev.steep.data.generated.sky;

import dev.steep.data.generated.image.Turned;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import java.util.Arrays;

/**
 * A small square of the sky. Light is added on a grid of twice as many points, so that cores and thin discs come out right, gathered in
 * pixels and blurred as air and telescope blur it.
 */
final class Sky {
    /** Points of the grid to a pixel, along each side. */
    private static final int FINE = 2;

    final int side;
    private final int fine;
    private final double[] light;
    private final double[] spare;
    private final double[] pixels;
    private final double[] kernel = new double[5];

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

    /** A source in the axes of a place, as the square has it. */
    static Source turned(Turned place, Source source) {
        return (px, py) -> {
            double dx = px - place.x();
            double dy = py - place.y();
            return source.at(dx * place.cosine() + dy * place.sine(), dy * place.cosine() - dx * place.sine());
        };
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
        double[] across = new double[right - left + 1];
        for (int i = 0; i < across.length; i++) {
            across[i] = bell((left + i + 0.5 - fine / 2.0) / FINE - x, sigma);
        }
        double scale = flux / (2 * Math.PI * sigma * sigma * FINE * FINE);
        int bottom = grid(y + reach);
        for (int row = grid(y - reach); row <= bottom; row++) {
            double down = scale * bell((row + 0.5 - fine / 2.0) / FINE - y, sigma);
            for (int i = 0; i < across.length; i++) {
                light[row * fine + left + i] += down * across[i];
            }
        }
    }

    private static double bell(double off, double sigma) {
        return Elementary.exp(-off * off / (2 * sigma * sigma));
    }

    private int grid(double pixel) {
        return (int) Math.max(0, Math.min(fine - 1, Math.floor(FINE * pixel + fine / 2.0)));
    }

    /**
     * Gathers the light of each pixel, and blurs it by a bell of standard deviation sigma, in pixels. Row by row; the sky's own array.
     */
    double[] seen(double sigma) {
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                int at = FINE * row * fine + FINE * column;
                pixels[row * side + column] = light[at] + light[at + 1] + light[at + fine] + light[at + fine + 1];
            }
        }
        tune(sigma);
        pass(pixels, spare, 1, side);
        pass(spare, pixels, side, 1);
        return pixels;
    }

    /** Half of a bell whose numbers, mirrored, add up to 1. */
    private void tune(double sigma) {
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = bell(i, sigma);
            sum += i == 0 ? kernel[i] : 2 * kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
    }

    /** Along lines of pixels that are {@code step} apart; beyond the square it is dark. */
    private void pass(double[] from, double[] to, int step, int line) {
        for (int each = 0; each < side; each++) {
            int start = each * line;
            for (int i = 0; i < side; i++) {
                double sum = kernel[0] * from[start + i * step];
                int before = Math.min(i, kernel.length - 1);
                for (int k = 1; k <= before; k++) {
                    sum += kernel[k] * from[start + (i - k) * step];
                }
                int after = Math.min(side - 1 - i, kernel.length - 1);
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
     * keep their form. The brightest pixel is 255, nothing at all 32.
     */
    void develop(double soft, byte[] bytes, int at) {
        double most = 4 * soft;
        for (double value : pixels) {
            most = Math.max(most, value);
        }
        double scale = 223 / arsinh(most / soft);
        for (int i = 0; i < pixels.length; i++) {
            double value = 32 + scale * arsinh(pixels[i] / soft);
            bytes[at + i] = (byte) Math.max(0, Math.min(255, (int) (value + 0.5)));
        }
    }

    private static double arsinh(double x) {
        double size = Math.abs(x);
        double y = Elementary.log(size + Math.sqrt(size * size + 1));
        return x < 0 ? -y : y;
    }
}
