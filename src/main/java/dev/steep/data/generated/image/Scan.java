package dev.steep.data.generated.image;

import dev.steep.math.Random;

/** Turns ink into bytes, the worse the noisier: blurred, faint, grainy, with specks of dust. */
final class Scan {
    private final int side;
    private final double[] blurred;

    /** A scanner of side × side pixels. */
    Scan(int side) {
        this.side = side;
        this.blurred = new double[side * side];
    }

    /**
     * Scans one sheet.
     *
     * @param ink side × side numbers from 0 to 1
     * @param noise 0 (clean) to 1
     * @param bytes receives side × side pixels from {@code at} on
     */
    void take(double[] ink, double noise, Random random, byte[] bytes, int at) {
        double strength = 255 * (1 - random.uniform(0, 0.06 + 0.35 * noise));
        blur(ink, random.uniform(0, 0.25) + random.uniform(0, 1.1 * noise));
        double grain = 90 * noise * random.uniform(0.4, 1) / 147.8; // the bell below has standard deviation 147.8
        for (int i = 0; i < side * side; i++) {
            double value = strength * blurred[i];
            if (grain > 0) {
                int bits = random.bits(); // four bytes added make a fair bell, and cost one random number
                int bell = (bits & 0xFF) + (bits >>> 8 & 0xFF) + (bits >>> 16 & 0xFF) + (bits >>> 24) - 510;
                value += grain * bell;
            }
            bytes[at + i] = (byte) Math.max(0, Math.min(255, (int) (value + 0.5))); // below 0 it is 0 either way
        }
        int specks = (int) (random.uniform(0, 14) * noise);
        for (int k = 0; k < specks; k++) {
            bytes[at + random.below(side * side)] = (byte) random.below(256);
        }
    }

    /** Mixes each pixel with its neighbours (the 3 × 3 kernel 1 2 1, 2 4 2, 1 2 1): 0 not at all, 1 fully. */
    private void blur(double[] ink, double amount) {
        double mix = Math.min(1, amount);
        for (int row = 0; row < side; row++) {
            int above = Math.max(0, row - 1) * side;
            int here = row * side;
            int below = Math.min(side - 1, row + 1) * side;
            for (int column = 0; column < side; column++) {
                int left = Math.max(0, column - 1);
                int right = Math.min(side - 1, column + 1);
                double corners = ink[above + left] + ink[above + right] + ink[below + left] + ink[below + right];
                double edges = ink[above + column] + ink[below + column] + ink[here + left] + ink[here + right];
                double centre = ink[here + column];
                double soft = (corners + 2 * edges + 4 * centre) / 16;
                blurred[here + column] = centre + mix * (soft - centre);
            }
        }
    }
}
