package dev.steep.data.table;

import static dev.steep.data.table.TableReaderTest.table;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.data.Dataset;
import dev.steep.data.Origin;
import dev.steep.data.Target;
import dev.steep.data.file.ColumnUse;
import dev.steep.data.file.FileResult;
import dev.steep.data.file.NamedBytes;
import dev.steep.data.file.OwnFile;
import dev.steep.data.format.DataFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What tables mean: numbers, dates, identifiers, labels, and what a person says of their columns. */
class UnderstandingTest {
    private static final String AUTO = IntStream.range(0, 40)
            .mapToObj(
                    i -> " " + (14 + i % 9) + ".0   8   " + (300 + i) + ".0      " + (i == 3 ? "?" : 130 + i % 4 + ".0")
                            + "   " + (3000 + 7 * i) + ".   " + (1 + i % 3) + "\t\"car name " + i + "\"\n")
            .collect(Collectors.joining());

    @Test
    void signBeforeDecimalsIsFoundFromTheCells() {
        assertEquals(Numerals.COMMA, numerals("1.234,5", "2"));
        assertEquals(Numerals.POINT, numerals("1,234.5", "2"));
        assertEquals(Numerals.POINT, numerals("0.996", "7.4"));
        assertEquals(Numerals.COMMA, numerals("0,996", "1.200"));
        assertEquals(Numerals.POINT, numerals("1,234,567", "2"));
        assertEquals(Numerals.COMMA, numerals("1.234.567", "2"));
        assertEquals(Numerals.POINT, numerals("a, b", "2"));
    }

    @Test
    void thousandsAreReadInThreesOnly() {
        assertEquals(1234567.25, Numerals.POINT.number("1,234,567.25"));
        assertEquals(-1234.5, Numerals.COMMA.number("−1.234,5"));
        assertEquals(1234.5, Numerals.COMMA.number("1 234,5"));
        assertEquals(1234, Numerals.POINT.number("1\u00A0234"));
        assertEquals(1234567, Numerals.POINT.number("1'234'567"));
        assertEquals(1234, Numerals.COMMA.number("1.234"));
        assertEquals(1.5e-3, Numerals.COMMA.number("1,5e-3"));
        for (String none : List.of("1,23", "12,3456", "1,234,56", "1,,234", ",5,", "1.234,5,6", "1234,567", "1 23")) {
            assertTrue(Double.isNaN(Numerals.POINT.number(none)), none);
        }
    }

    @Test
    void thousandsAreSaid() {
        FileResult reading = read("size;price\n" + rows(40, i -> i + ",5;1." + (100 + i) + ",25"));
        assertEquals(1100.25, ((Target.Numbers) reading.data().orElseThrow().y()).values()[0]);
        says(reading, "In price something stands between thousands: \"1.100,25\" is read as 1100.25.");
    }

    @Test
    void missingValuesAreUnderstoodInTheirUsualSpellings() {
        List<String> gaps = List.of("NA", "n/a", "?", "-", "", "NULL", "nan", "None", "N.A.", "#N/A", "–", "\\N");
        FileResult reading =
                read("x,kind\n" + rows(60, i -> (i < gaps.size() ? gaps.get(i) : i * 0.5) + "," + "ab".charAt(i % 2)));
        assertEquals(60 - gaps.size(), reading.data().orElseThrow().count());
        says(reading, gaps.size() + " rows with gaps (in x) left out.");
        assertEquals("NA", origin(reading).cell(0, 0));
    }

    @Test
    void nineInTenDecideOnATypeAndTheRestIsSaid() {
        FileResult nine = read("x,kind\n" + rows(50, i -> (i % 10 == 3 ? "few" : i * 0.5) + "," + "ab".charAt(i % 2)));
        says(nine, "x holds numbers; 5 cells with other text (such as \"few\") became gaps.");
        FileResult eight =
                read("x,kind\n" + rows(50, i -> (i % 10 < 2 ? "few" : i % 5 * 0.5) + "," + "ab".charAt(i % 2)));
        assertEquals("category", seen(eight, "x").type());
    }

