package dev.steep.data.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.ByteSamples;
import dev.steep.data.Dataset;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.math.Shape;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonFileTest {
    private static String list(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(",\n", "[", "]"));
    }

    @Test
    void listOfObjectsIsATable() {
        String text = list(
                40,
                i -> "{\"mass\": " + i * 0.5 + ", \"at\": {\"ra\": " + i % 7 + "}, \"tags\": [1], \"kind\": \""
                        + (i % 2 == 0 ? "a, b" : "c") + "\"}");
        FileResult reading = read(text);
        Dataset data = reading.data().orElseThrow(() -> new AssertionError(reading.notices()));
        assertEquals(List.of("mass", "at.ra"), data.features());
        assertEquals(List.of("a, b", "c"), data.y().names());
        assertArrayEquals(new float[] {1.5f, 3}, data.x().sample(3));
        assertTrue(
                reading.notices().contains("Lists and objects within rows are left out: tags."),
                reading.notices()::toString);
        String lines = text.substring(1, text.length() - 1).replace("},\n{", "}\n{");
        assertEquals(40, read(lines).data().orElseThrow().count(), "an object on each line");
    }

    @Test
    void otherShapesOfTablesAreRead() {
        String lists =
                "{\"a\": " + list(40, i -> "" + i * 0.5) + ", \"b\": " + list(40, i -> "\"k" + i % 2 + "\"") + "}";
        assertEquals(List.of("a"), read(lists).data().orElseThrow().features());
        String pandas = "{\"a\": {" + list(40, i -> "\"" + i + "\": " + i * 0.5).replaceAll("^.|.$", "") + "}, \"b\": {"
                + list(40, i -> "\"" + i + "\": \"k" + i % 2 + "\"").replaceAll("^.|.$", "") + "}}";
        assertEquals(List.of("a"), read(pandas).data().orElseThrow().features());
        String rows = list(40, i -> "[" + i * 0.5 + ", \"k" + i % 2 + "\"]");
        assertEquals(List.of("column 1"), read(rows).data().orElseThrow().features());
        assertEquals(
                List.of("a"),
                read("[[\"a\", \"b\"]," + rows.substring(1))
                        .data()
                        .orElseThrow()
                        .features());
        assertEquals(
                List.of("a"),
                read("{\"columns\": [\"a\", \"b\"], \"data\": " + rows + "}")
                        .data()
                        .orElseThrow()
                        .features());
    }

    @Test
    void imagesAndLabelsAreRead() {
        String x = list(6, i -> list(3, r -> list(4, c -> "" + (i + r + c))));
        FileResult reading = read("{\"x\": " + x + ", \"y\": [0, 1, 0, 1, 1, 0]}");
        Dataset data = reading.data().orElseThrow(() -> new AssertionError(reading.notices()));
        assertEquals(Shape.of(3, 4, 1), data.shape());
        assertInstanceOf(ByteSamples.class, data.x());
        assertEquals(10, data.x().at(5, 11));
    }

    @Test
    void whatIsNoneIsSaidWithItsPlace() {
        FileResult reading = read("[{\"a\": 1},\n{\"a\": 2]");
        assertEquals(
                List.of("data.json begins like JSON, but is none: line 2, column 8 cannot be read."),
                reading.notices());
        assertTrue(read("[1, 2, 3]").notices().get(0).contains("holds a list of single values"));
        assertTrue(read("[".repeat(100_000)).data().isEmpty());
    }

    private static FileResult read(String text) {
        return DataFiles.read(List.of(new NamedBytes("data.json", text.getBytes(StandardCharsets.UTF_8))));
    }
}
