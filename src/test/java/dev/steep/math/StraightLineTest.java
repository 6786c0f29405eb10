package dev.steep.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StraightLineTest {
    /** By hand: mean x 1, mean y 2, sum of (x - 1)² 2, sum of (x - 1)(y - 2) 3. */
    @Test
    void leastSquaresByHand() {
        StraightLine line = StraightLine.through(new double[] {0, 1, 5, 2}, new double[] {1, 1, Double.NaN, 4});
        assertEquals(1.5, line.slope(), 1e-12);
        assertEquals(0.5, line.start(), 1e-12);
        assertEquals(3.5, line.at(2), 1e-12);
    }

    @Test
    void onePlaceHasNoLine() {
        assertTrue(Double.isNaN(
                StraightLine.through(new double[] {1, 1}, new double[] {1, 2}).at(3)));
        assertTrue(
                Double.isNaN(StraightLine.through(new double[0], new double[0]).at(3)));
    }
}
