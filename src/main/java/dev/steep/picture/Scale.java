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

    /** On a colour of this luminance black and white are equally easy to read. */
    private static final double EVEN = 0.179;

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

    /** Red, green, blue and alpha of so many numbers at even distances from low to high. */
    public byte[] row(int count) {
        byte[] rgba = new byte[count * 4];
        for (int i = 0; i < count; i++) {
            HeatMap.put(rgba, i, colour(low + (high - low) * i / (count - 1)));
        }
        return rgba;
    }

    /** Takes the colours of a cell, as style sheets write them. */
    public interface Paint {
        void with(String background, String text);
    }

    /** A number's colour, and black or white on it. */
    public void paint(double value, Paint cell) {
        cell.with("#" + Integer.toHexString(0x1000000 | colour(value)).substring(1), light(value) ? "#000" : "#fff");
    }

    /** Whether black is easier to read than white on a number's colour, by relative luminance (WCAG 2.2). */
    private boolean light(double value) {
        int colour = colour(value);
        double luminance = 0.2126 * linear(colour >> 16 & 255)
                + 0.7152 * linear(colour >> 8 & 255)
                + 0.0722 * linear(colour & 255);
        return luminance > EVEN;
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
