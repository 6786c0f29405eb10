package dev.steep.data.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Archives;
import dev.steep.data.Dataset;
import dev.steep.data.Fits;
import dev.steep.data.Idx;
import dev.steep.data.Npy;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.FileSource;
import dev.steep.data.file.LabelChoice;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import dev.steep.data.table.TableReaderTest;
import dev.steep.math.Random;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataFilesTest {
    private static final NamedBytes TABLE = new NamedBytes(
            "table.csv",
            TableReaderTest.table(
                            "a,\"b, c\",d,class",
                            row -> row * 0.5 + ",\"w" + row % 3 + "\"," + (row == 7 ? "NA" : row) + ",k" + row % 2)
                    .getBytes(StandardCharsets.UTF_8));

    private static final NamedBytes JSON = new NamedBytes(
            "table.json",
            IntStream.range(0, 30)
                    .mapToObj(i -> "{\"a\": " + i * 0.5 + ", \"b\": {\"c\": [" + i + "]}, \"k\": \"w" + i % 2 + "\"}")
                    .collect(Collectors.joining(",", "[", "]"))
                    .getBytes(StandardCharsets.UTF_8));

    private static final NamedBytes PICTURES = new NamedBytes(
            "mnist.csv",
            IntStream.range(0, 30)
                    .mapToObj(row -> row % 3 + ",200".repeat(40) + ("," + row).repeat(24))
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8));

    @Test
    void noDamageEverThrows() {
        NamedBytes images = Idx.bytes("images", 30, 5, 5);
        NamedBytes labels = Idx.bytes("labels", 30);
        NamedBytes wide = new NamedBytes(
                "utf16.csv", new String(TABLE.bytes(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE));
        List<List<NamedBytes>> drops = List.of(
                List.of(TABLE),
                List.of(wide),
                List.of(Idx.gzip(TABLE)),
                List.of(images, labels),
                List.of(labels, Idx.gzip(images)),
                List.of(images, TABLE, labels),
                List.of(Npy.bytes("x.npy", 30, 8, 8), Npy.bytes("y.npy", 30)),
                List.of(Npy.write("t.npy", ">f4", true, new int[] {30, 4}, (out, i) -> out.putFloat(i / 3f))),
                List.of(arrays(true)),
                List.of(arrays(false)),
                List.of(JSON),
                List.of(PICTURES),
                List.of(cube("fri.fits"), cube("frii.fits")),
                List.of(cube("a/1.fits"), JSON, TABLE));
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            List<NamedBytes> drop = new ArrayList<>();
            for (NamedBytes file : drops.get(seed % drops.size())) {
                drop.add(new NamedBytes(file.name(), damaged(file.bytes(), random)));
            }
            check(drop, seed);
        }
    }

    private static NamedBytes arrays(boolean deflated) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("x_train.npy", Npy.bytes("", 30, 5, 5).bytes());
        files.put("y_train.npy", Npy.bytes("", 30).bytes());
        return Archives.zip("digits.npz", files, deflated);
    }

    private static NamedBytes cube(String name) {
        return Fits.image(16, List.of("BZERO   = 32768"), new int[] {5, 4, 8}, (out, i) -> out.putShort((short) i))
                .file(name);
    }

    private static void check(List<NamedBytes> drop, int seed) {
        FileResult reading;
        try {
            reading = DataFiles.read(drop);
            for (LabelChoice column : reading.source().map(FileSource::columns).orElse(List.of())) {
                FileResult other = reading.source()
                        .orElseThrow()
                        .with(OwnFile.KIND.choice().with(OwnFile.LABEL, column.name()))
                        .finish();
                other.data().ifPresent(DataFilesTest::usable);
                assertFalse(other.notices().isEmpty(), "seed " + seed);
            }
        } catch (RuntimeException thrown) {
            throw new AssertionError("seed " + seed, thrown);
        }
        assertFalse(reading.notices().isEmpty(), "seed " + seed);
        reading.data().ifPresent(DataFilesTest::usable);
    }

    private static void usable(Dataset data) {
        assertTrue(data.count() >= 1);
        for (int row = 0; row < data.count(); row++) {
            for (float number : data.x().sample(row)) {
                assertTrue(Float.isFinite(number));
            }
        }
    }

    /** A few bytes changed, doubled, removed or cut off; sometimes none. */
    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] now = bytes.clone();
        String nasty = "\",;\t\n\r\0eE-+.x\uFFFD9";
        for (int times = random.below(8); times > 0 && now.length > 0; times--) {
            int at = random.below(random.below(2) == 0 ? Math.min(20, now.length) : now.length);
            int choice = random.below(8);
            if (choice < 4) {
                now[at] = (byte) (choice == 0 ? random.bits() : nasty.charAt(random.below(nasty.length())));
            } else if (choice == 4) {
                now = Arrays.copyOf(now, at);
            } else {
                int length = Math.min(now.length - at, random.below(30));
                byte[] moved = new byte[now.length + (choice == 5 ? length : -length)];
                System.arraycopy(now, 0, moved, 0, at);
                int from = choice == 5 ? at : at + length;
                int to = choice == 5 ? at + length : at;
                System.arraycopy(now, from, moved, to, now.length - from);
                now = moved;
            }
        }
        return now;
    }

    @Test
    void undamagedTableIsRead() {
        assertEquals(39, DataFiles.read(List.of(TABLE)).data().orElseThrow().count());
    }

    @Test
    void otherFilesAreNamedForWhatTheyAre() {
        says("it is a GIF image", 'G', 'I', 'F', '8', 0, 1);
        says("it is a PDF document", '%', 'P', 'D', 'F', '-', '1', '.', '7', '\n', '1', ',', '2', '\n');
        says("is a damaged or cut off ZIP archive", 'P', 'K', 3, 4, 0, 0);
        says("is no text, and of no known kind", 1, 2, 3, 0, 0, 7);
        says("is empty");
    }

    @Test
    void nothingChosenIsSaid() {
        assertEquals(List.of("No file was chosen."), DataFiles.read(List.of()).notices());
    }

    @Test
    void hugeFileIsRefusedBeforeItIsLoaded() {
        assertTrue(DataFiles.refusal("train.csv", 5e9).orElseThrow().contains("4768 MB"));
        assertTrue(DataFiles.refusal("train.csv", 2e9).isEmpty());
    }

    private static void says(String sentence, int... content) {
        byte[] bytes = new byte[content.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) content[i];
        }
        FileResult reading = DataFiles.read(List.of(new NamedBytes("file", bytes)));
        assertTrue(reading.data().isEmpty());
        assertTrue(
                reading.notices().get(0).contains(sentence), reading.notices().get(0));
    }
}
