package dev.steep.network.metric;

/** The mean of what the model's own tape says: its loss, or whether it is right. */
final class OwnTally implements Tally {
    private final boolean hits;
    private double sum;
    private long count;

    /** Of hits, or else of losses. */
    OwnTally(boolean hits) {
        this.hits = hits;
    }

    @Override
    public void losses(double loss, double right, int samples) {
        sum += hits ? right : loss;
        count += samples;
    }

    @Override
    public double value() {
        return sum / count;
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
