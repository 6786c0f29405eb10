package dev.steep.math;

/** Sine and cosine: the argument less a whole number of quarter turns, then a Taylor series on the eighth turn left. */
final class Wave {
    private static final double EIGHTH_TURN = 0.7853981633974483;
    private static final double TWO_PER_PI = 0.6366197723675814;

    /** pi/2 in four parts; the first three have 33 bits, so that multiples below {@link #FAR} of them are exact. */
    private static final double QUARTER_1 = 1.5707963267341256;

    private static final double QUARTER_2 = 6.077100506303966e-11;
    private static final double QUARTER_3 = 2.0222662487111665e-21;
    private static final double QUARTER_4 = 8.4784276603689e-32;

    private static final double FAR = 1 << 20;

    private Wave() {}

    /** Sine of x advanced by this many quarter turns: 0 for the sine, 1 for the cosine. */
    static double quarter(double x, int advance) {
        if (!(Math.abs(x) < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        if (Math.abs(x) <= EIGHTH_TURN) {
            return value(advance, x, 0);
        }
        if (Math.abs(x) > FAR) {
            FarAngle far = FarAngle.of(x);
            return value(far.quarters + advance, far.high, far.low);
        }
        double turns = Elementary.whole(x * TWO_PER_PI);
        double rest = x - turns * QUARTER_1;
        double second = -turns * QUARTER_2;
        double sum = rest + second;
        double lost = RoundingError.lostBySum(rest, second, sum);
        double third = -turns * QUARTER_3;
        double finest = sum + third;
        lost += RoundingError.lostBySum(sum, third, finest) - turns * QUARTER_4;
        double high = finest + lost;
        return value((int) turns + advance, high, (finest - high) + lost);
    }

    /** Sine of quarters quarter turns plus the small angle high + low. */
    private static double value(int quarters, double high, double low) {
        double size = (quarters & 1) == 0 ? sine(high, low) : cosine(high, low);
        return (quarters & 2) == 0 ? size : -size;
    }

    /** x - x^3/3! + x^5/5! - ..., with the tail's share low cos(x). */
    private static double sine(double x, double low) {
        if (x == 0) {
            return x;
        }
        double z = x * x;
        double series = 1.0 / 355687428096000.0;
        series = -1.0 / 1307674368000.0 + z * series;
        series = 1.0 / 6227020800.0 + z * series;
        series = -1.0 / 39916800 + z * series;
        series = 1.0 / 362880 + z * series;
        series = -1.0 / 5040 + z * series;
        series = 1.0 / 120 + z * series;
        return x + (low - z * (0.5 * low) + x * z * (-1.0 / 6 + z * series));
    }

    /** 1 - x^2/2! + x^4/4! - ..., with the tail's share -low sin(x); 1 - x^2/2 is kept with what rounding loses of it. */
    private static double cosine(double x, double low) {
        double z = x * x;
        double series = -1.0 / 6402373705728000.0;
        series = 1.0 / 20922789888000.0 + z * series;
        series = -1.0 / 87178291200.0 + z * series;
        series = 1.0 / 479001600 + z * series;
        series = -1.0 / 3628800 + z * series;
        series = 1.0 / 40320 + z * series;
        series = -1.0 / 720 + z * series;
        series = 1.0 / 24 + z * series;
        double half = 0.5 * z;
        double top = 1 - half;
        return top + (((1 - top) - half) + (z * z * series - x * low));
    }
}
