package dev.steep.math.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Curves and areas, with the numbers of scikit-learn 1.9.1 for the same scores. */
class RankingTest {
    private static final int[] CLASSES = {
        1, 0, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0,
        1, 0, 1
    };
    private static final float[] SCORES = {
        0.20f, 0.20f, 0.09f, 0.67f, 0.74f, 0.28f, 0.53f, 0.61f, 0.77f, 0.18f, 0.00f, 0.00f, 0.73f, 1.00f, 0.71f, 0.23f,
        1.00f, 0.40f, 0.37f, 0.71f, 0.32f, 0.28f, 0.33f, 0.46f, 0.33f, 0.91f, 0.27f, 0.00f, 0.33f, 0.72f, 0.57f, 0.15f,
        0.39f, 0.12f, 0.58f, 0.09f, 0.68f, 0.59f, 0.37f, 0.97f
    };

    private static boolean[] inside() {
        boolean[] inside = new boolean[CLASSES.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = CLASSES[i] == 1;
        }
        return inside;
    }

    @Test
    void areasAreThoseOfScikitLearn() {
        Ranking ranking = Ranking.of(SCORES, inside());
        assertEquals(0.8546666666666667, ranking.auc(), 1e-15);
        assertEquals(0.8017213064713065, ranking.averagePrecision(), 1e-15);
    }

    @Test
    void pointsAreThoseOfScikitLearn() {
        Ranking ranking = Ranking.of(SCORES, inside());
        int[] truePositives = {
            2, 3, 4, 5, 5, 6, 6, 8, 8, 8, 9, 10, 11, 12, 12, 12, 12, 13, 13, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15
        };
        int[] falsePositives = {
            0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 4, 4, 4, 4, 5, 6, 7, 7, 9, 11, 12, 14, 15, 16, 17, 18, 19, 20, 22, 25
        };
        assertEquals(15, ranking.positives());
        assertEquals(25, ranking.negatives());
        assertArrayEquals(
                truePositives,
                IntStream.range(0, ranking.points()).map(ranking::truePositives).toArray());
        assertArrayEquals(
                falsePositives,
                IntStream.range(0, ranking.points())
                        .map(ranking::falsePositives)
                        .toArray());
        assertEquals(1f, ranking.threshold(0));
        assertEquals(0.71f, ranking.threshold(7));
        assertEquals(0f, ranking.threshold(29));
    }

    /** Scores of a network without softmax are of any sign; turned round, they tell the other class. */
    @Test
    void turnedRoundItTellsTheOthers() {
        float[] turned = new float[SCORES.length];
        boolean[] others = new boolean[SCORES.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = -SCORES[i];
            others[i] = !inside()[i];
        }
        assertEquals(0.8546666666666667, Ranking.of(turned, others).auc(), 1e-15);
        assertEquals(-1f, Ranking.of(turned, others).threshold(29));
        assertEquals(1 - 0.8546666666666667, Ranking.of(turned, inside()).auc(), 1e-15);
    }

    @Test
    void oneKindAloneHasNoArea() {
        assertTrue(Double.isNaN(
                Ranking.of(new float[] {1, 2}, new boolean[] {true, true}).auc()));
        assertTrue(Double.isNaN(Ranking.of(new float[] {1, 2}, new boolean[2]).averagePrecision()));
        assertEquals(
                0.5, Ranking.of(new float[] {3, 3}, new boolean[] {true, false}).auc());
    }

    @Test
    void thinnedItStillReachesTheCorner() {
        Random random = new Random(5);
        float[] scores = new float[5000];
        boolean[] inside = new boolean[5000];
        for (int i = 0; i < scores.length; i++) {
            inside[i] = random.below(3) == 0;
            scores[i] = random.below(1000) / 1000f + (inside[i] ? 0.3f : 0);
        }
        Ranking all = Ranking.of(scores, inside);
        Ranking some = all.thinned(100);
        assertTrue(some.points() <= 101, some.points() + " points");
        assertEquals(all.positives(), some.truePositives(some.points() - 1));
        assertEquals(all.negatives(), some.falsePositives(some.points() - 1));
        assertEquals(all.auc(), some.auc(), 1e-3);
    }

    @Test
    void calibrationIsThatOfScikitLearn() {
        float[] sure = new float[SCORES.length];
        boolean[] right = new boolean[SCORES.length];
        for (int i = 0; i < sure.length; i++) {
            sure[i] = Math.max(SCORES[i], 1 - SCORES[i]);
            right[i] = SCORES[i] > 0.5f == inside()[i];
        }
        Calibration bins = Calibration.of(sure, right);
        assertArrayEquals(new int[] {0, 0, 0, 0, 0, 5, 11, 10, 5, 9}, bins.count());
        double none = Double.NaN;
        assertArrayEquals(
                new double[] {none, none, none, none, none, 0.8, 0.6363636363636364, 0.8, 0.8, 1}, bins.right(), 1e-12);
        assertArrayEquals(
                new double[] {none, none, none, none, none, 0.562, 0.6472727222876116, 0.732, 0.83, 0.966666665342119},
                bins.sure(),
                1e-7);
        assertEquals(0.06100000143051152, bins.error(), 1e-8);
    }
}
