package dev.steep.data.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Archives;
import dev.steep.data.ByteSamples;
import dev.steep.data.Dataset;
import dev.steep.data.GivenPart;
import dev.steep.data.Idx;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.format.DataFiles;
import dev.steep.math.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelTablesTest {
    private static final int PIXELS = 28 * 28;

    private static String kaggle(int rows, IntFunction<String> name) {
        String head = "label," + IntStream.range(0, PIXELS).mapToObj(name).collect(Collectors.joining(","));
        return head + "\n" + body(rows);
    }

    private static String body(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> row % 3 + ","
                        + IntStream.range(0, PIXELS)
                                .mapToObj(i -> "" + pixel(row, i))
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    private static int pixel(int row, int i) {
        return i < 100 ? 0 : (row * 31 + i * 7) % 256;
    }

    private static void isRead(FileResult reading, int rows) {
        Dataset data = reading.data().orElseThrow(() -> new AssertionError(reading.notices()));
        assertEquals(Shape.of(28, 28, 1), data.shape());
        assertInstanceOf(ByteSamples.class, data.x());
        assertEquals(rows, data.count());
        assertEquals(List.of("0", "1", "2"), data.y().names());
        for (int row = 0; row < rows; row++) {
            assertEquals(row % 3, ((Target.Classes) data.y()).index()[row]);
            assertEquals(pixel(row, 501), data.x().at(row, 501));
        }
    }

    @Test
    void mnistFromKaggleBecomesPictures() {
        isRead(read("train.csv", kaggle(40, i -> "pixel" + i)), 40);
        isRead(read("mnist_train.csv", kaggle(40, i -> (i / 28 + 1) + "x" + (i % 28 + 1))), 40);
        isRead(read("names.csv", kaggle(40, i -> "" + i)), 40);
    }

    @Test
    void namesAreNotNeeded() {
        isRead(read("mnist.csv", body(40)), 40);
        isRead(read("mnist.csv", body(40).replace("\n", "\r\n") + "\r\n"), 40);
        isRead(read("mnist.tsv", body(40).replace(',', '\t')), 40);
    }

    @Test
    void packedAndQuotedTablesAreTheSame() {
        byte[] bytes = kaggle(40, i -> "pixel" + i).getBytes(StandardCharsets.UTF_8);
        isRead(DataFiles.read(List.of(Idx.gzip(new NamedBytes("train.csv", bytes)))), 40);
        isRead(DataFiles.read(List.of(Archives.zip("digits.zip", Map.of("train.csv", bytes), true))), 40);
        isRead(
                read(
                        "q.csv",
                        kaggle(40, i -> "pixel" + i)
                                        .replace(",", "\",\"")
                                        .replace("\n", "\"\n\"")
                                        .replaceFirst("^", "\"")
                                + "\""),
                40);
    }

    @Test
    void labelsMayBeWordsAndStandLast() {
        String head = IntStream.range(0, 64).mapToObj(i -> "pixel" + i).collect(Collectors.joining(",")) + ",animal";
        String body = IntStream.range(0, 9)
                .mapToObj(row -> "7,".repeat(64) + (row % 2 == 0 ? "cat" : "dog"))
                .collect(Collectors.joining("\n"));
        Dataset data = read("pets.csv", head + "\n" + body).data().orElseThrow();
        assertEquals(Shape.of(8, 8, 1), data.shape());
        assertEquals(List.of("cat", "dog"), data.y().names());
        Dataset bare = read("pets.csv", body.replace('7', '9').replace("9,9", "200,9"))
                .data()
                .orElseThrow();
        assertEquals(List.of("cat", "dog"), bare.y().names());
    }

    @Test
    void colourIsThreeNumbersForEachPixel() {
        String head = IntStream.range(0, 192).mapToObj(i -> "pixel" + i).collect(Collectors.joining(",")) + ",label";
        String body = IntStream.range(0, 9)
                .mapToObj(row -> "250,100,7,".repeat(64) + row % 2)
                .collect(Collectors.joining("\n"));
        Dataset data = read("skin.csv", head + "\n" + body).data().orElseThrow();
        assertEquals(Shape.of(8, 8, 3), data.shape());
        assertArrayEquals(
                new float[] {250, 100, 7}, java.util.Arrays.copyOf(data.x().sample(3), 3));
    }

    @Test
    void trainingAndTestFilesAreParts() {
        NamedBytes train = file("fashion-mnist_train.csv", kaggle(30, i -> "pixel" + i));
        NamedBytes test = file("fashion-mnist_test.csv", kaggle(12, i -> "pixel" + i));
        Dataset data = DataFiles.read(List.of(train, test)).data().orElseThrow();
        assertEquals(42, data.count());
        assertEquals(
                12, data.parts().stream().filter(part -> part == GivenPart.TEST).count());
    }

    @Test
    void brokenRowsAreLeftOutAndSaid() {
        String text = kaggle(300, i -> "pixel" + i) + "\n1,2,3\n2," + "9,".repeat(PIXELS - 1) + "\n";
        FileResult reading = read("train.csv", text);
        isRead(reading, 300);
        assertTrue(
                reading.notices().get(0).startsWith("2 rows of train.csv left out (the first in line 302)"),
                reading.notices()::toString);
    }

    @Test
    void otherTablesStayTables() {
        String scaled = kaggle(40, i -> "pixel" + i).replaceAll(",(\\d+)(?=,)", ",0.$1");
        assertEquals(1, read("scaled.csv", scaled).data().orElseThrow().shape().rank());
        String late = kaggle(400, i -> "pixel" + i) + ("\n1" + ",0.5".repeat(PIXELS)).repeat(400);
        assertEquals(1, read("late.csv", late).data().orElseThrow().shape().rank());
        String named = body(40).replaceFirst("^", "y" + ",f".repeat(PIXELS) + "\n");
        assertEquals(1, read("named.csv", named).data().orElseThrow().shape().rank());
    }

    @Test
    void picturesWithoutLabelsAreSaidToLackThem() {
        String head = IntStream.range(0, PIXELS).mapToObj(i -> "pixel" + i).collect(Collectors.joining(","));
        FileResult reading = read("test.csv", head + "\n" + body(9).replaceAll("(?m)^\\d,", ""));
        assertTrue(reading.data().isEmpty());
        assertEquals(
                "test.csv holds 9 pictures of 28 × 28 pixels, but no column of labels, so there is nothing to learn from it.",
                reading.notices().get(0));
    }

    private static NamedBytes file(String name, String text) {
        return new NamedBytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileResult read(String name, String text) {
        return DataFiles.read(List.of(file(name, text)));
    }
}
