package dev.steep.jsinterop;

/**
 * Whether numbers are numbers, at run time in place of TeaVM's answers, for which its WebAssembly calls JavaScript each time, as
 * for each weight when a network is looked through.
 */
public final class Finiteness {
    private Finiteness() {}

    /** {@link Double#isNaN(double)}. */
    public static boolean isNaN(double x) {
        return !(x <= Double.POSITIVE_INFINITY);
    }

    /** {@link Double#isFinite(double)}. */
    public static boolean isFinite(double x) {
        return x >= -Double.MAX_VALUE && x <= Double.MAX_VALUE;
    }

    /** {@link Double#isInfinite(double)}. */
    public static boolean isInfinite(double x) {
        return x == Double.POSITIVE_INFINITY || x == Double.NEGATIVE_INFINITY;
    }

    /** {@link Float#isNaN(float)}. */
    public static boolean isNaN(float x) {
        return isNaN((double) x);
    }

    /** {@link Float#isFinite(float)}. */
    public static boolean isFinite(float x) {
        return isFinite((double) x);
    }

    /** {@link Float#isInfinite(float)}. */
    public static boolean isInfinite(float x) {
        return isInfinite((double) x);
    }
}
