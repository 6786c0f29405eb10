package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.steep.engine.Machine;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Dropout's masks: exact, since every back end draws them alike. */
interface MaskContract extends Contract {
    private static float[] mask(Contract contract, int seed, int stream, double rate, int samples, int size) {
        Rig rig = new Rig(1, samples, Shape.of(size), Shape.of(1)).seed(seed);
        Value y = rig.tape.mask("y", rig.x, rig.scalar("rate", rate), stream);
        return rig.run(contract.backend()).read(y);
    }

    @Test
    default void masksFollowTheirFormula() {
        for (int seed : new int[] {0, 1, -7, 123456789}) {
            for (int stream : new int[] {0, 1, 5}) {
                int key = Random.mix(seed + stream * 0x9E3779B9);
                float[] expected = new float[3 * 11];
                for (int i = 0; i < expected.length; i++) {
                    double fraction = (Random.mix(i ^ key) >>> 8) / 16777216.0;
                    expected[i] = fraction < 0.25 ? 0 : (float) (1 / 0.75);
                }
                assertArrayEquals(expected, mask(this, seed, stream, 0.25, 3, 11), "seed " + seed + ", " + stream);
            }
        }
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
    default void aSmallerBatchHasTheBeginningOfTheMask() {
        Rig rig = new Rig(1, 6, Shape.of(10), Shape.of(1)).seed(3);
        Value y = rig.tape.mask("y", rig.x, rig.scalar("rate", 0.5), 0);
        Machine machine = rig.open(backend());
        machine.run(rig.batch(0, 6), Tape.Phase.FORWARD);
        float[] whole = machine.read(y);
        machine.run(rig.batch(2, 4), Tape.Phase.FORWARD);
        assertArrayEquals(Arrays.copyOf(whole, 40), machine.read(y));
    }
}
