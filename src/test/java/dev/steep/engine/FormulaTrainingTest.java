package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.data.Batches;
import dev.steep.data.Dataset;
import dev.steep.data.Scaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.reference.Reference;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas that a learner typed train as the built-in activations do. */
class FormulaTrainingTest {
    private static final int SEED = 3;
    private double time;

    @Test
    void quickGeluLearnsTheCircle() {
        Trainer trainer = circle("formula('x * sigmoid(1.702 x)')", 40);
        Epoch last = trainer.history().get(trainer.history().size() - 1);
        assertTrue(last.loss() < 0.5 * trainer.history().get(0).loss(), last.toString());
        assertTrue(last.validation().accuracy() > 0.9, last.toString());
    }

    @Test
    void quickGeluIsNearGeluButIsNotGelu() {
        double quick = lastLoss(circle("formula('x * sigmoid(1.702 x)')", 3));
        double exact = lastLoss(circle("gelu", 3));
        assertEquals(exact, quick, 0.02 * exact);
        assertNotEquals(exact, quick);
    }

    /** To the last bit: also where a weighted sum is exactly 0, as it is at first over a picture's empty corners. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "max(0, x); relu",
                "max(x, 0); relu",
                "relu(x); relu",
                "x > 0 ? x : 0; relu",
                "min(max(0, x), 6); relu6",
                "clip(x, -1, 1); hard_tanh",
                "x; linear",
                "tanh(x); tanh",
                "1 / (1 + e^-x); sigmoid",
                "ln(1 + e^x); softplus"
            })
    void textbookFormulaTrainsToTheBitsOfTheBuiltIn(String formula, String builtIn) {
        assertEquals(bits(digits(builtIn)), bits(digits("formula('" + formula + "')")));
    }

    private Trainer circle(String activation, int epochs) {
        Trainer trainer = trainer(
                "circle(size=200)",
                Loss.BINARY_CROSSENTROPY,
                "Dense(6," + activation + ")",
                "Dense(4," + activation + ")",
                "Dense(1,sigmoid)");
        steps(trainer, epochs * trainer.stepsPerEpoch());
        return trainer;
    }

    private Trainer digits(String activation) {
        Trainer trainer = trainer(
                "digits(size=100)",
                Loss.CATEGORICAL_CROSSENTROPY,
                "Conv2D(3,3,strides=2,activation=" + activation + ")",
                "Flatten",
                "Dense(12," + activation + ")",
                "Dense(10,softmax)");
        steps(trainer, 12);
        return trainer;
    }

    private Trainer trainer(String data, Loss loss, String... layers) {
        Choice choice = Sketch.pick(BuiltIn.kinds(), data);
        Dataset set = BuiltIn.of(choice).orElseThrow().make(choice, new Random(SEED));
        Split split = Split.of(set.y(), 0.2, 0, new Random(SEED));
        Task task = new Task.Classification(((Target.Classes) set.y()).names());
        Model model = Model.of(Plan.of(new Design(
                set.shape(),
                task,
                Sketch.layers(layers),
                loss.kind().choice(),
                Sketch.pick(Optimizer.kinds(), "Adam(0.03)"),
                SEED)));
        Supply supply = new Supply(set.x(), Scaling.UNIT.fit(set.x(), split.training(), set.shape()), set.y());
        Batches batches = new Batches(split.training(), 16, true, new Random(SEED));
        return new Trainer(new Reference(), model, supply, split, batches, () -> time += 0.25);
    }

    private static void steps(Trainer trainer, int count) {
        while ((trainer.step() < count || trainer.validating())
                && trainer.trouble().isEmpty()) {
            trainer.advance(count - trainer.step(), 1e12);
        }
    }

    private static double lastLoss(Trainer trainer) {
        return trainer.history().get(trainer.history().size() - 1).loss();
    }

    private static List<Integer> bits(Trainer trainer) {
        List<Integer> bits = new ArrayList<>();
        for (Value value : trainer.model().lasting()) {
            for (float number : trainer.machine().read(value)) {
                bits.add(Float.floatToRawIntBits(number));
            }
        }
        return bits;
    }
}
