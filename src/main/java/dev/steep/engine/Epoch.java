package dev.steep.engine;

/**
 * What an epoch came to. Accuracies are NaN for regression, validation numbers are NaN without a validation part.
 *
 * @param number counted from 1
 * @param step how many steps had been done at its end
 * @param training metrics of its samples, each in the step that learned from it
 * @param validation the validation part at its end
 * @param seconds how long it took, pauses left out
 */
public record Epoch(int number, int step, Values training, Score validation, double seconds) {
    /** The mean loss over its samples. */
    public double loss() {
        return training.of("loss");
    }

    /** The share of right predictions over its samples. */
    public double accuracy() {
        return training.of("accuracy");
    }
}
