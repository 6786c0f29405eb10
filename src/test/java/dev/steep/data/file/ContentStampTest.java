package dev.steep.data.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.steep.catalog.Numbers;
import dev.steep.math.Random;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContentStampTest {
    private static NamedBytes file(String path, String text) {
        return NamedBytes.at(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ContentStamp of(StoredFile... files) {
        return ContentStamp.job(List.of(files)).finish().orElseThrow();
    }

    /** The check value of CRC-32. */
    @Test
    void oneFileHasTheCrcOfItsBytesWhateverItIsCalled() {
        assertEquals("9-cbf43926", of(file("a.csv", "123456789")).text());
        assertEquals("9-cbf43926", of(file("folder/b.csv", "123456789")).text());
        assertEquals("0-00000000", of(file("a", "")).text());
    }

    @Test
    void largeFilesAreReadPieceByPiece() {
        byte[] bytes = new byte[(3 << 20) + 17];
        Random random = new Random(1);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.below(256);
        }
        java.util.zip.CRC32 whole = new java.util.zip.CRC32();
        whole.update(bytes);
        assertEquals(
                new ContentStamp(bytes.length, (int) whole.getValue()),
                of(new GivenFile("", "large.csv", Content.of(bytes))));
    }

    @Test
    void severalFilesCountAsOneInAnyOrderAndUnderAnyFolder() {
        ContentStamp pets = of(file("pets/cat/1.png", "a"), file("pets/dog/1.png", "b"));
        assertEquals(pets, of(file("animals/dog/1.png", "b"), file("animals/cat/1.png", "a")));
        assertNotEquals(pets, of(file("pets/cat/1.png", "b"), file("pets/dog/1.png", "a")));
        assertNotEquals(pets, of(file("pets/dog/1.png", "a"), file("pets/dog/2.png", "b")));
    }

    @Test
    void textIsReadAsItWasWritten() {
        ContentStamp stamp = new ContentStamp(5_000_000_000L, 0x00A1B2C3);
        assertEquals(Optional.of(stamp), ContentStamp.read(stamp.text()));
        for (String other :
                List.of("", "12", "-", "12-", "12-zz", "-5-00000000", "12-1", "1e3-00000001", "٣-00000001")) {
            assertEquals(Optional.empty(), ContentStamp.read(other), other);
        }
    }

    @Test
    void sizesAreSaidInFewDigits() {
        assertEquals("0 bytes", Numbers.bytes(0));
        assertEquals("999 bytes", Numbers.bytes(999));
        assertEquals("4.6 kB", Numbers.bytes(4606));
        assertEquals("5 kB", Numbers.bytes(5000));
        assertEquals("47 kB", Numbers.bytes(46_600));
        assertEquals("1 MB", Numbers.bytes(999_999));
        assertEquals("200 MB", Numbers.bytes(200e6));
        assertEquals("1.3 GB", Numbers.bytes(1.3e9));
    }

    @Test
    void fileThatCannotBeReadHasNoStamp() {
        Content gone = new Content() {
            @Override
            public double size() {
                return 10;
            }

            @Override
            public Optional<byte[]> read(double from, int count) {
                return Optional.empty();
            }
        };
        assertEquals(
                Optional.empty(),
                ContentStamp.job(List.of(new GivenFile("", "a", gone))).finish());
    }
}
