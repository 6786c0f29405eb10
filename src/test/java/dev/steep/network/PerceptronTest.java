package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Batches;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Evaluation;
import dev.steep.engine.Supply;
import dev.steep.engine.Trainer;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.loss.Loss;
import dev.steep.reference.Reference;
import dev.steep.tape.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A neuron with a step, trained by the perceptron learning rule: w += rate (t - y) x, b += rate (t - y). */
class PerceptronTest {
    private static final double RATE = 0.1;
    private static final float[] X = {0, 0, 0, 1, 1, 0, 1, 1};
    private static final int[] AND = {0, 0, 0, 1};
    private static final int[] XOR = {0, 1, 1, 0};

    @Test
    void weightsAreThoseOfTheRuleByHand() {
        Trainer trainer = trainer(AND);
        double[] w = {weight(trainer, 0)[0], weight(trainer, 0)[1], weight(trainer, 1)[0]};
        for (int step = 0; step < 40; step++) {
            int i = step % 4;
            double y = w[0] * X[2 * i] + w[1] * X[2 * i + 1] + w[2] >= 0 ? 1 : 0;
            w[0] += RATE * (AND[i] - y) * X[2 * i];
            w[1] += RATE * (AND[i] - y) * X[2 * i + 1];
            w[2] += RATE * (AND[i] - y);
            advance(trainer, 1);
            assertArrayEquals(
                    new double[] {w[0], w[1], w[2]},
                    new double[] {weight(trainer, 0)[0], weight(trainer, 0)[1], weight(trainer, 1)[0]},
                    1e-6,
                    "step " + step);
        }
    }

    @Test
    void whatALineCanTellApartIsLearnedAndThenNothingChanges() {
        Trainer trainer = trainer(AND);
        advance(trainer, 100);
        assertEquals(1, accuracy(trainer));
        float[] before = weight(trainer, 0);
        advance(trainer, 40);
        assertArrayEquals(before, weight(trainer, 0));
    }

    @Test
    void xorIsNeverLearned() {
        Trainer trainer = trainer(XOR);
        for (int epoch = 0; epoch < 60; epoch++) {
            float[] before = weight(trainer, 0);
            float bias = weight(trainer, 1)[0];
            advance(trainer, 4);
            boolean moved = before[0] != weight(trainer, 0)[0]
                    || before[1] != weight(trainer, 0)[1]
                    || bias != weight(trainer, 1)[0];
            assertTrue(moved || trainer.losses()[trainer.losses().length - 1] > 0, "epoch " + epoch);
            assertTrue(accuracy(trainer) < 1, "epoch " + epoch);
        }
    }

    @Test
    void aStepAtTheEndOffersTheRuleAndThenALossThatCountsMistakes() {
        Design flat = Sketch.classes(Shape.of(2), 2, "Dense(1,heaviside)");
        Problem problem =
                Plan.of(Sketch.with(flat, Loss.MEAN_ABSOLUTE_ERROR)).problems().get(0);
        assertEquals(
                "Train it by the perceptron rule", problem.fix().orElseThrow().offer());
        assertEquals(
                "Dense(1,heaviside(perceptron))",
                problem.fix().orElseThrow().layers().get(0).toString());
        Design crossed =
                Sketch.with(Sketch.classes(Shape.of(2), 2, "Dense(1,heaviside(perceptron))"), Loss.BINARY_CROSSENTROPY);
        assertEquals(
                "Set the loss to mean_absolute_error",
                Plan.of(crossed).problems().get(0).fix().orElseThrow().offer());
        assertEquals(
                List.of(),
                Plan.of(Sketch.with(crossed, Loss.MEAN_ABSOLUTE_ERROR)).problems());
    }

    private static double accuracy(Trainer trainer) {
        Evaluation evaluation = trainer.evaluation(new int[] {0, 1, 2, 3});
        evaluation.advance(() -> 0, 1);
        return evaluation.score().accuracy();
    }

    private static void advance(Trainer trainer, int steps) {
        int until = trainer.step() + steps;
        while (trainer.step() < until) {
            trainer.advance(until - trainer.step(), 1000);
        }
    }

    private static float[] weight(Trainer trainer, int which) {
        Value value = trainer.model().weights().get(which);
        return trainer.machine().read(value);
    }

    private static Trainer trainer(int[] targets) {
        Design design = Sketch.with(
                Sketch.with(Sketch.classes(Shape.of(2), 2, "Dense(1,heaviside(perceptron))"), Loss.MEAN_ABSOLUTE_ERROR),
                "SGD(" + RATE + ")");
        Supply supply =
                new Supply(new FloatSamples(X, 2), Rescaling.NONE, new Target.Classes(targets, List.of("no", "yes")));
        Split split = new Split(new int[] {0, 1, 2, 3}, new int[0], new int[0]);
        return new Trainer(
                new Reference(),
                Model.of(Plan.of(design)),
                supply,
                split,
                new Batches(split.training(), 1, false, new Random(1)),
                () -> 0);
    }
}
