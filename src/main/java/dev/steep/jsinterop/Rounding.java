package dev.steep.jsinterop;

/**
 * Rounding as Java defines it, at run time in place of TeaVM's: there {@code rint} rounds halves away from zero and ends
 * at the largest long, and {@code round} takes 0.49999999999999994 for a half and rounds negative halves down.
 */
public final class Rounding {
    /** From here on doubles are whole numbers, and below it a sum with it is rounded to one. */
    private static final double WHOLE = 4503599627370496.0; // 2^52

    private Rounding() {}

    /** {@link Math#rint}: the nearest whole number, of two the even one. Zero keeps its sign, as do numbers that become zero. */
    public static double rint(double x) {
        double size = Math.abs(x);
        if (!(size < WHOLE) || size == 0) {
            return x; // whole already, infinite, or NaN
        }
        double whole = (size + WHOLE) - WHOLE;
        return x < 0 ? -whole : whole;
    }

    /** {@link Math#round(double)}: the nearest whole number, of two the larger one. */
    public static long round(double x) {
        double floor = Math.floor(x);
        return (long) (x - floor >= 0.5 ? floor + 1 : floor);
    }
}
