package dev.steep.ui.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.look.ScoresLook;
import org.junit.jupiter.api.Test;

/** Shares of a class at its thresholds, and where they are drawn. */
class ClassCurveTest {
    /** Four of the class, six others; three thresholds. */
    private static ClassCurve curve() {
        float[] numbers = new float[ScoresLook.POINTS + 9];
        numbers[0] = 4;
        numbers[1] = 6;
        float[] points = {0.9f, 1, 0, 0.5f, 3, 1, 0.2f, 4, 6};
        System.arraycopy(points, 0, numbers, ScoresLook.POINTS, 9);
        numbers[ScoresLook.HEAD + ScoresLook.BIN * 7] = 31;
        numbers[ScoresLook.HEAD + ScoresLook.BIN * 7 + 2] = 0.68f;
        return new ClassCurve(numbers);
    }

    @Test
    void sharesAreThoseOfTheTextbook() {
        ClassCurve curve = curve();
        assertEquals(3, curve.points());
        assertEquals(0.75, curve.recall(1));
        assertEquals(1 / 6.0, curve.falsePositiveRate(1));
        assertEquals(0.75, curve.precision(1));
        assertEquals(0.75, curve.f1(1));
        assertEquals(0.4, curve.precision(2));
        assertEquals(2 * 0.4 / 1.4, curve.f1(2), 1e-15);
    }

    @Test
    void aThresholdBetweenScoresCountsThoseAboveIt() {
        ClassCurve curve = curve();
        assertEquals(0, curve.at(0.95));
        assertEquals(0, curve.at(0.6));
        assertEquals(1, curve.at(0.5));
        assertEquals(1, curve.at(0.3));
        assertEquals(2, curve.at(0));
    }

    @Test
    void curvesGoFromCornerToCorner() {
        assertArrayEquals(new double[][] {{0, 0, 1 / 6.0, 1}, {0, 0.25, 0.75, 1}}, curve().roc());
        assertArrayEquals(
                new double[][] {{0, 0.25, 0.25, 0.75, 0.75, 1}, {1, 1, 0.75, 0.75, 0.4, 0.4}},
                curve().precisionOverRecall());
    }

    @Test
    void thePointerFindsTheNearestThreshold() {
        assertEquals(1, curve().nearestOfRoc(0.2, 0.7));
        assertEquals(0, curve().nearestOfRoc(0, 0));
        assertEquals(2, curve().nearestOfPrecision(0.9, 0.4));
    }

    @Test
    void aThresholdIsSaidInWords() {
        assertEquals(
                "A score of 0.500 or more means cat: finds 3 of 4 (true positive rate, recall 0.750), takes 1 of 6 others for it (false positive rate"
                        + " 0.167); precision 0.750, F1 0.750.",
                RocView.words(curve(), 1, "cat"));
        assertEquals("said 0.7 to 0.8: 31 samples, 0.68 right", RocView.binWords(curve(), 7));
        assertEquals("said 0.1 to 0.2: 0 samples", RocView.binWords(curve(), 1));
    }
}
