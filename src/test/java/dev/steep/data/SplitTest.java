package dev.steep.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void partsAreDisjointAndCompleteForAnyTarget() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            Target target = target(random);
            double validation = random.uniform(-0.2, 1.2);
            double test = random.uniform(-0.2, 1.2);
            for (Split split : List.of(
                    Split.of(target, validation, test, random), Split.lastRows(target.count(), validation, test))) {
                int[] all = Stream.of(split.training(), split.validation(), split.test())
                        .flatMapToInt(IntStream::of)
                        .sorted()
                        .toArray();
                assertArrayEquals(IntStream.range(0, target.count()).toArray(), all, "round " + round);
                assertTrue(target.count() == 0 || split.training().length > 0, "round " + round);
            }
        }
    }

    @Test
    void everyClassIsInProportion() {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            Target target = target(random);
            Split split = Split.of(target, 0.2, 0.1, random);
            int[] all = members(target, IntStream.range(0, target.count()).toArray());
            int[] validation = members(target, split.validation());
            int[] test = members(target, split.test());
            for (int c = 0; c < all.length; c++) {
                assertEquals(0.2 * all[c], validation[c], 2, "round " + round + " class " + c + " of " + all[c]);
                assertEquals(0.1 * all[c], test[c], 2, "round " + round + " class " + c + " of " + all[c]);
            }
        }
    }

    @Test
    void classWithOneSampleIsTrainedOn() {
        for (int seed = 0; seed < 50; seed++) {
            int[] index = new int[100];
            index[37] = 1;
            Split split = Split.of(new Target.Classes(index, List.of("many", "one")), 0.2, 0.2, new Random(seed));
            assertTrue(Arrays.binarySearch(split.training(), 37) >= 0, "seed " + seed);
        }
    }

    @Test
    void sizesAreTheSharesOfAllRows() {
        Split split = Split.of(numbers(150), 0.2, 0.1, new Random(3));
        assertEquals(105, split.training().length);
        assertEquals(30, split.validation().length);
        assertEquals(15, split.test().length);
    }

    @Test
    void seedDecides() {
        Target target = numbers(100);
        Split split = Split.of(target, 0.3, 0, new Random(4));
        assertArrayEquals(
                split.validation(), Split.of(target, 0.3, 0, new Random(4)).validation());
        assertFalse(Arrays.equals(
                split.validation(), Split.of(target, 0.3, 0, new Random(5)).validation()));
    }

    @Test
    void lastRowsAreTakenAsKerasTakesThem() {
        Split split = Split.lastRows(10, 0.25, 0);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6}, split.training()); // floor(10 · 0.75)
        assertArrayEquals(new int[] {7, 8, 9}, split.validation());
        assertEquals(0, split.test().length);
    }

    @Test
    void noSharesMeansAllRowsTrain() {
        assertEquals(8, Split.of(numbers(8), 0, Double.NaN, new Random(6)).training().length);
        assertEquals(8, Split.lastRows(8, 0, Double.NaN).training().length);
    }

    @Test
    void everySampleValidatesInOneFold() {
        Random random = new Random(8);
        for (int round = 0; round < 200; round++) {
            Target target = target(random);
            int folds = 2 + random.below(9);
            if (target.count() <= folds) {
                continue;
            }
            double test = random.below(2) * 0.2;
            boolean last = random.below(2) == 0;
            int[] validated = new int[target.count()];
            int[] tested = new int[0];
            for (int fold = 1; fold <= folds; fold++) {
                Split split = Split.fold(target, fold, folds, test, last, new Random(round));
                for (int row : split.validation()) {
                    validated[row]++;
                }
                assertEquals(target.count(), split.training().length + split.validation().length + split.test().length);
                assertTrue(split.validation().length > 0 && split.training().length > 0);
                tested = split.test();
            }
            for (int row : tested) {
                assertEquals(0, validated[row]++);
            }
            assertTrue(Arrays.stream(validated).allMatch(times -> times == 1), "round " + round);
        }
    }

    @Test
    void foldsHoldEachClassInProportion() {
        int[] index = new int[100];
        Arrays.fill(index, 80, 100, 1);
        Target target = new Target.Classes(index, List.of("a", "b"));
        for (int fold = 1; fold <= 5; fold++) {
            Split split = Split.fold(target, fold, 5, 0, false, new Random(3));
            assertArrayEquals(new int[] {16, 4}, members(target, split.validation()));
        }
        assertArrayEquals(
                IntStream.range(20, 40).toArray(),
                Split.fold(target, 2, 5, 0, true, new Random(3)).validation());
    }

    private static Target.Numbers numbers(int count) {
        return new Target.Numbers(new float[count], 1, List.of("y"));
    }

    /** Up to 300 samples in up to 12 classes of very different sizes, or numbers. */
    private static Target target(Random random) {
        int count = random.below(300);
        if (random.below(4) == 0) {
            return numbers(count);
        }
        int classes = 1 + random.below(12);
        List<String> names = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            names.add("class " + c);
        }
        int[] index = new int[count];
        for (int i = 0; i < count; i++) {
            index[i] = random.below(1 + random.below(classes));
        }
        return new Target.Classes(index, names);
    }

    private static int[] members(Target target, int[] rows) {
        int[] members = new int[target.groups()];
        for (int row : rows) {
            members[target.group(row)]++;
        }
        return members;
    }
}
