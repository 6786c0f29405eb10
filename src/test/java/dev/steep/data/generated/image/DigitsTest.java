package dev.steep.data.generated.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Dataset;
import dev.steep.data.generated.BuiltIn;
import dev.steep.data.generated.BuiltInTest;
import dev.steep.math.Random;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigitsTest {
    private static final Dataset CLEAN =
            BuiltIn.DIGITS.make(BuiltInTest.choice(BuiltIn.DIGITS, "size=1000,noise=0"), new Random(8));

    @Test
    void paperIsBlackAndInkReachesNoBorder() {
        for (int row = 0; row < CLEAN.count(); row++) {
            for (int i = 0; i < Digits.SIDE; i++) {
                assertEquals(0, CLEAN.x().at(row, i), "top of digit " + row);
                assertEquals(0, CLEAN.x().at(row, i * Digits.SIDE), "left of digit " + row);
                assertEquals(0, CLEAN.x().at(row, i * Digits.SIDE + Digits.SIDE - 1), "right of digit " + row);
                assertEquals(0, CLEAN.x().at(row, (Digits.SIDE - 1) * Digits.SIDE + i), "bottom of digit " + row);
            }
        }
    }

    @Test
    void everyDigitHasBrightInkOnMostlyBlackPaper() {
        for (int row = 0; row < CLEAN.count(); row++) {
            int bright = 0;
            int black = 0;
            for (float pixel : CLEAN.x().sample(row)) {
                bright += pixel > 128 ? 1 : 0;
                black += pixel == 0 ? 1 : 0;
            }
            assertTrue(bright >= 15 && bright <= 260, "digit " + row + " has " + bright + " bright pixels");
            assertTrue(black >= 300, "digit " + row + " has " + black + " black pixels");
        }
    }

    @Test
    void noTwoDigitsAreAlike() {
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < CLEAN.count(); row++) {
            seen.add(Arrays.toString(CLEAN.x().sample(row)));
        }
        assertEquals(CLEAN.count(), seen.size());
    }

    @Test
    void eachDigitIsNearestToItsOwnKindMoreOftenThanNot() {
        int right = 0;
        for (int row = 500; row < CLEAN.count(); row++) {
            right += CLEAN.y().group(nearest(row)) == CLEAN.y().group(row) ? 1 : 0;
        }
        assertTrue(right > 375, right + " of 500 are recognised by their nearest neighbour");
    }

    private static int nearest(int row) {
        float[] sample = CLEAN.x().sample(row);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < 500; other++) {
            double distance = 0;
            for (int i = 0; i < sample.length && distance < least; i++) {
                double off = sample[i] - CLEAN.x().at(other, i);
                distance += off * off;
            }
            if (distance < least) {
                least = distance;
                best = other;
            }
        }
        return best;
    }
}
