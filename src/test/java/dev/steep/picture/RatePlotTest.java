package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class RatePlotTest {
    private static double[] rates(IntToDoubleFunction rate) {
        double[] rates = new double[101];
        Arrays.setAll(rates, rate);
        return rates;
    }

    @Test
    void aDecayOverDecadesIsLogarithmicAndAWaveIsNot() {
        assertTrue(RatePlot.spansDecades(rates(i -> 0.1 * Math.pow(0.9, i))));
        assertFalse(RatePlot.spansDecades(rates(i -> 1e-6 + 0.05 * (1 + Math.cos(Math.PI * i / 100)))));
        assertFalse(RatePlot.spansDecades(rates(i -> i == 100 ? 0 : 0.1 * Math.pow(0.9, i))));
        assertFalse(RatePlot.spansDecades(rates(i -> 0.01)));
    }

    @Test
    void aDecayOverDecadesIsAStraightLineFromCornerToCorner() {
        String svg = RatePlot.svg(rates(i -> Math.pow(10, -1 - i / 25.0)), 20, "words");
        assertTrue(svg.contains("M0.0 10.0L"), svg);
        assertTrue(svg.contains("L112.0 41.0L"), svg);
        assertTrue(svg.contains("L224.0 72.0\""), svg);
        assertTrue(svg.contains(">1e-3</text>"), svg);
    }

    @Test
    void evenNumbersStandAtALinearScale() {
        String svg = RatePlot.svg(rates(i -> 0.003 * (1 - i / 100.0)), 40, "words");
        assertTrue(svg.contains(">0.001</text>"), svg);
        assertTrue(svg.contains(">0.002</text>"), svg);
        assertTrue(svg.contains(">20</text>"), svg);
        assertEquals(1, svg.split("aria-label=\"words\"", -1).length - 1);
    }
}
