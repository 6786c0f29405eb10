package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Shape;
import dev.steep.network.loss.Loss;
import dev.steep.tape.Noise;
import dev.steep.tape.Value;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static final Design CNN = Sketch.classes(
            Shape.of(8, 8, 1),
            4,
            "Conv2D(4,3,activation=relu)",
            "MaxPooling2D",
            "Dropout(0.25)",
            "Flatten",
            "Dense(4,activation=softmax)");

    @Test
    void convolutionalNetworkLearnsItsSamplesByHeart() {
        Design design = Sketch.with(CNN, "Adam(0.01)");
        Bench bench = Bench.random(design, 16);
        double first = bench.train();
        for (int i = 0; i < 300; i++) {
            bench.train();
        }
        bench.evaluate();
        double loss = mean(bench.machine.read(bench.model.program().predict().loss()));
        double hits = mean(bench.machine.read(bench.model.program().predict().hits()));
        assertTrue(first > 0.7, "first loss " + first);
        assertTrue(loss < 0.05, "last loss " + loss);
        assertEquals(1, hits);
    }

    @Test
    void regressionLearnsItsSamplesByHeart() {
        Design design = Sketch.with(Sketch.numbers(Shape.of(3), 2, "Dense(32,tanh)", "Dense(2)"), "Adam(0.01)");
        Bench bench = Bench.random(design, 8);
        for (int i = 0; i < 500; i++) {
            bench.train();
        }
        double[] end = bench.lossAndHits();
        assertTrue(end[0] < 1e-3, "last loss " + end[0]);
        assertEquals(0, end[1]);
    }

    @Test
    void oneSigmoidTellsTwoClassesApart() {
        Design design = Sketch.with(
                Sketch.with(Sketch.classes(Shape.of(2), 2, "Dense(16,tanh)", "Dense(1,sigmoid)"), "Adam(0.03)"),
                Loss.BINARY_CROSSENTROPY);
        Bench bench = Bench.random(design, 10);
        for (int i = 0; i < 500; i++) {
            bench.train();
        }
        assertEquals(1, bench.model.program().train().target().size());
        assertEquals(10, bench.lossAndHits()[1]);
    }

    @Test
    void lossesOnBothTapesAgreeWhereNothingIsRandom() {
        Bench bench = Bench.random(Sketch.classes(Shape.of(5), 3, "Dense(4,relu)", "Dense(3,softmax)"), 6);
        bench.evaluate();
        float[] each = bench.machine.read(bench.model.program().predict().loss());
        assertEquals(6, each.length);
        assertEquals(mean(each), bench.lossAndHits()[0], 1e-6);
    }

    @Test
    void valuesAreNamedAsInKeras() {
        Model model = Model.of(Plan.of(CNN));
        assertEquals(
                List.of("conv2d/kernel", "conv2d/bias", "dense/kernel", "dense/bias"),
                model.parameters().stream().map(Value::name).toList());
        assertEquals(
                List.of("conv2d/kernel/momentum", "conv2d/kernel/velocity"),
                model.slots().stream().map(Value::name).limit(2).toList());
        ModelLayer conv = model.layers().get(0);
        assertEquals("conv2d/output", conv.output().name());
        assertEquals("conv2d/pre_activation", conv.preActivation().name());
        assertEquals(Shape.of(6, 6, 4), conv.output().shape());
        assertEquals(2, conv.weights().size());
        assertSame(model.program().predict().output(), model.layers().get(4).output());
    }

    @Test
    void dropoutLeavesPredictionsAlone() {
        Model model = Model.of(Plan.of(CNN));
        ModelLayer dropout = model.layers().get(2);
        assertSame(model.layers().get(1).output(), dropout.output());
        Value mask = dropout.mask().orElseThrow();
        assertEquals("dropout/mask", mask.name());
        assertSame(mask, model.program().training().value("dropout/mask").orElseThrow());
        assertTrue(model.layers().get(0).mask().isEmpty());
    }

    @Test
    void dropoutDropsItsShare() {
        Bench bench = Bench.random(Sketch.classes(Shape.of(1000), 2, "Dropout(0.25)", "Dense(2,softmax)"), 20);
        bench.backward();
        float[] mask = bench.machine.read(bench.model.layers().get(0).mask().orElseThrow());
        int dropped = 0;
        for (float factor : mask) {
            assertTrue(factor == 0 || factor == (float) (1 / 0.75), "factor " + factor);
            dropped += factor == 0 ? 1 : 0;
        }
        assertEquals(0.25, dropped / 20000.0, 0.01);
    }

    @Test
    void startDependsOnSeedAndNameOnly() {
        Model small = Model.of(Plan.of(CNN));
        List<dev.steep.catalog.Choice> more = new java.util.ArrayList<>(CNN.layers());
        more.add(0, Sketch.layers("Conv2D(1,1)").get(0));
        Model large = Model.of(Plan.of(CNN.with(more, CNN.loss())));
        Value dense = small.parameters().get(2);
        Value other = large.parameters().stream()
                .filter(value -> value.name().equals("dense/kernel"))
                .findFirst()
                .orElseThrow();
        assertArrayEquals(small.initial(dense), large.initial(other));
        Design reseeded = new Design(CNN.input(), CNN.task(), CNN.layers(), CNN.loss(), CNN.optimizer(), 2);
        Model again = Model.of(Plan.of(reseeded));
        assertFalse(Arrays.equals(
                small.initial(dense), again.initial(again.parameters().get(2))));
        assertThrows(IllegalArgumentException.class, () -> small.initial(other));
    }

    @Test
    void kernelsOfOneShapeStartApartByTheirNames() {
        Design twins = Sketch.numbers(Shape.of(4), 4, "Dense(4)", "Dense(4)");
        Model model = Model.of(Plan.of(twins));
        Value first = model.parameters().get(0);
        Value second = model.parameters().get(2);
        assertEquals(List.of("dense/kernel", "dense_1/kernel"), List.of(first.name(), second.name()));
        assertEquals(first.shape(), second.shape());
        assertFalse(Arrays.equals(model.initial(first), model.initial(second)));
        Design other = Sketch.with(Sketch.with(twins, "Adam(0.5)"), Loss.HUBER);
        Model same = Model.of(Plan.of(other));
        assertArrayEquals(model.initial(second), same.initial(same.parameters().get(2)));
    }

    @Test
    void learningRateChangesWithoutStartingAnew() {
        Design design = Sketch.with(Sketch.numbers(Shape.of(2), 1, "Dense(1)"), "SGD(0.1)");
        Bench bench = Bench.random(design, 4);
        Model faster = bench.model.retuned(Sketch.with(design, "SGD(0.2)")).orElseThrow();
        assertSame(bench.model.program(), faster.program());
        Value kernel = bench.model.parameters().get(0);
        float[] start = bench.machine.read(kernel);
        bench.train();
        float[] slow = bench.machine.read(kernel);
        bench.machine.write(kernel, start);
        bench.machine.write(bench.model.parameters().get(1), new float[1]);
        bench.train(faster);
        float[] fast = bench.machine.read(kernel);
        assertEquals(2 * (slow[0] - start[0]), fast[0] - start[0], 1e-6);
        assertNotEquals(start[0], slow[0]);
    }

    @Test
    void dropoutRateAndPenaltiesAreLiveAndUnitsAreNot() {
        Design design = Sketch.digits(
                "Flatten", "Dense(8,relu,kernel_regularizer=L2(0.1))", "Dropout(0.1)", "Dense(10,softmax)");
        Model model = Model.of(Plan.of(design));
        Design live =
                Sketch.digits("Flatten", "Dense(8,relu,kernel_regularizer=L2(0.3))", "Dropout(0)", "Dense(10,softmax)");
        Model retuned = model.retuned(live).orElseThrow();
        double[] before = model.scalars(model.program().training(), 1, 10);
        double[] after = retuned.scalars(model.program().training(), 1, 10);
        List<String> names =
                model.program().training().scalars().stream().map(Value::name).toList();
        assertEquals(List.of("dropout/rate", "dropout/kept", "1/count", "dense/kernel/l2", "corrected_rate"), names);
        assertArrayEquals(new double[] {Noise.probability(0.1), 1 / 0.9, 0.1, 0.1, before[4]}, before);
        assertArrayEquals(new double[] {0, 1, 0.1, 0.3, before[4]}, after);
        assertTrue(model.retuned(Sketch.digits("Flatten", "Dense(10,softmax)")).isEmpty());
        assertTrue(model.retuned(Sketch.with(design, "Adam(0.001,0.8)")).isEmpty());
    }

    @Test
    void planWithProblemsBuildsNoModel() {
        assertThrows(IllegalArgumentException.class, () -> Model.of(Plan.of(Sketch.digits())));
    }

    private static double mean(float[] numbers) {
        double sum = 0;
        for (float number : numbers) {
            sum += number;
        }
        return sum / numbers.length;
    }
}