    @Test
    void datesAreLeftOutWithAWordAndCountAsDaysIfAsked() {
        String text = "when,x,kind\n"
                + rows(
                        40,
                        i -> "2024-02-" + (i % 28 < 9 ? "0" : "") + (i % 28 + 1) + "," + i + "," + "ab".charAt(i % 2));
        FileResult reading = read(text);
        says(reading, "when left out: it holds dates or times (such as \"2024-02-01\")");
        assertEquals("date", seen(reading, "when").type());
        Dataset days = with(reading, said(ColumnUse.FEATURE, "when", "")).data().orElseThrow();
        assertEquals(List.of("when", "x"), days.features());
        assertEquals(19754, days.x().at(0, 0)); // numpy: np.datetime64("2024-02-01").astype(int)
    }

    @Test
    void datesOfManyKindsAreDays() {
        Dates dates = new Dates(false);
        for (String day : List.of(
                "2024-03-01",
                "2024/3/1",
                "1.3.2024",
                "01.03.24",
                "3/1/2024",
                "1 Mar 2024",
                "Mar 1, 2024",
                "1-Mar-24")) {
            assertEquals(19783, dates.day(day), day);
        }
        assertEquals(19783, new Dates(true).day("1/3/2024"));
        assertEquals(19783.75, dates.day("2024-03-01T18:00:00Z"));
        assertEquals(19783.75, dates.day("1.3.2024 18:00"));
        assertEquals(0.25, dates.day("06:00"));
        assertEquals(-1, dates.day("1969-12-31"));
        for (String none :
                List.of("1.5", "2024", "3/4", "12", "abc", "1.2.3", "10:99", "marble 1", "2024-13-01", "a:b")) {
            assertTrue(Double.isNaN(dates.day(none)), none);
        }
    }

    @Test
    void identifiersAreLeftOutAndAcidsAreNot() {
        FileResult reading = read("obj_ID,citric acid,redshift,plate,fiber_ID,state_id,class\n"
                + rows(
                        60,
                        i -> (1237 + 7919L * i) * 1_000_003 + "," + i * 0.5 + "," + i % 7 * 0.25 + "," + (300 + 11 * i)
                                + "," + (1000 - 3 * i) + "," + i % 5 + ","
                                + List.of("STAR", "QSO", "GALAXY").get(i % 3)));
        assertEquals(
                List.of("citric acid", "redshift", "state_id"),
                reading.data().orElseThrow().features());
        says(reading, "obj_ID left out: it is an identifier, which says nothing about other rows.");
        Dataset wanted =
                with(reading, said(ColumnUse.FEATURE, "plate", "")).data().orElseThrow();
        assertTrue(wanted.features().contains("plate"));
    }

    @Test
    void identifiersWhoseLastDigitsAFloatLosesAreLeftOut() {
        FileResult reading = read("objid,u,class\n"
                + rows(
                        60,
                        i -> 1237645879551066262L + 3 * i + "," + i * 0.5 + ","
                                + List.of("STAR", "QSO").get(i % 2)));
        says(reading, "objid left out: it is an identifier, which says nothing about other rows.");
    }

    @Test
    void blanksSeparateCells() {
        FileResult reading = read(AUTO);
        assertEquals("blank", origin(reading).understood().get(0));
        assertEquals(39, reading.data().orElseThrow().count());
        assertEquals("column 6", reading.label());
        says(reading, "column 7 left out: it holds 40 different texts");
        assertEquals("car name 2", origin(reading).cell(2, 6));
    }

    @Test
    void wholeNumbersAreClassesOrNumbersAsIsAsked() {
        FileResult wine = read("acid;quality\n" + rows(60, i -> i * 0.5 + ";" + (3 + i % 6)));
        assertEquals(6, wine.data().orElseThrow().y().width());
        Dataset numbers =
                with(wine, said(ColumnUse.AUTO, "quality", "number")).data().orElseThrow();
        assertEquals(List.of("quality"), numbers.y().names());
        assertTrue(numbers.y() instanceof Target.Numbers);
        FileResult year = read("x,year\n" + rows(90, i -> i * 0.5 + "," + (1990 + i % 30)));
        assertTrue(year.data().orElseThrow().y() instanceof Target.Numbers);
        Dataset classes =
                with(year, said(ColumnUse.AUTO, "year", "category")).data().orElseThrow();
        assertEquals(30, classes.y().width());
        assertEquals("1990", classes.y().names().get(0));
    }

