package dev.steep.engine;

/**
 * How good a model is on some samples.
 *
 * @param count how many samples
 * @param loss their mean loss, with the penalties on the present weights, as training counts it; NaN if there are none
 * @param accuracy share of right predictions; NaN if there are none, and for regression
 * @param confusion classes × classes counts, row the true class, column the predicted one; empty for regression
 */
public record Score(int count, double loss, double accuracy, int[] confusion) {
    /** Of no samples at all. */
    public static final Score NONE = new Score(0, Double.NaN, Double.NaN, new int[0]);
}
