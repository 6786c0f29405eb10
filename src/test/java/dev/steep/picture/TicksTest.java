package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static final double[] ENDS = {
        Double.NEGATIVE_INFINITY,
        -1e308,
        -1,
        -Double.MIN_VALUE,
        0,
        Double.MIN_VALUE,
        1e-300,
        1e-7,
        1,
        3,
        1e20,
        Math.nextUp(1e20),
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NaN
    };

    @Test
    void powersOfTenWithTwiceAndFiveTimesEachIfThereAreFew() {
        assertEquals(List.of(0.01, 0.1, 1.0), Ticks.decades(new Range(0.01, 1)));
        assertEquals(List.of(2e-5, 5e-5, 1e-4, 2e-4), Ticks.decades(new Range(2e-5, 2e-4)));
        assertEquals(List.of(20.0, 50.0, 100.0), Ticks.decades(new Range(20, 100)));
        assertEquals(
                List.of(0.55, 0.6, 0.65, 0.7),
                Ticks.decades(new Range(0.54, 0.73)).stream()
                        .map(tick -> Math.rint(tick * 1e9) / 1e9)
                        .toList());
    }

    /** A chart froze the page whose axis began at 0 when it turned to powers of ten. */
    @Test
    void anyRangeHasAnEndOfTicksInside() {
        List<Range> odd = new ArrayList<>();
        for (double low : ENDS) {
            for (double high : ENDS) {
                odd.add(new Range(low, high));
            }
        }
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> odd.forEach(range -> {
                    inside(range, Ticks.decades(range));
                    inside(range, Ticks.of(range, 5));
                    for (boolean decades : new boolean[] {true, false}) {
                        inside(range, LineDrawing.ticks(new LineDrawing.Axis("", range, decades, Double::toString)));
                    }
                }));
        assertEquals(List.of(), Ticks.decades(new Range(0, 0.1)));
        assertEquals(List.of(), Ticks.decades(new Range(1, Double.POSITIVE_INFINITY)));
    }

    private static void inside(Range range, List<Double> ticks) {
        assertTrue(ticks.size() <= 700, range + " has " + ticks.size());
        double room = 1e-6 * range.most();
        ticks.forEach(
                tick -> assertTrue(tick >= range.low() - room && tick <= range.high() + room, tick + " in " + range));
    }
}
