package dev.steep.math;

/** Rounding to float32 where a number goes on as a double: a cast alone rounds nothing in TeaVM's JavaScript. */
public final class Single {
    private Single() {}

    /** The nearest float32. */
    public static double of(double x) {
        return Float.intBitsToFloat(Float.floatToIntBits((float) x));
    }
}
