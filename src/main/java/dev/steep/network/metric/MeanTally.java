package dev.steep.network.metric;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Lanes;

/** The mean of a formula over every number of every sample, and what is made of that mean. */
final class MeanTally implements Tally {
    private final Lanes each;
    private final Lanes after;
    private final double[][] inputs = {new double[0], new double[0]};
    private double[] terms = new double[0];
    private double sum;
    private long count;

    /**
     * Of these formulas.
     *
     * @param each over a prediction p and its target t
     * @param after over the mean
     */
    MeanTally(Expr each, Expr after) {
        this.each = Lanes.of(each);
        this.after = Lanes.of(after);
    }

    @Override
    public void predictions(float[] p, double[] t, int samples, int width) {
        int numbers = samples * width;
        if (terms.length < numbers) {
            terms = new double[numbers];
            inputs[0] = new double[numbers];
            inputs[1] = new double[numbers];
        }
        for (int i = 0; i < numbers; i++) {
            inputs[0][i] = p[i];
            inputs[1][i] = t[i];
        }
        each.run(numbers, inputs, new int[2], new int[] {1, 1}, terms, 0);
        for (int i = 0; i < numbers; i++) {
            sum += terms[i];
        }
        count += numbers;
    }

    @Override
    public double value() {
        double[] mean = {sum / count};
        after.run(1, new double[][] {mean}, new int[1], new int[] {1}, mean, 0);
        return mean[0];
    }

    @Override
    public double[] sums() {
        return new double[] {sum, count};
    }

    @Override
    public void goOn(double[] sums) {
        sum = sums[0];
        count = (long) sums[1];
    }
}
