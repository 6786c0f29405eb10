package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.engine.WeightPlane.Place;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WeightPlaneTest {
    private static final List<Value> VALUES = List.of(
            Value.parameter("conv2d/kernel", Shape.of(3, 3, 2, 4)),
            Value.parameter("dense/kernel", Shape.of(5, 3)),
            Value.parameter("dense/bias", Shape.of(3)));

    private static float[][] weights(int seed) {
        Random random = new Random(seed);
        float[][] weights = new float[VALUES.size()][];
        for (int v = 0; v < weights.length; v++) {
            weights[v] = new float[VALUES.get(v).shape().size()];
            for (int i = 0; i < weights[v].length; i++) {
                weights[v][i] = (float) random.normal();
            }
        }
        return weights;
    }

    @Test
    void filtersOfRandomDirectionsAreAsLongAsThoseOfTheWeights() {
        float[][] centre = weights(1);
        WeightPlane plane = WeightPlane.random(VALUES, centre, List.of(), 0, new Random(5));
        for (float[][] direction : List.of(plane.first(), plane.second())) {
            for (int v = 0; v < 2; v++) {
                int width = VALUES.get(v).shape().length(-1);
                for (int filter = 0; filter < width; filter++) {
                    double own = WeightPlane.length(centre[v], filter, width);
                    assertEquals(own, WeightPlane.length(direction[v], filter, width), 1e-6 * own);
                }
            }
            assertArrayEquals(new float[3], direction[2]);
        }
        assertNotEquals(plane.first()[1][0], plane.second()[1][0]);
        WeightPlane again = WeightPlane.random(VALUES, centre, List.of(), 0, new Random(5));
        assertArrayEquals(plane.second()[0], again.second()[0]);
    }

    @Test
    void filterOfZerosHasNoDirection() {
        float[][] centre = weights(1);
        for (int i = 0; i < 5; i++) {
            centre[1][3 * i] = 0;
        }
        WeightPlane plane = WeightPlane.random(VALUES, centre, List.of(), 0, new Random(5));
        assertEquals(0, Math.abs(plane.first()[1][0]));
        assertEquals(0, Math.abs(plane.at(1, 1, 1)[0]));
    }

    /** A path that lies in a plane is found to lie in it, wherever it goes there. */
    @Test
    void planeAlongAPathHoldsIt() {
        float[][] centre = weights(1);
        float[][] a = weights(2);
        float[][] b = weights(3);
        double[][] factors = {{4, 1}, {3, -1}, {2, 0.5}, {1, 0.2}};
        List<Place> places = new ArrayList<>();
        for (int k = 0; k < factors.length; k++) {
            float[][] place = new float[centre.length][];
            for (int v = 0; v < place.length; v++) {
                place[v] = centre[v].clone();
                for (int i = 0; i < place[v].length; i++) {
                    place[v][i] += (float) (factors[k][0] * a[v][i] + factors[k][1] * b[v][i]);
                }
            }
            places.add(new Place(k, place));
        }
        WeightPlane plane = WeightPlane.along(VALUES, centre, places, 4).orElseThrow();
        assertEquals(1, plane.held(), 1e-6);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, plane.epochs());
        assertArrayEquals(new double[2], plane.path()[4]);
        for (int k = 0; k < factors.length; k++) {
            for (int v = 0; v < 3; v++) {
                float[] at = plane.at(v, plane.path()[k][0], plane.path()[k][1]);
                assertArrayEquals(places.get(k).weights()[v], at, 1e-4f);
            }
            for (int d = 0; d < 2; d++) {
                assertTrue(plane.path()[k][d] > plane.edges()[2 * d] && plane.path()[k][d] < plane.edges()[2 * d + 1]);
            }
        }
    }

    @Test
    void runThatHasNotMovedInTwoDirectionsHasNoPlane() {
        float[][] centre = weights(1);
        assertEquals(Optional.empty(), WeightPlane.along(VALUES, centre, List.of(), 0));
        assertEquals(Optional.empty(), WeightPlane.along(VALUES, centre, List.of(new Place(0, centre)), 1));
        assertEquals(Optional.empty(), WeightPlane.along(VALUES, centre, List.of(new Place(0, weights(2))), 1));
    }
}
