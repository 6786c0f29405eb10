package dev.steep.reference;

import dev.steep.tape.Reshape;
import dev.steep.tape.Value;

/** Reshaping: nothing to do where both values are one array, else a copy. */
final class ReshapeTask implements StepTask {
    private final double[] x;
    private final double[] y;
    private final Value shaped;

    ReshapeTask(Reshape step, ValueArrays memory) {
        x = memory.of(step.x());
        y = memory.of(step.output());
        shaped = step.output();
    }

    @Override
    public void run(int samples) {
        if (x != y) {
            System.arraycopy(x, 0, y, 0, ValueArrays.count(shaped, samples));
        }
    }
}
