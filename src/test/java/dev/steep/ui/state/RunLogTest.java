package dev.steep.ui.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunLogTest {
    @Test
    void stepsStandWhereTheyBelong() {
        RunLog run = new RunLog();
        run.add(report(0, 2));
        run.add(report(2, 2));
        assertArrayEquals(new double[] {0.05, 0, 0.15, 1, 0.25, 2, 0.35, 3}, run.stepCurve(10), 1e-12);
        assertArrayEquals(new double[] {0.1, 0.5, 0.3, 2.5}, run.stepCurve(2), 1e-12);
    }

    @Test
    void longRunsAreDrawnFromFewerNumbersAtTheSamePlaces() {
        RunLog run = new RunLog();
        for (int i = 0; i < 100; i++) {
            run.add(report(i * 1000, 1000));
        }
        double[] curve = run.stepCurve(300);
        assertTrue(curve.length <= 600 && curve.length > 300, curve.length + " numbers");
        for (int i = 0; i < curve.length; i += 2) {
            double middle = curve[i] * 10; // the loss of step i is i
            assertEquals(middle - 0.5, curve[i + 1], 1, "point " + i);
        }
        assertEquals(10_000, curve[curve.length - 2], 20);
    }

    @Test
    void aRunThatBeginsAnewDropsTheOldOne() {
        RunLog run = new RunLog();
        run.add(report(0, 500));
        run.add(report(0, 0));
        assertEquals(0, run.stepCurve(10).length);
        run.add(report(0, 1));
        assertArrayEquals(new double[] {0.05, 0}, run.stepCurve(10), 1e-12);
    }

    /** In epochs of ten steps; the loss of step i is i. */
    private static Report.Progress report(int first, int count) {
        float[] losses = new float[count];
        for (int i = 0; i < count; i++) {
            losses[i] = first + i;
        }
        return new Report.Progress(
                State.TRAINING, 0, 10_000, first + count, 0, 10, 0, false, List.of(), losses, first, 0.01, false, "", "");
    }
}
