package dev.steep.picture;

/**
 * Which number gets which colour of a ramp.
 *
 * @param ramp the colours
 * @param low the number that gets the first
 * @param high the number that gets the last; above low
 */
public record Scale(Ramp ramp, double low, double high) {
    /** What stands for a number that is none. */
    static final int NOT_A_NUMBER = 0xff00ff;

    public Scale {
        if (!(high > low)) {
            high = low + 1;
        }
    }

    /** Signed numbers, symmetric about zero, which is exactly neutral. */
    public static Scale signed(double most, boolean dark) {
        double end = most > 0 ? most : 1;
        return new Scale(Ramp.signed(dark), -end, end);
    }

    /** Numbers from zero up; from low up if some lie below zero. */
    public static Scale magnitude(Range range) {
        return new Scale(Ramp.MAGNITUDE, Math.min(0, range.low()), range.high());
    }

    /** The colour, 0xRRGGBB. */
    public int colour(double value) {
        return Double.isNaN(value) ? NOT_A_NUMBER : ramp.colour((value - low) / (high - low));
    }
}
