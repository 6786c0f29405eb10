package dev.steep.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.ByteSamples;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.kernels.host.Host;
import dev.steep.math.Random;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.layer.normalization.BatchNormalization;
import dev.steep.network.layer.normalization.LayerNormalization;
import dev.steep.network.loss.Task;
import dev.steep.reference.Reference;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A network on both back ends, to be compared value by value. */
record Pair(Host host) {
    static final int SAMPLES = 13;

    /** Some training steps and a prediction, from the same seeded numbers. */
    void compare(Design design, int seed) {
        String what = "seed " + seed + ", " + design.input() + " " + design.layers() + " " + design.optimizer();
        Model model = Model.of(Plan.of(design));
        Machine expected = prepared(new Reference().open(model.program(), supply(model, seed), SAMPLES), model);
        Machine actual = open(model, seed);
        Batch[] batches = batches(model, 3);
        for (Batch batch : batches) {
            expected.run(batch, Tape.Phase.BACKWARD);
            actual.run(batch, Tape.Phase.BACKWARD);
            for (Value value : model.program().training().values()) {
                if (value.name().startsWith("hits")
                        || model.program().training().passesBy(value)) {
                    continue; // two equally large numbers may differ in their last bits
                }
                double tolerance =
                        switch (value.role()) {
                            case INPUT, SCALAR, ACTIVATION, MASK, STATE -> 1e-5;
                            case GRADIENT, PARAMETER, SLOT -> cancels(design) ? 3e-3 : 1e-4;
                        };
                close(expected.read(value), actual.read(value), tolerance, 0, what + ": " + value);
            }
            Map<Value, float[]> before = new HashMap<>();
            model.weights().forEach(value -> before.put(value, expected.read(value)));
            double[] loss = new double[1];
            double[] same = new double[1];
            expected.train(new Batch[] {batch}, loss, new double[1]);
            actual.train(new Batch[] {batch}, same, new double[1]);
            assertEquals(loss[0], same[0], 1e-5 * Math.max(1, Math.abs(loss[0])), what + ": loss");
            // the two part slowly: each step starts from the same weights
            for (Value value : model.weights()) {
                float[] after = expected.read(value);
                // an optimizer may divide a gradient by its size, which makes the errors of the smallest ones large
                double moved = farthest(before.get(value), after);
                close(after, actual.read(value), 1e-4, (cancels(design) ? 0.3 : 0.1) * moved, what + ": " + value);
                actual.write(value, after);
            }
            for (Value value : model.slots()) {
                close(expected.read(value), actual.read(value), 1e-3, 0, what + ": " + value);
                actual.write(value, expected.read(value));
            }
        }
        Batch all = new Batch(
                batches[0].rows(), 0, SAMPLES, 0, model.scalars(model.program().prediction(), 1, SAMPLES));
        expected.evaluate(all);
        actual.evaluate(all);
        Value output = model.program().predict().output();
        close(expected.read(output), actual.read(output), 1e-5, 0, what + ": prediction");
        for (Value value : model.program().prediction().values()) {
            if (!value.name().startsWith("hits")) {
                close(expected.read(value), actual.read(value), 1e-5, 0, what + ": prediction's " + value);
            }
        }
    }

    /** What comes back through a normalization is a difference of nearly equal numbers. */
    private static boolean cancels(Design design) {
        return design.layers().stream()
                .anyMatch(layer -> layer.is(BatchNormalization.KIND) || layer.is(LayerNormalization.KIND));
    }

    private static double farthest(float[] from, float[] to) {
        double farthest = 0;
        for (int i = 0; i < from.length; i++) {
            farthest = Math.max(farthest, Math.abs(to[i] - from[i]));
        }
        return farthest;
    }

    private static void close(float[] expected, float[] actual, double tolerance, double slack, String what) {
        assertEquals(expected.length, actual.length, what);
        double largest = 0;
        for (float e : expected) {
            largest = Math.max(largest, Math.abs(e));
        }
        double most = Math.max(tolerance * largest, 1e-9) + slack;
        for (int i = 0; i < expected.length; i++) {
            int at = i;
            assertTrue(
                    Math.abs(expected[i] - actual[i]) <= most,
                    () -> what + ": number " + at + " of " + expected.length + " should be " + expected[at] + " but is "
                            + actual[at]);
        }
    }

    Machine open(Model model, int seed) {
        return prepared(new Kernels(host).open(model.program(), supply(model, seed), SAMPLES), model);
    }

    private static Machine prepared(Machine machine, Model model) {
        model.lasting().forEach(value -> machine.write(value, model.initial(value)));
        return machine;
    }

    static Batch[] batches(Model model, int count) {
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
                ? new Supply(new FloatSamples(floats, size), Rescaling.NONE, target)
                : new Supply(
                        new ByteSamples(bytes, size),
                        new Rescaling(new double[] {127.5}, new double[] {1 / 75.0}),
                        target);
    }
}
