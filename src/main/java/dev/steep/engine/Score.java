package dev.steep.engine;

/**
 * How good a model is on some samples.
 *
 * @param count how many samples
 * @param values metrics of them; the loss with the penalties on the present weights, as training counts it
 * @param confusion classes × classes counts, row the true class, column the predicted one; empty for regression
 */
public record Score(int count, Values values, int[] confusion) {
    /** Of no samples at all. */
    public static final Score NONE = new Score(0, Values.NONE, new int[0]);

    /** The mean loss; NaN if there are no samples. */
    public double loss() {
        return values.of("loss");
    }

    /** The share of right predictions; NaN if there are no samples, and for regression. */
    public double accuracy() {
        return values.of("accuracy");
    }
}