    @Test
    void severalNumbersArePredictedTogether() {
        FileResult reading = read("x,heat,cool\n" + rows(40, i -> i + "," + i * 1.5 + "," + (i == 5 ? "" : i * 2.5)));
        FileResult both = with(reading, said(ColumnUse.TARGET, "heat", ""));
        Target.Numbers target = (Target.Numbers) both.data().orElseThrow().y();
        assertEquals(List.of("cool", "heat"), target.names());
        assertEquals(39, target.count());
        assertArrayEquals(new float[] {2.5f, 1.5f}, Arrays.copyOfRange(target.values(), 2, 4));
        assertEquals(List.of("x"), both.data().orElseThrow().features());
        FileResult words = with(
                read("x,y,kind\n" + rows(40, i -> i + "," + i * 1.5 + "," + "ab".charAt(i % 2))),
                said(ColumnUse.TARGET, "y", ""));
        says(words, "Only numbers can be predicted together: kind holds words.");
    }

    @Test
    void ordinalsAreRanks() {
        FileResult reading = read("size,kind\n"
                + rows(40, i -> List.of("small", "large", "medium").get(i % 3) + "," + "ab".charAt(i % 2)));
        FileResult ranks = with(reading, said(ColumnUse.FEATURE, "size", "ordinal"));
        assertEquals(List.of("size"), ranks.data().orElseThrow().features());
        assertEquals(2, ranks.data().orElseThrow().x().at(1, 0));
        says(ranks, "size counts as ranks: 0 small, 1 medium, 2 large.");
    }

    @Test
    void columnsAreLeftOutTakenInAndTypedByChoice() {
        FileResult reading = read(table("a,b,kind", i -> i % 4 + "," + i * 0.5 + "," + "xy".charAt(i % 2)));
        Dataset dropped = with(reading, said(ColumnUse.DROP, "b", "")).data().orElseThrow();
        assertEquals(List.of("a"), dropped.features());
        Dataset words =
                with(reading, said(ColumnUse.AUTO, "a", "category")).data().orElseThrow();
        assertEquals(List.of("a = 0", "a = 1", "a = 2", "a = 3", "b"), words.features());
        FileResult group = with(reading, said(ColumnUse.GROUP, "a", ""));
        assertEquals(List.of("b"), group.data().orElseThrow().features());
        assertEquals(1, origin(group).groups().orElseThrow()[1]);
        says(with(reading, said(ColumnUse.DROP, "nose", "")), "There is no column \"nose\" in file.csv");
    }

    @Test
    void rowsAreWeighedByAColumnOfNumbersThatAreNotNegative() {
        FileResult reading = read(table("a,w,kind", i -> i % 4 + "," + i * 0.5 + "," + "xy".charAt(i % 2)));
        FileResult weighed = with(reading, said(ColumnUse.WEIGHT, "w", ""));
        assertEquals(List.of("a"), weighed.data().orElseThrow().features());
        assertEquals(1.5f, origin(weighed).weights().orElseThrow()[3]);
        assertTrue(origin(reading).weights().isEmpty());
        FileResult negative = read(table("a,w,kind", i -> i % 4 + "," + (i - 1) + "," + "xy".charAt(i % 2)));
        FileResult refused = with(negative, said(ColumnUse.WEIGHT, "w", ""));
        says(refused, "Rows are not weighed by w: it holds numbers below 0, such as -1.");
        assertTrue(origin(refused).weights().isEmpty());
        FileResult gaps = read(table("a,w,kind", i -> i % 4 + "," + (i == 5 ? "" : "2") + "," + "xy".charAt(i % 2)));
        FileResult fewer = with(gaps, said(ColumnUse.WEIGHT, "w", ""));
        says(fewer, "1 row without w left out.");
    }

    @Test
    void understandingIsChangedByChoice() {
        FileResult reading = read("a;b;kind\n" + rows(40, i -> i + ",5;1.23" + i % 10 + ";" + "xy".charAt(i % 2)));
        assertEquals(
                List.of("semicolon", "utf-8", "comma", "true"), origin(reading).understood());
        assertEquals(1235, reading.data().orElseThrow().x().at(35, 1));
        FileResult point = reading.source()
                .orElseThrow()
                .with(kind().with(OwnFile.DECIMAL, Optional.of("point")))
                .finish();
        assertEquals(1.235, point.data().orElseThrow().x().at(35, 0), 1e-6);
        FileResult bar = reading.source()
                .orElseThrow()
                .with(kind().with(OwnFile.DELIMITER, Optional.of("bar")))
                .finish();
        assertTrue(bar.data().isEmpty());
        FileResult data = reading.source()
                .orElseThrow()
                .with(kind().with(OwnFile.HEADER, Optional.of(false)))
                .finish();
        assertEquals(41, origin(data).rows());
    }

