package dev.steep.engine;

import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;

/**
 * How long a tape keeps a computer busy, in operations: what its steps say of themselves ({@link Step#work}). Unlike {@link Flops},
 * which compares speeds, it leaves nothing out: it tells beforehand whether a step ends soon enough.
 */
public final class Work {
    private static final int MOST_ROWS = 128;

    /** What the prediction tape may take, in numbers (32 MB): large pictures are predicted a few at a time. */
    private static final int MOST_NUMBERS = 1 << 22;

    private Work() {}

    /** Operations of a whole tape. */
    public static double of(Tape tape, int samples) {
        double sum = 0;
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : tape.steps(phase)) {
                sum += step.work(samples);
            }
        }
        return sum;
    }

    /**
     * How many samples are predicted at a time: as many as fit into some memory and into some time, at least one.
     *
     * @param speed operations a second
     */
    public static int predictionRows(Tape prediction, double speed) {
        double numbers = prediction.values().stream()
                .filter(Value::batched)
                .mapToDouble(value -> value.count(1))
                .sum();
        double one = of(prediction, 1);
        double more = of(prediction, 2) - one;
        double inTime = 1 + (Budget.PIECE * speed - one) / more; // weights are put in their places once for all samples
        double rows = Math.min(MOST_NUMBERS / Math.max(numbers, 1), inTime);
        return (int) Math.min(Math.max(rows, 1), MOST_ROWS);
    }
}
