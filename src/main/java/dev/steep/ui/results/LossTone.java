package dev.steep.ui.results;

/**
 * What the losses of a run sound like: a tone that is an octave higher for ten times the loss, beside a reference tone for the loss that the
 * run began with; and an alarm for a spike, which is a step whose loss is more than three times the running mean, or no number.
 */
final class LossTone {
    /** The reference tone, in hertz: concert pitch. */
    static final double REFERENCE = 440;

    /** What a loudspeaker plays and an ear likes to hear, in hertz. */
    static final double LOWEST = 55;

    static final double HIGHEST = 3520;

    private static final double SPIKE = 3;

    /** How much of the running mean stays at each step: it follows some fifty steps. */
    private static final double STAYS = 0.98;

    /** So many steps have to be known before one is a spike. */
    private static final int KNOWN = 20;

    private double first = Double.NaN;
    private double mean = Double.NaN;
    private int steps;

    /** A run begins. */
    void begin() {
        first = Double.NaN;
        mean = Double.NaN;
        steps = 0;
    }

    /** Takes in the losses of steps; returns whether one of them is a spike. */
    boolean hear(float[] losses) {
        boolean spike = false;
        for (float loss : losses) {
            spike |= !Float.isFinite(loss) || steps >= KNOWN && loss > SPIKE * mean;
            if (Float.isFinite(loss)) {
                first = steps == 0 ? loss : first;
                mean = steps == 0 ? loss : STAYS * mean + (1 - STAYS) * loss;
                steps++;
            }
        }
        return spike;
    }

    /** The pitch of the running mean, in hertz; the reference while nothing is known. */
    double pitch() {
        double share = mean / first;
        if (!(share > 0) || Double.isInfinite(share)) {
            return mean < first ? LOWEST : REFERENCE;
        }
        double pitch = REFERENCE * Math.pow(2, Math.log10(share));
        return Math.max(LOWEST, Math.min(HIGHEST, pitch));
    }
}
