package dev.steep.data.generated.sky;

import dev.steep.math.Elementary;
import dev.steep.math.Random;

/**
 * Logarithmic spiral arms: a disc is brighter by 1 + A cos m (theta - phi(r)), phi(r) = ln(r / r0) / tan(pitch). The cotangent of the pitch is
 * drawn evenly (Lingard et al. 2021).
 */
final class Arms {
    private static final double LONGEST = 26;
    private static final int ENTRIES = 128;

    private final int count;
    private final double[] cosine = new double[ENTRIES + 2];
    private final double[] sine = new double[ENTRIES + 2];

    /** So many arms, that begin at this radius in pixels. */
    Arms(int count, double begin, Random random) {
        this.count = count;
        double strength = random.uniform(0.6, 0.9);
        double cotangent = random.uniform(1.6, 4.7) * (random.below(2) == 0 ? 1 : -1); // pitch 12 to 32 degrees
        for (int i = 0; i <= ENTRIES; i++) {
            double r = Math.max(0.3, LONGEST * i / ENTRIES);
            double phase = count * cotangent * Elementary.log(r / begin);
            double grown = strength * Math.min(1, r * r / (begin * begin));
            cosine[i] = grown * Elementary.cos(phase);
            sine[i] = grown * Elementary.sin(phase);
        }
    }

    /** A disc with these arms, in its own axes; the angle counts in its plane. */
    Sky.Source on(Sersic profile, double size, double q) {
        return (along, aside) -> {
            double across = aside / q;
            double r = Math.sqrt(along * along + across * across);
            double light = profile.at(r / size);
            return r >= LONGEST || r == 0 ? light : light * (1 + wave(along / r, across / r, r));
        };
    }

    /** A cos(m theta - m phi(r)), by the addition theorem: no sine is computed for a pixel. */
    private double wave(double x, double y, double r) {
        double re = x;
        double im = y;
        for (int k = 1; k < count; k++) { // (x + iy)^m is cos m theta + i sin m theta
            double next = re * x - im * y;
            im = re * y + im * x;
            re = next;
        }
        double place = r / LONGEST * ENTRIES;
        int at = (int) place;
        double part = place - at;
        double c = cosine[at] + part * (cosine[at + 1] - cosine[at]);
        double s = sine[at] + part * (sine[at + 1] - sine[at]);
        return re * c + im * s;
    }
}
