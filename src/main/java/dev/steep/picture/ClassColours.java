package dev.steep.picture;

/** Colours for classes that all kinds of colour vision tell apart: Okabe and Ito, Color Universal Design, 2002. */
public final class ClassColours {
    // Blue and vermilion first: most data sets here have two classes.
    private static final int[] COLOURS = {
        0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0xf0e442, 0x7f7f7f, 0x8c564b, 0x332288
    };

    private ClassColours() {}

    /** The colour of a class, 0xRRGGBB; they repeat after ten. */
    public static int of(int index) {
        return COLOURS[Math.floorMod(index, COLOURS.length)];
    }

    /** The same for style sheets: {@code #0072b2}. */
    public static String css(int index) {
        return "#" + Integer.toHexString(0x1000000 | of(index)).substring(1);
    }
}
