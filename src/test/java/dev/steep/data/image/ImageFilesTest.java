package dev.steep.data.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.data.Archives;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.GivenPart;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.format.DataFiles;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageFilesTest {
    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0000FF;

    private static FileResult read(List<NamedBytes> files) {
        return DataFiles.job(files, Optional.empty(), new JvmImages(false)).finish();
    }

    private static Map<String, byte[]> pets() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pets/dog/1.png", JvmImages.png(10, 10, BLUE));
        files.put("pets/cat/1.png", JvmImages.png(10, 10, RED));
        files.put("pets/cat/2.png", JvmImages.png(10, 10, RED));
        files.put("pets/dog/2.png", JvmImages.png(10, 10, BLUE));
        return files;
    }

    private static List<NamedBytes> dropped(Map<String, byte[]> files) {
        List<NamedBytes> dropped = new ArrayList<>();
        files.forEach((path, bytes) -> dropped.add(NamedBytes.at(path, bytes)));
        return dropped;
    }

    @Test
    void folderAndZipsGiveTheSameDataSet() {
        Map<String, byte[]> files = pets();
        for (List<NamedBytes> drop : List.of(
                dropped(files),
                List.of(Archives.zip("pets.zip", files, true)),
                List.of(Archives.zip("pets.zip", files, false)))) {
            Dataset data = read(drop).data().orElseThrow();
            assertEquals("pets", data.name());
            assertEquals(Shape.of(8, 8, 3), data.shape());
            assertEquals(List.of("cat", "dog"), data.y().names());
            assertArrayEquals(new int[] {0, 0, 1, 1}, ((Target.Classes) data.y()).index());
            assertArrayEquals(new double[] {255, 0, 0}, colour(data, 0));
            assertArrayEquals(new double[] {0, 0, 255}, colour(data, 3));
        }
    }

    private static double[] colour(Dataset data, int row) {
        return new double[] {data.x().at(row, 0), data.x().at(row, 1), data.x().at(row, 2)};
    }

    @Test
    void systemFilesAndNotesAreLeftOut() {
        Map<String, byte[]> files = pets();
        files.put("__MACOSX/pets/cat/._1.png", new byte[] {1, 2, 3});
        files.put("pets/.DS_Store", new byte[] {0, 0, 0, 1});
        files.put("pets/README.txt", "about pets".getBytes(StandardCharsets.UTF_8));
        for (List<NamedBytes> drop : List.of(dropped(files), List.of(Archives.zip("x.zip", files, true)))) {
            FileResult result = read(drop);
            assertEquals(4, result.data().orElseThrow().count());
            assertTrue(
                    result.notices().get(0).startsWith("README.txt is left out"),
                    result.notices().toString());
            assertFalse(result.notices().toString().contains("DS_Store"));
        }
    }

    @Test
    void brokenImagesAreNamedAndLeftOut() {
        Map<String, byte[]> files = pets();
        files.put("pets/cat/cut.png", Arrays.copyOf(JvmImages.png(10, 10, RED), 40));
        files.put("pets/cat/short.png", Arrays.copyOf(JvmImages.png(10, 10, RED), 12));
        FileResult result = read(dropped(files));
        assertEquals(4, result.data().orElseThrow().count());
        assertTrue(result.notices().toString().contains("damaged and left out: short.png"));
        assertTrue(result.notices().toString().contains("cannot be decoded and is left out: cut.png"));
        assertArrayEquals(new double[] {0, 0, 255}, colour(result.data().get(), 3));
    }

    @Test
    void trainAndTestFoldersAreParts() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String part : List.of("train", "validation", "test")) {
            pets().forEach((path, bytes) -> files.put("set/" + part + "/" + path.substring(5), bytes));
        }
        Dataset data = read(dropped(files)).data().orElseThrow();
        assertEquals(12, data.count());
        assertEquals(List.of("cat", "dog"), data.y().names());
        for (GivenPart part : GivenPart.values()) {
            assertEquals(4, data.parts().stream().filter(part::equals).count());
        }
    }

    @Test
    void noClassesAreExplained() {
        assertSays(Map.of("a/1.png", JvmImages.png(9, 9, RED)), "a folder of its own");
        assertSays(Map.of("1.png", JvmImages.png(9, 9, RED)), "lie in one folder");
        assertSays(Map.of("1.png", JvmImages.png(9, 9, RED)), "Build image classes");
    }

    @Test
    void classesAreTakenFromTheNamesOfFilesInOneFolder() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            files.put("train/cat." + i + ".png", JvmImages.png(9, 9, RED));
            files.put("train/golden_retriever_" + i + ".png", JvmImages.png(9, 9, BLUE));
        }
        FileResult result = read(dropped(files));
        Dataset data = result.data().orElseThrow();
        assertEquals(List.of("cat", "golden_retriever"), data.y().names());
        assertEquals(6, data.count());
        assertTrue(result.notices().toString().contains("names are taken as classes: cat, golden_retriever."));
    }

    @Test
    void namesThatCamerasGiveAreNoClasses() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            files.put("a/IMG_" + i + ".png", JvmImages.png(9, 9, RED));
            files.put("a/DSC" + i + ".png", JvmImages.png(9, 9, RED));
        }
        assertSays(files, "lie in one folder, so there are no classes");
    }

    private static void assertSays(Map<String, byte[]> files, String words) {
        FileResult result = read(dropped(files));
        assertTrue(result.data().isEmpty());
        assertTrue(result.notices().toString().contains(words), result.notices().toString());
    }

    @Test
    void settingsChangeWithoutOpeningTheFilesAgain() {
        Map<String, byte[]> files = pets();
        files.put("pets/cat/wide.png", JvmImages.png(30, 10, RED));
        FileResult first = read(dropped(files));
        Choice choice = first.source().orElseThrow().choice();
        Choice grey = choice.with(ImageKnobs.COLOR, "grayscale").with(ImageKnobs.SIZE, 12);
        Dataset data = first.source().get().with(grey).finish().data().orElseThrow();
        assertEquals(Shape.of(12, 12, 1), data.shape());
        assertEquals(76, data.x().at(0, 0)); // 0.299 * 255
        Choice padded = choice.with(ImageKnobs.FIT, "pad")
                .with(ImageKnobs.BACKGROUND, "black")
                .with(ImageKnobs.SIZE, 9);
        Dataset black = first.source().get().with(padded).finish().data().orElseThrow();
        int wide = 2; // after 1.png and 2.png
        assertEquals(0, black.x().at(wide, 0));
        assertEquals(255, black.x().at(wide, 3 * (4 * 9)));
    }

    @Test
    void transparencyShowsTheBackground() {
        Map<String, byte[]> files = pets();
        files.put("pets/cat/0.png", JvmImages.png(8, 8, 0x80FF0000));
        FileResult result = read(dropped(files));
        assertTrue(result.notices().toString().contains("1 image is partly transparent; what lies behind is white"));
        assertArrayEquals(new double[] {255, 127, 127}, colour(result.data().orElseThrow(), 0));
    }

    @Test
    void greyImagesHaveOneChannel() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 6; i++) {
            String format = i < 3 ? "png" : "jpg";
            files.put("k" + i % 2 + "/" + i, JvmImages.noisy(format, 50, 40, true, 100, new Random(i)));
        }
        assertEquals(
                Shape.of(32, 32, 1), read(dropped(files)).data().orElseThrow().shape());
    }

    @Test
    void tooMuchIsRefusedBeforeItIsAllocated() {
        List<ImageFile> many = new ArrayList<>();
        ImageHeader header = new ImageHeader(500, 500, false);
        for (int i = 0; i < 40_000; i++) {
            many.add(new ImageFile(new NamedBytes("a", new byte[0]), header, i % 2, GivenPart.TRAINING));
        }
        ImageSource source = new ImageSource("many", List.of("a", "b"), many, Optional.empty(), new JvmImages(false));
        Choice choice = source.choice();
        assertEquals(32, choice.get(ImageKnobs.SIZE)); // of 40,000 as many as fit into 256 MB
        Choice large = choice.with(ImageKnobs.SIZE, 128);
        FileResult refused = source.with(large).finish();
        assertTrue(
                refused.notices().get(0).contains("At 32 × 32"),
                refused.notices().toString());
        assertEquals(32, source.fitting(large).get(ImageKnobs.SIZE));
    }

    @Test
    void aDecoderThatIsLateKeepsNobodyWaiting() {
        JvmImages late = new JvmImages(true);
        DataJob<FileResult> job = DataFiles.job(dropped(pets()), Optional.empty(), late);
        int waits = 0;
        for (int i = 0; i < 100 && !job.advance(() -> 0, 1); i++) {
            if (job.waits()) {
                waits++;
                assertTrue(late.answer());
            }
        }
        assertEquals(4, job.result().data().orElseThrow().count());
        assertEquals(4, waits);
    }

    @Test
    void noDamageEverThrows() {
        Map<String, byte[]> files = pets();
        files.put("pets/cat/j.jpg", JvmImages.noisy("jpg", 20, 20, false, 99, new Random(1)));
        NamedBytes zip = Archives.zip("pets.zip", files, true);
        NamedBytes stored = Archives.zip("pets.zip", files, false);
        for (int seed = 0; seed < 1500; seed++) {
            Random random = new Random(seed);
            byte[] bytes = (seed % 2 == 0 ? zip : stored).bytes().clone();
            int last = Math.min(bytes.length, 500); // the directory is what everything hangs on
            for (int times = 1 + random.below(6); times > 0; times--) {
                int at = random.below(2) == 0 ? random.below(bytes.length) : bytes.length - 1 - random.below(last);
                bytes[at] = (byte) (random.below(2) == 0 ? 0xFF : random.bits());
            }
            if (random.below(5) == 0) {
                bytes = Arrays.copyOf(bytes, random.below(bytes.length));
            }
            try {
                FileResult result = read(List.of(new NamedBytes("pets.zip", bytes)));
                assertFalse(result.notices().isEmpty(), "seed " + seed);
            } catch (RuntimeException thrown) {
                throw new AssertionError("seed " + seed, thrown);
            }
        }
    }
}
