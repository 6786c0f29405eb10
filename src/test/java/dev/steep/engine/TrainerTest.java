package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.data.Batches;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Scaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import dev.steep.math.Shape;
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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final double LONG = 1e12;

    private double time;

    private double tick() {
        return time += 0.25;
    }

    private Trainer trainer(String data, Loss loss, String optimizer, int seed, String... layers) {
        Choice choice = Sketch.pick(BuiltIn.kinds(), data);
        Dataset set = BuiltIn.of(choice).orElseThrow().make(choice, new Random(seed).fork("data"));
        Split split = Split.of(set.y(), 0.2, 0, new Random(seed).fork("split"));
        Rescaling scale = Scaling.SIGNED.fit(set.x(), split.training(), set.shape());
        return trainer(set, split, scale, loss, optimizer, seed, layers);
    }

    private Trainer trainer(
            Dataset set, Split split, Rescaling scale, Loss loss, String optimizer, int seed, String... layers) {
        Model model = Model.of(Plan.of(design(set, loss, optimizer, seed, layers)));
        Batches batches = new Batches(split.training(), 16, true, new Random(seed));
        return new Trainer(new Reference(), model, new Supply(set.x(), scale, set.y()), split, batches, this::tick);
    }

    private static Design design(Dataset set, Loss loss, String optimizer, int seed, String... layers) {
        Task task = set.y() instanceof Target.Classes classes
                ? new Task.Classification(classes.names())
                : new Task.Regression(set.y().width());
        return new Design(
                set.shape(),
                task,
                Sketch.layers(layers),
                loss.kind().choice(),
                Sketch.pick(Optimizer.kinds(), optimizer),
                seed);
    }

    private Trainer circle(int seed) {
        return trainer(
                "circle(size=203)",
                Loss.BINARY_CROSSENTROPY,
                "Adam(0.03)",
                seed,
                "Dense(6,tanh)",
                "Dropout(0.1)",
                "Dense(1,sigmoid)");
    }

    /** Exactly so many steps, validations along the way included. */
    private static void steps(Trainer trainer, int count) {
        int last = trainer.step() + count;
        while ((trainer.step() < last || trainer.validating())
                && trainer.trouble().isEmpty()) {
            trainer.advance(last - trainer.step(), LONG);
        }
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

    @Test
    void circleIsLearned() {
        Trainer trainer = circle(1);
        steps(trainer, 40 * trainer.stepsPerEpoch());
        Epoch last = trainer.history().get(39);
        assertTrue(last.loss() < 0.5 * trainer.history().get(0).loss(), last.toString());
        assertTrue(last.validation().accuracy() > 0.9, last.toString());
    }

    @Test
    void xorIsLearnedWithOneOutputForEachClass() {
        Trainer trainer = trainer(
                "xor(size=200)", Loss.CATEGORICAL_CROSSENTROPY, "Adam(0.03)", 1, "Dense(8,relu)", "Dense(2,softmax)");
        steps(trainer, 30 * trainer.stepsPerEpoch());
        Epoch last = trainer.history().get(29);
        assertTrue(last.loss() < 0.5 * trainer.history().get(0).loss(), last.toString());
        assertTrue(last.validation().accuracy() > 0.9, last.toString());
    }

    @Test
    void sameSeedGivesTheSameBitsAndAnotherDoesNot() {
        List<List<Integer>> runs = new ArrayList<>();
        for (int seed : new int[] {5, 5, 6}) {
            Trainer trainer = circle(seed);
            steps(trainer, 30);
            runs.add(bits(trainer));
        }
        assertEquals(runs.get(0), runs.get(1));
        assertNotEquals(runs.get(0), runs.get(2));
    }

    @Test
    void resetRepeatsTheSameBits() {
        Trainer trainer = circle(2);
        List<Integer> start = bits(trainer);
        steps(trainer, 25);
        List<Integer> once = bits(trainer);
        float[] losses = trainer.losses();
        trainer.reset();
        assertEquals(0, trainer.history().size());
        assertEquals(start, bits(trainer));
        steps(trainer, 25);
        assertEquals(once, bits(trainer));
        assertArrayEquals(losses, trainer.losses());
    }

    @Test
    void cuttingTheWayIntoCallsChangesNoBit() {
        Trainer whole = circle(3);
        steps(whole, 47);
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            Trainer cut = circle(3);
            while (cut.step() < 47 || cut.validating()) {
                cut.advance(Math.min(47 - cut.step(), random.below(6)), random.below(4));
            }
            assertEquals(bits(whole), bits(cut), "seed " + seed);
            assertArrayEquals(whole.losses(), cut.losses());
            assertEquals(whole.history().size(), cut.history().size());
            for (int i = 0; i < whole.history().size(); i++) {
                Epoch a = whole.history().get(i);
                Epoch b = cut.history().get(i);
                assertEquals(a.step(), b.step());
                assertEquals(a.loss(), b.loss());
                assertEquals(a.accuracy(), b.accuracy());
                assertEquals(a.validation().loss(), b.validation().loss());
                assertEquals(a.validation().accuracy(), b.validation().accuracy());
                assertArrayEquals(a.validation().confusion(), b.validation().confusion());
            }
        }
    }

    @Test
    void epochWeighsItsBatchesBySamples() {
        Trainer trainer = circle(4);
        assertEquals(11, trainer.stepsPerEpoch());
        steps(trainer, 11);
        float[] losses = trainer.losses();
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += 16 * losses[i];
        }
        Epoch epoch = trainer.history().get(0);
        assertEquals((sum + 2 * losses[10]) / 162, epoch.loss(), 1e-6);
        assertEquals(162, trainer.samples());
        assertEquals(41, epoch.validation().count());
        assertEquals(11, epoch.step());
        assertTrue(epoch.seconds() > 0);
    }

    @Test
    void callEndsWithTheEpoch() {
        Trainer trainer = circle(4);
        while (trainer.history().isEmpty()) {
            trainer.advance(1000, LONG);
        }
        assertEquals(11, trainer.step());
        assertEquals(0, trainer.stepOfEpoch());
    }

    @Test
    void callEndsSoonAfterItsTime() {
        Trainer trainer = circle(4);
        double start = time;
        trainer.advance(1000, 3);
        assertTrue(time - start < 8, "took " + (time - start));
        assertTrue(trainer.step() > 0);
    }

    @Test
    void confusionAgreesWithAccuracy() {
        Trainer trainer = circle(4);
        steps(trainer, 11);
        Score score = trainer.history().get(0).validation();
        int[] counts = score.confusion();
        assertEquals(41, Arrays.stream(counts).sum());
        assertEquals(score.accuracy(), (counts[0] + counts[3]) / 41.0, 1e-12);
    }

    @Test
    void retunedModelTakesOtherStepsFromTheSamePlace() {
        Trainer trainer = circle(5);
        steps(trainer, 5);
        Design design = trainer.model().plan().design();
        Design faster = new Design(
                design.input(),
                design.task(),
                design.layers(),
                design.loss(),
                Sketch.pick(Optimizer.kinds(), "Adam(0.3)"),
                design.seed());
        List<Integer> before = bits(trainer);
        trainer.retune(trainer.model().retuned(faster).orElseThrow());
        assertEquals(before, bits(trainer));
        steps(trainer, 1);
        Trainer slower = circle(5);
        steps(slower, 6);
        assertNotEquals(bits(slower), bits(trainer));
        assertEquals(6, trainer.step());
    }

    @Test
    void absurdLearningRateIsDiagnosed() {
        Trainer trainer = trainer("sine", Loss.MEAN_SQUARED_ERROR, "SGD(100)", 1, "Dense(8)", "Dense(1)");
        steps(trainer, 100_000);
        String sentence = trainer.trouble().orElseThrow();
        assertTrue(sentence.startsWith("Training stopped in step " + trainer.step() + ": "), sentence);
        assertTrue(sentence.contains("the learning rate was 100; try 0.01, the default of SGD."), sentence);
        assertEquals(trainer.step(), trainer.losses().length);
        int step = trainer.step();
        assertEquals(0, trainer.advance(10, LONG));
        assertEquals(step, trainer.step());
        trainer.reset();
        assertEquals(1, trainer.advance(1, LONG));
    }

    @Test
    void aFormulaWithoutAValueIsDiagnosed() {
        Trainer trainer =
                trainer("sine", Loss.MEAN_SQUARED_ERROR, "SGD(0.01)", 1, "Dense(8,formula('log(x)'))", "Dense(1)");
        steps(trainer, 1000);
        String sentence = trainer.trouble().orElseThrow();
        assertTrue(sentence.contains("The formula log(x) may be why. It has no value at x = 0"), sentence);
    }

    @Test
    void largeInputsAreDiagnosed() {
        float[] x = new float[64];
        for (int i = 0; i < x.length; i++) {
            x[i] = 4321f * i;
        }
        Dataset set = new Dataset(
                "large", Shape.of(1), new FloatSamples(x, 1), new Target.Numbers(x, 1, List.of("y")), List.of("x"));
        Split split = Split.lastRows(64, 0, 0);
        Trainer trainer = trainer(set, split, Rescaling.NONE, Loss.MEAN_SQUARED_ERROR, "SGD(0.01)", 1, "Dense(1)");
        steps(trainer, 100_000);
        String sentence = trainer.trouble().orElseThrow();
        assertTrue(sentence.contains("The inputs reach 2"), sentence);
    }

    @Test
    void withoutValidationThereIsNothingToSayOfIt() {
        float[] x = {0, 1, 2, 3};
        Dataset set = new Dataset(
                "four", Shape.of(1), new FloatSamples(x, 1), new Target.Numbers(x, 1, List.of("y")), List.of("x"));
        Trainer trainer = trainer(
                set, Split.lastRows(4, 0, 0), Rescaling.NONE, Loss.MEAN_SQUARED_ERROR, "SGD(0.01)", 1, "Dense(1)");
        steps(trainer, 1);
        Epoch epoch = trainer.history().get(0);
        assertEquals(Score.NONE, epoch.validation());
        assertTrue(Double.isNaN(epoch.accuracy()));
    }
}
