package dev.steep.ui.recovery;

import java.util.HashMap;
import java.util.Map;

/**
 * How long the worker has been silent, in time that the page itself was awake. A page that sleeps, is throttled in the
 * background or is busy has ticks that are far apart; each counts as one interval at the most, so that the worker's answer, which
 * then waits in the queue, is heard before the worker is given up.
 */
final class SilenceTimer {
    /** A worker that answers nothing for so long is taken for dead, in milliseconds. */
    static final double LIMIT = 10_000;

    /** From tick to tick. */
    static final double INTERVAL = 1000;

    private final Map<Integer, Double> more = new HashMap<>();
    private double silent;
    private double last;
    private boolean heard;

    /** @param now in milliseconds, of any clock that goes on */
    SilenceTimer(double now) {
        last = now;
    }

    /** Grants more time, in milliseconds, until what has this number is answered. */
    void grant(int id, double milliseconds) {
        more.put(id, milliseconds);
    }

    /** The worker said something; perhaps the answer to the request of this number. */
    void heard(int id) {
        more.remove(id);
        silent = 0;
        heard = true;
    }

    /** Call it at each interval. */
    void tick(double now) {
        silent += Math.min(INTERVAL, Math.max(0, now - last));
        last = now;
        heard = false;
    }

    /** Whether anything was heard since the last tick. */
    boolean broken() {
        return heard;
    }

    boolean tooLong() {
        double limit = LIMIT;
        for (double each : more.values()) {
            limit += each;
        }
        return silent >= limit;
    }
}
