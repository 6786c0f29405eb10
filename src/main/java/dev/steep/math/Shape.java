package dev.steep.math;

import java.util.Arrays;

/**
 * The lengths of a tensor's axes, outermost first: an image is height x width x channels, a kernel is height x width
 * x in x out (Keras' channels-last order). Immutable. A shape never counts the samples of a batch.
 */
public final class Shape {
    /** The shape of a single number. */
    public static final Shape SCALAR = new Shape();

    /** Above all memory there is, and small enough that sums of such numbers, and their products with batches, fit a long. */
    private static final long MOST = 1L << 48;

    private final int[] lengths;
    private final long count;
    private final int size;

    private Shape(int... lengths) {
        this.lengths = lengths;
        double product = 1; // exact up to 2^53
        for (int length : lengths) {
            product *= length;
        }
        count = product < MOST ? (long) product : MOST;
        size = (int) Math.min(count, Integer.MAX_VALUE);
    }

    /** Axis lengths, each at least 1. */
    public static Shape of(int... lengths) {
        for (int length : lengths) {
            if (length < 1) {
                throw new IllegalArgumentException("An axis of length " + length + " holds nothing: " + text(lengths));
            }
        }
        return new Shape(lengths.clone());
    }

    /** How many axes. */
    public int rank() {
        return lengths.length;
    }

    /** Length of one axis; negative counts from the end, so {@code length(-1)} is the channels of an image. */
    public int length(int axis) {
        return lengths[axis < 0 ? lengths.length + axis : axis];
    }

    /**
     * How many numbers a tensor of this shape holds; of a shape that a learner asks for but no memory holds, the largest
     * {@code int}. What is counted before it is allocated asks for the {@link #count}.
     */
    public int size() {
        return size;
    }

    /** How many numbers a tensor of this shape holds, memory or not; at most 2^48. */
    public long count() {
        return count;
    }

    /** The axis lengths, a copy. */
    public int[] lengths() {
        return lengths.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape && Arrays.equals(lengths, ((Shape) other).lengths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lengths);
    }

    /** As a person writes it: {@code 28 × 28 × 1}. */
    @Override
    public String toString() {
        return text(lengths);
    }

    private static String text(int[] lengths) {
        if (lengths.length == 0) {
            return "1";
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lengths.length; i++) {
            text.append(i == 0 ? "" : " × ").append(lengths[i]);
        }
        return text.toString();
    }
}
