package dev.steep.worker.answer;

import static dev.steep.protocol.Inquiry.Watch.NOTHING;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.ConfusionLook;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.GridLook;
import dev.steep.protocol.look.Look;
import dev.steep.protocol.look.MistakesLook;
import dev.steep.protocol.look.Moment;
import dev.steep.protocol.look.PredictionsLook;
import dev.steep.protocol.look.TensorLook;
import dev.steep.worker.Talk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** What panels are shown, and when: never less than what there is to be read. */
class PicturesTest {
    private static final String CIRCLE = "1/data=circle(200)/Dense(4,activation=tanh)/Dense(1,activation=sigmoid)"
            + "/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(16,3)";
    private static final List<Look> ALL = List.of(
            new TensorLook("input"),
            new TensorLook("dense/kernel"),
            new TensorLook("dense_1/output"),
            new PredictionsLook(DataPart.VALIDATION, 0, 10),
            new GridLook(-1, 1, 3, -1, 1, 2),
            MistakesLook.all(20),
            new ConfusionLook());

    private final Talk talk = new Talk();

    private int watch(List<Look> looks, int drawn) {
        int id = talk.send(new Inquiry.Watch("panel", looks, drawn));
        talk.rest();
        return id;
    }

    private Report.Picture picture(int id) {
        return (Report.Picture) talk.answer(id);
    }

    /** What a panel sees that has seen nothing. */
    private Report.Picture now(List<Look> looks) {
        int id = talk.send(new Inquiry.Watch("another panel", looks, NOTHING));
        talk.rest();
        return picture(id);
    }

    private static void assertSame(Report.Picture expected, Report.Picture actual, String about) {
        assertEquals(expected.moment(), actual.moment(), about);
        for (int i = 0; i < expected.numbers().size(); i++) {
            assertArrayEquals(expected.numbers().get(i), actual.numbers().get(i), about + ", look " + i);
        }
    }

    /** Every way in which numbers become others, each from the state that the last one left. */
    private Map<String, Runnable> changes() {
        Map<String, Runnable> changes = new LinkedHashMap<>();
        changes.put("another sample", () -> talk.ask(Report.Done.class, new Request.Choose(7)));
        changes.put("a drawing", () -> talk.ask(Report.Done.class, new Request.Draw(new float[] {0.5f, -2})));
        changes.put("a step", () -> talk.train(1, 0));
        changes.put("an epoch", () -> talk.train(0, 1));
        changes.put(
                "weights set",
                () -> talk.ask(
                        Report.Done.class, new Request.Write("dense/kernel", new float[] {1, 2, 3, 4, 5, 6, 7, 8})));
        changes.put("reset", () -> talk.ask(Report.Done.class, new Request.Reset()));
        changes.put("another activation", () -> talk.open(CIRCLE.replace("tanh", "relu")));
        changes.put("more units", () -> talk.open(CIRCLE.replace("Dense(4", "Dense(5")));
        changes.put(
                "another learning rate",
                () -> talk.open(CIRCLE.replace("Dense(4", "Dense(5").replace("0.01", "0.1")));
        changes.put("other samples", () -> talk.open(CIRCLE.replace("circle", "xor")));
        changes.put("another split", () -> talk.open(CIRCLE + "/split(0.4)"));
        changes.put("another preparation", () -> talk.open(CIRCLE + "/split(0.4)/prepare(unit)"));
        changes.put("a network with a problem", () -> talk.open(CIRCLE.replace("Dense(1", "Dense(7")));
        changes.put("no network", () -> talk.open("1/data=circle(200)"));
        changes.put("one again", () -> talk.open(CIRCLE));
        return changes;
    }

    @Test
    void aPanelThatWaitsIsShownEveryChange() {
        talk.open(CIRCLE);
        int[] waiting = {watch(ALL, NOTHING)};
        int[] drawn = {picture(waiting[0]).version()};
        changes().forEach((about, change) -> {
            waiting[0] = watch(ALL, drawn[0]);
            assertEquals(List.of(), talk.answers(waiting[0]), "before " + about);
            change.run();
            talk.rest();
            if (talk.answer(waiting[0]) instanceof Report.Done) { // of another experiment: it asks anew
                waiting[0] = watch(ALL, NOTHING);
            }
            drawn[0] = picture(waiting[0]).version();
            assertSame(now(ALL), picture(waiting[0]), about);
        });
    }

