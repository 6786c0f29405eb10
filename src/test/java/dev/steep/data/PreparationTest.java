package dev.steep.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Preparation.Rule;
import dev.steep.math.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {
    private static final int[] TRAINING = {0, 1, 2};

    /** flux and temp; the last row is not trained on. */
    private static final Dataset STARS = new Dataset(
            "stars",
            Shape.of(2),
            new FloatSamples(new float[] {1e-5f, 4, 1e-3f, 6, 1e-1f, 8, 5, 100}, 2),
            new Target.Numbers(new float[] {1, 10, 100, 1000}, 1, List.of("mass")),
            List.of("flux", "temp"));

    @Test
    void featureWithARuleHasItsOwnScale() {
        Rescaling scale = fit(Scaling.UNIT, new Rule("flux", Scaling.LOG)).scale();
        assertEquals(-1.224744871, scale.apply(1e-5f, 0), 1e-6);
        assertEquals(0.25, scale.apply(5, 1), 1e-12);
        assertEquals(5, scale.undo(scale.apply(5, 0), 0), 1e-9);
    }

    @Test
    void ofTwoRulesTheLastCounts() {
        assertEquals(
                Rescaling.NONE,
                fit(Scaling.NONE, new Rule("temp", Scaling.LOG), new Rule("temp", Scaling.NONE))
                        .scale());
    }

    @Test
    void logarithmOfZeroIsSaidAndStandardised() {
        Dataset cold = new Dataset(
                "cold", Shape.of(1), new FloatSamples(new float[] {1, 2, 3, 0}, 1), STARS.y(), List.of("temp"));
        Preparation.Fitted fitted = new Preparation(Scaling.LOG, List.of()).fit(cold, TRAINING);
        assertEquals(1, fitted.notices().size());
        assertTrue(fitted.notices().get(0).contains("no logarithm of 0, the lowest number of temp"), fitted + "");
        assertEquals(-1.224744871, fitted.scale().apply(1, 0), 1e-9);
    }

    @Test
    void ruleForNoFeatureIsSaid() {
        List<String> notices = fit(Scaling.UNIT, new Rule("fluz", Scaling.LOG)).notices();
        assertEquals(
                List.of(
                        "There is no feature \"fluz\" here, so its preparation is not used. The features are flux, temp."),
                notices);
    }

    @Test
    void targetsGoBackToTheirOwnUnit() {
        Rescaling scale = Preparation.fit(Scaling.LOG, STARS.y(), TRAINING).scale();
        float[] scaled = new float[4];
        for (int i = 0; i < 4; i++) {
            scaled[i] = (float) scale.apply(((Target.Numbers) STARS.y()).values()[i], 0);
        }
        assertArrayEquals(new float[] {1, 10, 100, 1000}, scale.undone(scaled), 1e-3f);
    }

    private static Preparation.Fitted fit(Scaling all, Rule... rules) {
        return new Preparation(all, List.of(rules)).fit(STARS, TRAINING);
    }
}
