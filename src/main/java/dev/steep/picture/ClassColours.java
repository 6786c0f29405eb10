package dev.steep.picture;

import java.util.Arrays;

/**
 * Colours for classes. None is a blue or an orange: these are the signs of numbers, and both are seen on one card. The first three differ
 * by 37 or more (CIE 1976) for every kind of colour vision, as Machado, Oliveira and Fernandes simulate it (IEEE TVCG 15(6), 2009).
 */
public final class ClassColours {
    // Purple and green first: most data sets here have two classes.
    private static final int[] COLOURS = {
        0x9444ad, 0x2f9e77, 0xc9b000, 0x606060, 0xd6246e, 0x5d6d1e, 0xdca3d6, 0x9be0b8, 0x9a9a9a, 0xf4ec9c
    };

    private static final String[] CSS = Arrays.stream(COLOURS)
            .mapToObj(colour -> "#" + Integer.toHexString(0x1000000 | colour).substring(1))
            .toArray(String[]::new);

    private ClassColours() {}

    /** The colour of a class, 0xRRGGBB; they repeat after ten. */
    public static int of(int index) {
        return COLOURS[Math.floorMod(index, COLOURS.length)];
    }

    /** The same for style sheets: {@code #9444ad}. */
    public static String css(int index) {
        return CSS[Math.floorMod(index, CSS.length)];
    }
}
