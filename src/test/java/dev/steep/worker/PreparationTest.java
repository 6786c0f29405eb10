package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.PreparedLook;
import dev.steep.recipe.MissingValues;
import dev.steep.recipe.RecipeText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a recipe prepares, as the worker does it. */
class PreparationTest {
    private final Talk talk = new Talk();

    private Report.Opened file(String csv) {
        return talk.ask(
                Report.Opened.class,
                new Request.OpenFiles(
                        List.of(new Request.OpenFiles.File("people.csv", csv.getBytes(StandardCharsets.UTF_8)))));
    }

    private PreparedLook.Input input(int place) {
        float[] numbers = talk.ask(Report.Picture.class, new Inquiry.Once(new PreparedLook(0, 40)))
                .numbers()
                .get(0);
        return PreparedLook.input(numbers, place);
    }

    /** Ages 1 to 40, every eighth of which is missing; a port that is missing for every tenth. */
    private static String people() {
        StringBuilder csv = new StringBuilder("age,port,fare,kind\n");
        for (int i = 1; i <= 80; i++) {
            csv.append(i % 8 == 0 ? "" : "" + (i + 0.5)).append(',');
            csv.append(i % 10 == 0 ? "" : i % 3 == 0 ? "Kiel" : i % 3 == 1 ? "Oslo" : "Riga")
                    .append(',');
            csv.append(1.0 / i).append(',').append(i % 2 == 0 ? "a" : "b").append('\n');
        }
        return csv.toString();
    }

    @Test
    void rowsWithGapsAreLeftOutOrFilledAsOneLikes() {
        Report.Opened dropped = file(people());
        int[] few = dropped.data().parts();
        assertTrue(few[0] + few[1] < 80);
        Report.Opened filled = talk.open(
                MissingValues.withAll(RecipeText.read(dropped.recipe()).recipe(), "indicator")
                        .toString());
        assertEquals(80, filled.data().parts()[0] + filled.data().parts()[1]);
        assertEquals(
                List.of("age", "port = Kiel", "port = Oslo", "port = Riga", "port = (missing)", "fare", "age missing"),
                filled.data().inputs());
        assertEquals(0, input(0).missing());
        talk.train(0, 2);
        assertTrue(Double.isFinite(talk.progress().log().get(0).loss()));
        float[] gap = {Float.NaN, 0, 1, 0, 0, 0.5f};
        float[] said =
                talk.ask(Report.Numbers.class, new Inquiry.Predict(gap, 1)).values();
        assertTrue(Float.isFinite(said[0]));
    }

    @Test
    void madeFeaturesAreTrainedOnAndSeenOnThePlane() {
        Report.Opened opened = talk.open(
                "1/data=xor(200,0)/prepare(none,made=made('x * y'))/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.3)/fit(16,8)");
        assertEquals(List.of("x", "y", "x * y"), opened.data().inputs());
        assertEquals(List.of("x", "y"), opened.data().features());
        assertArrayEquals(new int[] {2}, opened.data().shape());
        talk.train(0, 8);
        float[] corners = {3, 3, -3, -3, 3, -3, -3, 3};
        float[] said =
                talk.ask(Report.Numbers.class, new Inquiry.Predict(corners, 4)).values();
        assertEquals(said[0] > 0.5, said[1] > 0.5);
        assertEquals(said[2] > 0.5, said[3] > 0.5);
        assertTrue(said[0] > 0.5 != said[2] > 0.5);
        assertEquals("x * y", opened.data().inputs().get(2));
    }

    @Test
    void logarithmOfATargetIsLearnedAndToldInItsOwnUnit() {
        StringBuilder csv = new StringBuilder("x,mass\n");
        for (int i = 0; i < 120; i++) {
            double x = (i * 7 % 120) / 20.0;
            csv.append(x).append(',').append(Math.pow(10, x)).append('\n');
        }
        Report.Opened opened = file(csv.toString());
        talk.open(opened.recipe().replace("target=standardise", "target=log"));
        talk.train(0, 150);
        float[] said = talk.ask(Report.Numbers.class, new Inquiry.Predict(new float[] {1, 3, 5}, 3))
                .values();
        for (int i = 0; i < 3; i++) {
            assertEquals(1 + 2 * i, Math.log10(said[i]), 0.3, said[i] + "");
        }
    }

    @Test
    void groupsOfAColumnStayTogether() {
        Report.Opened opened = file(people());
        String grouped =
                Talk.unstamped(opened.recipe()).replace("file(people.csv", "file(people.csv,columns=group(port)");
        Report.Opened parted = talk.open(grouped);
        assertEquals(List.of("age", "fare"), parted.data().features());
        assertTrue(parted.data().parts()[1] > 0, parted.data().parts()[1] + "");
        talk.open(grouped + "/split(folds=5)");
    }
}
