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
        assertEquals(TileSheet.Spot.NONE, sheet.spot(5, 5));
        assertEquals(new TileSheet.Spot(2, 0, 0), sheet.spot(1, 5));
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
        assertTrue(reds[0] < reds[2], "class 1, green, is on top");
        assertEquals(reds[0], reds[1]);
    }

    @Test
    void aNumberToPredictHasItsColourOfTheScaleAndStandsOnItsHead() {
        float[] outputs = {10, 99, 20, 99, 30, 99, 40, 99, 50, 99, 60, 99
        }; // 2 rows of 3, the first of two numbers each
        assertArrayEquals(new int[] {40, 50, 60, 10, 20, 30}, reds(Boundary.numbers(outputs, 3, 2, 2, GREY)));
    }

    /** Between the paper, black here, and the class' colour: 0.55 of the way if it is certain, 0.55 · 0.15 if it is not at all. */
    @Test
    void anAnswersColourIsBlendedWithThePaper() {
        int green = 0x2f;
        int[] one = reds(Boundary.classes(new float[] {1, 0.75f, 0.5f}, 3, 1, 1, 0x000000));
        assertArrayEquals(
                new int[] {
                    (int) (green * 0.55 + 0.5), (int) (green * 0.55 * 0.575 + 0.5), (int) (green * 0.55 * 0.15 + 0.5)
                },
                one);
        float[] three = {0, 1, 0, 0.25f, 0.5f, 0.25f};
        assertArrayEquals(
                new int[] {(int) (green * 0.55 + 0.5), (int) (green * 0.55 * (0.15 + 0.85 * 0.25) + 0.5)},
                reds(Boundary.classes(three, 2, 1, 3, 0x000000)));
    }

    @Test
    void aSurerAnswerHasMoreColour() {
        float[] shares = {0.4f, 0.3f, 0.3f, 0.9f, 0.05f, 0.05f};
        int[] reds = reds(Boundary.classes(shares, 2, 1, 3, 0xffffff));
        assertTrue(reds[1] < reds[0], "purple takes red away from white");
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
        float[] four = {10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30}; // 2 x 2, from 10, black, to 30, white
        byte[] image = SampleImage.pixels(four, 2, 2, 3, 10, 30);
        int[] expected = {0, 13, 26, 255, 38, 51, 64, 255, 77, 89, 102, 255, 115, 128, 255, 255};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], image[i] & 255, "byte " + i);
        }
    }

    @Test
    void ofAnImageWithoutColoursTheFirstChannelIsShown() {
        float[] two = {10, 99, 20, 99, 30, 99, 15, 99}; // 2 x 2 x 2
        assertArrayEquals(new int[] {0, 128, 255, 64}, reds(SampleImage.pixels(two, 2, 2, 2, 10, 30)));
    }

    @Test
    void rangesAreJoined() {
        assertEquals(new Range(-3, 5), new Range(-1, 5).with(new Range(-3, 2)));
        assertEquals(3, new Range(-3, 2).most());
        assertEquals(4, new Range(-3, 4).most());
    }

    private static int[] reds(byte[] pixels) {
        int[] reds = new int[pixels.length / 4];
        for (int i = 0; i < reds.length; i++) {
            reds[i] = pixels[4 * i] & 255;
        }
        return reds;
    }
}
