package dev.steep.engine;

/**
 * What an epoch came to. Accuracies are NaN for regression, validation numbers are NaN without a validation part.
 *
 * @param number counted from 1
 * @param step how many steps had been done at its end
 * @param rate the learning rate of its last step
 * @param training metrics of its samples, each in the step that learned from it
 * @param validation the validation part at its end
 * @param seconds how long it took, pauses left out
 */
public record Epoch(int number, int step, double rate, Values training, Score validation, double seconds) {
    /** The mean loss over its samples. */
    public double loss() {
        return training.of("loss");
    }

    /** What Keras' logs call so: a metric, of the validation part after {@code val_}; NaN if it was not measured. */
    double logged(String name) {
        return name.startsWith("val_") ? validation.values().of(name.substring("val_".length())) : training.of(name);
    }

    /** The share of right predictions over its samples. */
    public double accuracy() {
        return training.of("accuracy");
    }
}
