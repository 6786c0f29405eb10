package dev.steep.network.formula;

import java.util.Optional;

/**
 * What the numbers of a training step may depend on: where training is.
 *
 * @param step the number of the step, the first is 1
 * @param epoch finished epochs
 * @param samples how many have been learned from before this step, each as often as it was
 * @param count samples in this step's batch
 * @param rate the learning rate that a callback has set in place of the optimizer's own
 */
public record StepContext(int step, int epoch, double samples, int count, Optional<Double> rate) {
    /** Of a step of the first epoch, all batches having this size. */
    public static StepContext of(int step, int count) {
        return new StepContext(step, 0, (step - 1.0) * count, count, Optional.empty());
    }

    /** Whether what does not depend on the step is the same in both. */
    boolean alike(StepContext other) {
        return count == other.count && rate.equals(other.rate);
    }
}
