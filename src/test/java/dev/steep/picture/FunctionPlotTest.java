package dev.steep.picture;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class FunctionPlotTest {
    private static final double[] X = new double[201];

    static {
        Arrays.setAll(X, i -> -4 + i * 0.04);
    }

    @Test
    void aSmoothFunctionIsOneLine() {
        assertEquals(1, pieces(draw(x -> x * x / 4, x -> x / 2), "plot-value"));
        assertEquals(1, pieces(draw(x -> 4 * x, x -> 4), "plot-value"));
    }

    @Test
    void aJumpIsAGap() {
        assertEquals(2, pieces(draw(x -> x < 0 ? 0 : 1, x -> 0), "plot-value"));
        assertEquals(2, pieces(draw(x -> Math.max(0, x), x -> x > 0 ? 1 : 0), "plot-slope"));
    }

    @Test
    void whereThereIsNoValueThereIsNoLine() {
        String svg = draw(x -> x <= 0 ? Double.NaN : Math.sqrt(x), x -> 1);
        String path = path(svg, "plot-value");
        assertTrue(path.startsWith("M113.1 "), path);
        assertEquals("", path(draw(x -> Double.NaN, x -> Double.NaN), "plot-value"));
        String none = draw(x -> Double.POSITIVE_INFINITY, x -> 0);
        assertTrue(none.contains(">no value here<"), none);
        assertFalse(none.contains("E"), none);
        assertFalse(svg.contains("no value"), svg);
        assertEquals("", path(draw(x -> Double.POSITIVE_INFINITY, x -> Double.NEGATIVE_INFINITY), "plot-slope"));
    }

    /** From -4 to 4 over 224 pixels, and from -2 to 2 over 112 pixels with 3 to spare at either end. */
    @Test
    void linesGoThroughTheirNumbers() {
        String[] points = path(draw(x -> x / 2, x -> 0.5), "plot-value").split("[ML]");
        assertEquals(1 + X.length, points.length);
        for (int i = 0; i < X.length; i++) {
            String[] point = points[i + 1].split(" ");
            assertEquals((X[i] + 4) * 28, Double.parseDouble(point[0]), 0.051, "at " + X[i]);
            assertEquals(56 - X[i] / 2 * 26.5, Double.parseDouble(point[1]), 0.051, "at " + X[i]);
        }
        assertTrue(path(draw(x -> x / 2, x -> 0.5), "plot-slope").startsWith("M0.0 42.8L"));
    }

    @Test
    void roundNumbersStandAtTheirLines() {
        String svg = draw(x -> 0.75 * x, x -> 0.75); // from -3 to 3
        String[] lines = {
            "<line class=\"plot-grid\" x1=\"0.0\" y1=\"91.3\" x2=\"224.0\" y2=\"91.3\">", // -2
            "<line class=\"plot-axis\" x1=\"0.0\" y1=\"56.0\" x2=\"224.0\" y2=\"56.0\">",
            "<line class=\"plot-grid\" x1=\"0.0\" y1=\"20.7\" x2=\"224.0\" y2=\"20.7\">",
            "<line class=\"plot-axis\" x1=\"112.0\" y1=\"0.0\" x2=\"112.0\" y2=\"112.0\">",
            "<line class=\"plot-grid\" x1=\"168.0\" y1=\"0.0\" x2=\"168.0\" y2=\"112.0\">",
            "<text x=\"223.0\" y=\"18.7\" text-anchor=\"end\">2</text>",
            "<text x=\"223.0\" y=\"89.3\" text-anchor=\"end\">−2</text>",
            "<text x=\"58.0\" y=\"65.0\" text-anchor=\"start\">−2</text>",
            "<text x=\"170.0\" y=\"65.0\" text-anchor=\"start\">2</text>"
        };
        for (String line : lines) {
            assertTrue(svg.contains(line), () -> line + " is not in " + svg);
        }
    }

    @Test
    void aFlatFunctionIsNotBlownUp() {
        String path = path(draw(x -> x / 100, x -> 0.01), "plot-value"); // from -0.5 to 0.5 at the least
        assertTrue(path.startsWith("M0.0 60.2L") && path.endsWith("L224.0 51.8"), path);
    }

    @Test
    void zeroIsAlwaysShown() {
        assertTrue(draw(x -> 2.5, x -> 0).contains("plot-axis\" x1=\"0.0\""));
        assertTrue(draw(x -> 5e6 + x, x -> 1).contains("plot-axis\" x1=\"0.0\""));
    }

    @Test
    void whatGrowsFastLeavesThePicture() {
        String svg = draw(Math::exp, Math::exp);
        assertTrue(svg.contains(">4<"), svg);
        assertFalse(svg.contains(">50<"), svg);
    }

    @Test
    void everyFunctionIsWellFormedSvg() {
        for (double scale : new double[] {0, 1e-320, 1e-9, 0.3, 7, 1e9, 1e29, 1e300}) {
            String svg = draw(x -> scale * x * x * x, x -> -scale * x);
            assertDoesNotThrow(() -> DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg))));
            assertFalse(svg.contains("NaN") || svg.contains("Infinity"), svg);
            assertTrue(svg.length() < 20_000, "scale " + scale + ": " + svg.length());
        }
    }

    @Test
    void theLabelIsText() {
        assertTrue(FunctionPlot.svg(X, X, X, "a < b & \"c\"").contains("aria-label=\"a &lt; b &amp; &quot;c&quot;\""));
    }

    private static String draw(DoubleUnaryOperator y, DoubleUnaryOperator slope) {
        return FunctionPlot.svg(
                X,
                Arrays.stream(X).map(y).toArray(),
                Arrays.stream(X).map(slope).toArray(),
                "");
    }

    private static String path(String svg, String style) {
        String start = "class=\"" + style + "\" d=\"";
        int from = svg.indexOf(start) + start.length();
        return svg.substring(from, svg.indexOf('"', from));
    }

    private static long pieces(String svg, String style) {
        return path(svg, style).chars().filter(c -> c == 'M').count();
    }
}
