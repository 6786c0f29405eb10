package dev.steep.jsinterop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"%", "50 %", "%s %s %s", "%.2f %s", "%,d"})
    void whateverTheTextItDoesNotFail(String text) {
        PlainFormat.formatted(text, new Object[] {1});
    }
}
