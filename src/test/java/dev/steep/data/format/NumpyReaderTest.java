package dev.steep.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Archives;
import dev.steep.data.ByteSamples;
import dev.steep.data.Dataset;
import dev.steep.data.GivenPart;
import dev.steep.data.Npy;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.math.Shape;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumpyReaderTest {
    private static final NamedBytes LABELS =
            Npy.write("y.npy", "<i8", false, new int[] {4}, (out, i) -> out.putLong(i % 2));

    @Test
    void everyTypeOfNumberIsReadInBothByteOrders() {
        Map<String, Npy.Writer> writers = new LinkedHashMap<>();
        writers.put("|u1", (out, i) -> out.put((byte) i));
        writers.put("|i1", (out, i) -> out.put((byte) -i));
        writers.put("2", (out, i) -> out.putShort((short) (-i * 100)));
        writers.put("4", (out, i) -> out.putInt(-i * 1_000_000));
        writers.put("8", (out, i) -> out.putLong(-i * 1_000_000L));
        double[] steps = {1, -1, -100, -1e6, -1e6};
        int k = 0;
        for (var each : writers.entrySet()) {
            double step = steps[k++];
            List<String> types = each.getKey().length() == 1
                    ? List.of("<i" + each.getKey(), ">i" + each.getKey())
                    : List.of(each.getKey());
            for (String type : types) {
                NamedBytes x = Npy.write("x.npy", type, false, new int[] {4, 2}, each.getValue());
                Dataset data = data(x, LABELS);
                assertEquals(Shape.of(2), data.shape());
                assertEquals((float) (step * 7), data.x().at(3, 1), type);
                assertEquals((float) (step * 2), data.x().at(1, 0), type);
            }
        }
    }

    @Test
    void realNumbersAreRead() {
        for (String order : List.of("<", ">")) {
            NamedBytes f8 =
                    Npy.write("x.npy", order + "f8", false, new int[] {4, 2}, (out, i) -> out.putDouble(i * 0.125));
            NamedBytes f4 =
                    Npy.write("x.npy", order + "f4", false, new int[] {4, 2}, (out, i) -> out.putFloat(-i / 4f));
            NamedBytes f2 = Npy.write(
                    "x.npy", order + "f2", false, new int[] {4, 2}, (out, i) -> out.putShort((short) (0x3C00 + i)));
            assertEquals(0.875, data(f8, LABELS).x().at(3, 1));
            assertEquals(-1.75, data(f4, LABELS).x().at(3, 1));
            assertEquals(1 + 7 / 1024.0, data(f2, LABELS).x().at(3, 1));
        }
    }

    /** {@code np.array([5.96e-08, 65504, -2, 0.1, inf], 'f2').view('u2')}. */
    @Test
    void halfPrecisionIsThatOfNumpy() {
        assertEquals(0x1p-24, NpyType.half(1));
        assertEquals(65504, NpyType.half(0x7BFF));
        assertEquals(-2, NpyType.half(0xC000));
        assertEquals(0.0999755859375, NpyType.half(0x2E66));
        assertEquals(Double.POSITIVE_INFINITY, NpyType.half(0x7C00));
        assertTrue(Double.isNaN(NpyType.half(0x7E00)));
    }

    @Test
    void unsignedNumbersHaveNoSign() {
        NamedBytes x = Npy.write("x.npy", "<u8", false, new int[] {4, 2}, (out, i) -> out.putLong(i == 0 ? -1 : i));
        assertEquals((float) 18446744073709551615.0, data(x, LABELS).x().at(0, 0));
        NamedBytes small = Npy.write("x.npy", "<u2", false, new int[] {4, 2}, (out, i) -> out.putShort((short) -1));
        assertEquals(65535, data(small, LABELS).x().at(3, 1));
    }

    @Test
    void bytesStayBytesAndTruthValuesAreBytes() {
        assertInstanceOf(
                ByteSamples.class, data(Npy.bytes("x.npy", 4, 3, 3), LABELS).x());
        NamedBytes flags = Npy.write("x.npy", "|b1", false, new int[] {4, 2}, (out, i) -> out.put((byte) (i % 2)));
        assertArrayEquals(new float[] {0, 1}, data(flags, LABELS).x().sample(2));
    }

    /** {@code np.asfortranarray(np.arange(24).reshape(4, 2, 3))}: sample 1 is 6 to 11. */
    @Test
    void fortranOrderIsTurned() {
        int[] lengths = {4, 2, 3};
        for (String type : List.of("|u1", "<i4")) {
            NamedBytes x = Npy.write("x.npy", type, true, lengths, (out, i) -> {
                int value = i % 4 * 6 + i / 4 % 2 * 3 + i / 8;
                if (type.equals("|u1")) {
                    out.put((byte) value);
                } else {
                    out.putInt(value);
                }
            });
            assertArrayEquals(
                    new float[] {6, 7, 8, 9, 10, 11}, data(x, LABELS).x().sample(1), type);
        }
    }

    @Test
    void archiveAsKerasHasItIsReadWithItsParts() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("x_test.npy", Npy.bytes("", 2, 3, 3).bytes());
        files.put("x_train.npy", Npy.bytes("", 4, 3, 3).bytes());
        files.put("y_train.npy", Npy.bytes("", 4).bytes());
        files.put("y_test.npy", Npy.bytes("", 2).bytes());
        for (boolean deflated : List.of(true, false)) {
            Dataset data = data(Archives.zip("mnist.npz", files, deflated));
            assertEquals("mnist", data.name());
            assertEquals(Shape.of(3, 3, 1), data.shape());
            assertEquals(
                    List.of(
                            GivenPart.TRAINING,
                            GivenPart.TRAINING,
                            GivenPart.TRAINING,
                            GivenPart.TRAINING,
                            GivenPart.TEST,
                            GivenPart.TEST),
                    data.parts());
            assertArrayEquals(new int[] {0, 1, 2, 3, 0, 1}, ((Target.Classes) data.y()).index());
        }
    }

    @Test
    void namesOfOtherCollectionsAreUnderstood() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("train_images.npy", Npy.bytes("", 4, 3, 3, 3).bytes());
        files.put("train_labels.npy", Npy.bytes("", 4, 1).bytes());
        files.put("val_images.npy", Npy.bytes("", 4, 3, 3, 3).bytes());
        files.put("val_labels.npy", Npy.bytes("", 4, 1).bytes());
        Dataset data = data(Archives.zip("medical.npz", files, true));
        assertEquals(Shape.of(3, 3, 3), data.shape());
        assertEquals(GivenPart.VALIDATION, data.parts().get(7));
    }

    @Test
    void channelsThatComeFirstArePutLast() {
        FileResult reading = read(Npy.bytes("x.npy", 4, 3, 2, 5), LABELS);
        Dataset data = reading.data().orElseThrow();
        assertEquals(Shape.of(2, 5, 3), data.shape());
        assertArrayEquals(new float[] {30, 40, 50}, Arrays.copyOf(data.x().sample(1), 3));
        says(reading, "x has its channels first (4 × 3 × 2 × 5); they are put last, as Keras has them.");
    }

    @Test
    void rowsOfBytesAreSquares() {
        FileResult reading = read(Npy.bytes("x.npy", 4, 64), LABELS);
        assertEquals(Shape.of(8, 8, 1), reading.data().orElseThrow().shape());
        says(reading, "each is read as a picture of 8 × 8 pixels");
    }

    @Test
    void textsAreClasses() {
        byte[] texts = "cat\0dog\0cat\0owl\0".getBytes(StandardCharsets.ISO_8859_1);
        NamedBytes y = Npy.raw("y.npy", Npy.head("|S4", false, 4), texts);
        Target target = data(Npy.bytes("x.npy", 4, 3), y).y();
        assertEquals(List.of("cat", "dog", "owl"), target.names());
        assertArrayEquals(new int[] {0, 1, 0, 2}, ((Target.Classes) target).index());
        NamedBytes wide = Npy.write("y.npy", "<U2", false, new int[] {8}, (out, i) -> out.putInt("äbcd".charAt(i % 4)));
        byte[] four = wide.bytes();
        NamedBytes words = new NamedBytes("y.npy", four);
        assertEquals(
                List.of("cd", "äb"), data(Npy.bytes("x.npy", 8, 3), words).y().names());
    }

    @Test
    void oneHotLabelsAreClasses() {
        NamedBytes y = Npy.write(
                "y.npy", "<f4", false, new int[] {4, 3}, (out, i) -> out.putFloat(i % 3 == i / 3 % 2 ? 1 : 0));
        Target target = data(Npy.bytes("x.npy", 4, 3), y).y();
        assertEquals(List.of("0", "1"), target.names());
        assertArrayEquals(new int[] {0, 1, 0, 1}, ((Target.Classes) target).index());
    }

    @Test
    void severalNumbersArePredicted() {
        NamedBytes y = Npy.write("y.npy", "<f4", false, new int[] {4, 2}, (out, i) -> out.putFloat(i / 2f));
        Target target = data(Npy.bytes("x.npy", 4, 3), y).y();
        assertEquals(List.of("label 1", "label 2"), target.names());
        assertEquals(3.5f, ((Target.Numbers) target).values()[7]);
    }

    @Test
    void arraysWithoutLabelsAreAClassEach() {
        FileResult reading = read(Npy.bytes("dog.npy", 3, 64), Npy.bytes("cat.npy", 4, 64));
        assertEquals(List.of("cat", "dog"), reading.data().orElseThrow().y().names());
        says(reading, "Each of these is a class: cat, dog.");
    }

    @Test
    void columnsAreATable() {
        FileResult reading = read(
                Npy.write("mass.npy", "<f4", false, new int[] {40}, (out, i) -> out.putFloat(i / 2f)),
                Npy.write("size.npy", "<f4", false, new int[] {40}, (out, i) -> out.putFloat(i * 1.5f)));
        assertEquals(List.of("mass"), reading.data().orElseThrow().features());
        assertEquals("size", reading.label());
        FileResult two =
                read(Npy.write("table.npy", "<f8", false, new int[] {40, 3}, (out, i) -> out.putDouble(i * 0.5)));
        assertEquals(List.of("column 1", "column 2"), two.data().orElseThrow().features());
    }

    @Test
    void picklesAreRefused() {
        FileResult reading = read(Npy.raw("x.npy", Npy.head("|O", false, 4), new byte[100]), LABELS);
        assertTrue(reading.data().isEmpty());
        says(reading, "x.npy cannot be read: it holds Python objects (a pickle)");
        says(read(Npy.raw("x.npy", Npy.head("<c8", false, 4), new byte[100])), "complex numbers");
        says(
                read(Npy.raw(
                        "x.npy",
                        "{'descr': [('a', '<f8'), ('b', '<f8')], 'fortran_order': False, 'shape': (4,), }",
                        new byte[100])),
                "records of several columns");
    }

    @Test
    void impossibleHeadsAreRefused() {
        says(read(Npy.raw("x.npy", Npy.head("<f8", false, 2_000_000_000, 2_000_000_000), new byte[9])), "should have");
        says(read(Npy.raw("x.npy", Npy.head("<f8", false, 4, 0), new byte[9])), "axis 1 has the length 0");
        says(read(Npy.raw("x.npy", Npy.head("<f8", false, 1, 1, 1, 1, 1), new byte[9])), "has 5 axes");
        says(read(Npy.raw("x.npy", "nonsense", new byte[9])), "values of the type");
    }

    @Test
    void arrayThatWasCutOffGivesWhatIsThere() {
        byte[] whole = Npy.bytes("x.npy", 4, 3).bytes();
        FileResult reading = read(new NamedBytes("x.npy", Arrays.copyOf(whole, whole.length - 4)), LABELS);
        assertEquals(2, reading.data().orElseThrow().count());
        says(reading, "x.npy is cut off: it should hold 4 samples, but 2 are there.");
    }

    private static Dataset data(NamedBytes... files) {
        FileResult reading = read(files);
        return reading.data().orElseThrow(() -> new AssertionError(reading.notices()));
    }

    private static FileResult read(NamedBytes... files) {
        return DataFiles.read(List.of(files));
    }

    private static void says(FileResult reading, String sentence) {
        assertTrue(
                reading.notices().stream().anyMatch(notice -> notice.contains(sentence)),
                sentence + " is not among " + reading.notices());
    }
}
