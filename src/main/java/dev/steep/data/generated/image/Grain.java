package dev.steep.data.generated.image;

import dev.steep.math.Random;

/** Turns drawn shapes into bytes with grain. */
final class Grain {
    private Grain() {}

    /**
     * Prints ink from 0 to 1.
     *
     * @param strength the byte of full ink
     * @param noise the standard deviation of the grain, by full ink
     * @param bytes receives the pixels from {@code at} on
     */
    static void print(double[] ink, double strength, double noise, Random random, byte[] bytes, int at) {
        for (int i = 0; i < ink.length; i++) {
            double grain = noise > 0 ? noise * random.normal() : 0;
            bytes[at + i] = (byte) Math.max(0, Math.min(255, (int) (strength * (ink[i] + grain) + 0.5)));
        }
    }
}
