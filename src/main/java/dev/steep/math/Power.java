package dev.steep.math;

/** x^y as exp(y log x), with the logarithm carried to about 70 bits so that large exponents do not magnify its error. */
final class Power {
    private static final double THIRD = 1.0 / 3;
    private static final double THIRD_LOW = 1.850371707708594e-17;
    private static final double ALL_EVEN = 9007199254740992.0;

    private Power() {}

    static double pow(double x, double y) {
        if (y == 0) {
            return 1;
        }
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return Double.NaN;
        }
        double size = Math.abs(x);
        if (Math.abs(y) == Double.POSITIVE_INFINITY) {
            return size == 1 ? Double.NaN : size > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        boolean whole = Math.floor(y) == y;
        boolean negative = x < 0 || x == 0 && 1 / x < 0;
        if (x < 0 && !whole && size < Double.POSITIVE_INFINITY) {
            return Double.NaN;
        }
        double power = ofPositive(size, y);
        return negative && whole && isOdd(y) ? -power : power;
    }

    private static boolean isOdd(double whole) {
        return Math.abs(whole) < ALL_EVEN && Math.floor(whole / 2) * 2 != whole;
    }

    private static double ofPositive(double x, double y) {
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x == 0 == y > 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        if (x == 1) {
            return 1;
        }
        int k = Elementary.exponent(x);
        double f = PowersOfTwo.scale(x, -k) - 1;

        // s = f / (2 + f), z = s^2, u = z/3 + z^2/5 + ...: log(1 + f) = 2 s (1 + u); each as a sum of two doubles
        double divisor = 2 + f;
        double s = f / divisor;
        double back = s * divisor;
        double sLow = ((f - back)
                        - RoundingError.lostByProduct(s, divisor, back)
                        - s * RoundingError.lostBySum(2, f, divisor))
                / divisor;
        double z = s * s;
        double zLow = RoundingError.lostByProduct(s, s, z) + 2 * s * sLow;
        double third = z * THIRD;
        double thirdLow = RoundingError.lostByProduct(z, THIRD, third) + (z * THIRD_LOW + zLow * THIRD);
        double series = 1.0 / 23 + z / 25;
        series = 1.0 / 21 + z * series;
        series = 1.0 / 19 + z * series;
        series = 1.0 / 17 + z * series;
        series = 1.0 / 15 + z * series;
        series = 1.0 / 13 + z * series;
        series = 1.0 / 11 + z * series;
        series = 1.0 / 9 + z * series;
        series = 1.0 / 7 + z * series;
        series = 1.0 / 5 + z * series;
        double rest = z * z * series;
        double u = third + rest;
        double uLow = RoundingError.lostBySum(third, rest, u) + thirdLow;
        double product = 2 * s * u;
        double near = 2 * s + product;
        double nearLow = RoundingError.lostBySum(2 * s, product, near)
                + (RoundingError.lostByProduct(2 * s, u, product) + 2 * s * uLow + 2 * sLow * (1 + u));

        double whole = k * Elementary.LN2_HIGH;
        double log = whole + near;
        double logLow = RoundingError.lostBySum(whole, near, log) + (nearLow + k * Elementary.LN2_LOW);
        return expOf(y, log, logLow);
    }

    /** exp(y (log + logLow)). */
    private static double expOf(double y, double log, double logLow) {
        double exponent = y * log;
        if (!(Math.abs(exponent) < 800)) {
            return exponent > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        if (Math.abs(exponent) < 1e-100) {
            return 1;
        }
        double exponentLow = RoundingError.lostByProduct(y, log, exponent) + y * logLow;
        double n = Elementary.whole(exponent * Elementary.PER_LN2);
        double small = Elementary.smallExp(exponent - n * Elementary.LN2_HIGH, n * Elementary.LN2_LOW - exponentLow);
        return PowersOfTwo.scale(1 + small, (int) n);
    }
}
