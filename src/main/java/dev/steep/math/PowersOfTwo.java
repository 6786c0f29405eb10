package dev.steep.math;

/** Exact powers of two and the exponent of a number, without 64-bit integers, which JavaScript lacks. */
final class PowersOfTwo {
    private static final int SMALLEST = -1022;
    private static final int LARGEST = 1023;
    private static final int MARGIN = 200;

    /** 2^-1022 to 2^1023. */
    private static final double[] POWERS = new double[LARGEST - SMALLEST + 1];

    static {
        double up = 1;
        double down = 1;
        for (int k = 0; k <= LARGEST; k++) {
            POWERS[k - SMALLEST] = up;
            up *= 2;
            if (-k >= SMALLEST) {
                POWERS[-k - SMALLEST] = down;
                down /= 2;
            }
        }
    }

    private PowersOfTwo() {}

    /** x 2^k, rounded at most once; k from -1200 to 2000. */
    static double scale(double x, int k) {
        if (k < SMALLEST) {
            return x * POWERS[k + MARGIN - SMALLEST] * POWERS[-MARGIN - SMALLEST];
        }
        if (k > LARGEST) {
            return x * POWERS[LARGEST - SMALLEST] * POWERS[k - LARGEST - SMALLEST];
        }
        return x * POWERS[k - SMALLEST];
    }

    /** The k for which x / 2^k lies in [1, 2); x positive and finite. */
    static int exponent(double x) {
        int k = 0;
        double m = x;
        if (m >= 1) {
            for (int step = 512; step > 0; step >>= 1) {
                if (m >= POWERS[step - SMALLEST]) {
                    m *= POWERS[-step - SMALLEST];
                    k += step;
                }
            }
            return k;
        }
        if (m < POWERS[0]) {
            m *= POWERS[MARGIN - SMALLEST];
            k = -MARGIN;
        }
        for (int step = 512; step > 0; step >>= 1) {
            if (m < POWERS[1 - step - SMALLEST]) {
                m *= POWERS[step - SMALLEST];
                k -= step;
            }
        }
        return k;
    }
}
