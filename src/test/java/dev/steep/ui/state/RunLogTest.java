package dev.steep.ui.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.recipe.RecipeText;
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

    @Test
    void theRunBeforeStaysUntilItIsDismissed() {
        RunLog run = edited("/fit(64)");
        assertEquals(
                "fit(batch_size=32,epochs=20,shuffle=true)",
                run.earlier().orElseThrow().recipe().fit().expanded().toString());
        assertEquals(60, run.earlier().orElseThrow().losses().length);
        run.add(report(0, 5));
        assertTrue(run.earlier().isPresent());
        run.dismissEarlier();
        assertTrue(run.earlier().isEmpty());
    }

    /** A rate that is set for the next run is not that of the run before it. */
    @Test
    void theRunBeforeHasTheSettingsOfItsLastStep() {
        RunLog run = new RunLog();
        run.opened(RecipeText.read("1/data=circle/Dense(1,sigmoid)/optimizer=Adam(0.001)")
                .recipe());
        run.add(report(0, 30));
        run.opened(RecipeText.read("1/data=circle/Dense(1,sigmoid)/optimizer=Adam(0.05)")
                .recipe());
        run.add(report(30, 0));
        run.add(report(0, 0));
        assertTrue(
                run.earlier()
                        .orElseThrow()
                        .recipe()
                        .optimizer()
                        .expanded()
                        .toString()
                        .contains("learning_rate=0.001"),
                run.earlier().orElseThrow().recipe().toString());
    }

    @Test
    void lossesOfAnotherKindAreNotCompared() {
        assertTrue(edited("/loss=mean_squared_error").earlier().isEmpty());
        assertTrue(edited("/optimizer=SGD").earlier().isPresent());
    }

    @Test
    void aRunThatIsBroughtBackDoesNotStandBeforeItself() {
        RunLog run = edited("/fit(64)");
        run.opened(RecipeText.read(CIRCLE).recipe());
        run.add(report(0, 30));
        assertTrue(run.earlier().isEmpty());
    }

    @Test
    void anotherNetworkIsAnotherNumber() {
        RunLog run = new RunLog();
        run.opened(RecipeText.read(CIRCLE).recipe());
        run.add(report(0, 5));
        int number = run.number();
        run.add(report(5, 5));
        run.opened(RecipeText.read(CIRCLE + "/optimizer=Adam(0.02)").recipe());
        run.add(report(10, 5));
        assertEquals(number, run.number());
        run.opened(RecipeText.read(CIRCLE.replace("Dense(4", "Dense(5")).recipe());
        run.add(report(15, 5));
        assertEquals(number + 1, run.number());
    }

    @Test
    void aRunThatWaitsForASoundNetworkStandsBeforeThePresentOne() {
        RunLog run = new RunLog();
        run.opened(RecipeText.read(CIRCLE).recipe());
        run.add(report(0, 30));
        run.opened(RecipeText.read(CIRCLE.replace("/Dense(1,sigmoid)", "")).recipe());
        run.add(report(State.BLOCKED, 30, 0));
        assertTrue(run.waits());
        RunLog.Earlier waiting = run.earlier().orElseThrow();
        assertEquals(RecipeText.read(CIRCLE).recipe(), waiting.recipe());
        assertEquals(60, waiting.losses().length);
        run.dismissEarlier();
        assertTrue(run.earlier().isEmpty());
        run.opened(RecipeText.read(CIRCLE).recipe());
        run.add(report(State.PAUSED, 30, 0));
        assertFalse(run.waits());
        assertEquals(60, run.stepCurve(100).length);
    }

    private static final String CIRCLE = "1/data=circle/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy";

    /** Thirty steps, and then an edit that begins anew. */
    private static RunLog edited(String part) {
        RunLog run = new RunLog();
        run.opened(RecipeText.read(CIRCLE).recipe());
        run.add(report(0, 30));
        run.opened(RecipeText.read(CIRCLE + part).recipe());
        run.add(report(0, 0));
        return run;
    }

    /** In epochs of ten steps; the loss of step i is i. */
    private static Report.Progress report(int first, int count) {
        return report(State.TRAINING, first, count);
    }

    private static Report.Progress report(State state, int first, int count) {
        float[] losses = new float[count];
        for (int i = 0; i < count; i++) {
            losses[i] = first + i;
        }
        return new Report.Progress(
                state, 0, 10_000, first + count, 0, 10, 0, false, List.of(), losses, first, 0.01, false, "", "");
    }
}
