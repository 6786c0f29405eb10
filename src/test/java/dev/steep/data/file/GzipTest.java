package dev.steep.data.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.CpuTime;
import dev.steep.data.Archives;
import dev.steep.data.Idx;
import dev.steep.data.format.DataFiles;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GzipTest {
    @Test
    void bombIsRefusedEarlyAndNothingElseIsSaid() {
        NamedBytes bomb = Idx.gzip(new NamedBytes("bomb.csv", new byte[200 << 20]));
        CpuTime time = new CpuTime();
        FileResult reading = DataFiles.read(List.of(bomb));
        double seconds = time.seconds();
        assertTrue(reading.data().isEmpty());
        assertEquals(1, reading.notices().size(), reading.notices()::toString);
        assertTrue(
                reading.notices().get(0).startsWith("bomb.csv.gz is not opened: its 199 kB unpack to more than"),
                reading.notices().get(0));
        assertTrue(seconds < 2, seconds + " s");
    }

    @Test
    void whatIsBesideABombIsRead() {
        NamedBytes bomb = Idx.gzip(new NamedBytes("bomb", new byte[40 << 20]));
        FileResult reading = DataFiles.read(List.of(bomb, Idx.bytes("images", 4, 2, 3), Idx.bytes("labels", 4)));
        assertEquals(4, reading.data().orElseThrow().count());
    }

    @Test
    void archiveThatUnpacksToTooMuchIsRefused() {
        byte[] zeros = new byte[200 << 20];
        NamedBytes bomb = Archives.zip("bomb.zip", Map.of("a.csv", zeros, "b.csv", zeros), true);
        FileResult reading = DataFiles.read(List.of(bomb));
        assertTrue(reading.data().isEmpty());
        assertTrue(reading.notices().get(0).startsWith("All of it, unpacked, has 400 MB"), reading.notices()::toString);
    }
}
