package dev.steep.network.weight;

import dev.steep.math.Random;

/** A source of starting numbers. */
interface Draw {
    /** The standard deviation of a normal distribution that is cut off at two of its own. */
    double TRUNCATED_DEVIATION = 0.87962566103423978;

    double next();

    /** Evenly spread from -limit to limit. */
    static Draw uniform(double limit, Random random) {
        return () -> random.uniform(-limit, limit);
    }

    /** Normal, cut off, with this standard deviation after the cut. */
    static Draw scaledNormal(double deviation, Random random) {
        return () -> deviation / TRUNCATED_DEVIATION * truncated(random);
    }

    /** Normal with mean 0; numbers beyond ±2 are drawn again. */
    static double truncated(Random random) {
        double x = random.normal();
        while (Math.abs(x) > 2) {
            x = random.normal();
        }
        return x;
    }
}
