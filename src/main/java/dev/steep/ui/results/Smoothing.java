package dev.steep.ui.results;

/**
 * An exponential moving average, which shows where a line that jumps is going. As in TensorBoard: each number is {@code weight} parts
 * the average so far and {@code 1 - weight} parts the new value, divided by {@code 1 - weight^n} for the n-th, so that the beginning does
 * not lean towards 0 (the bias correction of Adam). Numbers that are missing stay so and count for nothing.
 */
final class Smoothing {
    private Smoothing() {}

    /** @param weight how much of the past there is in it: 0 leaves the numbers as they are, below 1 */
    static double[] of(double[] values, double weight) {
        double[] smooth = new double[values.length];
        double sum = 0;
        double left = 1; // weight^n
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                smooth[i] = values[i];
                continue;
            }
            sum = weight * sum + (1 - weight) * values[i];
            left *= weight;
            smooth[i] = sum / (1 - left);
        }
        return smooth;
    }
}
