package dev.steep.network.metric;

/** What a metric adds up, sample by sample in their order: how samples are cut into batches changes no bit. */
public interface Tally {
    /**
     * Takes in what a model's own tape says of some samples.
     *
     * @param loss the sum of their losses
     * @param hits how many are right
     * @param count how many samples
     */
    default void losses(double loss, double hits, int count) {}

    /**
     * Takes in predictions.
     *
     * @param p what the model says: samples one after the other, {@code width} numbers each
     * @param t what it should say, likewise: 1 for the right class and 0 for the others, or the numbers themselves
     * @param count how many samples
     * @param width numbers per sample
     */
    default void predictions(float[] p, double[] t, int count, int width) {}

    /** The metric of all that was taken in. NaN of nothing. */
    double value();

    /** All that it has added up, to go on from with {@link #goOn}. */
    double[] sums();

    /** Goes on from what another of the same metric has added up. */
    void goOn(double[] sums);

    /** Of a metric that missed some of the samples: it says nothing. */
    record Missed() implements Tally {
        @Override
        public double value() {
            return Double.NaN;
        }

        @Override
        public double[] sums() {
            return new double[0];
        }

        @Override
        public void goOn(double[] sums) {}
    }
}
