package dev.steep.kernels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.ByteSamples;
import dev.steep.data.FloatSamples;
import dev.steep.data.Scale;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Activation;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Optimizer;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.Task;
import dev.steep.reference.Reference;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks at random have the reference's numbers, value for value. */
class RandomNetworksTest {
    private static final int SAMPLES = 13;
    private static final Host HOST = new GraalHost();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24})
    void everyValueOfATrainingStep(int seed) {
        compare(design(new Random(seed)), seed);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void everyActivation(Activation activation) {
        String name = activation.kind().name();
        compare(
                Sketch.classes(
                        Shape.of(6, 5, 1), 3, "Conv2D(5,3,activation=" + name + ")", "Flatten", "Dense(3,softmax)"),
                1);
    }

    @ParameterizedTest
    @EnumSource(Optimizer.class)
    void everyOptimizer(Optimizer optimizer) {
        Design design = Sketch.classes(Shape.of(5), 3, "Dense(7,tanh)", "Dense(3,softmax)");
        compare(Sketch.with(design, optimizer.kind().name()), 1);
    }

    @Test
    void bitsDoNotDependOnHowStepsAreCutIntoCalls() {
        for (int seed = 1; seed <= 8; seed++) {
            Model model = Model.of(Plan.of(design(new Random(seed))));
            Batch[] batches = batches(model, 12);
            Machine together = open(model, seed);
            together.train(batches, new double[12], new double[12]);
            Machine apart = open(model, seed);
            apart.train(new Batch[] {batches[0], batches[1]}, new double[2], new double[2]);
            for (int i = 2; i < 12; i++) {
                apart.run(batches[i], Tape.Phase.UPDATE);
            }
            for (Value value : model.parameters()) {
                assertArrayEquals(together.read(value), apart.read(value), "seed " + seed + ": " + value);
            }
        }
    }

    /** An image or a row of numbers, some layers that fit, and an end; tried until it is sound. */
    static Design design(Random random) {
        while (true) {
            List<String> layers = new ArrayList<>();
            boolean image = random.below(3) > 0;
            Shape input = image
                    ? Shape.of(3 + random.below(9), 3 + random.below(9), 1 + random.below(4))
                    : Shape.of(1 + random.below(17));
            for (int i = random.below(4); image && i > 0; i--) {
                layers.add(imageLayer(random));
            }
            if (image) {
                layers.add(random.below(4) == 0 ? "GlobalAveragePooling2D" : "Flatten");
            }
            for (int i = random.below(3); i > 0; i--) {
                layers.add("Dense(" + (1 + random.below(17)) + "," + activation(random) + ")");
                if (random.below(3) == 0) {
                    layers.add("Dropout(0.3)");
                }
            }
            boolean classes = random.below(2) == 0;
            int width = (classes ? 2 : 1) + random.below(12);
            layers.add("Dense(" + width + (classes ? ",softmax)" : ")"));
            String[] names = layers.toArray(new String[0]);
            Design design = classes ? Sketch.classes(input, width, names) : Sketch.numbers(input, width, names);
            Optimizer[] optimizers = Optimizer.values();
            Design asked = Sketch.with(
                    design, optimizers[random.below(optimizers.length)].kind().name());
            if (Plan.of(asked).sound()) {
                return asked;
            }
        }
    }

    private static String imageLayer(Random random) {
        String padding = random.below(2) == 0 ? "same" : "valid";
        return switch (random.below(5)) {
            case 0 -> "MaxPooling2D(" + (1 + random.below(3)) + ",padding=" + padding + ")";
            case 1 -> "AveragePooling2D(" + (1 + random.below(3)) + ",padding=" + padding + ")";
            default ->
                "Conv2D(" + (1 + random.below(17)) + "," + (1 + random.below(4)) + ",strides=" + (1 + random.below(2))
                        + ",padding=" + padding + ",activation=" + activation(random) + ")";
        };
    }

    private static String activation(Random random) {
        return new String[] {"relu", "tanh", "sigmoid", "elu", "gelu", "linear"}[random.below(6)];
    }

    private static void compare(Design design, int seed) {
        String what = "seed " + seed + ", " + design.input() + " " + design.layers() + " " + design.optimizer();
        Model model = Model.of(Plan.of(design));
        Machine expected = prepared(new Reference().open(model.program(), supply(model, seed), SAMPLES), model);
        Machine actual = open(model, seed);
        Batch[] batches = batches(model, 4);
        for (Batch batch : batches) {
            expected.run(batch, Tape.Phase.BACKWARD);
            actual.run(batch, Tape.Phase.BACKWARD);
            for (Value value : model.program().training().values()) {
                if (value.name().startsWith("hits")) {
                    continue; // two equally large numbers may differ in their last bits
                }
                double tolerance =
                        switch (value.role()) {
                            case INPUT, SCALAR, RESULT -> 1e-5;
                            case GRADIENT, PARAMETER, SLOT -> 1e-4;
                        };
                close(expected.read(value), actual.read(value), tolerance, what + ": " + value);
            }
            double[] loss = new double[1];
            double[] same = new double[1];
            expected.train(new Batch[] {batch}, loss, new double[1]);
            actual.train(new Batch[] {batch}, same, new double[1]);
            assertEquals(loss[0], same[0], 1e-5 * Math.max(1, Math.abs(loss[0])), what + ": loss");
            // the two part slowly: each step starts from the same weights
            for (Value value : model.parameters()) {
                close(expected.read(value), actual.read(value), 1e-3, what + ": " + value);
                actual.write(value, expected.read(value));
            }
            for (Value value : model.slots()) {
                actual.write(value, expected.read(value));
            }
        }
        Batch all = new Batch(
                batches[0].rows(), 0, SAMPLES, 0, model.scalars(model.program().prediction(), 1, SAMPLES));
        expected.evaluate(all);
        actual.evaluate(all);
        Value output = model.program().predict().output();
        close(expected.read(output), actual.read(output), 1e-5, what + ": prediction");
    }

    private static void close(float[] expected, float[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length, what);
        double largest = 0;
        for (float e : expected) {
            largest = Math.max(largest, Math.abs(e));
        }
        for (int i = 0; i < expected.length; i++) {
            int at = i;
            double most = Math.max(tolerance * largest, 1e-9);
            assertTrue(
                    Math.abs(expected[i] - actual[i]) <= most,
                    () -> what + ": number " + at + " of " + expected.length + " should be " + expected[at] + " but is "
                            + actual[at]);
        }
    }

    private static Machine open(Model model, int seed) {
        return prepared(new Kernels(HOST).open(model.program(), supply(model, seed), SAMPLES), model);
    }

    private static Machine prepared(Machine machine, Model model) {
        model.parameters().forEach(value -> machine.write(value, model.initial(value)));
        model.slots().forEach(value -> machine.write(value, model.initial(value)));
        return machine;
    }

    private static Batch[] batches(Model model, int count) {
        int[] rows = IntStream.range(0, 2 * SAMPLES).map(i -> i * 5 % SAMPLES).toArray();
        Batch[] batches = new Batch[count];
        for (int i = 0; i < count; i++) {
            int size = i % 2 == 0 ? SAMPLES : SAMPLES - 5;
            batches[i] = new Batch(
                    rows, i, size, 77 * i, model.scalars(model.program().training(), i + 1, size));
        }
        return batches;
    }

    private static Supply supply(Model model, int seed) {
        Random random = new Random(seed);
        int size = model.plan().design().input().size();
        byte[] bytes = new byte[SAMPLES * size];
        float[] floats = new float[SAMPLES * size];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) random.normal();
            bytes[i] = (byte) random.bits();
        }
        Task task = model.plan().design().task();
        int width = model.plan().targetWidth();
        float[] numbers = new float[SAMPLES * width];
        int[] classes = new int[SAMPLES];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.normal();
            classes[i / width] = random.below(width);
        }
        Target target = task instanceof Task.Classification classification
                ? new Target.Classes(classes, classification.classes())
                : new Target.Numbers(numbers, width, Collections.nCopies(width, "t"));
        return seed % 2 == 0
                ? new Supply(new FloatSamples(floats, size), Scale.NONE, target)
                : new Supply(
                        new ByteSamples(bytes, size), new Scale(new double[] {127.5}, new double[] {1 / 75.0}), target);
    }
}
