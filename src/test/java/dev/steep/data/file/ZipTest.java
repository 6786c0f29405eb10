package dev.steep.data.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Archives;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZipTest {
    private final List<String> notices = new ArrayList<>();

    private List<StoredFile> open(byte[] bytes) {
        return Zip.entries(new NamedBytes("a.zip", bytes), notices);
    }

    @Test
    void filesComeBackAsTheyWere() {
        byte[] content = new byte[10_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (i * i >> 5);
        }
        for (boolean deflated : new boolean[] {true, false}) {
            StoredFile file = open(Archives.zip("a.zip", Map.of("x/ü.bin", content), deflated)
                            .bytes())
                    .get(0);
            assertEquals("ü.bin", file.name());
            assertEquals(List.of("a", "x"), file.folders());
            assertEquals(StoredFile.BEGINNING, file.beginning().length);
            assertArrayEquals(content, file.content().orElseThrow());
        }
    }

    @Test
    void hostileNamesLeadNowhere() {
        StoredFile file = open(Archives.zip("a.zip", Map.of("../../etc/./b\\passwd", new byte[] {1}), true)
                        .bytes())
                .get(0);
        assertEquals(List.of("a", "etc", "b"), file.folders());
        assertEquals("passwd", file.name());
    }

    @Test
    void passwordsAreSaid() {
        byte[] zip =
                Archives.zip("a.zip", Map.of("x", new byte[] {1, 2, 3}), false).bytes();
        zip[directory(zip) + 8] |= 1;
        assertEquals(0, open(zip).size());
        assertTrue(notices.get(0).contains("password"), notices.toString());
    }

    @Test
    void zip64IsSaid() {
        byte[] zip =
                Archives.zip("a.zip", Map.of("x", new byte[] {1, 2, 3}), false).bytes();
        for (int i = 0; i < 4; i++) {
            zip[zip.length - 22 + 16 + i] = -1;
        }
        assertEquals(0, open(zip).size());
        assertTrue(notices.get(0).contains("ZIP64"), notices.toString());
    }

    @Test
    void changedByteIsNoticed() {
        byte[] zip =
                Archives.zip("a.zip", Map.of("x", new byte[] {1, 2, 3}), false).bytes();
        zip[30 + 1] ^= 1;
        assertTrue(open(zip).get(0).content().isEmpty());
    }

    @Test
    void bombIsNotUnpacked() {
        byte[] zip = Archives.zip("a.zip", Map.of("x", new byte[1000]), true).bytes();
        int at = directory(zip) + 24; // its size, unpacked
        zip[at + 3] = 0x0F; // 250 MB of a few bytes
        assertEquals(0, open(zip).size());
        assertTrue(notices.get(0).contains("damaged"), notices.toString());
    }

    private static int directory(byte[] zip) {
        int at = zip.length - 22 + 16;
        return (zip[at] & 0xFF) | (zip[at + 1] & 0xFF) << 8;
    }
}
