package dev.steep.data.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Dataset;
import dev.steep.data.Origin;
import dev.steep.data.Target;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import dev.steep.data.format.DataFiles;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

public class TableReaderTest {
    private static final String FLOWERS =
            "length,width,species\n5.1,3.5,rose\n4.9,3.0,tulip\n4.7,3.2,rose\n6.2,3.4,tulip\n";

    @Test
    void lastColumnOfWordsIsTheClass() {
        Dataset data = data(FLOWERS);
        assertEquals(List.of("length", "width"), data.features());
        assertEquals(List.of("rose", "tulip"), data.y().names());
        assertArrayEquals(new int[] {0, 1, 0, 1}, ((Target.Classes) data.y()).index());
        assertArrayEquals(new float[] {4.9f, 3f}, data.x().sample(1));
    }

    @Test
    void columnCalledSurvivedIsTheLabelWhereverItStands() {
        String text = table("age,survived,fare", row -> (20 + row) + "," + row % 2 + "," + row * row * 0.5);
        assertEquals(List.of("age", "fare"), data(text).features());
        assertEquals(List.of("0", "1"), data(text).y().names());
    }

    @Test
    void numbersThatAreNotFewWholeOnesArePredictedAsNumbers() {
        Target target = data(table("x,price", row -> row % 7 + "," + row * 1.5)).y();
        assertInstanceOf(Target.Numbers.class, target);
        assertEquals(List.of("price"), target.names());
    }

    @Test
    void labelColumnCanBeChangedAfterwards() {
        Dataset data = read(FLOWERS)
                .source()
                .orElseThrow()
                .with(OwnFile.KIND.choice().with(OwnFile.LABEL, "width"))
                .finish()
                .data()
                .orElseThrow();
        assertEquals(List.of("length", "species = tulip"), data.features());
        assertArrayEquals(new float[] {3.5f, 3f, 3.2f, 3.4f}, ((Target.Numbers) data.y()).values());
    }

    @Test
    void unknownLabelColumnIsSaid() {
        FileResult reading = read(FLOWERS)
                .source()
                .orElseThrow()
                .with(OwnFile.KIND.choice().with(OwnFile.LABEL, "colour"))
                .finish();
        assertEquals("species", reading.label());
        says(reading, "The column species is predicted instead.");
        says(reading, "There is no column \"colour\" in file.csv.");
    }

    @Test
    void germanSpreadsheetIsUnderstood() {
        Dataset data = data("Höhe;Art\r\n1,5;Fuchs\r\n1.234,25;Reh\r\n2;Fuchs\r\n");
        assertEquals(List.of("Höhe"), data.features());
        assertEquals(1.5, data.x().at(0, 0));
        assertEquals(1234.25, data.x().at(1, 0));
    }

    @Test
    void tabsSeparateToo() {
        assertEquals(2, data(FLOWERS.replace(',', '\t')).x().size());
    }

    @Test
    void quotedCellsHoldDelimitersQuotesAndLineBreaks() {
        Dataset data = data("size,\"kind, of \"\"thing\"\"\"\n1,\"a,\nb\"\n2,\"c \"\"d\"\"\"\n3,\"a,\nb\"\n");
        assertEquals(List.of("a,\nb", "c \"d\""), data.y().names());
        assertEquals(3, data.count());
    }

