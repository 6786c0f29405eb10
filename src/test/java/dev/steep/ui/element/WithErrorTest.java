package dev.steep.ui.element;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WithErrorTest {
    @Test
    void theLastDigitsAreThoseThatAreUncertain() {
        assertEquals("0.103 ± 0.004", WithError.of(0.10312, 0.0042));
        assertEquals("0.1031 ± 0.0012", WithError.of(0.10312, 0.00123));
        assertEquals("10.0 ± 0.2", WithError.of(9.987, 0.21));
        assertEquals("−3 ± 2", WithError.of(-3.2, 2.4));
        assertEquals("1234 ± 57", WithError.of(1234.4, 57));
        assertEquals("(1.23 ± 0.04)e10", WithError.of(1.23e10, 4e8));
        assertEquals("(2.100 ± 0.012)e-6", WithError.of(2.1e-6, 1.2e-8));
    }

    @Test
    void withoutAnErrorItIsTheNumberAlone() {
        assertEquals("0.103", WithError.of(0.10312, Double.NaN));
        assertEquals("none", WithError.of(Double.NaN, 1));
        assertEquals("2.00", WithError.of(2, 0));
    }
}
