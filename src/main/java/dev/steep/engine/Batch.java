package dev.steep.engine;

/**
 * Which samples one step looks at, and with what numbers.
 *
 * @param rows rows of the supply; this batch's stand from {@code from} on
 * @param from where this batch starts
 * @param count how many samples
 * @param seed decides the random numbers of this step
 * @param scalars the values of the tape's scalars, in its order
 */
public record Batch(int[] rows, int from, int count, int seed, double[] scalars) {}
