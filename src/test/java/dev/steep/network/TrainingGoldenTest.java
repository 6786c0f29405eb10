package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.math.Shape;
import dev.steep.network.loss.Loss;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.tape.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small networks trained for 20 steps beside real Keras, from the same weights and samples ({@code training/golden.py}). */
class TrainingGoldenTest {
    private static final int SAMPLES = 16;

    static Stream<String> keras() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(TrainingGoldenTest.class.getResourceAsStream("/training/keras.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    @ParameterizedTest
    @MethodSource("keras")
    void lossesAreThoseOfKeras(String line) {
        String[] parts = line.split("\\|");
        String[] numbers = parts[4].split(" ");
        Bench bench = bench(parts);
        for (int i = 0; i < numbers.length; i++) {
            double loss = Double.parseDouble(numbers[i]);
            assertEquals(loss, bench.train(), 2e-5 * Math.abs(loss) + 1e-7, "before step " + (i + 1));
        }
    }

    @Test
    void everyLossAndOptimizerIsCompared() throws IOException {
        Set<String> missing = new TreeSet<>();
        Optimizer.kinds().forEach(kind -> missing.add(kind.name()));
        Loss.kinds().forEach(kind -> missing.add(kind.name()));
        keras().map(line -> line.split("\\|")).forEach(parts -> {
            missing.remove(Phrase.read(parts[2], new Remarks()).word());
            missing.remove(Phrase.read(parts[3], new Remarks()).word());
        });
        // the first only says how classes are stored; percentages of the targets' zeros are in LossTest
        assertEquals(Set.of("sparse_categorical_crossentropy", "mean_absolute_percentage_error"), missing);
    }

    private static Bench bench(String[] parts) {
        String[] task = parts[0].split(" ");
        Shape shape = Shape.of(
                Stream.of(task[1].split(",")).mapToInt(Integer::parseInt).toArray());
        String[] layers = parts[1].split("/");
        Design design =
                switch (task[0]) {
                    case "classes" -> Sketch.classes(shape, 3, layers);
                    case "two" -> Sketch.classes(shape, 2, layers);
                    case "numbers" -> Sketch.numbers(shape, 2, layers);
                    case "inputs" -> Sketch.reconstruction(shape, layers);
                    default -> throw new IllegalArgumentException(task[0]);
                };
        design = Sketch.with(design, parts[3]);
        float[] classWeights = weights(task);
        design = design.weighted(classWeights.length > 0);
        Plan plan = Plan.of(design.with(design.layers(), Sketch.pick(Loss.kinds(), parts[2])));
        assertTrue(plan.sound(), () -> plan.problems().toString());
        float[] x = pattern(SAMPLES * shape.size(), 53, 5, 97);
        for (int i = 0; i < x.length; i++) {
            x[i] = 2 * x[i] - 1;
        }
        float[] y = task[0].equals("inputs") ? x : targets(task[0]);
        Bench bench = new Bench(Model.of(plan), x, y, classWeights);
        int place = 0;
        for (Value each : bench.model.parameters()) {
            float[] weights = pattern(each.size(), 37, 11 * place++ + 3, 101);
            for (int i = 0; i < weights.length; i++) {
                weights[i] = weights[i] * 1.6f - 0.8f;
            }
            bench.machine.write(each, weights);
        }
        return bench;
    }

    /** Of each sample, if the task ends with weights of its classes, or of its rows. */
    private static float[] weights(String[] task) {
        if (task.length > 2 && task[2].equals("rows")) {
            float[] rows = pattern(SAMPLES, 29, 7, 31);
            for (int i = 0; i < rows.length; i++) {
                rows[i] *= 3;
            }
            return rows;
        }
        float[] weights = new float[task.length > 2 ? SAMPLES : 0];
        for (int i = 0; i < weights.length; i++) {
            int label = (i * 7 + 3) % 3;
            int known = task[0].equals("two") ? label == 0 ? 1 : 0 : label;
            weights[i] = Float.parseFloat(task[2].split(",")[known]);
        }
        return weights;
    }

    private static float[] targets(String task) {
        float[] targets = new float[SAMPLES * (task.equals("classes") ? 3 : task.equals("two") ? 1 : 2)];
        float[] numbers = pattern(targets.length, 37, 11, 101);
        for (int i = 0; i < SAMPLES; i++) {
            int label = (i * 7 + 3) % 3;
            switch (task) {
                case "classes" -> targets[3 * i + label] = 1;
                case "two" -> targets[i] = label == 0 ? 1 : 0;
                default -> {
                    targets[2 * i] = 2 * numbers[2 * i];
                    targets[2 * i + 1] = 2 * numbers[2 * i + 1];
                }
            }
        }
        return targets;
    }

    private static float[] pattern(int count, int a, int b, int m) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (i * a + b) % m / (float) m;
        }
        return numbers;
    }
}
