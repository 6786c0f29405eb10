package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.steep.engine.Backend;

/** What the tests of a contract need to know about the back end they run on. */
interface Contract {
    Backend backend();

    /** How far a number may be off, in units of the largest number around it (or of 1). */
    double tolerance();

    /** Compares tensors; {@code what} says which configuration this is. */
    default void close(double[] expected, float[] actual, String what) {
        assertEquals(expected.length, actual.length, what + ": how many numbers");
        double largest = 1;
        for (double e : expected) {
            largest = Math.max(largest, Math.abs(e));
        }
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - actual[i]) <= tolerance() * largest)) {
                fail(what + ": number " + i + " of " + expected.length + " should be " + expected[i] + " but is "
                        + actual[i]);
            }
        }
    }
}
