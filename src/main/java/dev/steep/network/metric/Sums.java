package dev.steep.network.metric;

import java.util.Arrays;

/** Arrays of equal length, one after the other in a single one. */
final class Sums {
    private Sums() {}

    static double[] join(double[]... parts) {
        double[] all = new double[0];
        for (double[] part : parts) {
            int from = all.length;
            all = Arrays.copyOf(all, from + part.length);
            System.arraycopy(part, 0, all, from, part.length);
        }
        return all;
    }

    /** The array at this place of so many equal ones at the start of {@code all}. */
    static double[] part(double[] all, int place, int of) {
        int length = all.length / of;
        return Arrays.copyOfRange(all, place * length, (place + 1) * length);
    }
}
