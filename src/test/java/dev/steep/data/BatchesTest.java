package dev.steep.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.steep.math.Random;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final int[] ROWS = {2, 3, 5, 7, 11, 13, 17};

    @Test
    void everyEpochHasEveryRowOnce() {
        Batches batches = new Batches(ROWS, 3, true, new Random(1));
        for (int epoch = 0; epoch < 50; epoch++) {
            int[] order = batches.order(epoch);
            Arrays.sort(order);
            assertArrayEquals(ROWS, order, "epoch " + epoch);
        }
    }

    @Test
    void lastBatchIsSmaller() {
        Batches batches = new Batches(ROWS, 3, true, new Random(1));
        assertEquals(3, batches.perEpoch());
        assertEquals(3, batches.count(1));
        assertEquals(6, batches.from(2));
        assertEquals(1, batches.count(2));
    }

    @Test
    void fullLastBatchIsNotFollowedByAnEmptyOne() {
        assertEquals(1, new Batches(ROWS, 7, true, new Random(1)).perEpoch());
    }

    @Test
    void orderDependsOnSeedAndEpochAlone() {
        Batches straight = new Batches(ROWS, 2, true, new Random(1));
        straight.order(0);
        straight.order(1);
        Batches resumed = new Batches(ROWS, 5, true, new Random(1));
        assertArrayEquals(straight.order(2), resumed.order(2));
        assertFalse(Arrays.equals(straight.order(2), straight.order(3)));
        assertFalse(Arrays.equals(straight.order(2), new Batches(ROWS, 2, true, new Random(2)).order(2)));
    }

    @Test
    void withoutShuffleRowsComeInOrder() {
        assertArrayEquals(ROWS, new Batches(ROWS, 2, false, new Random(1)).order(4));
    }

    @Test
    void noRowsMakeNoBatches() {
        assertEquals(0, new Batches(new int[0], 32, true, new Random(1)).perEpoch());
    }
}
