package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.steep.engine.Machine;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Gradients;
import dev.steep.tape.Noise;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Random numbers: the draws are exact, since every back end draws alike; what a formula makes of them is as exact as formulas are. */
interface NoiseContract extends Contract {
    private static float[] noise(
            Contract contract, Noise.Distribution kind, int seed, int stream, int samples, int size, double... of) {
        Rig rig = new Rig(1, samples, Shape.of(size), Shape.of(1)).seed(seed);
        Value[] parameters = new Value[of.length];
        Arrays.setAll(parameters, i -> rig.scalar("p" + i, of[i]));
        Value y = rig.tape.noise("y", kind, Shape.of(size), stream, parameters);
        return rig.run(contract.backend()).read(y);
    }

    private static float[] mask(Contract contract, int seed, int stream, double rate, int samples, int size) {
        double least = Noise.probability(rate);
        return noise(contract, Noise.Distribution.BERNOULLI, seed, stream, samples, size, least, 1 / (1 - rate));
    }

    /** Draw j of n for number i. */
    private static double draw(int seed, int stream, int n, int i, int j) {
        int key = Random.mix(seed + stream * 0x9E3779B9);
        return (Random.mix(n * i + j ^ key) >>> 8) / 16777216.0;
    }

    @Test
    default void masksFollowTheirFormula() {
        for (int seed : new int[] {0, 1, -7, 123456789}) {
            for (int stream : new int[] {0, 1, 5}) {
                for (double rate : new double[] {0.25, 0.1, 0.7, 0.95}) {
                    float[] expected = new float[3 * 11];
                    for (int i = 0; i < expected.length; i++) {
                        expected[i] = draw(seed, stream, 1, i, 0) < rate ? 0 : (float) (1 / (1 - rate));
                    }
                    assertArrayEquals(expected, mask(this, seed, stream, rate, 3, 11), "seed " + seed + ", " + stream);
                }
            }
        }
    }

    @Test
    default void evenlySpreadNumbersFollowTheirFormula() {
        for (int size : new int[] {1, 2, 7}) {
            double[] expected = new double[5 * size];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = -3 + 5 * draw(9, 2, 1, i, 0);
            }
            close(expected, noise(this, Noise.Distribution.UNIFORM, 9, 2, 5, size, -3, 2), size + " numbers");
        }
    }

    @Test
    default void normalNumbersFollowTheirFormula() {
        for (int samples : new int[] {1, 2, 300}) {
            double[] expected = new double[samples * 5];
            for (int i = 0; i < expected.length; i++) {
                double u = draw(-4, 1, 2, i, 0);
                double v = draw(-4, 1, 2, i, 1);
                expected[i] = 0.5 * Math.sqrt(-2 * Elementary.log(1 - u)) * Elementary.cos(2 * Math.PI * v);
            }
            close(expected, noise(this, Noise.Distribution.NORMAL, -4, 1, samples, 5, 0.5), samples + " samples");
        }
    }

    @Test
    default void normalNumbersAreNormal() {
        float[] numbers = noise(this, Noise.Distribution.NORMAL, 3, 0, 40, 1000, 2);
        double[] moments = new double[5];
        for (float number : numbers) {
            double power = 1;
            for (int k = 0; k < moments.length; k++) {
                moments[k] += power / numbers.length;
                power *= number / 2;
            }
        }
        // five standard deviations of the mean of 40000 powers
        assertEquals(0, moments[1], 5 * Math.sqrt(1 / 40000.0));
        assertEquals(1, moments[2], 5 * Math.sqrt(2 / 40000.0));
        assertEquals(0, moments[3], 5 * Math.sqrt(15 / 40000.0));
        assertEquals(3, moments[4], 5 * Math.sqrt(96 / 40000.0));
    }

    @Test
    default void theShareThatIsDroppedIsTheRate() {
        for (double rate : new double[] {0, 0.1, 0.5, 0.9}) {
            float[] mask = mask(this, 42, 3, rate, 40, 1000);
            int dropped = 0;
            for (float factor : mask) {
                dropped += factor == 0 ? 1 : 0;
            }
            // five standard deviations of a binomial distribution
            assertEquals(rate, dropped / 40000.0, 5 * Math.sqrt(rate * (1 - rate) / 40000), "rate " + rate);
        }
    }

    @Test
    default void seedsAndStreamsGiveOtherMasks() {
        float[] first = mask(this, 1, 0, 0.5, 2, 100);
        assertArrayEquals(first, mask(this, 1, 0, 0.5, 2, 100));
        assertFalse(Arrays.equals(first, mask(this, 2, 0, 0.5, 2, 100)));
        assertFalse(Arrays.equals(first, mask(this, 1, 1, 0.5, 2, 100)));
    }

    @Test
    default void aSmallerBatchHasTheBeginningOfTheNumbers() {
        for (Noise.Distribution kind : Noise.Distribution.values()) {
            Rig rig = new Rig(1, 6, Shape.of(10), Shape.of(1)).seed(3);
            Value y = rig.tape.noise("y", kind, Shape.of(10), 0, rig.scalar("p", 0.5), rig.scalar("q", 2));
            Machine machine = rig.open(backend());
            machine.run(rig.batch(0, 6), Tape.Phase.FORWARD);
            float[] whole = machine.read(y);
            machine.run(rig.batch(2, 4), Tape.Phase.FORWARD);
            assertArrayEquals(Arrays.copyOf(whole, 40), machine.read(y));
        }
    }

    /** One number of each sample, added to all numbers of the sample: nothing comes back for it, everything for the others. */
    @Test
    default void randomNumbersAreConstantsToTheGradient() {
        Rig rig = new Rig(1, 5, Shape.of(3), Shape.of(3));
        Value a = rig.shifted();
        Value noise = rig.tape.noise("noise", Noise.Distribution.NORMAL, Shape.of(1), 0, rig.scalar("stddev", 1));
        Value y = rig.tape.elementwise("y", Expr.input(0, "a").plus(Expr.input(1, "noise")), a, noise);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());
        double[] expected = rig.shiftedNumbers();
        float[] drawn = machine.read(noise);
        for (int i = 0; i < expected.length; i++) {
            expected[i] += drawn[i / 3];
        }
        close(expected, machine.read(y), "y");
        close(rig.numbers(rig.t), machine.read(gradients.of(a).orElseThrow()), "dx");
    }
}
