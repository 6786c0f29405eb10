package dev.steep.ui.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class MergedLinesTest {
    private static final double NONE = Double.NaN;

    @Test
    void placesRiseAndEachLineHasItsOwn() {
        double[][] merged = MergedLines.of(
                new double[][] {{0.5, 1}, {9, 8}}, new double[][] {{1, 2}, {5, 4}, {6, 7}}, new double[][] {{}, {}});
        assertArrayEquals(new double[] {0.5, 1, 1, 2}, merged[0]);
        assertArrayEquals(new double[] {9, 8, NONE, NONE}, merged[1]);
        assertArrayEquals(new double[] {NONE, NONE, 5, 4}, merged[2]);
        assertArrayEquals(new double[] {NONE, NONE, 6, 7}, merged[3]);
        assertArrayEquals(new double[] {NONE, NONE, NONE, NONE}, merged[4]);
    }

    @Test
    void pairsEndWhereTheAxisDoes() {
        assertArrayEquals(
                new double[][] {{1, 2}, {10, 20}}, MergedLines.pairs(new double[] {1, 10, 2, 20, 3, 30}, 2.5));
    }
}
