package dev.steep.network.weight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Sketch;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InitializerTest {
    /** A kernel of 3 x 3 with 16 channels and 64 filters: 144 inputs, 576 outputs, 9216 numbers. */
    private static final Shape KERNEL = Shape.of(3, 3, 16, 64);

    /** low and high: no number lies outside; most numbers of a limit reach it. */
    record Case(String pick, double mean, double deviation, double low, double high) {}

    static Stream<Case> cases() {
        double cut = 2 / 0.87962566;
        return Stream.of(
                uniform("glorot_uniform", Math.sqrt(6.0 / 720)),
                uniform("he_uniform", Math.sqrt(6.0 / 144)),
                uniform("lecun_uniform", Math.sqrt(3.0 / 144)),
                normal("glorot_normal", 0, Math.sqrt(2.0 / 720), cut),
                normal("he_normal", 0, Math.sqrt(2.0 / 144), cut),
                normal("lecun_normal", 0, Math.sqrt(1.0 / 144), cut),
                normal("random_normal", 0, 0.05, 6),
                normal("random_normal(1,0.5)", 1, 0.5, 6),
                uniform("random_uniform", 0.05),
                new Case("random_uniform(1,3)", 2, 2 / Math.sqrt(12), 1, 3),
                new Case("truncated_normal(1,0.1)", 1, 0.1 * 0.87962566, 0.8, 1.2),
                new Case("zeros", 0, 0, 0, 0),
                new Case("ones", 1, 0, 1, 1),
                new Case("constant(0.25)", 0.25, 0, 0.25, 0.25));
    }

    private static Case uniform(String pick, double limit) {
        return new Case(pick, 0, limit / Math.sqrt(3), -limit, limit);
    }

    private static Case normal(String pick, double mean, double deviation, double cut) {
        return new Case(pick, mean, deviation, mean - cut * deviation, mean + cut * deviation);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void numbersAreSpreadAsInKeras(Case c) {
        float[] numbers = draw(c.pick, KERNEL);
        assertEquals(KERNEL.size(), numbers.length);
        double sum = 0;
        double squares = 0;
        for (float number : numbers) {
            sum += number;
            squares += (number - c.mean) * (number - c.mean);
            assertTrue(number >= c.low - 1e-7 && number <= c.high + 1e-7, "number " + number);
        }
        double standardError = c.deviation / Math.sqrt(numbers.length);
        assertEquals(c.mean, sum / numbers.length, 4 * standardError);
        assertEquals(c.deviation, Math.sqrt(squares / numbers.length), 4 * standardError);
    }

    @Test
    void everyInitializerIsChecked() {
        Set<String> missing = new TreeSet<>();
        Initializer.kinds().forEach(kind -> missing.add(kind.name()));
        cases().forEach(each -> missing.remove(
                Sketch.pick(Initializer.kinds(), each.pick).kind().name()));
        assertEquals(Set.of("orthogonal"), missing);
    }

    @Test
    void fansOfADenseKernelAreItsSides() {
        double limit = Math.sqrt(6.0 / (100 + 20));
        double largest = 0;
        for (float number : draw("glorot_uniform", Shape.of(100, 20))) {
            largest = Math.max(largest, Math.abs(number));
        }
        assertTrue(largest <= limit && largest > 0.99 * limit, largest + " of " + limit);
    }

    @Test
    void orthogonalVectorsAreAtRightAngles() {
        assertOrthogonal(draw("orthogonal(2)", Shape.of(2, 3, 5, 12)), 30, 12, 2);
        assertOrthogonal(draw("orthogonal", Shape.of(7, 20)), 7, 20, 1);
    }

    private static void assertOrthogonal(float[] matrix, int rows, int columns, double gain) {
        boolean tall = rows >= columns;
        int count = Math.min(rows, columns);
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double dot = 0;
                for (int k = 0; k < Math.max(rows, columns); k++) {
                    dot += tall
                            ? (double) matrix[k * columns + a] * matrix[k * columns + b]
                            : (double) matrix[a * columns + k] * matrix[b * columns + k];
                }
                assertEquals(a == b ? gain * gain : 0, dot, 1e-6);
            }
        }
    }

    @Test
    void sameSeedDrawsTheSame() {
        assertArrayEquals(draw("he_normal", KERNEL), draw("he_normal", KERNEL));
        float[] other = Initializer.draw(Sketch.pick(Initializer.kinds(), "he_normal"), KERNEL, new Random(4));
        assertTrue(!Arrays.equals(draw("he_normal", KERNEL), other));
    }

    private static float[] draw(String pick, Shape shape) {
        return Initializer.draw(Sketch.pick(Initializer.kinds(), pick), shape, new Random(3));
    }
}
