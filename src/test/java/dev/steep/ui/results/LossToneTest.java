package dev.steep.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What losses sound like. */
class LossToneTest {
    private static float[] steps(int count, float loss) {
        float[] steps = new float[count];
        Arrays.fill(steps, loss);
        return steps;
    }

    private static LossTone after(float first, float then) {
        LossTone tone = new LossTone();
        tone.hear(new float[] {first});
        tone.hear(steps(2000, then));
        return tone;
    }

    @Test
    void theRunBeginsAtTheReference() {
        assertEquals(440, new LossTone().pitch());
        assertEquals(440, after(2.3f, 2.3f).pitch(), 1e-6);
    }

    @Test
    void aTenthOfTheLossIsAnOctaveLower() {
        assertEquals(220, after(2, 0.2f).pitch(), 1e-3);
        assertEquals(110, after(2, 0.02f).pitch(), 1e-3);
        assertEquals(880, after(2, 20).pitch(), 1e-3);
    }

    @Test
    void theToneStaysAudible() {
        assertEquals(LossTone.LOWEST, after(1, 1e-9f).pitch());
        assertEquals(LossTone.HIGHEST, after(1, 1e9f).pitch());
        assertEquals(LossTone.LOWEST, after(1, -1).pitch());
        assertEquals(LossTone.REFERENCE, after(0, 0).pitch());
    }

    @Test
    void aSpikeAlarmsAndNoiseDoesNot() {
        LossTone tone = new LossTone();
        assertFalse(tone.hear(new float[] {1, 9, 1}), "the beginning of a run is no spike");
        assertFalse(tone.hear(steps(100, 1)));
        assertFalse(tone.hear(new float[] {2, 0.1f, 2.5f}));
        assertTrue(tone.hear(new float[] {1, 4, 1}));
        assertTrue(tone.hear(new float[] {Float.NaN}));
        tone.begin();
        assertFalse(tone.hear(new float[] {50}));
        assertEquals(440, tone.pitch(), 1e-9);
    }
}
