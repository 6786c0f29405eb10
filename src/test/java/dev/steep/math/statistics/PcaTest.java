package dev.steep.math.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Principal components, with the numbers of numpy's singular value decomposition of the centred points. */
class PcaTest {
    private static Pca of(float[] points, int n, int d) {
        Pca pca = new Pca(points, n, d);
        assertTrue(pca.advance(() -> false));
        return pca;
    }

    @Test
    void morePointsThanDimensions() {
        Pca pca = of(new float[] {2, 0.5f, -1, 1, 3, 0, -2, 1, 1, 0, -1, 4, 3, 2, 2, -1, -2, 0.5f}, 6, 3);
        assertArrayEquals(
                new double[] {
                    -1.6211118394089896,
                    -2.3428539810945335,
                    1.3020665568680365,
                    2.397393285398674,
                    -2.2710781880696427,
                    2.5355841663064553
                },
                pca.scores(0),
                1e-9);
        assertArrayEquals(
                new double[] {
                    -1.1626617773702512,
                    -0.7126792714437693,
                    -1.2184095207216343,
                    2.348207830299932,
                    1.9739314521898776,
                    -1.2283887129541553
                },
                pca.scores(1),
                1e-9);
        assertEquals(0.5438428739246949, pca.share(0), 1e-12);
        assertEquals(0.2857490511190921, pca.share(1), 1e-12);
    }

    @Test
    void fewerPointsThanDimensions() {
        float[] points = {1, 2, 0, -1, 3, 0.5f, 2, 0, 1, 1, 2, -2, 1, 0, 2, -1, 3, 0, 1, -1, 1, -1, 0, 2, 1, 0, 2, -3};
        Pca pca = of(points, 4, 7);
        assertArrayEquals(
                new double[] {3.655978656044058, -2.0369211011479846, 1.6397713180205267, -3.2588288729166},
                pca.scores(0),
                1e-9);
        assertArrayEquals(
                new double[] {-1.9600449600191976, -0.3536961718336074, 2.8550028993435634, -0.541261767490759},
                pca.scores(1),
                1e-9);
        assertEquals(0.5963539173709175, pca.share(0), 1e-12);
        assertEquals(0.24011382023649402, pca.share(1), 1e-12);
    }

    private static float[] many(int n, int d) {
        float[] points = new float[n * d];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                points[i * d + k] =
                        (float) ((i * 37 + k * 53 + i * k * 7) % 101 / 50.0 - 1 + (i % 2 == 0 && k < 10 ? 3 : 0));
            }
        }
        return points;
    }

    /** The second variance is hardly larger than the third. */
    @Test
    void manyPointsWithVariancesThatAreNearlyEqual() {
        Pca pca = of(many(60, 40), 60, 40);
        assertArrayEquals(
                new double[] {-3.9981185503516246, 4.389748736190563, -4.407970655375179, 4.695236209856821},
                Arrays.copyOf(pca.scores(0), 4),
                1e-6);
        assertArrayEquals(
                new double[] {-1.4640487177768575, -0.6972449264138809, 0.7175810208828735, 2.363088201340043},
                Arrays.copyOf(pca.scores(1), 4),
                1e-5);
        assertEquals(0.6395747144748063, pca.share(0), 1e-9);
        assertEquals(0.024453537649531166, pca.share(1), 1e-9);
    }

    @Test
    void theSameInSlicesAndByTheOtherWay() {
        float[] points = many(60, 40);
        float[] turned = new float[points.length];
        for (int i = 0; i < points.length; i++) {
            turned[i % 40 * 60 + i / 40] = points[i];
        }
        Pca pca = new Pca(turned, 40, 60);
        int slices = 0;
        while (!pca.advance(() -> true)) {
            slices++;
        }
        assertTrue(slices > 40, slices + " slices");
        assertArrayEquals(
                new double[] {12.4319299027304, 12.486670776184035, 9.006626635503272, 12.779223788661612},
                Arrays.copyOf(pca.scores(0), 4),
                1e-6);
        assertEquals(0.7270253703066992, pca.share(0), 1e-9);
        assertEquals(0.018445286047734356, pca.share(1), 1e-9);
    }

    @Test
    void whereNothingVariesThereAreNoDirections() {
        Pca same = of(new float[] {1, 2, 1, 2, 1, 2}, 3, 2);
        assertArrayEquals(new double[3], same.scores(0));
        assertEquals(0, same.share(0));
        Pca line = of(new float[] {1, 2, 4}, 3, 1);
        assertEquals(1, line.share(0), 1e-12);
        assertArrayEquals(new double[] {-4 / 3.0, -1 / 3.0, 5 / 3.0}, line.scores(0), 1e-12);
        assertArrayEquals(new double[3], line.scores(1));
        assertFalse(Double.isNaN(line.share(1)));
    }
}
