package dev.steep.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.ByteSamples;
import dev.steep.data.Dataset;
import dev.steep.data.Fits;
import dev.steep.data.Npy;
import dev.steep.data.Origin;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.math.Shape;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitsReaderTest {
    /** A folder of images of 3 × 2 (NAXIS1 = 3) for each of two classes. */
    private static List<NamedBytes> folders(int bits, List<String> cards, Npy.Writer writer) {
        List<NamedBytes> files = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            files.add(Fits.image(bits, cards, new int[] {3, 2}, writer)
                    .file("gal/" + (k % 2 == 0 ? "spiral" : "elliptical") + "/" + k + ".fits"));
        }
        return files;
    }

    @Test
    void everyKindOfPixelIsRead() {
        Object[][] kinds = {
            {16, (Npy.Writer) (out, i) -> out.putShort((short) (-i * 300)), -300.0},
            {32, (Npy.Writer) (out, i) -> out.putInt(-i * 100_000), -100_000.0},
            {64, (Npy.Writer) (out, i) -> out.putLong(i * 1_000_000L), 1e6},
            {-32, (Npy.Writer) (out, i) -> out.putFloat(i / 4f), 0.25},
            {-64, (Npy.Writer) (out, i) -> out.putDouble(i / 8.0), 0.125}
        };
        for (Object[] kind : kinds) {
            Dataset data = data(folders((Integer) kind[0], List.of(), (Npy.Writer) kind[1]));
            assertEquals(Shape.of(2, 3, 1), data.shape(), "NAXIS1 is the width");
            assertEquals((float) (5 * (Double) kind[2]), data.x().at(1, 5), "BITPIX " + kind[0]);
            assertEquals(List.of("elliptical", "spiral"), data.y().names());
            assertArrayEquals(new int[] {0, 0, 1, 1}, ((Target.Classes) data.y()).index());
            assertEquals("gal", data.name());
        }
        assertInstanceOf(
                ByteSamples.class,
                data(folders(8, List.of(), (out, i) -> out.put((byte) (250 + i))))
                        .x());
    }

    /** astropy: a 16-bit image with BZERO 32768 is unsigned; BSCALE 0.5 and BZERO 10 make 10 + raw / 2. */
    @Test
    void numbersAreScaledAndBlankIsSaid() {
        Dataset unsigned =
                data(folders(16, List.of("BZERO   = 32768.0"), (out, i) -> out.putShort((short) (i - 32768))));
        assertEquals(5, unsigned.x().at(0, 5));
        FileResult scaled = DataFiles.read(folders(
                16,
                List.of("BSCALE  = 5.0D-1", "BZERO   = 10 / offset", "BLANK   = 2"),
                (out, i) -> out.putShort((short) i)));
        assertEquals(12.5, scaled.data().orElseThrow().x().at(0, 5));
        assertEquals(0, scaled.data().orElseThrow().x().at(0, 2));
        says(scaled, "The samples hold 4 numbers that float32 cannot hold");
    }

    @Test
    void cubeGoesWithTheLabelsInATable() {
        List<String> cards = List.of(
                "XTENSION= 'BINTABLE'           / a table",
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = 4",
                "NAXIS2  = 4",
                "PCOUNT  = 0",
                "GCOUNT  = 1",
                "TFIELDS = 1",
                "TTYPE1  = 'label   '",
                "TFORM1  = '4A'");
        NamedBytes file = Fits.image(8, List.of(), new int[] {3, 2, 4}, (out, i) -> out.put((byte) i))
                .part(
                        cards,
                        "star\0qso\0starqso\0"
                                .substring(0, 4)
                                .concat("qso\0starqso\0")
                                .getBytes(StandardCharsets.ISO_8859_1))
                .file("cube.fits");
        Dataset data = data(List.of(file));
        assertEquals(Shape.of(2, 3, 1), data.shape());
        assertEquals(List.of("qso", "star"), data.y().names());
        assertArrayEquals(new int[] {1, 0, 1, 0}, ((Target.Classes) data.y()).index());
        assertEquals(23, data.x().at(3, 5));
    }

    @Test
    void cubesAreAClassEach() {
        List<NamedBytes> files = List.of(
                Fits.image(8, List.of(), new int[] {3, 2, 4}, (out, i) -> out.put((byte) i))
                        .file("fri.fits"),
                Fits.image(8, List.of(), new int[] {3, 2, 5}, (out, i) -> out.put((byte) i))
                        .file("frii.fits"));
        assertEquals(List.of("fri", "frii"), data(files).y().names());
        FileResult one = DataFiles.read(files.subList(0, 1));
        says(one, "fri holds 4 samples (4 × 2 × 3), but no labels.");
    }

    @Test
    void binaryTableIsReadAsATable() {
        ByteBuffer rows = ByteBuffer.allocate(40 * 23);
        for (int row = 0; row < 40; row++) {
            rows.putFloat(row == 7 ? Float.NaN : row / 10f)
                    .putDouble(row * 1e-5)
                    .putShort((short) (row == 3 ? -99 : row))
                    .put((byte) (row % 2 == 0 ? 'T' : 'F'))
                    .putFloat(row % 5)
                    .put((row % 3 == 0 ? "QSO " : "STAR").getBytes(StandardCharsets.ISO_8859_1));
        }
        List<String> cards = List.of(
                "XTENSION= 'BINTABLE'",
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = 23",
                "NAXIS2  = 40",
                "PCOUNT  = 0",
                "GCOUNT  = 1",
                "TFIELDS = 6",
                "TTYPE1  = 'z'",
                "TFORM1  = 'E'",
                "TTYPE2  = 'flux, nJy'",
                "TFORM2  = '1D'",
                "TTYPE3  = 'n'",
                "TFORM3  = 'I'",
                "TNULL3  = -99",
                "TSCAL3  = 2.0",
                "TTYPE4  = 'ok'",
                "TFORM4  = 'L'",
                "TTYPE5  = 'm'",
                "TFORM5  = '1E'",
                "TTYPE6  = 'class'",
                "TFORM6  = '4A'");
        NamedBytes file = survey(cards, rows.array());
        FileResult reading = DataFiles.read(List.of(file));
        Dataset data = reading.data().orElseThrow(() -> new AssertionError(reading.notices()));
        assertEquals(List.of("z", "flux, nJy", "n", "ok = True", "m"), data.features());
        assertEquals(List.of("QSO", "STAR"), data.y().names());
        assertArrayEquals(new float[] {0.1f, 1e-5f, 2, 0, 1}, data.x().sample(1));
        assertEquals(38, data.count());
    }

    /** A file whose first part is empty, with a table behind it. */
    private static NamedBytes survey(List<String> cards, byte[] rows) {
        return new Fits()
                .part(List.of("SIMPLE  =                    T", "BITPIX  = 8", "NAXIS   = 0"), new byte[0])
                .part(cards, rows)
                .file("survey.fits");
    }

    @Test
    void identifiersOf64BitsKeepAllTheirDigits() {
        ByteBuffer rows = ByteBuffer.allocate(40 * 17);
        for (int row = 0; row < 40; row++) {
            rows.putLong(row == 5 ? -1 : 1237645879551066262L + row)
                    .putLong(Long.MIN_VALUE + 9007199254740993L + row)
                    .put((byte) (row % 2 == 0 ? 'a' : 'b'));
        }
        List<String> cards = List.of(
                "XTENSION= 'BINTABLE'",
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = 17",
                "NAXIS2  = 40",
                "PCOUNT  = 0",
                "GCOUNT  = 1",
                "TFIELDS = 3",
                "TTYPE1  = 'objid'",
                "TFORM1  = 'K'",
                "TNULL1  = -1",
                "TTYPE2  = 'photons'",
                "TFORM2  = 'K'",
                "TZERO2  = 9223372036854775808",
                "TTYPE3  = 'class'",
                "TFORM3  = 'A'");
        NamedBytes file = survey(cards, rows.array());
        Dataset data = data(List.of(file));
        assertEquals(List.of("photons"), data.features());
        Origin origin = data.origin().orElseThrow();
        assertEquals("1237645879551066263", origin.cell(1, 0));
        assertEquals("", origin.cell(5, 0));
        assertEquals("9007199254740994", origin.cell(1, 1));
    }

    @Test
    void tableInLettersIsRead() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < 40; row++) {
            rows.append(String.format(java.util.Locale.ROOT, "%8.3fD+01 %-4s", row * 1.5, row % 2 == 0 ? "a" : "bc"));
        }
        List<String> cards = List.of(
                "XTENSION= 'TABLE   '",
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = 17",
                "NAXIS2  = 40",
                "TFIELDS = 2",
                "TBCOL1  = 1",
                "TFORM1  = 'D12.3'",
                "TTYPE1  = 'mass'",
                "TBCOL2  = 14",
                "TFORM2  = 'A4'",
                "TTYPE2  = 'kind'");
        NamedBytes file = new Fits()
                .part(List.of("SIMPLE  =                    T", "BITPIX  = 8", "NAXIS   = 0"), new byte[0])
                .part(cards, rows.toString().getBytes(StandardCharsets.ISO_8859_1))
                .file("old.fits");
        Dataset data = data(List.of(file));
        assertEquals(15, data.x().at(1, 0));
        assertEquals(List.of("a", "bc"), data.y().names());
    }

    @Test
    void hugeHeadsAndSingleImagesAreRefused() {
        NamedBytes file = Fits.image(8, List.of(), new int[] {3, 2}, (out, i) -> out.put((byte) i))
                .file("m31.fits");
        says(DataFiles.read(List.of(file)), "m31.fits holds one image of 2 × 3 pixels, and nothing to learn from.");
        byte[] huge = new String(file.bytes(), StandardCharsets.ISO_8859_1)
                .replace("NAXIS2  = 2 ", "NAXIS2  = 2147483647 ")
                .substring(0, file.bytes().length)
                .getBytes(StandardCharsets.ISO_8859_1);
        says(DataFiles.read(List.of(new NamedBytes("m31.fits", huge))), "m31.fits");
        says(
                DataFiles.read(List.of(new NamedBytes("m31.fits", Arrays.copyOf(file.bytes(), 2884)))),
                "is cut off, or its head is wrong: 2 × 3 numbers of 1 bytes do not fit into the 4 bytes that follow.");
    }

    private static Dataset data(List<NamedBytes> files) {
        FileResult reading = DataFiles.read(files);
        return reading.data().orElseThrow(() -> new AssertionError(reading.notices()));
    }

    private static void says(FileResult reading, String sentence) {
        assertTrue(
                reading.notices().stream().anyMatch(notice -> notice.contains(sentence)),
                sentence + " is not among " + reading.notices());
    }
}
