package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class UnitPlanesImageTest {
    private static int colour(UnitPlanesImage image, byte[] rgba, int x, int y) {
        int at = 4 * (y * image.sheet().across() + x);
        return (rgba[at] & 255) << 16 | (rgba[at + 1] & 255) << 8 | rgba[at + 2] & 255;
    }

    @Test
    void zeroIsNeutralAndAllUnitsHaveOneScale() {
        UnitPlanesImage image = UnitPlanesImage.of(2, 16);
        float[] values = new float[16 * 16 * 2];
        values[0] = -1; // unit 1, low x, high y
        values[2 * (16 * 16 - 1) + 1] = 1; // unit 2, high x, low y
        byte[] rgba = image.pixels(values, false);
        int down = image.sheet().down();
        int across = image.sheet().across();
        assertEquals(Scale.signed(1, false).colour(-1), colour(image, rgba, 1, 1));
        assertEquals(Scale.signed(1, false).colour(0), colour(image, rgba, 1, down - 2));
        assertEquals(Scale.signed(1, false).colour(1), colour(image, rgba, across - 2, down - 2));
        assertEquals(0, image.index(new TileSheet.Spot(0, 0, 0)));
        assertEquals(2 * 255 + 1, image.index(new TileSheet.Spot(1, 15, 15)));
        assertEquals(-1, image.index(TileSheet.Spot.NONE));
    }

    @Test
    void withoutNumbersItIsBlank() {
        UnitPlanesImage image = UnitPlanesImage.of(3, 16);
        assertEquals(0, colour(image, image.pixels(new float[0], true), 5, 5));
    }

    @Test
    void noMoreRowsThanColumns() {
        for (int units = 1; units <= 40; units++) {
            TileSheet sheet = UnitPlanesImage.of(units, 16).sheet();
            assertTrue(sheet.down() <= sheet.across(), units + " units");
        }
    }

    @Test
    void ofManyUnitsTheFirstAreDrawn() {
        assertEquals(32, UnitPlanesImage.of(100, 16).shown());
    }
}
