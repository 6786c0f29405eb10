package dev.steep.engine;

import java.util.OptionalDouble;

/**
 * The numbers of a tensor to the last bit that its back end keeps.
 *
 * @param numbers rounded to float32, which every back end can go on from
 * @param unrounded the same in double, where rounding lost something; otherwise empty
 */
public record Exact(float[] numbers, double[] unrounded) {
    private static final double[] NOTHING = {};

    /** Of a back end that keeps no more than float32. */
    public static Exact of(float[] numbers) {
        return new Exact(numbers, NOTHING);
    }

    /** Of a back end that computes in double. */
    public static Exact of(double[] unrounded) {
        float[] rounded = new float[unrounded.length];
        boolean same = true;
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) unrounded[i];
            same &= Double.compare(rounded[i], unrounded[i]) == 0;
        }
        return new Exact(rounded, same ? NOTHING : unrounded);
    }

    /** How many numbers. */
    public int size() {
        return numbers.length;
    }

    /** How much memory it takes. */
    public long bytes() {
        return 4L * numbers.length + 8L * unrounded.length;
    }

    /** The first that is NaN or infinite in its back end. */
    public OptionalDouble broken() {
        for (double number : unrounded) {
            if (!Double.isFinite(number)) {
                return OptionalDouble.of(number);
            }
        }
        for (int i = 0; unrounded.length == 0 && i < numbers.length; i++) {
            if (!Float.isFinite(numbers[i])) {
                return OptionalDouble.of(numbers[i]);
            }
        }
        return OptionalDouble.empty();
    }
}
