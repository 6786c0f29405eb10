package dev.steep.data.generated.sky;

import dev.steep.math.Elementary;

/** Magnitudes, and how precisely a survey measures them. */
final class Photometry {
    static final double LN_10 = 2.302585092994046;

    /** Ultraviolet to infrared. */
    static final int BANDS = 5;

    /** Centres and widths of the filters u, g, r, i, z in angstrom (Fukugita et al. 1996). */
    private static final double[] CENTRE = {3551, 4686, 6166, 7480, 8932};

    private static final double[] WIDTH = {599, 1379, 1382, 1535, 1370};

    /** Magnitudes that are five times their noise, in the Sloan survey. */
    private static final double[] FIVE_SIGMA = {22.3, 23.3, 23.1, 22.3, 20.8};

    private static final double GAMMA = 0.039;
    private static final double SYSTEMATIC = 0.02;

    private Photometry() {}

    /** How bright this many magnitudes are, by the brightness of magnitude 0. */
    static double flux(double magnitude) {
        return Elementary.exp(-0.4 * LN_10 * magnitude);
    }

    /** The magnitude of this brightness. */
    static double magnitude(double flux) {
        return -2.5 / LN_10 * Elementary.log(flux);
    }

    static double shortest(int band) {
        return CENTRE[band] - WIDTH[band] / 2;
    }

    static double longest(int band) {
        return CENTRE[band] + WIDTH[band] / 2;
    }

    /** The standard error of a magnitude: sigma² = 0.02² + (0.04 - g) x + g x², x = 10^(0.4 (m - m5)) (Ivezic et al. 2019). */
    static double error(int band, double magnitude) {
        double x = flux(FIVE_SIGMA[band] - magnitude);
        return Math.sqrt(SYSTEMATIC * SYSTEMATIC + (0.04 - GAMMA) * x + GAMMA * x * x);
    }
}
