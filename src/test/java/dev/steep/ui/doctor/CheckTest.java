package dev.steep.ui.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.EpochLog;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each check finds what it is for, and is quiet about runs that are well. */
class CheckTest {
    private static final Recipe RECIPE = RecipeText.read("1/data=circle/Dense(4)/Dense(1)/optimizer=Adam(0.001)")
            .recipe();

    /** Training and validation losses that provoke each check. */
    private static final Map<String, double[][]> ILL = Map.of(
            "overfitting",
            new double[][] {{1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2}, {1, 0.85, 0.7, 0.68, 0.7, 0.75, 0.8, 0.9}},
            "rate",
            new double[][] {{1, 0.5, 0.9, 0.4, 1.1, 0.8, 1.2, 0.9}, {1, 0.5, 0.9, 0.4, 1.1, 0.8, 1.2, 0.9}},
            "stands",
            new double[][] {
                {2.303, 2.302, 2.303, 2.301, 2.302, 2.303, 2.302, 2.303, 2.303, 2.302},
                {2.3, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3, 2.3}
            });

    private static List<EpochLog> epochs(double[] training, double[] validation) {
        List<EpochLog> epochs = new ArrayList<>();
        for (int i = 0; i < training.length; i++) {
            epochs.add(new EpochLog(
                    i + 1,
                    50 * (i + 1),
                    0.001,
                    List.of(new EpochLog.Metric("loss", false)),
                    new double[] {training[i], validation[i]},
                    0.1));
        }
        return epochs;
    }

    @Test
    void eachFindsItsOwnAndNoOtherDoes() {
        for (Check check : Check.ALL) {
            ILL.forEach((name, losses) -> assertEquals(
                    name.equals(check.name()),
                    check.look(Evidence.of(RECIPE, epochs(losses[0], losses[1])))
                            .isPresent(),
                    check.name() + " of " + name));
        }
    }

    /** Curves that fall as e^-t with noise, more or less fast, with a validation loss a little above. */
    @Test
    void noneSpeaksOfARunThatIsWell() {
        Random random = new Random(1);
        for (int round = 0; round < 3000; round++) {
            int count = 1 + random.nextInt(60);
            double pace = 0.02 + random.nextDouble() * 0.5;
            double floor = 0.05 + random.nextDouble();
            double[] training = new double[count];
            double[] validation = new double[count];
            for (int i = 0; i < count; i++) {
                double loss = floor + 2 * Math.exp(-pace * (i + 1));
                training[i] = loss * (1 + 0.03 * random.nextGaussian());
                validation[i] = 1.02 * loss * (1 + 0.02 * random.nextGaussian());
            }
            assertEquals(Optional.empty(), Check.first(Evidence.of(RECIPE, epochs(training, validation)), List.of()));
        }
    }

    @Test
    void nothingIsSaidTooSoonOrWithoutValidation() {
        double[] losses = ILL.get("overfitting")[0];
        double[] none = new double[losses.length];
        Arrays.fill(none, Double.NaN);
        assertEquals(Optional.empty(), Check.first(Evidence.of(RECIPE, epochs(losses, none)), List.of()));
        for (double[][] ill : ILL.values()) {
            List<EpochLog> few = epochs(ill[0], ill[1]).subList(0, 4);
            assertEquals(Optional.empty(), Check.first(Evidence.of(RECIPE, few), List.of()));
        }
    }

    /** As the preset of 50 digits: nothing rises, but the network has learned its samples by heart. */
    @Test
    void aWideGapIsOverfittingToo() {
        double[] training = new double[30];
        double[] validation = new double[30];
        for (int i = 0; i < 30; i++) {
            training[i] = 2.3 * Math.exp(-0.2 * i);
            validation[i] = 1.04 + Math.exp(-0.3 * i);
        }
        Finding found = new Overfitting()
                .look(Evidence.of(RECIPE, epochs(training, validation)))
                .orElseThrow();
        assertTrue(found.sentence().contains("the validation loss stays at 1.04"), found.sentence());
        assertTrue(found.remedy().orElseThrow().recipe().toString().contains("EarlyStopping("));
        assertFalse(new Overfitting()
                .look(Evidence.of(RECIPE, epochs(training, validation).subList(0, 9)))
                .isPresent());
    }

    @Test
    void remediesChangeWhatTheySay() {
        double[][] ill = ILL.get("overfitting");
        Finding found = new Overfitting()
                .look(Evidence.of(RECIPE, epochs(ill[0], ill[1])))
                .orElseThrow();
        assertTrue(found.sentence()
                .startsWith("Overfitting since epoch 4: the training loss still falls (0.500 to 0.200)"));
        Recipe mended = found.remedy().orElseThrow().recipe();
        assertTrue(mended.toString().contains("EarlyStopping("), mended.toString());
        assertFalse(new Overfitting()
                .look(Evidence.of(mended, epochs(ill[0], ill[1])))
                .orElseThrow()
                .remedy()
                .isPresent());

        double[][] jumps = ILL.get("rate");
        Recipe fast = RecipeText.read("1/data=circle/Dense(4)/Dense(1)/optimizer=Adam(0.5)")
                .recipe();
        Finding rate = new RateTooHigh()
                .look(Evidence.of(fast, epochs(jumps[0], jumps[1])))
                .orElseThrow();
        assertEquals(
                "Set the learning rate to 0.001", rate.remedy().orElseThrow().words());
        assertEquals(RECIPE, rate.remedy().orElseThrow().recipe());

        double[][] flat = ILL.get("stands");
        Recipe slow = RecipeText.read("1/data=circle/Dense(4)/Dense(1)/optimizer=Adam(1e-6)")
                .recipe();
        assertEquals(
                RECIPE,
                new LossStands()
                        .look(Evidence.of(slow, epochs(flat[0], flat[1])))
                        .orElseThrow()
                        .remedy()
                        .orElseThrow()
                        .recipe());
        assertFalse(new LossStands()
                .look(Evidence.of(RECIPE, epochs(flat[0], flat[1])))
                .orElseThrow()
                .remedy()
                .isPresent());
    }

    /** On xor no rate helps a perceptron. */
    @Test
    void aPerceptronThatCannotConvergeIsToldWhyAndNotOfRates() {
        Recipe perceptron = RecipeText.read("1/data=xor/prepare(signed)/Dense(1,heaviside(perceptron))"
                        + "/loss=mean_absolute_error/optimizer=SGD(0.1)/fit(1,10)")
                .recipe();
        double[][] ill = ILL.get("stands");
        Finding said = Check.first(Evidence.of(perceptron, epochs(ill[0], ill[1])), List.of())
                .orElseThrow();
        assertTrue(said.sentence().contains("straight line"), said.sentence());
        assertFalse(said.remedy().isPresent());
        double[][] jumps = ILL.get("rate");
        assertFalse(new RateTooHigh()
                .look(Evidence.of(perceptron, epochs(jumps[0], jumps[1])))
                .isPresent());
    }

    @Test
    void whatWasSentAwayIsNotSaidAgain() {
        double[][] ill = ILL.get("stands");
        assertEquals(Optional.empty(), Check.first(Evidence.of(RECIPE, epochs(ill[0], ill[1])), List.of("stands")));
        assertEquals(Set.of("overfitting", "rate", "stands"), ILL.keySet());
    }
}
