package dev.steep.network.callback;

import java.util.function.ToDoubleFunction;

/**
 * What a callback is told at the end of an epoch.
 *
 * @param epoch counted from 1
 * @param rate the learning rate now
 * @param logs what was measured, by Keras' names: {@code loss}, {@code val_accuracy}; NaN for what was not
 */
public record EpochEnd(int epoch, double rate, ToDoubleFunction<String> logs) {}
