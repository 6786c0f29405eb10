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
