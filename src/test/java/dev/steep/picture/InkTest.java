package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class InkTest {
    private static final int SIDE = 28;

    private static Ink line(double x0, double y0, double x1, double y1) {
        Ink ink = new Ink();
        ink.begin(x0, y0);
        ink.to(x1, y1);
        return ink;
    }

    /** First and last row, first and last column with ink. */
    private static int[] box(float[] image) {
        int[] box = {SIDE, -1, SIDE, -1};
        for (int i = 0; i < image.length; i++) {
            if (image[i] > 0.25) {
                box[0] = Math.min(box[0], i / SIDE);
                box[1] = Math.max(box[1], i / SIDE);
                box[2] = Math.min(box[2], i % SIDE);
                box[3] = Math.max(box[3], i % SIDE);
            }
        }
        return box;
    }

    @Test
    void aDrawingInACornerIsPlacedInTheMiddle20PixelsHigh() {
        float[] image = line(0.1, 0.1, 0.1, 0.4).image(SIDE, SIDE, true, 0, 1);
        assertArrayEquals(new int[] {4, 23, 13, 14}, new int[] {box(image)[0], box(image)[1], 13, 14});
        assertEquals(SIDE - 1, box(image)[2] + box(image)[3], "in the middle from left to right");
    }

    @Test
    void oneThatIsNotPlacedStaysWhereItIs() {
        int[] box = box(line(0.25, 0.5, 0.75, 0.5).image(SIDE, SIDE, false, 0, 1));
        assertEquals(SIDE - 1, box[2] + box[3]);
        assertTrue(box[2] >= 5 && box[2] <= 7, "begins at 7 less the pen: " + box[2]);
    }

    @Test
    void edgesAreSmooth() {
        float[] image = line(0.2, 0.3, 0.8, 0.55).image(SIDE, SIDE, false, 0, 1);
        int between = 0;
        for (float each : image) {
            between += each > 0.1 && each < 0.9 ? 1 : 0;
        }
        assertTrue(between > 20);
    }

    @Test
    void paperAndInkHaveTheNumbersOfTheData() {
        float[] image = line(0.5, 0.2, 0.5, 0.8).image(SIDE, SIDE, true, 255, 0);
        assertEquals(255, image[0]);
        assertEquals(0, image[14 * SIDE + 14], 1e-4);
    }

    @Test
    void aDotStaysSmallAndNothingIsPaper() {
        Ink ink = new Ink();
        assertArrayEquals(new float[SIDE * SIDE], ink.image(SIDE, SIDE, true, 0, 1), 0);
        ink.begin(0.9, 0.9);
        int[] box = box(ink.image(SIDE, SIDE, true, 0, 1));
        assertTrue(box[1] - box[0] <= 3);
        ink.undo();
        assertTrue(ink.isEmpty());
    }

    @Test
    void imagesNeedNotBeSquare() {
        float[] image = line(0.1, 0.1, 0.9, 0.9).image(10, 20, true, 0, 1);
        assertEquals(200, image.length);
        assertEquals(0, image[0], "there is room at the edge");
        assertEquals(1, image[5 * 20 + 10], 0.35);
    }
}
