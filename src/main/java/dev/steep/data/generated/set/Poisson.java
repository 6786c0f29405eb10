package dev.steep.data.generated.set;

import dev.steep.math.Elementary;
import dev.steep.math.Random;

/** How many of many rare, independent things happen. */
public final class Poisson {
    /** Beyond this the law of large numbers is good to a thousandth, and counting would take long. */
    private static final double COUNTED = 1000;

    private Poisson() {}

    /** Draws a number of this mean: arrivals at exponential distances, counted; of large means a bell that is rounded. */
    public static int draw(double mean, Random random) {
        if (mean > COUNTED) {
            return (int) Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.normal()));
        }
        int count = 0;
        for (double time = wait(random); time < mean; time += wait(random)) {
            count++;
        }
        return count;
    }

    private static double wait(Random random) {
        return -Elementary.log(1 - random.uniform());
    }
}
