package dev.steep.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import dev.steep.math.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScalingTest {
    private static final int[] ALL = {0, 1, 2, 3};
    private static final Samples TABLE = new FloatSamples(new float[] {1, 1e10f, 2, 3e10f, 3, 2e10f, 6, 4e10f}, 2);

    @Test
    void unitRunsFromZeroToOnePerFeature() {
        assertArrayEquals(new double[] {0, 0, 0.2, 2 / 3.0, 0.4, 1 / 3.0, 1, 1}, scaled(Scaling.UNIT, TABLE, 2), 1e-7);
    }

    @Test
    void signedRunsFromMinusOneToOnePerFeature() {
        assertArrayEquals(
                new double[] {-1, -1, -0.6, 1 / 3.0, -0.2, -1 / 3.0, 1, 1}, scaled(Scaling.SIGNED, TABLE, 2), 1e-7);
    }

    @Test
    void standardisedFeaturesHaveMeanZeroAndDeviationOne() {
        double[] y = scaled(Scaling.STANDARDISE, TABLE, 2);
        for (int feature = 0; feature < 2; feature++) {
            double mean = (y[feature] + y[2 + feature] + y[4 + feature] + y[6 + feature]) / 4;
            double square = 0;
            for (int row = 0; row < 4; row++) {
                square += y[2 * row + feature] * y[2 * row + feature] / 4;
            }
            assertEquals(0, mean, 1e-12);
            assertEquals(1, square, 1e-12);
        }
    }

    @Test
    void imageHasOneScaleForAllPixels() {
        Samples image = new ByteSamples(new byte[] {0, 51, 0, (byte) 255}, 4);
        Rescaling scale = Scaling.UNIT.fit(image, new int[] {0}, Shape.of(2, 2, 1));
        assertTrue(scale.isShared());
        double[] y = new double[4];
        image.gather(new int[] {0}, 0, 1, scale, y);
        assertArrayEquals(new double[] {0, 0.2, 0, 1}, y, 1e-12);
    }

    @Test
    void onlyTrainingRowsCount() {
        Rescaling scale = Scaling.UNIT.fit(TABLE, new int[] {0, 1}, Shape.of(2));
        assertEquals(5, scale.apply(6, 0), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void everyScalingIsFiniteOnAnyColumn(Scaling scaling) {
        float[][] columns = {
            {0, 0, 0, 0},
            {1e38f, 1e38f, 1e38f, 1e38f},
            {0.1f, 0.1f, 0.1f, 0.1f},
            {-3.4e38f, 3.4e38f, 0, 0},
            {0, 0, 0, 1e-45f},
            {Float.NaN, Float.NaN, Float.NaN, Float.NaN},
            {Float.NaN, 1, Float.POSITIVE_INFINITY, 2},
        };
        for (float[] column : columns) {
            Rescaling scale = scaling.fit(new FloatSamples(column, 1), ALL, Shape.of(1));
            for (float x : column) {
                double y = scale.apply(x, 0);
                assertTrue(!Float.isFinite(x) || Double.isFinite(y), scaling + " of " + x + " is " + y);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void scalingCanBeUndone(Scaling scaling) {
        Random random = new Random(1);
        float[] values = new float[60];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.uniform(scaling == Scaling.LOG ? 1e-3 : -100, 400);
        }
        Samples x = new FloatSamples(values, 3);
        Rescaling scale = scaling.fit(x, new int[] {0, 3, 5, 9, 17}, Shape.of(3));
        for (int i = 0; i < values.length; i++) {
            double scaled = scale.apply(values[i], i % 3);
            assertEquals(values[i], scale.undo(scaled, i % 3), 1e-9);
        }
    }

    /** By numpy: (log(x) - log(x).mean()) / log(x).std(), and arcsinh. */
    @Test
    void logarithmsAreStandardised() {
        Samples x = new FloatSamples(new float[] {1e-5f, 1e-3f, 0.1f, 10}, 1);
        assertArrayEquals(
                new double[] {-1.341640786, -0.447213595, 0.447213595, 1.341640786}, scaled(Scaling.LOG, x, 1), 1e-7);
        Samples signed = new FloatSamples(new float[] {-1000, -1, 0, 1e9f}, 1);
        assertArrayEquals(
                new double[] {-0.993827878, -0.377454786, -0.296607608, 1.667890272},
                scaled(Scaling.ASINH, signed, 1),
                1e-7);
    }

    @Test
    void noTrainingRowsMeansNoScaling() {
        assertEquals(Rescaling.NONE, Scaling.STANDARDISE.fit(TABLE, new int[0], Shape.of(2)));
    }

    @Test
    void gatherFollowsTheRowsAsked() {
        double[] y = new double[4];
        TABLE.gather(new int[] {9, 3, 0}, 1, 2, Rescaling.NONE, y);
        assertArrayEquals(new double[] {6, 4e10f, 1, 1e10f}, y);
    }

    private static double[] scaled(Scaling scaling, Samples x, int features) {
        double[] y = new double[x.count() * x.size()];
        x.gather(ALL, 0, x.count(), scaling.fit(x, ALL, Shape.of(features)), y);
        return y;
    }
}
