package dev.steep.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossAxisTest {
    private static double[][] losses(double... losses) {
        double[] places = new double[losses.length];
        Arrays.setAll(places, i -> i);
        return new double[][] {places, losses};
    }

    private static double[] falling(int count) {
        double[] losses = new double[count];
        Arrays.setAll(losses, i -> 2.3 / (1 + 0.1 * i));
        return losses;
    }

    @Test
    void anOrdinaryCurveIsShownWhole() {
        LossAxis axis = LossAxis.of(losses(falling(100)), false);
        assertEquals(2.5, axis.up().high());
        assertEquals(0, axis.up().low());
        assertEquals(Optional.empty(), axis.cut());
    }

    @Test
    void aSpikeIsCutOffAndSaid() {
        double[] losses = falling(100);
        losses[60] = 35;
        LossAxis axis = LossAxis.of(losses(losses), false);
        assertTrue(axis.up().high() < 4, "" + axis.up());
        assertEquals(Optional.of("↑ spikes up to 35.0 are cut off; log shows them"), axis.cut());
        assertTrue(LossAxis.of(losses(losses), true).up().high() > 35);
    }

    @Test
    void aSingleHighLossAmongFewIsNoSpike() {
        LossAxis axis = LossAxis.of(losses(100, 1, 1, 1), false);
        assertEquals(100, axis.up().high());
        assertEquals(Optional.empty(), axis.cut());
    }

    @Test
    void zeroHasNoPlaceAmongPowersOfTen() {
        LossAxis axis = LossAxis.of(losses(10, 0, Double.NaN, 0.001), true);
        assertTrue(Double.isNaN(axis.columns()[1][1]));
        assertEquals(0.001 / 1.2, axis.up().low());
        assertEquals(12, axis.up().high());
    }

    /** As poisson's are: mean of p - t log p. */
    @Test
    void lossesBelowZeroAreShown() {
        LossAxis axis = LossAxis.of(losses(-20, -80, -100, -103, Double.NaN), false);
        assertTrue(axis.up().low() <= -103 && axis.up().low() >= -125, "" + axis.up());
        assertTrue(axis.up().high() >= -20 && axis.up().high() <= 0, "" + axis.up());
        LossAxis still = LossAxis.of(losses(-3), false);
        assertTrue(still.up().low() < -3 && still.up().high() > -3, "" + still.up());
    }

    @Test
    void aSpikeAmongLossesBelowZeroIsCutOffAndSaid() {
        double[] losses = new double[100];
        Arrays.setAll(losses, i -> -20 - 0.1 * i);
        losses[0] = 5000;
        LossAxis axis = LossAxis.of(losses(losses), false);
        assertTrue(axis.up().high() < 0, "" + axis.up());
        assertTrue(axis.cut().orElse("").contains("5,000"), "" + axis.cut());
    }

    @Test
    void aLogarithmOfLossesBelowZeroIsExplained() {
        assertEquals(
                Optional.of("all losses are 0 or below, which log cannot show"),
                LossAxis.of(losses(-1, -2), true).cut());
    }

    @Test
    void nothingYetHasAnAxisToo() {
        assertEquals(1, LossAxis.of(losses(), false).up().high());
        assertEquals(1, LossAxis.of(losses(), true).up().high());
    }
}
