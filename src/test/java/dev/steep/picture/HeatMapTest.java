package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeatMapTest {
    private static final Scale GREY = new Scale(Ramp.GREY, 0, 255);

    @Test
    void stridesPickAMatrixOutOfATensor() {
        float[] hwc = {0, 9, 10, 9, 20, 9, 30, 9}; // 2 x 2 x 2
        assertArrayEquals(new int[] {0, 10, 20, 30}, reds(HeatMap.pixels(hwc, 0, 4, 2, 2, 2, GREY)));
    }

    @Test
    void betweenTilesItIsTransparent() {
        TileSheet sheet = new TileSheet(2, 2, 1, 1, 1);
        byte[] pixels = sheet.blank();
        sheet.paint(pixels, 0, new float[] {1}, 0, 1, 1, GREY);
        sheet.paint(pixels, 1, new float[] {2}, 0, 1, 1, GREY);
        assertEquals(0, pixels[1 * 4 + 3]);
        assertEquals(TileSheet.Spot.NONE, sheet.spot(1, 0));
    }

    @Test
    void aTileThatIsMissingInTheLastRowIsNoSpot() {
        TileSheet sheet = new TileSheet(3, 2, 1, 1, 1);
        assertEquals(TileSheet.Spot.NONE, sheet.spot(4, 4));
        assertEquals(new TileSheet.Spot(2, 0, 0), sheet.spot(0, 4));
    }

    @Test
    void robustRangeLeavesOutOneOutlier() {
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 10;
        }
        values[500] = 1e9f;
        values[501] = Float.NaN;
        assertEquals(new Range(0, 9), Range.robust(values));
        assertEquals(1e9f, Range.of(values).high());
    }

    @Test
    void nothingReachesFromZeroToZero() {
        assertEquals(new Range(0, 0), Range.of(new float[] {Float.NaN}));
        assertEquals(new Range(0, 0), Range.robust(new float[0]));
    }

    @Test
    void boundaryStandsOnItsHead() {
        byte[] pixels = Boundary.classes(new float[] {0, 0, 1, 1}, 2, 2, 1, 0xffffff); // low y first: class 0
        int[] reds = reds(pixels);
        assertTrue(reds[0] > reds[2], "class 1, vermilion, is on top");
        assertEquals(reds[0], reds[1]);
    }

    @Test
    void aSurerAnswerHasMoreColour() {
        float[] shares = {0.4f, 0.3f, 0.3f, 0.9f, 0.05f, 0.05f};
        int[] reds = reds(Boundary.classes(shares, 2, 1, 3, 0xffffff));
        assertTrue(reds[1] < reds[0], "blue takes red away from white");
    }

    @Test
    void anAnswerThatIsNoNumberHasTheColourOfNone() {
        int[] one = reds(Boundary.classes(new float[] {Float.NaN}, 1, 1, 1, 0x000000));
        int[] three = reds(Boundary.classes(new float[] {Float.NaN, Float.NaN, Float.NaN}, 1, 1, 3, 0x000000));
        assertEquals(Scale.NOT_A_NUMBER >> 16, one[0]);
        assertEquals(Scale.NOT_A_NUMBER >> 16, three[0]);
    }

    @Test
    void handwritingIsInkAndAPhotoIsNot() {
        assertTrue(SampleImage.ink(new float[] {0, 0, 0, 200, 255, 0}, 0));
        assertFalse(SampleImage.ink(new float[] {0, 40, 90, 200, 255, 80}, 0));
    }

    @Test
    void coloursKeepTheirOrder() {
        byte[] pixels = SampleImage.pixels(new float[] {255, 128, 0}, 1, 1, 3, 0, 255);
        assertArrayEquals(new byte[] {(byte) 255, (byte) 128, 0, (byte) 255}, pixels);
    }

    private static int[] reds(byte[] pixels) {
        int[] reds = new int[pixels.length / 4];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = pixels[4 * i] & 255;
        }
        return reds;
    }
}
