package dev.steep.ui.element;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void threeDigitsMatter() {
        assertEquals("0", Figures.of(0));
        assertEquals("1.43", Figures.of(1.43));
        assertEquals("−12,400", Figures.of(-12400));
        assertEquals("4.1e-7", Figures.of(4.1e-7));
    }

    @Test
    void whatDivergedStaysShort() {
        assertEquals("−2.1e14", Figures.of(-2.1e14));
        assertEquals("4.6e28", Figures.of(4.62e28));
        assertEquals("2.3e23", Figures.fixed(2.3333416064263388E23, 3));
        assertEquals("−2.1e14", Figures.fixed(-2.1e14, 2));
        assertEquals("∞", Figures.of(Double.POSITIVE_INFINITY));
        assertEquals("none", Figures.of(Double.NaN));
    }
}
