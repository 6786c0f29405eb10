package dev.steep.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.CpuTime;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.format.DataFiles;
import dev.steep.math.Random;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of a table is lost without a word. What is lost is found by comparing words, without the reader's help. */
class CsvTest {
    private static final int MUTATIONS = 20_000;
    private static final List<String> NOISE = List.of(
            "\"", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "zq7", "\"zq7", "zq7\"", "\u0000", " ", "\"\n",
            ",,,,", "\n\n", "'", "1e999");

    private final List<String> notices = new ArrayList<>();

    @Test
    void quoteThatIsNeverClosedIsAnOrdinaryCharacter() {
        Csv csv = read("a,b\n1,x\n2,\"y\n3,z\n", notices);
        assertEquals(List.of("a b", "1 x", "2 \"y", "3 z"), rows(csv));
        assertEquals(
                List.of(
                        "A quotation mark opens a cell and never closes it (line 3); it was read as an ordinary character."
                                + " Look there whether cells are as they should be."),
                notices);
    }

    @Test
    void quoteThatTheNextLineSeemsToCloseIsAnOrdinaryCharacter() {
        Csv csv = read("\"a\",\"b\"\n\"1\",\"x\n\"2\",\"y\"\n\"3\",\"z\"\n", notices);
        assertEquals(List.of("a b", "1 \"x", "2 y", "3 z"), rows(csv));
        assertTrue(notices.get(0).contains("(line 2)"), notices::toString);
    }

    @Test
    void unclosedQuoteInTheFirstLineDoesNotHideTheDelimiter() {
        Csv csv = read("\"a;b,c\n1;2\n3;4\n", notices);
        assertEquals(List.of("\"a b,c", "1 2", "3 4"), rows(csv));
        assertTrue(notices.get(0).contains("(line 1)"), notices::toString);
    }

    @Test
    void textAfterAClosingQuoteStaysAndIsSaid() {
        Csv csv = read("a,b\n1,\"x\"y\n2,\"z\"\n", notices);
        assertEquals(List.of("a b", "1 xy", "2 z"), rows(csv));
        assertEquals(
                List.of("1 cell with text after the closing quotation mark (line 2: \"y\"); it was added to the cell."),
                notices);
    }

    @Test
    void quotedCellOverManyLinesIsSaid() {
        read("a,b\n1,\"x" + "\n".repeat(20) + "\"\n2,z\n", notices);
        assertEquals(
                List.of(
                        "1 quoted cell of more than 10 lines (line 2). If that is not meant, a quotation mark is missing"
                                + " there."),
                notices);
    }

    @Test
    void controlCharactersAreSaid() {
        Csv csv = read("a,b\n1,x\u0000\n2,\u0007\n", notices);
        assertEquals(List.of("a b", "1 x\u0000", "2 \u0007"), rows(csv));
        assertEquals(
                List.of("2 cells with invisible control characters (the first in line 2): the file may be damaged."),
                notices);
    }

    @Test
    void linesEndAsOnAnySystem() {
        for (String end : List.of("\n", "\r\n", "\r")) {
            Csv csv = read(String.join(end, "a,b", "", "1,\"x" + end + "y\"", "2,z,3", ""), notices);
            assertEquals(3, csv.rows().size());
            assertTrue(notices.remove(0).contains("(line 5: \"3\")"));
        }
    }

    /** One quote too few in a file of which every cell is quoted. */
    @Test
    void missingQuoteNeverSwallowsRowsInSilence() {
        Random random = new Random(5);
        String text = quoted(random);
        int lines = (int) text.lines().count();
        for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
            List<String> said = new ArrayList<>();
            Csv csv = read(text.substring(0, i) + text.substring(i + 1), said);
            int line = (int) text.substring(0, i).chars().filter(c -> c == '\n').count() + 1;
            assertTrue(csv.rows().size() >= lines - 1, "without the quote at " + i);
            assertTrue(
                    rows(csv).equals(rows(read(text, new ArrayList<>())))
                            || said.stream().anyMatch(notice -> notice.contains("line " + line))
                            || String.join(" ", rows(csv)).contains("\""),
                    () -> "line " + line + ": " + said);
        }
    }

    @Test
    void everyWordOfAMutatedTableIsInItOrInANotice() {
        Random random = new Random(6);
        int mutated = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            StringBuilder text = new StringBuilder(i % 2 == 0 ? quoted(random) : plain(random));
            for (int k = random.below(4); k >= 0; k--) {
                int at = random.below(text.length());
                if (random.below(3) == 0) {
                    text.delete(at, Math.min(text.length(), at + random.below(4)));
                } else {
                    text.insert(at, NOISE.get(random.below(NOISE.size())));
                }
            }
            List<String> said = new ArrayList<>();
            Csv csv = read(text.toString(), said);
            List<String> whole = new ArrayList<>(said);
            csv.rows().forEach(row -> whole.add(Arrays.toString(row)));
            assertEquals(whole, PiecewiseTest.read(text.toString(), 1 + i % 40), "read a piece at a time");
            Map<String, Integer> lost = words(text.toString());
            words(String.join("\n", rows(csv))).forEach((word, count) -> lost.merge(word, -count, Integer::sum));
            lost.values().removeIf(count -> count <= 0);
            mutated += lost.isEmpty() ? 0 : 1;
            assertTrue(lost.isEmpty() || !said.isEmpty(), () -> text + " lost " + lost);
            assertTrue(said.size() < 8 && String.join("", said).length() < 2000, said::toString);
            FileResult reading = DataFiles.read(
                    List.of(new NamedBytes("file.csv", text.toString().getBytes(StandardCharsets.UTF_8))));
            assertTrue(
                    reading.notices().containsAll(said) || reading.data().isEmpty(),
                    () -> said + " of " + reading.notices());
        }
        assertTrue(mutated > MUTATIONS / 20, "only " + mutated + " tables lost anything: the test tests nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"a\n", "\"\"\n", "\"\"a\n\"", ",\"", "a\"b,\n", "\"a\n\"b,"})
    void readingTakesATimeInProportionToTheText(String piece) {
        String text = piece.repeat(4_000_000 / piece.length());
        CpuTime time = new CpuTime();
        read(text, notices);
        double seconds = time.seconds();
        assertTrue(seconds < 5, () -> seconds + " s");
    }

    private static String quoted(Random random) {
        return rowsOf(random, "\"");
    }

    private static String plain(Random random) {
        return rowsOf(random, "");
    }

    private static String rowsOf(Random random, String quote) {
        StringBuilder text = new StringBuilder();
        int columns = 2 + random.below(3);
        for (int row = 0; row < 12; row++) {
            for (int column = 0; column < columns; column++) {
                text.append(column == 0 ? "" : ",")
                        .append(quote)
                        .append((char) ('a' + column))
                        .append(row)
                        .append(quote);
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static List<String> rows(Csv csv) {
        return csv.rows().stream()
                .map(row -> String.join(" ", Arrays.asList(row)))
                .toList();
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        StringTokenizer tokens = new StringTokenizer(text, " ,;|\t\"\n\r");
        while (tokens.hasMoreTokens()) {
            words.merge(tokens.nextToken(), 1, Integer::sum);
        }
        return words;
    }

    private static Csv read(String text, List<String> notices) {
        return Csv.job(text.getBytes(StandardCharsets.UTF_8), notices).finish();
    }
}