    /** A page may have to discard a picture, or hide the panel, so what was sent counts for nothing. */
    @Test
    void aPanelThatAsksAnewHasSeenNothing() {
        talk.open(CIRCLE);
        int[] drawn = {picture(watch(ALL, NOTHING)).version()};
        changes().forEach((about, change) -> {
            watch(ALL, drawn[0]);
            change.run();
            int anew = watch(ALL, NOTHING);
            assertSame(now(ALL), picture(anew), about);
            int once = watch(ALL, NOTHING);
            assertSame(now(ALL), picture(once), about + ", asked again");
            drawn[0] = picture(once).version();
        });
    }

    @Test
    void whatIsShownIsWhatIsRead() {
        talk.open(CIRCLE);
        changes().forEach((about, change) -> {
            change.run();
            Report.Picture picture = now(ALL);
            for (int i = 0; i < ALL.size(); i++) {
                if (ALL.get(i) instanceof TensorLook look && talk.progress().state() != Report.Progress.State.BLOCKED) {
                    assertArrayEquals(
                            talk.tensor(look.name()), picture.numbers().get(i), about);
                }
            }
            assertEquals(talk.progress().step(), picture.moment().step(), about);
            assertEquals(talk.progress().epoch(), picture.moment().epoch(), about);
        });
    }

    @Test
    void theSampleIsShownWhereTheNetworkHasAProblem() {
        talk.open(CIRCLE);
        talk.ask(Report.Done.class, new Request.Choose(9));
        List<Look> looks = List.of(new TensorLook("input"), new TensorLook("dense/kernel"));
        float[] input = now(looks).numbers().get(0);
        talk.open(CIRCLE.replace("Dense(1", "Dense(7"));
        Report.Picture picture = now(looks);
        assertEquals(new Moment(0, 0, 9), picture.moment());
        assertArrayEquals(input, picture.numbers().get(0));
        assertEquals(0, picture.numbers().get(1).length);
    }

    @Test
    void theChosenSampleStaysWhileTheRowsDo() {
        Report.Opened first = talk.open(CIRCLE);
        talk.ask(Report.Done.class, new Request.Choose(9));
        Report.Opened prepared = talk.open(CIRCLE + "/prepare(unit)");
        assertEquals(first.rows(), prepared.rows());
        assertEquals(9, prepared.chosen());
        talk.ask(Report.Done.class, new Request.Draw(new float[2]));
        assertEquals(Moment.DRAWN, talk.open(CIRCLE).chosen());
        Report.Opened split = talk.open(CIRCLE + "/split(0.3)");
        assertTrue(split.rows() != first.rows());
        assertEquals(now(List.of()).moment().sample(), split.chosen());
        assertTrue(split.chosen() != Moment.DRAWN);
    }

    @Test
    void aPauseShowsTheConfusionOfThePresent() {
        talk.open(CIRCLE.replace("fit(16,3)", "fit(16,5000)"));
        int waiting = watch(List.of(new ConfusionLook()), NOTHING);
        talk.send(new Request.Train(0, 0, 0));
        int drawn = picture(waiting).version();
        for (int turn = 0; turn < 20; turn++) {
            talk.lab.turn();
            waiting = talk.send(new Inquiry.Watch("panel", List.of(new ConfusionLook()), drawn));
            talk.lab.turn();
            List<Report> answers = talk.answers(waiting);
            drawn = answers.isEmpty() ? drawn : ((Report.Picture) answers.get(0)).version();
        }
        waiting = talk.send(new Inquiry.Watch("panel", List.of(new ConfusionLook()), drawn));
        talk.send(new Request.Pause());
        talk.rest();
        Report.Picture last = picture(waiting);
        assertEquals(talk.progress().step(), last.moment().step());
        assertSame(now(List.of(new ConfusionLook())), last, "paused");
    }

