package dev.steep.math;

/**
 * Elementary functions that give the same bits on every host: built from + - * / and floor alone, which IEEE 754 fixes
 * to the last bit, where {@code Math.exp} and its kin are left to the host. A learner who shares a link therefore
 * shares the numbers too. Results lie within about one unit in the last place of the true value ({@link #tanh}: two),
 * and infinities, NaN, denormals and signed zeros come out as {@link StrictMath} has them. Each function reduces its
 * argument to a small one and sums a Taylor series there, so every coefficient explains itself.
 */
public final class Elementary {
    /** ln 2 in two parts; the first has 32 bits, so that multiples of it are exact. */
    static final double LN2_HIGH = 0.6931471803691238;

    static final double LN2_LOW = 1.9082149292705877e-10;

    static final double PER_LN2 = 1.4426950408889634;

    private static final double ROOT_2 = 1.4142135623730951;
    private static final double WHOLE = 6755399441055744.0; // 1.5 * 2^52
    private static final double TWO_TO_54 = 18014398509481984.0;

    private Elementary() {}

    /**
     * The nearest whole number, of size below 2^51: where doubles are whole numbers apart, the sum is rounded to one.
     * (Math.floor is a call out of WebAssembly.)
     */
    static double whole(double x) {
        return (x + WHOLE) - WHOLE;
    }

    /** e to the power x. */
    public static double exp(double x) {
        if (x > 709.79) {
            return Double.POSITIVE_INFINITY;
        }
        if (x < -745.2) {
            return 0;
        }
        double k = whole(x * PER_LN2);
        return PowersOfTwo.scale(1 + smallExp(x - k * LN2_HIGH, k * LN2_LOW), (int) k);
    }

    /** exp(x) - 1, precise near zero as well. */
    public static double expm1(double x) {
        if (x > 50) {
            return exp(x);
        }
        if (x < -40) {
            return -1;
        }
        if (Math.abs(x) < 0.34) {
            return x == 0 ? x : smallExp(x, 0);
        }
        double k = whole(x * PER_LN2);
        double power = PowersOfTwo.scale(1, (int) k);
        return (power - 1) + power * smallExp(x - k * LN2_HIGH, k * LN2_LOW);
    }

    /** exp(high - low) - 1 for a difference of at most 0.36 in size; low is far smaller than high. */
    static double smallExp(double high, double low) {
        double x = high - low;
        double rounding = (high - x) - low;
        double series = 1.0 / 6227020800.0;
        series = 1.0 / 479001600 + x * series;
        series = 1.0 / 39916800 + x * series;
        series = 1.0 / 3628800 + x * series;
        series = 1.0 / 362880 + x * series;
        series = 1.0 / 40320 + x * series;
        series = 1.0 / 5040 + x * series;
        series = 1.0 / 720 + x * series;
        series = 1.0 / 120 + x * series;
        series = 1.0 / 24 + x * series;
        series = 1.0 / 6 + x * series;
        series = 1.0 / 2 + x * series;
        return x + (x * x * series + rounding);
    }

    /** Natural logarithm: NaN below zero, minus infinity at zero. */
    public static double log(double x) {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        if (x >= ROOT_2 / 2 && x < ROOT_2) {
            return logNearOne(x - 1, 0, 0);
        }
        int k = exponent(x);
        return logNearOne(PowersOfTwo.scale(x, -k) - 1, k, 0);
    }

    /** log(1 + x), precise near zero as well. */
    public static double log1p(double x) {
        if (x > -0.29 && x < 0.41) {
            return Math.abs(x) < 1e-300 ? x : logNearOne(x, 0, 0);
        }
        double sum = 1 + x;
        if (!(x > -1) || sum >= TWO_TO_54) {
            return log(sum);
        }
        int k = exponent(sum);
        double lost = sum - x == 1 ? x - (sum - 1) : 1 - (sum - x);
        return logNearOne(PowersOfTwo.scale(sum, -k) - 1, k, lost / sum);
    }

    /**
     * log(1 + f) + k ln 2 + correction, for 1 + f between sqrt(1/2) and sqrt(2). With s = f / (2 + f) the logarithm is
     * 2 s + 2/3 s^3 + 2/5 s^5 + ...; it is summed as f - s (f - rest) so that f, which is exact, dominates.
     */
    private static double logNearOne(double f, double k, double correction) {
        double s = f / (2 + f);
        double z = s * s;
        double series = 2.0 / 21;
        series = 2.0 / 19 + z * series;
        series = 2.0 / 17 + z * series;
        series = 2.0 / 15 + z * series;
        series = 2.0 / 13 + z * series;
        series = 2.0 / 11 + z * series;
        series = 2.0 / 9 + z * series;
        series = 2.0 / 7 + z * series;
        series = 2.0 / 5 + z * series;
        series = 2.0 / 3 + z * series;
        double rest = z * series;
        double half = 0.5 * f * f;
        return k * LN2_HIGH - ((half - (s * (half + rest) + (k * LN2_LOW + correction))) - f);
    }

    /** The k for which x / 2^k lies between sqrt(1/2) and sqrt(2); x positive and finite. */
    static int exponent(double x) {
        int k = PowersOfTwo.exponent(x);
        return PowersOfTwo.scale(x, -k) >= ROOT_2 ? k + 1 : k;
    }

    /** Hyperbolic tangent. */
    public static double tanh(double x) {
        double size = Math.abs(x);
        if (size < 1e-9 || Double.isNaN(x)) {
            return x;
        }
        if (size > 22) {
            return x > 0 ? 1 : -1;
        }
        double e = expm1(size < 0.55 ? -2 * size : 2 * size);
        double y = size < 0.55 ? -e / (e + 2) : 1 - 2 / (e + 2);
        return x < 0 ? -y : y;
    }

    /** Sine of x radians. */
    public static double sin(double x) {
        return Wave.quarter(x, 0);
    }

    /** Cosine of x radians. */
    public static double cos(double x) {
        return Wave.quarter(x, 1);
    }

    /** The error function: twice the integral of exp(-t^2) from 0 to x, over the square root of pi. */
    public static double erf(double x) {
        return ErrorFunction.erf(x);
    }

    /** x to the power y, with the special cases of {@link Math#pow}. */
    public static double pow(double x, double y) {
        return Power.pow(x, y);
    }
}