    @Test
    void everyEncodingGivesTheSame() {
        String text = FLOWERS.replace("rose", "röse");
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            Dataset data = read(text.getBytes(charset)).data().orElseThrow();
            assertEquals(List.of("röse", "tulip"), data.y().names(), charset.name());
        }
        Dataset marked = data("\uFEFF" + text);
        assertEquals(List.of("length", "width"), marked.features());
    }

    @Test
    void tableWithoutHeaderHasNumberedColumns() {
        FileResult reading = read("5.1,3.5,rose\n4.9,3.0,tulip\n4.7,3.2,rose\n6.2,3.4,tulip\n");
        assertEquals(4, reading.data().orElseThrow().count());
        assertEquals(
                List.of("column 1", "column 2"), reading.data().orElseThrow().features());
        says(reading, "The first row holds data, not names");
    }

    @Test
    void rowsWithGapsAreLeftOutAndCounted() {
        FileResult reading = read(FLOWERS + "NA,3,rose\n5,?,tulip\n5,3,\n");
        assertEquals(4, reading.data().orElseThrow().count());
        says(reading, "1 row without species left out.");
        says(reading, "2 rows with gaps (in length, width) left out.");
    }

    @Test
    void gapsInMostRowsAreLeftToPreparation() {
        String text = table("a,b,c,d,kind", row -> {
            String gap = row / 4 % 2 == 0 ? "1" : "2";
            return (row % 4 == 0 ? "" : gap) + "," + (row % 4 == 1 ? "" : gap) + "," + (row % 4 == 2 ? "" : gap) + ","
                    + row * 0.5 + "," + (row % 2 == 0 ? "odd" : "even");
        });
        FileResult reading = read(text);
        assertEquals(40, reading.data().orElseThrow().count());
        assertEquals(Double.NaN, reading.data().orElseThrow().x().at(0, 0));
        says(reading, "preparation fills the gaps, and a missing word is a category of its own");
    }

    @Test
    void moreThanTwoWordsBecomeOneFeatureEach() {
        Dataset data = data(
                table("colour,price", row -> List.of("red", "blue", "green").get(row % 3) + "," + row * 1.5));
        assertEquals(List.of("colour = blue", "colour = green", "colour = red"), data.features());
        assertArrayEquals(new float[] {0, 0, 1}, data.x().sample(0));
        assertArrayEquals(new float[] {1, 0, 0}, data.x().sample(1));
    }

    @Test
    void columnsThatCannotHelpAreLeftOutWithTheReason() {
        FileResult reading = read(table(
                "id,name,planet,cabin,alive,size,survived",
                row -> row + ",name " + row + ",earth," + (row % 3 == 0 ? "C" : "") + ","
                        + (row % 2 == 0 ? "no" : "yes") + "," + row * 0.25 + "," + row % 2));
        assertEquals(List.of("size"), reading.data().orElseThrow().features());
        says(reading, "id left out: it only numbers the rows.");
        says(reading, "name left out: it holds 40 different texts");
        says(reading, "planet left out: it has the same value in every row.");
        says(reading, "cabin left out: it has gaps in 26 of 40 rows.");
        says(reading, "alive left out: it says the same as survived");
    }

    @Test
    void ofManyColumnsLeftOutAFewAreNamed() {
        FileResult reading = read(table(
                "size," + "same,".repeat(300) + "kind",
                row -> row * 0.25 + ",1".repeat(300) + "," + (row % 2 == 0 ? "odd" : "even")));
        assertEquals(List.of("size"), reading.data().orElseThrow().features());
        says(reading, "296 more columns left out for reasons like these.");
        assertTrue(reading.notices().size() < 8, "notices: " + reading.notices().size());
    }

    @Test
    void infinityAndStrayTextAmongNumbersBecomeGaps() {
        List<String> odd = List.of("Infinity", "1e99", "about 5");
        FileResult reading =
                read(table("x,kind", row -> (row < 3 ? odd.get(row) : row + ".5") + "," + (row % 2 == 0 ? "a" : "b")));
        assertEquals(37, reading.data().orElseThrow().count());
        says(reading, "x has 2 infinite numbers; these became gaps.");
        says(reading, "1 cell with other text (such as \"about 5\") became gaps.");
    }

    @Test
    void raggedRowsAreEvened() {
        FileResult reading = read(FLOWERS + "5,3,rose,extra\n5,3\n\n");
        assertEquals(5, reading.data().orElseThrow().count());
        says(reading, "1 row with fewer than 3 cells ends in gaps (line 7).");
        says(reading, "1 row with more than 3 cells loses what is beyond (line 6: \"extra\").");
    }

    @Test
    void oneClassIsNothingToLearn() {
        FileResult reading = read("a,b,class\n1,2,x\n3,4,x\n5,7,x\n");
        assertEquals("b", reading.label());
        says(reading, "class has the same value in every row");
        Origin origin = reading.data().orElseThrow().origin().orElseThrow();
        assertTrue(origin.decision().endsWith("b is taken for now."), origin.decision());
        FileResult asked = reading.source()
                .orElseThrow()
                .with(OwnFile.KIND.choice().with(OwnFile.LABEL, "class"))
                .finish();
        says(asked, "class has the same value in every row, so there is nothing to learn. Choose another");
    }

    @Test
    void tooManyTextsAreNoClasses() {
        FileResult reading = read(table("size,name", row -> row + ",name " + row));
        assertTrue(reading.data().isEmpty());
        says(reading, "name holds 40 different texts in 40 rows; that is too many to be classes.");
    }

    @Test
    void headerAloneHoldsNoRows() {
        assertTrue(read("a,b,c\n").data().isEmpty());
        assertTrue(read("\n\n\n").data().isEmpty());
    }

    @Test
    void tableOfOneColumnIsSaidToLackFeatures() {
        says(read("value\n1\n2\n3.5\n4\n"), "No column is left to predict value from.");
    }

    @Test
    void hugeNumbersOfColumnsAreRefused() {
        String row = "1,".repeat(99_999) + "2\n";
        FileResult reading = read(row + row + row);
        assertTrue(reading.data().isEmpty());
        says(reading, "cannot be read");
    }

    @Test
    void equalColumnNamesAreToldApart() {
        assertEquals(
                List.of("a", "a (2)", "column 3"),
                data("a,a,,class\n1,2,3,x\n4,5.5,6,y\n7,9,9,x\n").features());
        FileResult reading = read("a,a,,class\n1,2,3,x\n4,5.5,6,y\n7,9,9,x\n");
        says(reading, "1 column with the name of an earlier column: called a (2).");
        says(reading, "1 column without a name: called column 3.");
    }

    @Test
    void aByteThatIsNoUtf8IsSaidAndTheRestRead() {
        byte[] bytes = table("x,kind", row -> row * 0.5 + "," + (row % 2 == 0 ? "röse" : "tulip"))
                .getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 3] = (byte) 0xFF;
        FileResult reading = read(bytes);
        says(reading, "1 place of the file cannot be read as UTF-8 (line 41); \uFFFD stands there instead.");
        assertTrue(reading.data().orElseThrow().y().names().contains("röse"));
    }

    @Test
    void windowsTextIsReadAndSaid() {
        FileResult reading = read(FLOWERS.replace("rose", "5 € rös").getBytes(Charset.forName("windows-1252")));
        says(reading, "it was read as Windows-1252");
        assertTrue(reading.data().orElseThrow().y().names().contains("5 € rös"));
    }

    @Test
    void halfASurrogateInUtf16IsSaid() {
        FileResult reading = read(("\uFEFF" + FLOWERS.replace("tulip", "tu?")).getBytes(StandardCharsets.UTF_16LE));
        assertTrue(reading.data().isPresent());
        byte[] bytes = ("\uFEFF" + FLOWERS).getBytes(StandardCharsets.UTF_16LE);
        bytes[bytes.length - 3] = (byte) 0xD8; // the high byte of the last letter
        says(read(bytes), "1 place of the file cannot be read as UTF-16 (line 5)");
    }

    @Test
    void namesOfFilesHoldNoHalfCharacters() {
        for (String name : List.of("\ud83d.csv", "a".repeat(119) + "\ud83c\udf75.csv", "a\u202Egpj.csv\n")) {
            NamedBytes file = new NamedBytes(name, FLOWERS.getBytes(StandardCharsets.UTF_8));
            assertTrue(file.name().length() <= 120);
            assertTrue(file.name()
                    .codePoints()
                    .allMatch(c -> Character.getType(c) != Character.SURROGATE
                            && Character.getType(c) != Character.FORMAT
                            && Character.getType(c) != Character.CONTROL));
        }
    }

    public static String table(String header, IntFunction<String> row) {
        return header + "\n" + IntStream.range(0, 40).mapToObj(row).collect(Collectors.joining("\n"));
    }

    private static Dataset data(String text) {
        return read(text).data().orElseThrow();
    }

    private static FileResult read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileResult read(byte[] bytes) {
        return DataFiles.read(List.of(new NamedBytes("file.csv", bytes)));
    }

    private static void says(FileResult reading, String sentence) {
        assertTrue(
                reading.notices().stream().anyMatch(notice -> notice.contains(sentence)),
                sentence + " is not among " + reading.notices());
    }
}