    /** The counts are those of an epoch's end, so the caption is too. */
    @Test
    void theConfusionOfATrainingSaysWhenItWasCounted() {
        talk.open(CIRCLE.replace("fit(16,3)", "fit(16,5000)"));
        talk.send(new Request.Train(0, 0, 0));
        int most = 0;
        for (int turn = 0; turn < 50; turn++) {
            talk.lab.turn();
            Report.Picture picture =
                    picture(talk.send(new Inquiry.Watch("panel", List.of(new ConfusionLook()), NOTHING)));
            assertEquals(10 * picture.moment().epoch(), picture.moment().step());
            assertEquals(picture.moment().epoch() == 0, picture.numbers().get(0).length == 0);
            most = picture.moment().epoch();
        }
        assertTrue(most > 0);
    }

    @Test
    void aClickWhileTrainingIsAnsweredAtOnce() {
        talk.open(CIRCLE.replace("fit(16,3)", "fit(16,5000)"));
        talk.send(new Request.Train(0, 0, 0));
        List<Look> input = List.of(new TensorLook("input"));
        int drawn =
                picture(talk.send(new Inquiry.Watch("panel", input, NOTHING))).version();
        talk.lab.turn();
        int waiting = talk.send(new Inquiry.Watch("panel", input, drawn));
        talk.send(new Request.Choose(11));
        assertEquals(11, picture(waiting).moment().sample());
    }

    @Test
    void newWatchOfAPanelReplacesTheOneThatWaits() {
        talk.open(CIRCLE);
        List<Look> kernel = List.of(new TensorLook("dense/kernel"));
        int drawn = picture(watch(kernel, NOTHING)).version();
        int waiting = watch(kernel, drawn);
        int other = watch(List.of(new TensorLook("dense/bias")), NOTHING);
        assertTrue(talk.answer(waiting) instanceof Report.Done);
        assertTrue(talk.answer(other) instanceof Report.Picture);
    }

    @Test
    void tensorsAreThoseOfTheChosenSampleWhateverElseIsWished() {
        talk.open(CIRCLE);
        talk.ask(Report.Done.class, new Request.Draw(new float[] {0.5f, -2}));
        float[] output = talk.tensor("dense_1/output");
        Report.Picture picture = (Report.Picture) talk.answer(talk.send(new Inquiry.Watch(
                "p",
                List.of(
                        new GridLook(-1, 1, 3, -1, 1, 2),
                        new TensorLook("dense_1/output"),
                        new PredictionsLook(DataPart.VALIDATION, 0, 1000)),
                NOTHING)));
        assertArrayEquals(output, picture.numbers().get(1));
        assertEquals(6, picture.numbers().get(0).length);
        assertEquals(4 * 40, picture.numbers().get(2).length);
        assertArrayEquals(
                output,
                talk.ask(Report.Numbers.class, new Inquiry.Predict(new float[] {0.5f, -2}, 1))
                        .values());
    }

    @Test
    void gridBeginsAtLowXAndLowY() {
        talk.open(CIRCLE);
        Report.Picture picture = (Report.Picture)
                talk.answer(talk.send(new Inquiry.Watch("p", List.of(new GridLook(-3, 5, 2, -4, 6, 2)), NOTHING)));
        float[] corners = {-3, -4, 5, -4, -3, 6, 5, 6};
        assertArrayEquals(
                talk.ask(Report.Numbers.class, new Inquiry.Predict(corners, 4)).values(),
                picture.numbers().get(0));
    }

    @Test
    void mistakesAndCellsAreThoseOfThePredictions() {
        talk.open(CIRCLE);
        talk.train(20, 0);
        List<Look> looks = List.of(
                new PredictionsLook(DataPart.VALIDATION, 0, 1000),
                MistakesLook.all(3),
                new MistakesLook(DataPart.VALIDATION, 1, 0, 1000),
                new MistakesLook(DataPart.VALIDATION, MistakesLook.ANY, 1, 1000));
        List<float[]> numbers = talk.ask(Report.Picture.class, new Inquiry.Watch("p", looks, NOTHING))
                .numbers();
        float[] all = numbers.get(0);
        assertMeans(all, numbers.get(1), 3, (truth, said) -> !truth.equals(said));
        assertMeans(all, numbers.get(2), 1000, (truth, said) -> truth == 1 && said == 0);
        assertMeans(all, numbers.get(3), 1000, (truth, said) -> said == 1);
        assertTrue(numbers.get(1)[0] > 3, "only " + numbers.get(1)[0] + " mistakes");
    }

