package dev.steep.wasm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void everyCharacterIsWrittenAsJavaDoesAndReadBack() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                continue;
            }
            String text = "a" + Character.toString(point) + "b";
            byte[] bytes = Utf8.bytes(text);
            assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), bytes);
            assertEquals(text, Utf8.text(bytes));
        }
    }
}
