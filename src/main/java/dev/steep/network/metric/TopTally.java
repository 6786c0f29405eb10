package dev.steep.network.metric;

/** The share of samples whose right class is among the k that the model finds most likely. Source: Keras 3, {@code in_top_k}. */
final class TopTally implements Tally {
    private final int k;
    private double hits;
    private long count;

    TopTally(int k) {
        this.k = k;
    }

    @Override
    public void predictions(float[] p, double[] t, int samples, int width) {
        for (int sample = 0; sample < samples; sample++) {
            int from = sample * width;
            int right = 0;
            for (int i = 1; i < width; i++) {
                right = t[from + i] > t[from + right] ? i : right;
            }
            int larger = 0;
            for (int i = from; i < from + width; i++) {
                larger += p[i] > p[from + right] ? 1 : 0;
            }
            hits += larger < k ? 1 : 0;
        }
        count += samples;
    }

    @Override
    public double value() {
        return hits / count;
    }

    @Override
    public double[] sums() {
        return new double[] {hits, count};
    }

    @Override
    public void goOn(double[] sums) {
        hits = sums[0];
        count = (long) sums[1];
    }
}