    /** They come by their loss, which {@link ScoresTest} compares. */
    private static void assertMeans(float[] all, float[] found, int most, BiPredicate<Float, Float> means) {
        List<List<Float>> expected = new ArrayList<>();
        for (int i = 0; i < all.length / PredictionsLook.FIELDS; i++) {
            int at = PredictionsLook.FIELDS * i;
            if (means.test(all[at + 1], all[at + 2])) {
                expected.add(List.of((float) i, all[at], all[at + 1], all[at + 2], all[at + 3]));
            }
        }
        List<List<Float>> numbers = new ArrayList<>();
        for (int at = 1; at < found.length; at += MistakesLook.FIELDS) {
            numbers.add(List.of(found[at], found[at + 1], found[at + 2], found[at + 3], found[at + 4]));
        }
        assertEquals(expected.size(), (int) found[0]);
        assertEquals(Math.min(most, expected.size()), numbers.size());
        assertTrue(expected.containsAll(numbers), numbers + " of " + expected);
        assertEquals(numbers.size(), new HashSet<>(numbers).size());
    }

    @Test
    void confusionCountsTheValidationPartAsItIsNow() {
        talk.open(CIRCLE);
        talk.train(30, 0);
        Inquiry.Watch watch = new Inquiry.Watch(
                "p", List.of(new ConfusionLook(), new PredictionsLook(DataPart.VALIDATION, 0, 1000)), NOTHING);
        Report.Picture picture = talk.ask(Report.Picture.class, watch);
        float[] four = picture.numbers().get(1);
        float[] counts = new float[4];
        for (int i = 0; i < four.length; i += 4) {
            counts[(int) (2 * four[i + 1] + four[i + 2])]++;
        }
        assertArrayEquals(counts, picture.numbers().get(0));
    }

    /** A look that takes seconds is answered in slices, and quick ones come in between. */
    @Test
    void aSlowLookHoldsUpNoQuickOne() {
        talk.open(CIRCLE.replace("circle(200)", "circle(20000)"));
        Look slow = new GridLook(-1, 1, 500, -1, 1, 500);
        int grid = talk.send(new Inquiry.Watch("slow", List.of(slow), NOTHING));
        int scores = talk.send(new Inquiry.Evaluate());
        talk.lab.turn();
        int quick = talk.send(new Inquiry.Watch("quick", List.of(new TensorLook("dense_1/output")), NOTHING));
        int some =
                talk.send(new Inquiry.Watch("some", List.of(new PredictionsLook(DataPart.VALIDATION, 0, 10)), NOTHING));
        int one = talk.send(new Inquiry.Predict(new float[40_000], 20_000));
        assertEquals(40, picture(some).numbers().get(0).length);
        assertEquals(1, picture(quick).numbers().get(0).length);
        while (talk.answers(one).isEmpty()) {
            assertTrue(talk.lab.turn());
        }
        assertEquals(List.of(), talk.answers(grid), "the slow one was answered first");
        talk.rest();
        assertEquals(250_000, picture(grid).numbers().get(0).length);
        assertTrue(talk.answer(scores) instanceof Report.Text);
    }

    /** Looks at the same part see its samples once between them, whoever asks. */
    @Test
    void looksAtOnePartShareOnePass() {
        talk.open(CIRCLE.replace("circle(200)", "circle(20000)") + "/split(0.9)");
        List<Look> counts = List.of(new ConfusionLook());
        List<Look> some = List.of(new PredictionsLook(DataPart.VALIDATION, 0, 4000));
        int alone = turns(() -> talk.send(new Inquiry.Watch("a", counts, NOTHING)));
        assertTrue(alone > 2, "it takes " + alone + " turns");
        assertEquals(0, turns(() -> talk.send(new Inquiry.Watch("b", counts, NOTHING))), "seen already");
        talk.train(1, 0);
        int both = turns(() -> {
            talk.send(new Inquiry.Watch("a", counts, NOTHING));
            talk.send(new Inquiry.Watch("b", some, NOTHING));
        });
        assertTrue(both <= alone, "together they take " + both + " turns, one alone " + alone);
    }

    private int turns(Runnable asking) {
        asking.run();
        int turns = 0;
        while (talk.lab.turn()) {
            turns++;
        }
        return turns;
    }
}
