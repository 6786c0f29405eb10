package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.keras.KerasScript;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.TableFacts;
import dev.steep.protocol.TableFacts.Fate;
import dev.steep.recipe.MissingValues;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Missing values of a table, by the rule of all columns and by rules of single ones. */
class MissingValuesTest {
    private final Talk talk = new Talk();

    /** 80 rows: age is missing in 10 of them, port in 8, in 2 both. */
    private Recipe people() {
        StringBuilder csv = new StringBuilder("age,port,fare,kind\n");
        for (int i = 1; i <= 80; i++) {
            csv.append(i % 8 == 0 ? "" : "" + age(i)).append(',');
            csv.append(i % 10 == 0 ? "" : List.of("Oslo", "Riga", "Kiel").get(i % 3))
                    .append(',');
            csv.append(1.0 / i).append(',').append(i % 2 == 0 ? "a" : "b").append('\n');
        }
        Report.Opened opened = talk.ask(
                Report.Opened.class,
                new Request.OpenFiles(List.of(
                        new Request.OpenFiles.File("people.csv", csv.toString().getBytes(StandardCharsets.UTF_8)))));
        Recipe recipe = RecipeText.read(opened.recipe()).recipe();
        return recipe.withSplit(recipe.split().with(Settings.VALIDATION, 0.0));
    }

    private static double age(int row) {
        return row * row + 0.5;
    }

    private TableFacts open(Recipe recipe) {
        talk.open(recipe.toString());
        return sheet();
    }

    private TableFacts sheet() {
        return talk.ask(Report.Sheet.class, new Inquiry.Sheet(0, 0)).table();
    }

    private static void is(TableFacts table, int place, int rows, Fate fate, double usual) {
        TableFacts.Gap gap = table.gaps().get(place);
        assertEquals(rows, gap.rows());
        assertEquals(fate, gap.fate());
        assertEquals(usual, gap.usual().isEmpty() ? 0 : Double.parseDouble(gap.usual()), 1e-4 * usual);
    }

    private static double[] known() {
        return IntStream.rangeClosed(1, 80)
                .filter(i -> i % 8 != 0)
                .mapToDouble(MissingValuesTest::age)
                .toArray();
    }

    @Test
    void rowsAreLeftOutAtFirst() {
        people();
        TableFacts table = sheet();
        assertEquals(64, table.used());
        assertEquals("16 with gaps in age, port", table.lost());
        assertEquals(
                List.of("age", "port"),
                table.gaps().stream().map(TableFacts.Gap::column).toList());
        is(table, 0, 10, Fate.LEFT_OUT, 0);
        is(table, 1, 8, Fate.LEFT_OUT, 0);
    }

    @Test
    void oneColumnIsFilledWhereRowsAreLeftOutForOthers() {
        Recipe recipe = MissingValues.with(people(), "age", Optional.of("mean"));
        assertEquals(Optional.of("mean"), MissingValues.of(recipe, "age"));
        assertEquals(MissingValues.LEFT_OUT, MissingValues.ofAll(recipe));
        TableFacts table = open(recipe);
        assertEquals(72, table.used());
        assertEquals("8 with gaps in port", table.lost());
        double mean = IntStream.rangeClosed(1, 80)
                .filter(i -> i % 8 != 0 && i % 10 != 0)
                .mapToDouble(MissingValuesTest::age)
                .average()
                .orElseThrow();
        is(table, 0, 10, Fate.MEAN, mean);
        is(table, 1, 8, Fate.LEFT_OUT, 0);

        TableFacts both = open(MissingValues.with(recipe, "port", Optional.of(MissingValues.KEPT)));
        assertEquals(80, both.used());
        assertEquals(Fate.CATEGORY, both.gaps().get(1).fate());
        assertTrue(both.gaps().get(1).category());
    }

    @Test
    void rowsAreLeftOutForOneColumnWhereOthersAreFilled() {
        Recipe filled = MissingValues.withAll(people(), "median");
        TableFacts table = open(filled);
        assertEquals(80, table.used());
        double[] known = known();
        is(table, 0, 10, Fate.MEDIAN, (known[34] + known[35]) / 2);

        Recipe recipe = MissingValues.with(filled, "age", Optional.of(MissingValues.LEFT_OUT));
        assertEquals(Optional.of(MissingValues.LEFT_OUT), MissingValues.of(recipe, "age"));
        assertEquals(70, open(recipe).used());
        assertEquals(filled, MissingValues.with(recipe, "age", Optional.empty()));
    }

