package dev.steep.engine;

/**
 * What an epoch came to. Accuracies are NaN for regression, validation numbers are NaN without a validation part.
 *
 * @param number counted from 1
 * @param step how many steps had been done at its end
 * @param loss mean loss over its samples, each in the step that learned from it
 * @param accuracy share of right predictions over its samples, likewise
 * @param validation the validation part at its end
 * @param seconds how long it took, pauses left out
 */
public record Epoch(int number, int step, double loss, double accuracy, Score validation, double seconds) {}
