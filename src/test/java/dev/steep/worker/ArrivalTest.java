package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Archives;
import dev.steep.data.image.JvmImages;
import dev.steep.math.Random;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DataPart;
import dev.steep.recipe.RecipeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Data on their way: what was open stays, what is asked of them waits, and they can be given up. */
class ArrivalTest {
    private static final String CIRCLE =
            "1/data=circle(200)/Dense(4,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(16,3)";
    private static final String DIGITS = "1/data=digits(3000)/Flatten/Dense(10,softmax)";

    private final Talk talk = new Talk();

    @Test
    void largeDataAreSaidToBeOnTheirWay() {
        Report.Opened opened = talk.open(DIGITS);
        assertEquals(List.of(), opened.problems());
        List<Report.Loading> said = talk.unasked(Report.Loading.class);
        assertTrue(said.size() > 3, "" + said.size());
        assertTrue(
                said.get(0).sentence().matches("Drawing: [\\d,]+ of 3,000 images"),
                said.get(0).sentence());
        for (int i = 1; i < said.size(); i++) {
            boolean drawn = said.get(i).sentence().equals("Preparing");
            assertTrue(drawn || said.get(i).share() > said.get(i - 1).share());
        }
    }

    @Test
    void whatIsOpenGoesOnAfterACancel() {
        talk.open(CIRCLE);
        int train = talk.send(new Request.Train(0, 0, 0));
        int open = talk.send(new Request.Open(DIGITS));
        talk.lab.turn();
        assertEquals(List.of(), talk.answers(open));
        assertTrue(talk.answers(talk.send(new Inquiry.Alive())).get(0) instanceof Report.Done);
        talk.ask(Report.Done.class, new Request.Cancel());
        assertTrue(talk.answer(open) instanceof Report.Cancelled);
        assertTrue(talk.answer(train) instanceof Report.Done);
        assertEquals(State.FINISHED, talk.progress().state());
        assertEquals(8, talk.tensor("dense/kernel").length);
    }

    @Test
    void whatIsAskedOfDataOnTheirWayIsAnsweredWhenTheyAreThere() {
        talk.open(CIRCLE);
        int open = talk.send(new Request.Open(DIGITS));
        int kernel = talk.send(new Inquiry.Read("dense/kernel"));
        int train = talk.send(new Request.Train(1, 0, 0));
        assertEquals(List.of(), talk.answers(kernel));
        talk.rest();
        assertTrue(talk.answer(open) instanceof Report.Opened);
        assertEquals(7840, ((Report.Numbers) talk.answer(kernel)).values().length);
        assertTrue(talk.answer(train) instanceof Report.Done);
        assertEquals(1, talk.progress().step());
    }

    @Test
    void whatWasMeantForOtherDataIsRefused() {
        talk.open(CIRCLE);
        int first = talk.send(new Request.Open(DIGITS));
        int train = talk.send(new Request.Train(1, 0, 0));
        int second = talk.send(new Request.Open(DIGITS.replace("3000", "2500")));
        talk.rest();
        assertTrue(talk.answer(first) instanceof Report.Cancelled);
        assertTrue(talk.answer(train) instanceof Report.Refused);
        assertTrue(talk.answer(second) instanceof Report.Opened);
        assertEquals(0, talk.progress().step());
    }

    @Test
    void anotherNetworkForTheSameDataDoesNotBeginThemAnew() {
        talk.open(CIRCLE);
        talk.send(new Request.Open(DIGITS));
        for (int i = 0; i < 20; i++) {
            talk.lab.turn();
        }
        int said = talk.unasked(Report.Loading.class).size();
        talk.ask(Report.Opened.class, new Request.Open(DIGITS.replace("Dense(10", "Dense(5)/Dense(10")));
        List<Report.Loading> all = talk.unasked(Report.Loading.class);
        assertTrue(said > 0 && all.get(said).share() > all.get(said - 1).share());
    }

