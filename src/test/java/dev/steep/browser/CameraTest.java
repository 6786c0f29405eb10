package dev.steep.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CameraTest {
    @Test
    void everyTroubleSaysWhatToDo() {
        List<String> all = List.of("NotAllowedError", "NotFoundError", "NotReadableError", "", "TypeError");
        for (String trouble : all) {
            assertTrue(Camera.sentence(trouble).endsWith("."), trouble);
        }
        assertEquals(
                all.size(),
                all.stream().map(Camera::sentence).collect(Collectors.toSet()).size());
    }
}
