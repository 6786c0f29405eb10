package dev.steep.math;

/** Elementary functions that give the same bits on every host. */
public final class Elementary {
    private Elementary() {}

    /** Natural logarithm. */
    public static double log(double x) {
        return StrictMath.log(x);
    }
}
