package dev.steep.picture;

/** A palette of 256 colours from low to high, each 0xRRGGBB. */
public final class Ramp {
    private static final int BLUE = 0x2166ac;
    private static final int ORANGE = 0xd95f0e;
    private static final int LIGHT_NEUTRAL = 0xf7f7f7;
    private static final int DARK_NEUTRAL = 0x343a40;

    /** Signed numbers on a light page: blue, nearly white at zero, orange. */
    public static final Ramp SIGNED = new Ramp(BLUE, 0x92c0de, LIGHT_NEUTRAL, 0xf3b381, ORANGE);

    /** Signed numbers for black and white print: black, grey at zero, white. */
    private static final Ramp SIGNED_GREY = new Ramp(0x000000, 0x808080, 0xffffff);

    /** Signed numbers on a dark page: the neutral middle is dark, so that small weights recede there too. */
    public static final Ramp SIGNED_DARK = new Ramp(0x4a94d8, 0x3c678f, DARK_NEUTRAL, 0x8f5c38, 0xee7a2a);

    /**
     * Magnitudes: from dark blue to yellow with evenly rising lightness, so that grey print keeps the order. Seventeen
     * colours of cividis (Nunez, Anderton and Renslow, PLOS ONE 13(7), 2018), made for all kinds of colour vision.
     */
    public static final Ramp MAGNITUDE = new Ramp(
            0x00224e, 0x002d6c, 0x16396d, 0x2f456c, 0x41506b, 0x525c6c, 0x61686f, 0x707473, 0x7e8078, 0x8c8c78,
            0x9b9876, 0xaba572, 0xbbb26b, 0xccc061, 0xddcf54, 0xefde45, 0xfee838);

    private static final Ramp KEPT_LIGHT = new Ramp(0xe3e7e5, 0x0f5f55);

    private static final Ramp KEPT_DARK = new Ramp(DARK_NEUTRAL, 0x5fb8a8);

    /** White on black. */
    public static final Ramp GREY = new Ramp(0x000000, 0xffffff);

    private static final int SIZE = 256;
    private static final int MIDDLE = 128;

    private static boolean grey;

    private final int[] colours = new int[SIZE];

    /** Colours at even distances, blended in between; an odd number of them puts the middle one at {@code colour(0.5)}. */
    Ramp(int... stops) {
        for (int i = 0; i < SIZE; i++) {
            // Entry 128 stands for the exact middle; below it steps are 1/256, above it 1/254.
            double place = i <= MIDDLE ? i / 256.0 : 0.5 + (i - MIDDLE) / 254.0;
            double at = place * (stops.length - 1);
            int left = Math.min((int) at, stops.length - 2);
            colours[i] = blend(stops[left], stops[left + 1], at - left);
        }
    }

    /**
     * From now on pictures are for black and white print, or are not any more. Of all ramps only the signed one is another then: blue and
     * orange are the same grey, and the others rise in lightness.
     */
    public static void print(boolean blackAndWhite) {
        grey = blackAndWhite;
    }

    /** Signed numbers on a page of this mode, or for the print that is under way. */
    public static Ramp signed(boolean dark) {
        return grey ? SIGNED_GREY : dark ? SIGNED_DARK : SIGNED;
    }

    /** What is kept, in the page's own colour; what is dropped recedes. */
    public static Ramp kept(boolean dark) {
        return dark ? KEPT_DARK : KEPT_LIGHT;
    }

    /** Of the lines around matrices on a page of this mode: unlike any colour that stands for a number. */
    public static int hairline(boolean dark) {
        return dark ? 0x5a6268 : 0xc3c9c7;
    }

    /** The colour at a share of the way, 0 to 1; beyond them the end colours; for NaN that of the low end. */
    public int colour(double share) {
        int i = (int) (share <= 0.5 ? share * 256 : MIDDLE + (share - 0.5) * 254 + 0.5);
        return colours[Math.max(0, Math.min(SIZE - 1, i))];
    }

    /** Between two colours: {@code share} 0 is a, 1 is b. */
    static int blend(int a, int b, double share) {
        int red = mix(a >> 16 & 255, b >> 16 & 255, share);
        int green = mix(a >> 8 & 255, b >> 8 & 255, share);
        return red << 16 | green << 8 | mix(a & 255, b & 255, share);
    }

    private static int mix(int a, int b, double share) {
        return (int) (a + (b - a) * share + 0.5);
    }
}
