package dev.steep.math;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharactersTest {
    @Test
    void partsStandBetweenSeparators() {
        assertEquals(List.of("a", "bc", "d"), Characters.parts("a/bc/d", '/'));
        assertEquals(List.of("", "a", "", ""), Characters.parts("/a//", '/'));
        assertEquals(List.of(""), Characters.parts("", ' '));
    }
}
