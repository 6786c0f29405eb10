package dev.steep.engine.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.ByteSamples;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Samples;
import dev.steep.data.Scaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Supply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scores as scikit-learn has them: {@code baselines/golden.py}. */
class BaselinesTest {
    private static final int COUNT = 300;
    private static final Split SPLIT = new Split(
            IntStream.range(0, 240).toArray(), IntStream.range(240, COUNT).toArray(), new int[0]);

    private static double a(int i) {
        return (i * 7919 % 1024) / 256.0 - 2 + i * i % 1009 / 65536.0;
    }

    private static double b(int i) {
        return (i * 10473 % 1021) / 256.0 - 2;
    }

    private static double noise(int i) {
        return (i * 31 % 17) / 17.0;
    }

    private static Samples samples(int width) {
        float[] x = new float[COUNT * width];
        for (int i = 0; i < COUNT; i++) {
            x[i * width] = (float) a(i);
            x[i * width + width - 1] = (float) (width == 1 ? a(i) : b(i));
        }
        return new FloatSamples(x, width);
    }

    private static Target target(String task) {
        int[] classes = new int[COUNT];
        float[] numbers = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            double a = a(i);
            double b = b(i);
            classes[i] = task.equals("two")
                    ? (a + 0.5 * b + 2 * noise(i) - 1 > 0 ? 1 : 0)
                    : a + b + noise(i) < 0 ? 0 : a * b > 0.25 ? 1 : 2;
            numbers[i] =
                    (float) (task.equals("curve") ? a * a + noise(i) : 1 + 2 * a - 0.5 * b + noise(i) + 0.25 * a * b);
        }
        return switch (task) {
            case "two" -> new Target.Classes(classes, List.of("0", "1"));
            case "three" -> new Target.Classes(classes, List.of("0", "1", "2"));
            default -> new Target.Numbers(numbers, 1, List.of("y"));
        };
    }

    private static List<Double> golden(String task) throws IOException {
        List<Double> scores = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(BaselinesTest.class.getResourceAsStream("/baselines/scikit.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(task + " "))
                    .forEach(line -> scores.add(Double.parseDouble(line.substring(task.length() + 1))));
        }
        return scores;
    }

    private static List<Baselines.Result> results(Supply supply, Split split) {
        Baselines baselines = new Baselines(supply, split);
        int slices = 0;
        while (!baselines.advance(() -> true)) {
            assertTrue(++slices < 1_000_000);
        }
        return baselines.results();
    }

    @ParameterizedTest
    @ValueSource(strings = {"two", "three", "number", "curve"})
    void scoresAreThoseOfScikitLearn(String task) throws IOException {
        Target y = target(task);
        Rescaling answers = Scaling.STANDARDISE.fit(y, SPLIT.training());
        Supply supply = new Supply(samples(task.equals("curve") ? 1 : 2), Rescaling.NONE, y, answers);
        List<Double> golden = golden(task);
        List<Baselines.Result> results = results(supply, SPLIT);
        assertEquals(4, results.size());
        for (int i = 0; i < 4; i++) {
            Baselines.Result result = results.get(i);
            assertEquals(golden.get(2 * i), result.training(), 1e-6, result.toString());
            assertEquals(golden.get(2 * i + 1), result.validation(), 1e-6, result.toString());
            assertEquals("", result.note());
        }
    }

    @Test
    void imagesAreComparedWithAShareOfThem() {
        byte[] pixels = new byte[3000 * 784];
        int[] classes = new int[3000];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = i % 3;
            pixels[i * 784 + 100 + i % 3] = (byte) (100 + i % 100);
            pixels[i * 784 + i % 784] = (byte) i;
        }
        Supply supply = new Supply(
                new ByteSamples(pixels, 784),
                new Rescaling(new double[] {0}, new double[] {1 / 255.0}),
                new Target.Classes(classes, List.of("a", "b", "c")));
        List<Baselines.Result> results = results(
                supply,
                new Split(
                        IntStream.range(0, 2000).toArray(),
                        IntStream.range(2000, 3000).toArray(),
                        new int[0]));
        assertEquals(667 / 2000.0, results.get(0).training(), 1e-12, "of all 2,000, not of some");
        assertEquals("", results.get(0).note());
        assertEquals(1, results.get(1).validation(), 0.02);
        assertTrue(Double.isNaN(results.get(2).validation()), "polynomial");
        assertEquals("left out: 784 inputs are too many", results.get(2).note());
        assertEquals(
                "fitted to 1,270 of 2,000 training samples, training score of 401, validation score of 401 of 1,000",
                results.get(3).note());
        assertEquals(1, results.get(3).validation(), 0.02);
    }

    @Test
    void withoutValidationThereIsNoScoreOfIt() {
        Supply supply = new Supply(samples(2), Rescaling.NONE, target("two"));
        results(supply, new Split(SPLIT.training(), new int[0], new int[0]))
                .forEach(each -> assertTrue(Double.isNaN(each.validation()) && each.training() > 0.4, each + ""));
    }
}
