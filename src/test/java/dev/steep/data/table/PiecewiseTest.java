package dev.steep.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.CpuTime;
import dev.steep.data.Origin;
import dev.steep.data.file.Content;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.GivenFile;
import dev.steep.data.format.DataFiles;
import dev.steep.data.image.ImageDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are read from the disk a piece at a time. */
class PiecewiseTest {
    private static String table(int rows, IntFunction<String> row) {
        return IntStream.range(0, rows).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private static FileResult open(Content content) {
        return DataFiles.job(List.of(new GivenFile("", "t.csv", content)), Optional.empty(), ImageDecoder.NONE)
                .finish();
    }

    /** Not in memory as a whole, as far as a reader can tell. */
    private static Content disk(byte[] bytes) {
        return Content.of(bytes).from(0);
    }

    private static FileResult open(String text) {
        return open(disk(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Rows and notices of a text that is read so many bytes at a time. */
    static List<String> read(String text, int piece) {
        List<String> notices = new ArrayList<>();
        Content content = disk(text.getBytes(StandardCharsets.UTF_8));
        Csv csv = Csv.job(
                        new RowReader(content, Csv.delimiter(content), piece), RowChoice.ALL, Optional.empty(), notices)
                .finish();
        csv.rows().forEach(row -> notices.add(Arrays.toString(row)));
        return notices;
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a\n", "\"\"\n", "\"\"a\n\"", ",\"", "a\"b,\n", "\"a\n\"b,"})
    void readingTakesATimeInProportionToTheText(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        CpuTime time = new CpuTime();
        read(text, 1 << 10);
        double seconds = time.seconds();
        assertTrue(seconds < 5, () -> seconds + " s");
    }

    @Test
    void everyEncodingIsDecodedAPieceAtATime() {
        String text = "größe,köper\n" + table(40_000, i -> i % 7 + "," + (i % 2 == 0 ? "müde" : "wäch"));
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            FileResult result = open(disk(text.getBytes(charset)));
            assertTrue(result.data().isPresent(), () -> charset.name() + ": " + result.notices());
            assertEquals(
                    List.of("müde", "wäch"), result.data().orElseThrow().y().names(), charset.name());
            assertEquals(40_000, result.data().get().count(), charset.name());
            assertEquals(
                    charset.name().equals("windows-1252"),
                    result.notices().toString().contains("Windows-1252"),
                    () -> result.notices().toString());
        }
    }

    @Test
    void whatCannotBeReadIsSaidWithItsLine() {
        byte[] bytes = ("x,y\n" + table(30_000, i -> i + ",ä" + i % 3)).getBytes(StandardCharsets.UTF_8);
        int place = bytes.length - 8;
        bytes[place] = (byte) 0xFF;
        String notices = open(disk(bytes)).notices().toString();
        assertTrue(notices.contains("1 place of the file cannot be read as UTF-8 (line 30,001)"), notices);
    }

    @Test
    void columnIsWhatNineInTenOfItsCellsAreHoweverItBegins() {
        FileResult result = open("first,last,names,label\n"
                + table(
                        20_000,
                        i -> (i < 1500 ? "w" + i : i * 0.25)
                                + "," + (i < 17_000 ? i + ".5" : "late " + i % 5)
                                + "," + (i < 150 ? 1000 + i : "n" + i % 4)
                                + "," + i % 2));
        Origin origin = result.data().orElseThrow().origin().orElseThrow();
        assertEquals("number", origin.seen(0).type());
        assertEquals(
                "1,500 cells without a number: \"w0\", \"w1\", \"w2\"",
                origin.seen(0).why());
        assertEquals("category", origin.seen(1).type());
        assertEquals("category", origin.seen(2).type());
        assertEquals(154, origin.seen(2).different());
        assertTrue(
                result.notices().toString().contains("first holds numbers; 1,500 cells with other text"),
                () -> result.notices().toString());
    }

    @Test
    void thousandsOfNumbersAfterWordsAreNumbers() {
        FileResult result = open("x,label\n" + table(12_000, i -> (i < 20 ? "none yet" : "" + i * 0.37) + "," + i % 2));
        assertEquals(
                "number",
                result.data().orElseThrow().origin().orElseThrow().seen(0).type());
    }

    @Test
    void everyCellIsShownAsItStandsInTheFile() {
        Origin origin = open("x,label\n" + table(5000, i -> "0" + i + ".500,\"kind " + i % 2 + "\""))
                .data()
                .orElseThrow()
                .origin()
                .orElseThrow();
        assertEquals("04321.500", origin.cell(4321, 0));
        assertEquals("kind 1", origin.cell(4321, 1));
        assertEquals("017.500", origin.cell(17, 0));
    }

    @Test
    void fileThatIsDeletedMeanwhileIsSaid() {
        byte[] bytes = ("x,label\n" + table(100_000, i -> i + "," + i % 2)).getBytes(StandardCharsets.UTF_8);
        Content all = disk(bytes);
        for (int reads : List.of(5, 20, 30, 40)) {
            int[] left = {reads};
            FileResult result = open(new Content() {
                @Override
                public double size() {
                    return bytes.length;
                }

                @Override
                public Optional<byte[]> read(double from, int count) {
                    return left[0]-- > 0 ? all.read(from, count) : Optional.empty();
                }
            });
            assertTrue(
                    result.data().isPresent() || result.notices().toString().contains("Was it moved or deleted?"),
                    () -> reads + ": " + result.notices());
        }
    }
}