    @Test
    void letterEncodingIsChangedByChoice() {
        byte[] bytes =
                ("x,kind\n" + rows(40, i -> i + "," + (i % 2 == 0 ? "süß" : "herb"))).getBytes(StandardCharsets.UTF_8);
        FileResult reading = DataFiles.read(List.of(new NamedBytes("file.csv", bytes)));
        FileResult other = reading.source()
                .orElseThrow()
                .with(kind().with(OwnFile.ENCODING, Optional.of("windows-1252")))
                .finish();
        assertTrue(other.data().orElseThrow().y().names().contains("sÃ¼ÃŸ"));
    }

    @Test
    void rowsThatAreMissingAreCountedWithTheirReason() {
        FileResult reading = read(
                "age,fare,survived\n" + rows(40, i -> (i < 5 ? "" : i) + "," + i * 0.5 + "," + (i == 39 ? "" : i % 2)));
        Origin origin = origin(reading);
        assertEquals(40, origin.rows());
        assertEquals(34, origin.used().length);
        assertEquals("1 without survived, 5 with gaps in age", origin.lost());
        assertEquals("", origin.decision());
        assertEquals(5, seen(reading, "age").gaps());
        assertEquals("5", origin.cell(origin.used()[0], 0));
        assertArrayEquals(new int[] {2, 0, 1}, origin.counted());
    }

    @Test
    void labelsOfAnyLanguageAndMarkupStayAsTheyAre() {
        FileResult reading = read("<b>x</b><script>alert(1)</script>,סוג\n"
                + rows(40, i -> i + "," + List.of("שלום", "🍵🫖", "<img src=x>").get(i % 3)));
        Dataset data = reading.data().orElseThrow();
        assertEquals(List.of("<img src=x>", "שלום", "🍵🫖"), data.y().names());
        assertEquals(List.of("<b>x</b><script>alert(1)</script>"), data.features());
        assertEquals("סוג", reading.label());
    }

    @Test
    void tenThousandColumnsAreRead() {
        int width = 10_000;
        String header = IntStream.range(0, width).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + ",label\n";
        String text = header
                + rows(
                        60,
                        row -> IntStream.range(0, width)
                                        .mapToObj(i -> "" + (row * 31 + i * 7) % 97)
                                        .collect(Collectors.joining(","))
                                + "," + row % 2);
        FileResult reading = read(text);
        assertEquals(width, reading.data().orElseThrow().features().size());
        assertEquals(width + 1, origin(reading).width());
    }

    private static Numerals numerals(String... cells) {
        List<String[]> rows = new ArrayList<>();
        rows.add(cells);
        return Numerals.of(rows, ';');
    }

    private static String rows(int count, java.util.function.IntFunction<String> row) {
        return IntStream.range(0, count).mapToObj(row).collect(Collectors.joining("\n")) + "\n";
    }

    private static Choice kind() {
        return OwnFile.KIND.choice().with(OwnFile.NAME, "file.csv");
    }

    private static Choice said(ColumnUse use, String column, String type) {
        return use.kind()
                .choice()
                .with(ColumnUse.Knobs.COLUMN, column)
                .with(ColumnUse.Knobs.TYPE, Optional.of(type).filter(word -> !word.isEmpty()));
    }

    private static FileResult with(FileResult reading, Choice... uses) {
        return reading.source()
                .orElseThrow()
                .with(kind().with(ColumnUse.Knobs.COLUMNS, List.of(uses)))
                .finish();
    }

    private static Origin origin(FileResult reading) {
        return reading.data().orElseThrow().origin().orElseThrow();
    }

    private static Origin.Seen seen(FileResult reading, String column) {
        Origin origin = origin(reading);
        return IntStream.range(0, origin.width())
                .mapToObj(origin::seen)
                .filter(each -> each.name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static FileResult read(String text) {
        return DataFiles.read(List.of(new NamedBytes("file.csv", text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void says(FileResult reading, String sentence) {
        assertTrue(
                reading.notices().stream().anyMatch(notice -> notice.contains(sentence)),
                sentence + " is not among " + reading.notices());
    }
}
