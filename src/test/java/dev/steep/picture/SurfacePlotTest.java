package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SurfacePlotTest {
    private static final double[][] PLANE = {{-1, 1}, {-2, 2}};
    private static final List<String> NAMES = List.of("w₁", "w₂");

    @Test
    void contoursOfASlopeAreUpright() {
        SurfacePlot plot = new SurfacePlot(new double[] {0, 1, 0, 1}, 2, PLANE, NAMES);
        String svg = plot.surface(new double[0][], new double[0]);
        String path = svg.substring(svg.indexOf(" d=\"M") + 4, svg.indexOf("\"></path>"));
        String[] lines = path.substring(1).split("M");
        assertEquals(13, lines.length);
        for (String line : lines) {
            String[] ends = line.split("L");
            assertEquals(ends[0].split(" ")[0], ends[1].split(" ")[0]);
        }
    }

    @Test
    void whatIsNotFiniteIsLeftOut() {
        double[] losses = {0, 1, Double.NaN, 2, Double.POSITIVE_INFINITY, 3, 4, 5, Double.NEGATIVE_INFINITY};
        SurfacePlot plot = new SurfacePlot(losses, 3, PLANE, NAMES);
        assertFalse(plot.surface(new double[0][], new double[0]).contains("NaN"));
        assertEquals(36, plot.ground(0xffffff, 0).length);
        double[][] places = {{0, 0}, {1e300, 0}, {0, 0}};
        String svg = plot.paths(List.of(new SurfacePlot.Trail(places, new double[] {1, 2, Double.NaN}, "now")));
        assertFalse(svg.contains("NaN") || svg.contains("Infinity"));
        assertTrue(new SurfacePlot(new double[4], 2, PLANE, NAMES)
                .surface(places, new double[3])
                .contains("<svg"));
    }

    @Test
    void placesAndWeightsAreInverse() {
        SurfacePlot plot = new SurfacePlot(new double[4], 2, PLANE, NAMES);
        double[] place = plot.place(new double[] {0.5, -1}, 0);
        assertArrayEquals(new double[] {0.75, 0.75}, place, 1e-12);
        assertArrayEquals(new double[] {0.5, -1}, plot.weights(place[0], place[1]), 1e-12);
        assertArrayEquals(new double[] {1, 2}, plot.weights(7, -3));
    }

    /** Of w₁ + 10 w₂ at nine places; and of one weight. */
    @Test
    void theLossIsReadBetweenThePlacesWhereItIsKnown() {
        double[] losses = {-21, -20, -19, -1, 0, 1, 19, 20, 21};
        SurfacePlot plot = new SurfacePlot(losses, 3, PLANE, NAMES);
        assertEquals(-21, plot.loss(0, 1), 1e-12);
        assertEquals(21, plot.loss(1, 0), 1e-12);
        assertEquals(0.5 + 10 * -0.8, plot.loss(0.75, 0.7), 1e-12);
        assertEquals(21, plot.loss(3, -3), 1e-12);
        SurfacePlot curve = new SurfacePlot(new double[] {4, 1, 0}, 3, new double[][] {{0, 2}}, List.of("w"));
        assertEquals(2.5, curve.loss(0.25, 0.9), 1e-12);
    }
}
