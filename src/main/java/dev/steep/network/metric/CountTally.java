package dev.steep.network.metric;

import java.util.Optional;

/** Precision or recall: counts of what was said to be there, and of what is there. Source: Keras 3, {@code Precision}, {@code Recall}. */
final class CountTally implements Tally {
    private final double threshold;
    private final Optional<Integer> only;
    private final boolean precision;
    private long both;
    private long said;
    private long present;

    /**
     * Precision, or else recall.
     *
     * @param threshold a number above it says that the class is there
     * @param only the class that counts; else each number of a sample counts by itself
     */
    CountTally(double threshold, Optional<Integer> only, boolean precision) {
        this.threshold = threshold;
        this.only = only;
        this.precision = precision;
    }

    @Override
    public void predictions(float[] p, double[] t, int count, int width) {
        int first = only.map(each -> Math.min(each, width - 1)).orElse(0);
        int last = only.isPresent() ? first : width - 1;
        for (int sample = 0; sample < count; sample++) {
            for (int i = sample * width + first; i <= sample * width + last; i++) {
                boolean positive = p[i] > (float) threshold;
                boolean right = t[i] != 0;
                both += positive && right ? 1 : 0;
                said += positive ? 1 : 0;
                present += right ? 1 : 0;
            }
        }
    }

    /** 0 where nothing was said, or nothing is there, as in Keras. */
    @Override
    public double value() {
        long of = precision ? said : present;
        return of == 0 ? 0 : (double) both / of;
    }

    @Override
    public double[] sums() {
        return new double[] {both, said, present};
    }

    @Override
    public void goOn(double[] sums) {
        both = (long) sums[0];
        said = (long) sums[1];
        present = (long) sums[2];
    }
}
