package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RangeTest {
    @Test
    void roundNumbersStayAsTheyAre() {
        for (double number : new double[] {1e-7, 0.0012, 0.1, 0.25, 0.3, 0.8, 1, 1.5, 2.5, 6, 10, 1000, 4e12}) {
            assertEquals(number, Range.round(number));
        }
    }

    /** At most a third of the scale stays empty. */
    @Test
    void othersGetTheNextOneAbove() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            double number = Math.pow(10, random.nextDouble() * 40 - 20);
            double round = Range.round(number);
            assertTrue(round >= number && round <= number * 1.34, number + " " + round);
            assertEquals(round, Range.round(round));
        }
    }

    @Test
    void whatHasNoScaleIsZero() {
        for (double number : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(0, Range.round(number));
        }
        assertTrue(Range.round(Float.MAX_VALUE) >= Float.MAX_VALUE);
        assertTrue(Range.round(Float.MIN_VALUE) >= Float.MIN_VALUE);
    }
}
