package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class UnitPlanesImageTest {
    private static int colour(UnitPlanesImage image, byte[] rgba, int x, int y) {
        int at = 4 * (y * image.sheet().across() + x);
        return (rgba[at] & 255) << 16 | (rgba[at + 1] & 255) << 8 | rgba[at + 2] & 255;
    }

    @Test
    void lowYIsAtTheBottomAndZeroIsNeutral() {
        UnitPlanesImage image = UnitPlanesImage.of(2, 16);
        float[] values = new float[16 * 16 * 2];
        values[0] = -1; // unit 1, low x, low y
        values[2 * (16 * 16 - 1) + 1] = 1; // unit 2, high x, high y
        byte[] rgba = image.pixels(values, false);
        int down = image.sheet().down();
        assertEquals(0x2166ac, colour(image, rgba, 1, down - 2));
        assertEquals(0xf7f7f7, colour(image, rgba, 1, 1));
        assertEquals(0xd95f0e, colour(image, rgba, image.sheet().across() - 2, 1));
        assertEquals(0, image.index(new TileSheet.Spot(0, 15, 0)));
        assertEquals(2 * 255 + 1, image.index(new TileSheet.Spot(1, 0, 15)));
    }

    /** As those of weights: blue and orange at the ends, and the same round number at both. */
    @Test
    void scaleEndsAtARoundNumber() {
        float[] values = new float[16 * 16];
        values[7] = -2.7f;
        assertEquals(Scale.signed(3, true), UnitPlanesImage.of(1, 16).scale(values, true));
    }

    @Test
    void withoutNumbersItIsBlank() {
        UnitPlanesImage image = UnitPlanesImage.of(3, 16);
        assertFalse(image.knows(new float[0]));
        assertEquals(0, colour(image, image.pixels(new float[0], true), 5, 5));
    }

    @Test
    void ofManyUnitsTheFirstAreDrawn() {
        assertEquals(32, UnitPlanesImage.of(100, 16).shown());
    }
}
