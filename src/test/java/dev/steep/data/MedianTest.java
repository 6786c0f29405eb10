package dev.steep.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.Random;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTest {
    /** What sorting says. */
    private static double sorted(float[] numbers) {
        double[] known = IntStream.range(0, numbers.length)
                .mapToDouble(i -> numbers[i])
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int middle = known.length / 2;
        return known.length == 0 ? 0 : known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
    }

    private static double median(float... numbers) {
        int[] rows = IntStream.range(0, numbers.length).toArray();
        return Median.job(new FloatSamples(numbers, 1), rows, 0).finish();
    }

    @Test
    void countingFindsWhatSortingFinds() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            float[] numbers = new float[1 + random.below(40)];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = switch (random.below(6)) {
                    case 0 -> Float.NaN;
                    case 1 -> random.below(2) == 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
                    case 2 -> random.below(3) - 1;
                    case 3 -> random.below(2) == 0 ? -0f : Float.MIN_VALUE;
                    default -> (float) ((random.uniform() - 0.5) * Math.pow(10, random.below(40) - 20));
                };
            }
            assertEquals(sorted(numbers), median(numbers), Arrays.toString(numbers));
        }
    }

    @Test
    void nothingIsKnownOfNothing() {
        assertEquals(0, median(Float.NaN, Float.NaN));
        assertEquals(2, median(1, Float.NaN, 3));
    }
}
