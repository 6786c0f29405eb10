package dev.steep.math;

/**
 * The error function by Taylor series: around 0 for small arguments, otherwise around the nearest quarter c, where the
 * slope is 2/sqrt(pi) exp(-c^2) and the higher coefficients follow from f'' = -2 x f'.
 */
final class ErrorFunction {
    private static final double SLOPE_AT_ZERO_MINUS_1 = 0.1283791670955126;
    private static final int TERMS = 15;

    /** erf(0), erf(1/4), ..., erf(6). */
    private static final double[] AT_QUARTERS = {
        0,
        0.27632639016823696,
        0.5204998778130465,
        0.7111556336535151,
        0.8427007929497149,
        0.9229001282564583,
        0.9661051464753108,
        0.9866716712191824,
        0.9953222650189527,
        0.9985372834133188,
        0.999593047982555,
        0.9998993780778803,
        0.9999779095030014,
        0.9999956972205363,
        0.9999992569016276,
        0.9999998862727434,
        0.9999999845827421,
        0.9999999981494259,
        0.9999999998033839,
        0.9999999999815149,
        0.9999999999984626,
        0.9999999999998869,
        0.9999999999999927,
        0.9999999999999996,
        1.0
    };

    /** Per quarter c: the coefficients of h, h^2, h^3, ... in erf(c + h). */
    private static final double[][] SERIES = new double[AT_QUARTERS.length][];

    static {
        for (int i = 0; i < SERIES.length; i++) {
            SERIES[i] = series(i / 4.0);
        }
    }

    private ErrorFunction() {}

    private static double[] series(double c) {
        double[] slope = new double[TERMS];
        slope[0] = (1 + SLOPE_AT_ZERO_MINUS_1) * Elementary.exp(-c * c);
        for (int n = 0; n + 1 < TERMS; n++) {
            slope[n + 1] = -2 * (c * slope[n] + (n > 0 ? slope[n - 1] : 0)) / (n + 1);
        }
        double[] series = new double[TERMS];
        for (int n = 0; n < TERMS; n++) {
            series[n] = slope[n] / (n + 1);
        }
        return series;
    }

    static double erf(double x) {
        double size = Math.abs(x);
        if (size < 0.375) {
            return nearZero(x);
        }
        if (size >= 6) {
            return x > 0 ? 1 : -1;
        }
        if (Double.isNaN(x)) {
            return x;
        }
        int quarter = (int) (size * 4 + 0.5);
        double[] series = SERIES[quarter];
        double h = size - quarter / 4.0;
        double sum = series[TERMS - 1];
        for (int n = TERMS - 2; n >= 0; n--) {
            sum = sum * h + series[n];
        }
        double y = AT_QUARTERS[quarter] + h * sum;
        return x < 0 ? -y : y;
    }

    /** 2/sqrt(pi) (x - x^3/3 + x^5/(2! 5) - x^7/(3! 7) + ...), with x itself kept apart as it is exact. */
    private static double nearZero(double x) {
        if (x == 0) {
            return x;
        }
        double z = x * x;
        double sum = -1.0 / 6894720;
        sum = 1.0 / 685440 + z * sum;
        sum = -1.0 / 75600 + z * sum;
        sum = 1.0 / 9360 + z * sum;
        sum = -1.0 / 1320 + z * sum;
        sum = 1.0 / 216 + z * sum;
        sum = -1.0 / 42 + z * sum;
        sum = 1.0 / 10 + z * sum;
        sum = -1.0 / 3 + z * sum;
        double series = z * sum;
        return x + x * (SLOPE_AT_ZERO_MINUS_1 + (1 + SLOPE_AT_ZERO_MINUS_1) * series);
    }
}