    private static Request.OpenFiles pets(String name, boolean parts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            String part = parts ? (i % 3 == 0 ? "test/" : "train/") : "";
            files.put(
                    part + (i % 2 == 0 ? "bright/" : "dark/") + i + ".png",
                    JvmImages.noisy("png", 12, 9, true, i % 2 == 0 ? 200 : 60, random));
        }
        return new Request.OpenFiles(List.of(
                new Request.OpenFiles.File(name, Archives.zip(name, files, true).bytes())));
    }

    /** A page may bring files before its first experiment is there. */
    @Test
    void filesComeAfterTheDataThatAreOnTheirWay() {
        int open = talk.send(new Request.Open(DIGITS));
        int broken = talk.send(new Request.OpenFiles(List.of(new Request.OpenFiles.File("a", new byte[] {0}))));
        int files = talk.send(pets("pets.zip", false));
        talk.rest();
        assertTrue(talk.answer(open) instanceof Report.Opened);
        assertTrue(talk.answer(broken) instanceof Report.Refused);
        assertEquals("pets", ((Report.Opened) talk.answer(files)).data().name());
    }

    @Test
    void picturesThatAreOpenedAreDecodedOnceAndPreparedOnce() {
        for (int side : new int[] {12, 2}) {
            Talk fresh = new Talk();
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (int i = 0; i < 20; i++) {
                files.put((i % 2 == 0 ? "a/" : "b/") + i + ".png", JvmImages.png(side, side, i % 2 == 0 ? -1 : 0));
            }
            int open = fresh.send(new Request.OpenFiles(List.of(new Request.OpenFiles.File(
                    "tiny.zip", Archives.zip("tiny.zip", files, true).bytes()))));
            int decoded = 0;
            boolean more = true;
            while (more) {
                boolean turned = fresh.lab.turn();
                boolean answered = !turned && fresh.images.answer();
                decoded += answered ? 1 : 0;
                more = turned || answered;
            }
            Report.Opened opened = (Report.Opened) fresh.answer(open);
            assertEquals(List.of(), opened.problems());
            assertEquals(20, decoded);
        }
    }

    @Test
    void zipOfImagesIsLearned() {
        Report.Opened opened = talk.ask(Report.Opened.class, pets("pets.zip", false));
        assertEquals(List.of(), opened.problems());
        assertEquals("pets", opened.data().name());
        assertEquals(List.of("bright", "dark"), opened.data().classes());
        assertTrue(opened.recipe().startsWith("1/data=images(pets,8,color_mode=grayscale,content="), opened.recipe());
        talk.train(0, 30);
        List<EpochLog> epochs = talk.unasked(Report.Progress.class).stream()
                .flatMap(progress -> progress.log().stream())
                .toList();
        assertEquals(1, epochs.get(epochs.size() - 1).valAccuracy(), epochs.toString());
        Report.Opened larger = talk.open(opened.recipe().replace("pets,8", "pets,16,crop"));
        assertArrayEquals(new int[] {16, 16, 1}, larger.data().shape());
        assertEquals(60, larger.data().parts()[0] + larger.data().parts()[1]);
    }

    @Test
    void linkThatWaitsForImagesGetsThemAsItAsks() {
        Report.Opened missing = talk.open("1/data=images(pets,10,pad)/Flatten/Dense(2,softmax)");
        assertTrue(missing.problems().get(0).sentence().contains("pets"));
        Report.Opened opened = talk.ask(Report.Opened.class, pets("pets.zip", false));
        assertArrayEquals(new int[] {10, 10, 3}, opened.data().shape());
        assertTrue(opened.recipe().contains("images(pets,10,pad,content="), opened.recipe());
        assertEquals(List.of(), opened.problems());
    }

    @Test
    void foldersDecideOnTheTestPart() {
        Report.Opened opened = talk.ask(Report.Opened.class, pets("pets.zip", true));
        assertArrayEquals(new int[] {32, 8, 20}, opened.data().parts());
        assertFalse(talk.open(opened.recipe() + "/split(0.2,0.5)").notices().isEmpty());
    }

    @Test
    void testPartIsClosedUntilItIsOpenedAndThatIsCounted() {
        String recipe = CIRCLE + "/split(0.2,0.2)";
        Report.Opened opened = talk.open(recipe);
        assertEquals(0, opened.data().testOpened());
        Inquiry.Gallery gallery = new Inquiry.Gallery(DataPart.TEST, 0, 9);
        assertTrue(talk.refusal(gallery).contains("closed"));
        int test = testRow();
        assertTrue(talk.refusal(new Request.Choose(test)).contains("test part"));
        Report.TestScores scores = talk.ask(Report.TestScores.class, new Inquiry.OpenTest(0));
        assertEquals(1, scores.opened());
        assertEquals(40, scores.samples());
        assertTrue(scores.scores().contains("\"loss\":"), scores.scores());
        assertEquals(9, talk.ask(Report.Samples.class, gallery).rows().length);
        talk.ask(Report.Done.class, new Request.Choose(test));
        Report.Opened edited = talk.open(recipe.replace("Dense(4", "Dense(6"));
        assertEquals(1, edited.data().testOpened());
        assertEquals(opened.data().test(), edited.data().test());
        assertEquals(
                2, talk.ask(Report.TestScores.class, new Inquiry.OpenTest(0)).opened());
        assertEquals(
                0,
                talk.open(recipe.replace("split(0.2,0.2", "split(0.2,0.3"))
                        .data()
                        .testOpened());
        assertEquals(2, talk.open(recipe).data().testOpened());
        assertEquals(
                8, talk.ask(Report.TestScores.class, new Inquiry.OpenTest(7)).opened());
    }

    /** A row that is in neither of the other parts. */
    private int testRow() {
        boolean[] seen = new boolean[200];
        for (var part : List.of(DataPart.TRAINING, DataPart.VALIDATION)) {
            for (int row : talk.ask(Report.Samples.class, new Inquiry.Gallery(part, 0, 200))
                    .rows()) {
                seen[row] = true;
            }
        }
        int row = 0;
        while (seen[row]) {
            row++;
        }
        return row;
    }

    @Test
    void noTestPartIsSaid() {
        talk.open(CIRCLE);
        assertTrue(talk.refusal(new Inquiry.OpenTest(0)).startsWith("There is no test part"));
    }

    @Test
    void linkOfImagesComesBack() {
        String link = "1/data=images(pets.zip,64,pad,grayscale,black)/Flatten/Dense(2,softmax)";
        assertEquals(
                RecipeText.read(link).recipe(),
                RecipeText.read(RecipeText.read(link).recipe().toString()).recipe());
        assertEquals(List.of(), RecipeText.read(link).notices());
    }
}
