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

    @Test
    void whatJoinsEmojiOrPartsLettersStays() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        String persian = "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645";
        assertEquals(family, Characters.visible(family));
        assertEquals(persian, Characters.visible(persian));
    }

    @Test
    void whatCannotBeSeenIsReplaced() {
        assertEquals("a\uFFFDb", Characters.visible("a\u200Db"));
        assertEquals("\uFFFD\u0645\uFFFD", Characters.visible("\u200C\u0645\u200C"));
        assertEquals("\u0645\uFFFD\uFFFD\u0645", Characters.visible("\u0645\u200D\u200D\u0645"));
        assertEquals("x\uFFFDgpj.exe", Characters.visible("x\u202Egpj.exe"));
    }
}
