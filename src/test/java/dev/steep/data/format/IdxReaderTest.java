package dev.steep.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.ByteSamples;
import dev.steep.data.Dataset;
import dev.steep.data.Idx;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.math.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdxReaderTest {
    private static final NamedBytes IMAGES = Idx.bytes("train-images", 4, 2, 3);
    private static final NamedBytes LABELS = Idx.bytes("train-labels", 4);

    @Test
    void imagesAndLabelsPairInAnyOrder() {
        for (List<NamedBytes> files : List.of(List.of(IMAGES, LABELS), List.of(LABELS, IMAGES))) {
            Dataset data = DataFiles.read(files).data().orElseThrow();
            assertEquals(Shape.of(2, 3, 1), data.shape());
            assertArrayEquals(new float[] {6, 7, 8, 9, 10, 11}, data.x().sample(1));
            assertInstanceOf(ByteSamples.class, data.x());
            assertArrayEquals(new int[] {0, 1, 2, 3}, ((Target.Classes) data.y()).index());
            assertEquals(List.of("0", "1", "2", "3"), data.y().names());
        }
    }

    @Test
    void packedFilesAreUnpacked() {
        FileResult reading = DataFiles.read(List.of(Idx.gzip(IMAGES), Idx.gzip(LABELS)));
        assertEquals(4, reading.data().orElseThrow().count());
        assertEquals("train-images", reading.data().orElseThrow().name());
    }

    @Test
    void bytesBehindTheLastSampleAreSaid() {
        NamedBytes longer = new NamedBytes("train-images", Arrays.copyOf(IMAGES.bytes(), IMAGES.bytes().length + 5));
        FileResult reading = DataFiles.read(List.of(longer, LABELS));
        assertEquals(4, reading.data().orElseThrow().count());
        assertTrue(
                reading.notices().contains("train-images has 5 bytes after its last sample; they are not used."),
                reading.notices()::toString);
    }

    @Test
    void bytesBehindWhatIsPackedAreSaid() {
        NamedBytes packed = Idx.gzip(IMAGES);
        NamedBytes longer = new NamedBytes(packed.name(), Arrays.copyOf(packed.bytes(), packed.bytes().length + 7));
        FileResult reading = DataFiles.read(List.of(longer, LABELS));
        assertEquals(4, reading.data().orElseThrow().count());
        assertTrue(
                reading.notices()
                        .contains("train-images.gz has 7 bytes after the end of what is packed; they are not used."),
                reading.notices()::toString);
    }

    @Test
    void packedPartsAreJoined() {
        byte[] first =
                Idx.gzip(new NamedBytes("a", Arrays.copyOf(IMAGES.bytes(), 20))).bytes();
        byte[] second = Idx.gzip(new NamedBytes("b", Arrays.copyOfRange(IMAGES.bytes(), 20, IMAGES.bytes().length)))
                .bytes();
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        FileResult reading = DataFiles.read(List.of(new NamedBytes("train-images.gz", both), LABELS));
        assertEquals(4, reading.data().orElseThrow().count());
    }

    @Test
    void damageToAPackedFileIsSaid() {
        NamedBytes packed = Idx.gzip(IMAGES);
        byte[] wrong = packed.bytes().clone();
        wrong[wrong.length - 6]++; // within the check sum
        for (byte[] bytes : List.of(wrong, Arrays.copyOf(packed.bytes(), packed.bytes().length - 3))) {
            FileResult reading = DataFiles.read(List.of(new NamedBytes("images.gz", bytes), LABELS));
            assertTrue(
                    reading.notices().get(0).startsWith("images.gz is damaged or cut off; it gave"),
                    reading.notices()::toString);
        }
    }

    @Test
    void numbersThatFloatsCannotHoldAreCounted() {
        NamedBytes images = Idx.write(
                "images", 0x0E, new int[] {4, 5}, (out, i) -> out.writeDouble(i < 2 ? Double.NaN : i < 5 ? 1e300 : i));
        FileResult reading = DataFiles.read(List.of(images, LABELS));
        assertTrue(
                reading.notices()
                        .contains(
                                "The samples hold 5 numbers that float32 cannot hold (NaN or infinite); 0 stands there"
                                        + " instead."),
                reading.notices()::toString);
    }

    @Test
    void severalPairsAreJoinedTheLargestFirst() {
        Dataset data = DataFiles.read(
                        List.of(LABELS, Idx.bytes("test-images", 2, 2, 3), IMAGES, Idx.bytes("test-labels", 2)))
                .data()
                .orElseThrow();
        assertEquals(6, data.count());
        assertArrayEquals(new int[] {0, 1, 2, 3, 0, 1}, ((Target.Classes) data.y()).index());
        assertArrayEquals(new float[] {0, 1, 2, 3, 4, 5}, data.x().sample(4));
    }

    @Test
    void everyTypeOfNumberIsRead() {
        List<Idx.Writer> writers = List.of(
                (out, i) -> out.writeByte(-i),
                (out, i) -> out.writeShort(-i * 300),
                (out, i) -> out.writeInt(-i * 100_000),
                (out, i) -> out.writeFloat(-i * 0.5f),
                (out, i) -> out.writeDouble(-i * 0.125));
        int[] types = {0x09, 0x0B, 0x0C, 0x0D, 0x0E};
        double[] steps = {1, 300, 100_000, 0.5, 0.125};
        for (int k = 0; k < types.length; k++) {
            NamedBytes images = Idx.write("images", types[k], new int[] {4, 5}, writers.get(k));
            Dataset data = DataFiles.read(List.of(images, LABELS)).data().orElseThrow();
            assertEquals(Shape.of(5), data.shape());
            assertEquals(-7 * steps[k], data.x().at(1, 2), "type " + types[k]);
        }
    }

    @Test
    void labelsThatAreNotWholeArePredictedAsNumbers() {
        NamedBytes labels = Idx.write("labels", 0x0D, new int[] {4}, (out, i) -> out.writeFloat(i + 0.5f));
        Target target =
                DataFiles.read(List.of(IMAGES, labels)).data().orElseThrow().y();
        assertArrayEquals(new float[] {0.5f, 1.5f, 2.5f, 3.5f}, ((Target.Numbers) target).values());
    }

    @Test
    void classesWithoutSamplesHaveNoName() {
        NamedBytes labels = Idx.write("labels", 0x08, new int[] {4}, (out, i) -> out.writeByte(i % 2 == 0 ? 3 : 8));
        Target target =
                DataFiles.read(List.of(IMAGES, labels)).data().orElseThrow().y();
        assertEquals(List.of("3", "8"), target.names());
        assertArrayEquals(new int[] {0, 1, 0, 1}, ((Target.Classes) target).index());
    }

    @Test
    void fileThatWasCutOffGivesWhatIsThere() {
        NamedBytes cut = new NamedBytes("cut", Arrays.copyOf(IMAGES.bytes(), IMAGES.bytes().length - 7));
        FileResult reading = DataFiles.read(List.of(cut, LABELS));
        assertEquals(2, reading.data().orElseThrow().count());
        says(reading, "cut is cut off: it should hold 4 samples, but 2 are there.");
    }

    @Test
    void damagedPackedFileGivesWhatCameBefore() {
        NamedBytes packed = Idx.gzip(Idx.bytes("images", 400, 20, 20));
        NamedBytes cut = new NamedBytes("images.gz", Arrays.copyOf(packed.bytes(), packed.bytes().length / 2));
        FileResult reading = DataFiles.read(List.of(cut, Idx.bytes("labels", 400)));
        says(reading, "images.gz is damaged or cut off");
        assertTrue(reading.data().orElseThrow().count() < 400);
    }

    @Test
    void imagesWithoutLabelsAskForThem() {
        says(DataFiles.read(List.of(IMAGES)), "train-images holds 4 samples, but there are no labels");
        says(DataFiles.read(List.of(LABELS)), "train-labels holds 4 labels, but there are no images");
    }

    @Test
    void unequalCountsDoNotPair() {
        FileResult reading = DataFiles.read(List.of(IMAGES, Idx.bytes("five", 5)));
        assertTrue(reading.data().isEmpty());
        says(reading, "train-images holds 4 samples, but its labels are missing: five holds 5.");
    }

    @Test
    void impossibleLengthsAreRefused() {
        NamedBytes huge = new NamedBytes("huge", IMAGES.bytes().clone());
        Arrays.fill(huge.bytes(), 4, 16, (byte) 0x7F);
        FileResult reading = DataFiles.read(List.of(huge, LABELS));
        assertTrue(reading.data().isEmpty());
        says(reading, "huge should have samples of 4,");
    }

    @Test
    void sameLabelEverywhereIsNothingToLearn() {
        NamedBytes labels = Idx.write("labels", 0x08, new int[] {4}, (out, i) -> out.writeByte(3));
        says(DataFiles.read(List.of(IMAGES, labels)), "All labels are the same");
    }

    private static void says(FileResult reading, String sentence) {
        assertTrue(
                reading.notices().stream().anyMatch(notice -> notice.contains(sentence)),
                sentence + " is not among " + reading.notices());
    }
}
