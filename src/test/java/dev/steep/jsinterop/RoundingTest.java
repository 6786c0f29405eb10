package dev.steep.jsinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.Random;
import org.junit.jupiter.api.Test;

class RoundingTest {
    @Test
    void halvesAndHugeNumbersAreRoundedAsJavaDoes() {
        for (double x = -5; x <= 5; x += 0.25) {
            same(x);
        }
        for (double x : new double[] {
            0.49999999999999994, 0x1p52, 0x1p52 - 0.5, 0x1p51 + 0.5, 1e300, Double.MIN_VALUE, Double.POSITIVE_INFINITY
        }) {
            same(x);
            same(-x);
        }
        same(-0.0);
        same(Double.NaN);
    }

    @Test
    void randomNumbersOfAnySizeAreRoundedAsJavaDoes() {
        Random random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            same(random.normal() * Math.pow(10, random.below(20)));
        }
    }

    private static void same(double x) {
        assertEquals(Math.rint(x), Rounding.rint(x), () -> "rint of " + x);
        assertEquals(Math.round(x), Rounding.round(x), () -> "round of " + x);
    }
}
