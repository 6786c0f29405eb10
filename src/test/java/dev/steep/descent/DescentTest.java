package dev.steep.descent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.math.Random;
import dev.steep.network.Sketch;
import dev.steep.network.loss.Loss;
import dev.steep.network.optimizer.Optimizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Paths on surfaces, against real Keras ({@code descent/golden.py}) and against the definitions. */
class DescentTest {
    private static final Choice SGD = Optimizer.SGD.kind().choice();

    record Golden(Surface surface, String optimizer, double[] numbers) {
        @Override
        public String toString() {
            return surface + " " + optimizer;
        }
    }

    static List<Golden> goldens() throws IOException {
        List<Golden> all = new ArrayList<>();
        try (InputStream file = Objects.requireNonNull(DescentTest.class.getResourceAsStream("/descent/keras.txt"))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] words = line.split(" ");
                double[] numbers = Stream.of(words)
                        .skip(2)
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                all.add(new Golden(Surface.valueOf(words[0]), words[1], numbers));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void pathsAreThoseOfKeras(Golden golden) {
        Surface surface = golden.surface;
        Choice optimizer = Sketch.pick(Optimizer.kinds(), golden.optimizer);
        Path path = Path.of(surface, new Slope(surface), optimizer, surface.start(), golden.numbers.length / 2);
        for (int i = 0; i < golden.numbers.length; i++) {
            double number = path.at(i / 2 + 1).weights()[i % 2];
            assertEquals(golden.numbers[i], number, 1e-6, "number " + i); // rates of a schedule are float32 in Keras
        }
    }

    @Test
    void everyOptimizerIsCompared() throws IOException {
        Set<String> missing = new TreeSet<>();
        Optimizer.kinds().forEach(kind -> missing.add(kind.name()));
        goldens()
                .forEach(each -> missing.remove(
                        Sketch.pick(Optimizer.kinds(), each.optimizer).kind().name()));
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void gradientsAreFiniteDifferences(Surface surface) {
        Slope slope = new Slope(surface);
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            double[] weights = new double[surface.names().size()];
            for (int d = 0; d < weights.length; d++) {
                double[] edges = surface.edges()[d];
                weights[d] = edges[0] + (edges[1] - edges[0]) * random.uniform();
            }
            double[] gradient = new double[weights.length];
            assertEquals(surface.formula().evaluate(weights), slope.at(weights, gradient), 1e-12);
            for (int d = 0; d < weights.length; d++) {
                double[] up = weights.clone();
                double[] down = weights.clone();
                up[d] += 1e-5;
                down[d] -= 1e-5;
                assertEquals((slope.loss(up) - slope.loss(down)) / 2e-5, gradient[d], 1e-6);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void minimaAreMinima(Surface surface) {
        Slope slope = new Slope(surface);
        for (double[] minimum : surface.minima()) {
            double[] gradient = new double[minimum.length];
            double loss = slope.at(minimum, gradient);
            for (int d = 0; d < minimum.length; d++) {
                assertEquals(0, gradient[d], 1e-6);
                for (double step : new double[] {-1e-2, 1e-2}) {
                    double[] beside = minimum.clone();
                    beside[d] += step;
                    assertTrue(slope.loss(beside) > loss);
                }
            }
        }
    }

    @Test
    void neuronHasTheLossOfTheCatalog() {
        Slope slope = new Slope(Surface.NEURON);
        int[] degrees = {66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58};
        Set<Integer> damaged = Set.of(1, 8, 9, 10, 13, 20, 22);
        double w = -1.1;
        double b = -0.4;
        double sum = 0;
        for (int i = 0; i < degrees.length; i++) {
            double p = 1 / (1 + Math.exp(-(w * (degrees[i] - 70) / 7 + b)));
            sum += damaged.contains(i) ? -Math.log(p) : -Math.log(1 - p);
        }
        assertEquals(sum / degrees.length, slope.loss(new double[] {w, b}), 1e-12);
        assertEquals(2, Surface.NEURON.written().size());
        assertEquals("binary_crossentropy", Loss.BINARY_CROSSENTROPY.kind().name());
    }

    @Test
    void gridHasTheFirstWeightRunFastest() {
        double[] grid = new Slope(Surface.VALLEY).grid(5);
        assertEquals(25, grid.length);
        Slope slope = new Slope(Surface.VALLEY);
        assertEquals(slope.loss(new double[] {-2, -4}), grid[1]);
        assertEquals(slope.loss(new double[] {-4, -2}), grid[5]);
        assertEquals(9, new Slope(Surface.BOWL_OF_ONE).grid(9).length);
    }

    private static Course outcome(Surface surface, double rate, double[] start, int steps) {
        return RateTrio.trial(surface, new Slope(surface), SGD, rate, start, steps)
                .outcome();
    }

    @Test
    void outcomesAreSaid() {
        double[] start = {-3.4};
        assertEquals(
                Course.Kind.CRAWLS,
                outcome(Surface.BOWL_OF_ONE, 0.001, start, 50).kind());
        assertEquals(
                Course.Kind.APPROACHES,
                outcome(Surface.BOWL_OF_ONE, 0.02, start, 50).kind());
        Course right = outcome(Surface.BOWL_OF_ONE, 1, start, 50);
        assertEquals(Course.Kind.CONVERGES, right.kind());
        assertEquals(1, right.reached());
        Course swings = outcome(Surface.BOWL_OF_ONE, 1.99, start, 50);
        assertEquals(Course.Kind.OSCILLATES, swings.kind());
        assertEquals(20, swings.turns());
        assertEquals(
                Course.Kind.DIVERGES,
                outcome(Surface.BOWL_OF_ONE, 2.1, start, 50).kind());
        assertEquals(
                Course.Kind.RESTS,
                outcome(Surface.SADDLE, 0.5, new double[] {-2.6, 0}, 50).kind());
        Course trapped = outcome(Surface.TWO_MINIMA_OF_ONE, 0.1, new double[] {3.2}, 50);
        assertEquals(Course.Kind.CONVERGES, trapped.kind());
        assertEquals(1, trapped.minimum());
        assertFalse(trapped.lowest());
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void nothingThrowsHoweverWildTheRate(Surface surface) {
        Slope slope = new Slope(surface);
        for (Optimizer optimizer : Optimizer.values()) {
            for (double rate : new double[] {1e-7, 3, 100}) {
                for (double[] start : List.of(surface.start(), surface.minima()[0], surface.edges()[0].clone())) {
                    double[] from = start.length == surface.names().size() ? start : surface.start();
                    RateTrio.Trial trial =
                            RateTrio.trial(surface, slope, optimizer.kind().choice(), rate, from, 400);
                    assertTrue(trial.path().steps() >= 1);
                    trial.path().places().stream()
                            .limit(trial.path().steps())
                            .forEach(place -> assertTrue(Double.isFinite(place.loss())));
                }
            }
        }
        Choice wild = RateTrio.at(SGD, 100);
        Path path = Path.of(surface, slope, wild, surface.start(), 400);
        assertTrue(path.steps() < 400 || Course.of(path, slope).kind() != Course.Kind.CONVERGES);
    }

    @ParameterizedTest
    @EnumSource(Surface.class)
    void threeRatesAreThree(Surface surface) {
        for (Optimizer optimizer : Optimizer.values()) {
            RateTrio rates =
                    RateTrio.of(surface, new Slope(surface), optimizer.kind().choice(), surface.start(), 100);
            String which =
                    optimizer + " " + rates.small().rate() + " " + rates.right().rate() + " "
                            + rates.large().rate() + " " + rates.right().outcome();
            assertEquals(Course.Kind.CONVERGES, rates.right().outcome().kind(), which);
            assertTrue(rates.small().rate() < rates.right().rate(), which);
            assertTrue(
                    rates.large().rate() > rates.right().rate() || rates.right().rate() == 100, which);
        }
    }
}
