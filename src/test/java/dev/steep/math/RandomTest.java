package dev.steep.math;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomTest {
    /** The shortcuts that {@code shuffle} takes, for few items and for many, change neither the order nor what comes after. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 500, 32_768, 32_769, 100_000})
    void shufflingIsFisherAndYates(int count) {
        Random plain = new Random(count + 7);
        int[] expected = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int j = plain.below(i + 1);
            int item = expected[i];
            expected[i] = expected[j];
            expected[j] = item;
        }
        Random random = new Random(count + 7);
        int[] items = IntStream.range(0, count).toArray();
        random.shuffle(items);
        assertArrayEquals(expected, items);
        assertEquals(plain.bits(), random.bits());
    }
}
