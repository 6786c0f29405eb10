package dev.steep.worker.experiment;

/**
 * Says how many steps are due, so that they come at even intervals. A machine that cannot keep up does as many as it can, and owes
 * nothing later. Times are in milliseconds, by any clock.
 */
public final class Pacer {
    /** What came later than this is not caught up on. */
    private static final double LATE = 100;

    /** After so long without being late, it is the pace that training waits for, and not the machine. */
    private static final double STEADY = 500;

    private double due = Double.NEGATIVE_INFINITY;
    private double late = Double.NEGATIVE_INFINITY;

    /** Training begins: a step is due at once. */
    public void start(double now) {
        due = now;
        late = Double.NEGATIVE_INFINITY;
    }

    /**
     * How many steps are due by now.
     *
     * @param interval from one step to the next
     */
    public int due(double now, double interval) {
        due = Math.min(due, now + interval); // the interval may have been longer before
        if (now - due > Math.max(LATE, interval)) {
            late = due = now;
        }
        return now < due ? 0 : 1 + (int) ((now - due) / interval);
    }

    /** So many have been done. */
    public void did(int steps, double interval) {
        due += steps * interval;
    }

    /** How long until the next one is due. */
    public double rest(double now) {
        return Math.max(0, due - now);
    }

    /** Whether steps come when they are due: the machine could do more. */
    public boolean keepsUp(double now) {
        return now - late > STEADY;
    }
}
