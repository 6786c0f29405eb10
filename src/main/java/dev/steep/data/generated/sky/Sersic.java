package dev.steep.data.generated.sky;

import dev.steep.data.generated.image.Turned;
import dev.steep.math.Elementary;

/**
 * A galaxy's brightness by radius: I(R) = I_e exp(-b ((R / R_e)^(1/n) - 1)), half of whose light lies within R_e (Sersic 1963; b by
 * Ciotti and Bertin 1999). It is kept as a table, since each image asks for thousands of values of one profile.
 */
final class Sersic {
    /** Where the table ends, in half-light radii. */
    private static final double REACH = 9;

    private static final int ENTRIES = 180;

    /** At R / R_e = REACH (i / ENTRIES)^2: close together where the profile is steep. */
    private final double[] table = new double[ENTRIES + 2];

    /** The profile of this index: 1 for discs, 4 for large ellipticals. */
    Sersic(double n) {
        for (int i = 0; i <= ENTRIES; i++) {
            double root = i / (double) ENTRIES;
            table[i] = brightness(n, REACH * root * root);
        }
    }

    /** I(R) / I_e at so many half-light radii. */
    static double brightness(double n, double radius) {
        return Elementary.exp(-b(n) * (Elementary.pow(radius, 1 / n) - 1));
    }

    /** The b for which R_e holds half of the light; n above 0.36. */
    static double b(double n) {
        return 2 * n - 1.0 / 3 + 4 / (405 * n) + 46 / (25515 * n * n) + 131 / (1148175 * n * n * n);
    }

    /** The same from the table; 0 beyond its end. */
    double at(double radius) {
        double place = Math.sqrt(radius / REACH) * ENTRIES;
        int before = (int) place;
        return before >= ENTRIES ? 0 : table[before] + (place - before) * (table[before + 1] - table[before]);
    }

    /** A galaxy of this profile at a place, by its half-light radius in pixels and its axis ratio q. */
    Sky.Source ellipse(Turned place, double size, double q) {
        return Sky.turned(place, (along, aside) -> {
            double across = aside / q;
            return at(Math.sqrt(along * along + across * across) / size);
        });
    }
}