    @Test
    void tooManyGapsAreFilledByPreparationUnlessAColumnHasARule() {
        StringBuilder csv = new StringBuilder("p,q,r,kind\n");
        for (int i = 0; i < 80; i++) {
            for (int column = 0; column < 3; column++) {
                csv.append(i % 4 == column ? "" : "" + (i % 9 + column)).append(',');
            }
            csv.append(i % 2 == 0 ? "a" : "b").append('\n');
        }
        Report.Opened opened = talk.ask(
                Report.Opened.class,
                new Request.OpenFiles(List.of(
                        new Request.OpenFiles.File("t.csv", csv.toString().getBytes(StandardCharsets.UTF_8)))));
        TableFacts table = sheet();
        assertEquals(80, table.used());
        is(table, 0, 20, Fate.MEDIAN, 4);
        assertTrue(table.decision().startsWith("60 of 80 rows have gaps"), table.decision());
        Recipe recipe =
                MissingValues.with(RecipeText.read(opened.recipe()).recipe(), "p", Optional.of(MissingValues.LEFT_OUT));
        TableFacts without = open(recipe);
        assertEquals(60, without.used()); // 40 of which have gaps in q or r, still too many
        is(without, 0, 20, Fate.LEFT_OUT, 0);
        is(without, 1, 20, Fate.MEDIAN, 5);
        assertEquals("20 with gaps in p", without.lost());
    }

    @Test
    void oneColumnIsToldByAFurtherFeature() {
        Report.Opened opened = talk.open(
                MissingValues.with(people(), "age", Optional.of("indicator")).toString());
        assertEquals(
                List.of("age", "port = Kiel", "port = Oslo", "port = Riga", "fare", "age missing"),
                opened.data().inputs());
        assertEquals(Fate.INDICATOR, sheet().gaps().get(0).fate());
    }

    @Test
    void scaleAndFillingOfAFeatureDoNotForgetEachOther() {
        Recipe recipe = MissingValues.with(people(), "age", Optional.of("mean"));
        Recipe scaled = recipe.withPrepare(Settings.withScale(recipe.prepare(), "age", Optional.of("asinh")));
        assertEquals(Optional.of("mean"), MissingValues.of(scaled, "age"));
        assertTrue(scaled.toString().contains("feature(age,asinh,missing=mean)"), scaled.toString());
        Recipe plain = MissingValues.with(scaled, "age", Optional.empty());
        assertTrue(plain.toString().contains("feature(age,asinh)"), plain.toString());
        assertEquals(recipe, scaled.withPrepare(Settings.withScale(scaled.prepare(), "age", Optional.empty())));
        assertTrue(recipe.toString().contains("feature(age,same,missing=mean)"), recipe.toString());
        assertEquals(recipe, RecipeText.read(recipe.toString()).recipe());
    }

    @Test
    void featureOfTheSameScaleFollowsAllOthers() {
        Recipe recipe = MissingValues.with(people(), "age", Optional.of("mean"));
        for (String scale : List.of("unit", "standardise")) {
            Recipe all = recipe.withPrepare(recipe.prepare().with(Settings.SCALE, scale));
            assertEquals(
                    Settings.scaling(all),
                    Settings.preparation(all).of("age"),
                    "all features are rescaled by " + scale);
        }
    }

    @Test
    void scriptFillsEachColumnByItsRule() {
        Recipe recipe = MissingValues.with(
                MissingValues.with(people(), "age", Optional.of("mean")), "port", Optional.of(MissingValues.KEPT));
        Report.Opened opened = talk.open(recipe.toString());
        String script = KerasScript.text(KerasScript.of(recipe, opened.data()));
        assertTrue(script.contains("usual[[0]] = np.nanmean(x[training][:, [0]], axis=0)"), script);
        assertTrue(script.contains("dropna(subset=[\"kind\", \"fare\"])"), script);
    }

    /** 3 of 4 rows have a gap; the later half, which validates, has numbers of its own. */
    @Test
    void whatFillsTooManyGapsComesFromTheTrainingPart() {
        StringBuilder csv = new StringBuilder("p,q,word,kind\n");
        for (int i = 0; i < 80; i++) {
            double later = i < 40 ? 0 : 1000;
            csv.append(i % 4 == 0 ? "" : "" + (i % 7 + later)).append(',');
            csv.append(i % 4 == 1 ? "" : "" + (i % 5 + later)).append(',');
            csv.append(i % 4 == 2 ? "" : List.of("red", "green", "blue").get(i % 3))
                    .append(',');
            csv.append(i % 3 == 0 ? "a" : "b").append('\n');
        }
        Report.Opened opened = talk.ask(
                Report.Opened.class,
                new Request.OpenFiles(List.of(
                        new Request.OpenFiles.File("t.csv", csv.toString().getBytes(StandardCharsets.UTF_8)))));
        Recipe recipe = RecipeText.read(opened.recipe()).recipe();
        recipe = recipe.withSplit(recipe.split().with(Settings.VALIDATION, 0.5).with(Settings.ORDER, "last"));
        opened = talk.open(recipe.toString());
        TableFacts table = sheet();
        assertEquals(80, table.used());
        is(table, 0, 20, Fate.MEDIAN, 3);
        is(table, 1, 20, Fate.MEDIAN, 2);
        assertEquals(Fate.CATEGORY, table.gaps().get(2).fate());
        assertEquals(
                List.of("p", "q", "word = blue", "word = green", "word = red", "word = (missing)"),
                opened.data().features());
        String script = KerasScript.text(KerasScript.of(recipe, opened.data()));
        assertTrue(script.contains("table.dropna(subset=[\"kind\"])"), script);
        assertTrue(script.contains("np.nanmedian(x[training], axis=0)"), script);
    }
}
