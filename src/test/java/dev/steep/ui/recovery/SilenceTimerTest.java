package dev.steep.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SilenceTimerTest {
    private double now = 5000;
    private final SilenceTimer silence = new SilenceTimer(now);

    private void tick(double milliseconds) {
        now += milliseconds;
        silence.tick(now);
    }

    /** How many ticks, so far apart, pass until the worker is given up. */
    private int ticksUntilGivenUp(double apart) {
        int ticks = 0;
        while (!silence.tooLong()) {
            tick(apart);
            ticks++;
        }
        return ticks;
    }

    @Test
    void tenSecondsOfSilenceAreTooLong() {
        assertEquals(10, ticksUntilGivenUp(SilenceTimer.INTERVAL));
    }

    @Test
    void oneWordIsEnough() {
        for (int i = 0; i < 9; i++) {
            tick(SilenceTimer.INTERVAL);
        }
        silence.heard(0);
        assertEquals(10, ticksUntilGivenUp(SilenceTimer.INTERVAL));
    }

    @Test
    void sleepOfTheWholeMachineIsNoSilence() {
        tick(8 * 3600 * 1000);
        assertFalse(silence.tooLong());
        assertEquals(9, ticksUntilGivenUp(SilenceTimer.INTERVAL));
    }

    @Test
    void throttledTicksCountAsOneEach() {
        assertEquals(10, ticksUntilGivenUp(60_000));
    }

    @Test
    void aClockThatGoesBackDoesNoHarm() {
        tick(-100_000);
        assertEquals(10, ticksUntilGivenUp(SilenceTimer.INTERVAL));
    }

    @Test
    void whoWasGrantedMoreTimeHasItUntilItAnswers() {
        silence.grant(7, 5000);
        silence.heard(3);
        assertEquals(15, ticksUntilGivenUp(SilenceTimer.INTERVAL));
        silence.heard(7);
        assertEquals(10, ticksUntilGivenUp(SilenceTimer.INTERVAL));
    }

    @Test
    void whetherAnythingWasHeardIsForgottenAtEachTick() {
        assertFalse(silence.broken());
        silence.heard(1);
        assertTrue(silence.broken());
        tick(1);
        assertFalse(silence.broken());
    }
}
