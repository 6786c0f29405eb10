package dev.steep.data;

import dev.steep.catalog.Numbers;

/**
 * How far a {@link DataJob} is.
 *
 * @param what a verb for people: "Drawing"
 * @param done how many things are done
 * @param total of so many
 * @param noun what they are, in the singular: "image"
 */
public record DataProgress(String what, int done, int total, String noun) {
    /** {@code Drawing: 12,400 of 60,000 images}. */
    public String sentence() {
        return total <= 1 ? what : what + ": " + Numbers.grouped(done) + " of " + Numbers.count(total, noun);
    }

    /** The share that is done, 0 to 1. */
    public double share() {
        return total <= 1 ? 0 : done / (double) total;
    }
}
