package dev.steep.worker.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PacerTest {
    private static final double INTERVAL = 25;

    private final Pacer pacer = new Pacer();

    @Test
    void stepsComeAtEvenIntervals() {
        pacer.start(1000);
        int steps = 0;
        for (int now = 1000; now < 2000; now++) {
            int due = pacer.due(now, INTERVAL);
            steps += due;
            pacer.did(due, INTERVAL);
            assertTrue(due <= 1, due + " steps at once");
        }
        assertEquals(40, steps);
        assertTrue(pacer.keepsUp(2000));
    }

    @Test
    void timerThatIsLateIsCaughtUpWith() {
        pacer.start(0);
        pacer.did(pacer.due(0, INTERVAL), INTERVAL);
        assertEquals(3, pacer.due(80, INTERVAL)); // at 25, 50 and 75
    }

    @Test
    void machineThatCannotKeepUpOwesNothing() {
        pacer.start(0);
        double now = 0;
        for (int i = 0; i < 100; i++) {
            pacer.did(Math.min(1, pacer.due(now, INTERVAL)), INTERVAL);
            now += 60;
        }
        assertTrue(pacer.due(now, INTERVAL) <= 5);
        assertFalse(pacer.keepsUp(now));
    }

    @Test
    void shorterIntervalAppliesAtOnce() {
        pacer.start(0);
        pacer.did(pacer.due(0, 250), 250);
        assertEquals(0, pacer.due(1, 250));
        assertTrue(pacer.rest(1) > 200);
        assertEquals(0, pacer.due(2, 5));
        assertEquals(5, pacer.rest(2), 0);
        assertEquals(1, pacer.due(7, 5));
    }
}
