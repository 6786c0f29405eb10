package dev.steep.math.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OneFeatureTest {
    @Test
    void valuesThatPartTheClassesTellAll() {
        float[] x = {5, 1, 9, 2, 8, 6};
        int[] labels = {1, 2, 0, 2, 0, 1};
        assertEquals(1, OneFeature.accuracy(x, labels, 3));
    }

    @Test
    void constantTellsTheLargestClass() {
        assertEquals(0.75, OneFeature.accuracy(new float[4], new int[] {0, 1, 1, 1}, 2));
    }

    /** Two classes: the best of all thresholds, tried one by one. */
    @Test
    void twoClassesHaveTheBestThreshold() {
        var random = new java.util.Random(7);
        for (int round = 0; round < 200; round++) {
            int count = 2 + random.nextInt(20);
            float[] x = new float[count];
            int[] labels = new int[count];
            double[] sums = new double[2];
            int[] counts = new int[2];
            for (int i = 0; i < count; i++) {
                x[i] = random.nextInt(8);
                labels[i] = random.nextInt(2);
                sums[labels[i]] += x[i];
                counts[labels[i]]++;
            }
            int low = sums[0] / Math.max(1, counts[0]) <= sums[1] / Math.max(1, counts[1]) ? 0 : 1;
            int best = 0;
            for (int threshold = 0; threshold <= 8; threshold++) {
                int right = 0;
                for (int i = 0; i < count; i++) {
                    right += (x[i] < threshold ? low : 1 - low) == labels[i] ? 1 : 0;
                }
                best = Math.max(best, right);
            }
            assertEquals((double) best / count, OneFeature.accuracy(x, labels, 2), "round " + round);
        }
    }

    @Test
    void straightLineExplainsAllAndAConstantNothing() {
        float[] x = {1, 2, 3, 4};
        assertEquals(1, OneFeature.determination(x, new float[] {9, 7, 5, 3}), 1e-12);
        assertEquals(0, OneFeature.determination(x, new float[] {2, 2, 2, 2}));
    }
}
