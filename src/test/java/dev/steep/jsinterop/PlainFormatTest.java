package dev.steep.jsinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainFormatTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing to fill",
                "%s",
                "%d and %s.",
                "100 %% of %s",
                "Field at index %d in record starting at line %d",
                "%%%s%%"
            })
    void fillsGapsAsJavaDoes(String text) {
        assertEquals(String.format(text, 3, 4), PlainFormat.formatted(text, new Object[] {3, 4}));
    }

    @ParameterizedTest
    @CsvSource({"%, 1", "50 %, 50 1", "%s %s %s, 1 % %", "%.2f %s, 1 %", "'%,d', 1"})
    void whateverTheTextItDoesNotFail(String text, String filled) {
        assertEquals(filled, PlainFormat.formatted(text, new Object[] {1}));
    }
}
