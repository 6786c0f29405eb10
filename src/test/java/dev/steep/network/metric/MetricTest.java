package dev.steep.network.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Phrase;
import dev.steep.catalog.Remarks;
import dev.steep.network.loss.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code metrics/golden.py}, run with Keras 3, wrote what is expected here. */
class MetricTest {
    private static final int COUNT = 100;

    private static List<String> golden() throws IOException {
        try (var stream = MetricTest.class.getResourceAsStream("/metrics/keras.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    static Stream<String> keras() throws IOException {
        return golden().stream();
    }

    @ParameterizedTest
    @MethodSource("keras")
    void agreesWithKeras(String line) {
        String[] parts = line.split("\\|", 3);
        Choice choice = read(parts[0]);
        int width = Integer.parseInt(parts[1]);
        double expected = Double.parseDouble(parts[2]);
        assertEquals(expected, measured(choice, width, 32), 2e-6 * Math.max(1, Math.abs(expected)), line);
    }

    @Test
    void everyMetricThatLooksAtPredictionsHasBeenComparedWithKeras() throws IOException {
        Set<String> compared = new TreeSet<>();
        golden().forEach(line -> compared.add(read(line.split("\\|")[0]).kind().name()));
        Set<String> all = new TreeSet<>();
        Stream.of(Metric.values()).filter(Metric::looks).forEach(each -> all.add(each.kind().name()));
        assertEquals(all, compared);
    }

    @ParameterizedTest
    @EnumSource
    void howSamplesAreCutChangesNoBit(Metric metric) {
        Choice choice = metric.kind().choice();
        for (int size : new int[] {1, 7, 100}) {
            assertEquals(measured(choice, 3, 32), measured(choice, 3, size), 0);
        }
    }

    @Test
    void lossAndAccuracyAreMetricsLikeTheOthers() {
        Tally loss = Metric.LOSS.tally(Metric.LOSS.kind().choice());
        Tally accuracy = Metric.ACCURACY.tally(Metric.ACCURACY.kind().choice());
        for (Tally each : List.of(loss, accuracy)) {
            each.losses(6, 3, 4);
            each.losses(1, 0, 1);
        }
        assertEquals(7.0 / 5, loss.value());
        assertEquals(3.0 / 5, accuracy.value());
    }

    @Test
    void whatDoesNotSuitTheDataIsSaid() {
        Task numbers = new Task.Regression(1);
        List<Choice> asked = List.of(Metric.AUC.kind().choice(), Metric.R2_SCORE.kind().choice());
        assertEquals(
                List.of("loss", "r2_score"),
                Measure.of(numbers, 1, asked).stream().map(Measure::name).toList());
        assertEquals(
                List.of("The metric auc is not measured: it is for classes, and these data have numbers to predict."
                        + " Remove it, or pick another."),
                Measure.unsuited(numbers, 1, asked));
    }

    @Test
    void secondOfAKindHasANumber() {
        Task classes = new Task.Classification(List.of("a", "b"));
        List<Choice> asked = List.of(read("precision"), read("precision(0.7)"), read("precision"), read("accuracy"));
        assertEquals(
                List.of("loss", "accuracy", "precision", "precision_1"),
                Measure.of(classes, 1, asked).stream().map(Measure::name).toList());
    }

    private static Choice read(String phrase) {
        Phrase read = Phrase.read(phrase, new Remarks());
        Kind kind = Metric.kinds().stream()
                .filter(each -> each.name().equals(read.word()))
                .findFirst()
                .orElseThrow();
        Remarks remarks = new Remarks();
        Choice choice = Choice.read(kind, read, remarks);
        assertTrue(remarks.sentences().isEmpty(), () -> phrase + ": " + remarks.sentences());
        return choice;
    }

    /** The metric of the numbers that golden.py makes too. */
    private static double measured(Choice choice, int width, int batch) {
        Metric metric = Metric.of(choice);
        boolean classes = metric.suits(new Task.Classification(List.of("a", "b")), 2)
                && !metric.suits(new Task.Regression(1), 1);
        float[] p = numbers(width, 37, 11, 101);
        double[] t = new double[COUNT * width];
        if (classes) {
            for (int i = 0; i < COUNT; i++) {
                if (width == 1) {
                    t[i] = (i * 7 + 3) % 3 == 0 ? 1 : 0;
                } else {
                    normalize(p, i * width, width);
                    t[i * width + (i * 7 + 3) % width] = 1;
                }
            }
        } else {
            float[] targets = numbers(width, 53, 5, 97);
            for (int i = 0; i < t.length; i++) {
                float target = targets[i] * 5 - 2;
                t[i] = target;
                p[i] = (float) (target + 0.3f * (p[i] * 4 - 2));
            }
        }
        Tally tally = metric.tally(choice);
        for (int from = 0; from < COUNT; from += batch) {
            int count = Math.min(batch, COUNT - from);
            float[] some = new float[count * width];
            double[] truth = new double[count * width];
            System.arraycopy(p, from * width, some, 0, some.length);
            System.arraycopy(t, from * width, truth, 0, truth.length);
            tally.losses(count, count, count);
            tally.predictions(some, truth, count, width);
        }
        return tally.value();
    }

    private static float[] numbers(int width, int a, int b, int m) {
        float[] numbers = new float[COUNT * width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (i * a + b) % m / (float) m;
        }
        return numbers;
    }

    private static void normalize(float[] p, int from, int width) {
        float sum = 0;
        for (int i = from; i < from + width; i++) {
            sum += p[i];
        }
        for (int i = from; i < from + width; i++) {
            p[i] /= sum;
        }
    }
}
