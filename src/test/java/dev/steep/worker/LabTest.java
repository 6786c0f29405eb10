package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Part;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import dev.steep.protocol.Wish;
import dev.steep.recipe.RecipeText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabTest {
    private static final String CIRCLE = "1/data=circle(200)/Dense(4,activation=tanh)/Dense(1,activation=sigmoid)"
            + "/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(16,3)";

    private static final String CIRCLE_READ = RecipeText.read(CIRCLE).recipe().toString();

    private final Talk talk = new Talk();

    @Test
    void readyIsSaidFirst() {
        talk.lab.start();
        assertEquals("reference", talk.unasked(Report.Ready.class).get(0).backend());
    }

    @Test
    void openedExperimentTellsItsFacts() {
        Report.Opened opened = talk.open(CIRCLE);
        assertTrue(opened.anew());
        assertEquals(List.of(), opened.problems());
        assertArrayEquals(new int[] {2}, opened.data().shape());
        assertArrayEquals(new int[] {160, 40, 0}, opened.data().parts());
        assertEquals("dense_1/kernel", opened.layers().get(1).kernel());
        assertEquals(5, opened.layers().get(1).parameters());
        assertEquals(State.PAUSED, talk.progress().state());
    }

    @Test
    void trainingEndsAtTheRecipesEpochs() {
        talk.open(CIRCLE);
        talk.train(0, 0);
        assertEquals(State.FINISHED, talk.progress().state());
        assertEquals(30, talk.progress().step());
        assertEquals(
                3,
                talk.unasked(Report.Progress.class).stream()
                        .mapToInt(progress -> progress.log().size())
                        .sum());
        assertEquals(
                30,
                talk.unasked(Report.Progress.class).stream()
                        .mapToInt(progress -> progress.losses().length)
                        .sum());
    }

    @Test
    void epochsAskedForCountBeyondTheRecipes() {
        talk.open(CIRCLE);
        talk.train(0, 0);
        talk.train(0, 2);
        assertEquals(5, talk.progress().epoch());
        talk.train(4, 0);
        assertEquals(50, talk.progress().step());
    }

    @Test
    void stepsEndInTheMiddleOfAnEpoch() {
        talk.open(CIRCLE);
        talk.train(13, 0);
        assertEquals(13, talk.progress().step());
        assertEquals(3, talk.progress().stepOfEpoch());
        assertEquals(State.PAUSED, talk.progress().state());
        talk.train(0, 1);
        assertEquals(20, talk.progress().step());
    }

    @Test
    void pauseAnswersBothRequestsAndKeepsTheState() {
        talk.open(CIRCLE.replace("fit(16,3)", "fit(16,5000)"));
        int train = talk.send(new Request.Train(0, 0, 0));
        talk.lab.turn();
        assertEquals(State.TRAINING, talk.progress().state());
        int pause = talk.send(new Request.Pause());
        assertTrue(talk.answer(train) instanceof Report.Done);
        assertTrue(talk.answer(pause) instanceof Report.Done);
        assertEquals(State.PAUSED, talk.progress().state());
        assertTrue(talk.progress().step() > 0);
        assertFalse(talk.lab.turn());
    }

    @Test
    void secondTrainReplacesTheFirst() {
        talk.open(CIRCLE);
        int first = talk.send(new Request.Train(0, 0, 0));
        int second = talk.send(new Request.Train(7, 0, 0));
        assertTrue(talk.answer(first) instanceof Report.Done);
        talk.rest();
        assertTrue(talk.answer(second) instanceof Report.Done);
        assertEquals(7, talk.progress().step());
    }

    @Test
    void secondsEndTraining() {
        talk.open(CIRCLE.replace("fit(16,3)", "fit(16,10000)"));
        talk.ask(Report.Done.class, new Request.Train(0, 0, 0.2));
        assertEquals(State.PAUSED, talk.progress().state());
        assertTrue(talk.progress().step() > 0);
    }

    @Test
    void resetRepeatsTheSameNumbers() {
        talk.open(CIRCLE);
        talk.train(25, 0);
        float[] once = talk.tensor("dense/kernel");
        talk.ask(Report.Done.class, new Request.Reset());
        assertEquals(0, talk.progress().step());
        talk.train(25, 0);
        assertArrayEquals(once, talk.tensor("dense/kernel"));
    }

    @Test
    void liveKnobGoesOnWithTraining() {
        talk.open(CIRCLE);
        talk.train(5, 0);
        Report.Opened opened = talk.open(CIRCLE.replace("Adam(0.01)", "Adam(0.1)"));
        assertFalse(opened.anew());
        assertEquals(5, talk.progress().step());
        float[] before = talk.tensor("dense_1/bias");
        talk.train(1, 0);
        double moved = Math.abs(talk.tensor("dense_1/bias")[0] - before[0]);
        assertTrue(moved > 0.02, "moved " + moved);
    }

    @Test
    void moreEpochsWakeAFinishedRun() {
        talk.open(CIRCLE);
        talk.train(0, 0);
        assertFalse(talk.open(CIRCLE.replace("fit(16,3)", "fit(16,4)")).anew());
        assertEquals(State.PAUSED, talk.progress().state());
    }

    @Test
    void otherLayersStartAnew() {
        talk.open(CIRCLE);
        int train = talk.send(new Request.Train(0, 0, 0));
        Report.Opened opened = talk.open(CIRCLE.replace("Dense(4", "Dense(5"));
        assertTrue(opened.anew());
        assertTrue(talk.answer(train) instanceof Report.Done);
        assertEquals(0, talk.progress().step());
        assertEquals(State.PAUSED, talk.progress().state());
    }

    @Test
    void brokenNetworkIsBlockedAndItsRemedyIsNot() {
        Report.Opened opened = talk.open("1/data=circle(200)/Dense(4)/Dense(7,activation=softmax)");
        assertEquals(State.BLOCKED, talk.progress().state());
        assertFalse(opened.problems().isEmpty());
        assertEquals(2, opened.layers().size());
        assertEquals(200, Arrays.stream(opened.data().parts()).sum());
        assertEquals(opened.problems().get(0).sentence(), talk.refusal(new Request.Train(0, 0, 0)));
        assertEquals(
                5,
                talk.ask(Report.Samples.class, new Inquiry.Gallery(Part.TRAINING, 0, 5))
                        .rows()
                        .length);
        Report.Opened mended = talk.open(opened.problems().get(0).remedy());
        assertEquals(List.of(), mended.problems());
    }

    @Test
    void watchIsAnsweredAtOnceAndThenWhenSomethingHasChanged() {
        talk.open(CIRCLE);
        Inquiry.Watch watch = new Inquiry.Watch("panel", List.of(Wish.tensor("dense/kernel")));
        assertTrue(talk.answer(talk.send(watch)) instanceof Report.Picture);
        int waiting = talk.send(watch);
        talk.rest();
        assertEquals(List.of(), talk.answers(waiting));
        talk.train(1, 0);
        Report.Picture picture = (Report.Picture) talk.answer(waiting);
        assertEquals(1, picture.step());
        assertArrayEquals(talk.tensor("dense/kernel"), picture.numbers().get(0));
    }

    @Test
    void newWatchOfAPanelReplacesTheOneThatWaits() {
        talk.open(CIRCLE);
        Inquiry.Watch watch = new Inquiry.Watch("panel", List.of(Wish.tensor("dense/kernel")));
        talk.send(watch);
        int waiting = talk.send(watch);
        int other = talk.send(new Inquiry.Watch("panel", List.of(Wish.tensor("dense/bias"))));
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
                        Wish.grid(-1, 1, 3, -1, 1, 2),
                        Wish.tensor("dense_1/output"),
                        Wish.predictions(Part.VALIDATION, 0, 1000)))));
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
        Report.Picture picture =
                (Report.Picture) talk.answer(talk.send(new Inquiry.Watch("p", List.of(Wish.grid(-3, 5, 2, -4, 6, 2)))));
        float[] corners = {-3, -4, 5, -4, -3, 6, 5, 6};
        assertArrayEquals(
                talk.ask(Report.Numbers.class, new Inquiry.Predict(corners, 4)).values(),
                picture.numbers().get(0));
    }

    @Test
    void confusionCountsTheValidationPartAsItIsNow() {
        talk.open(CIRCLE);
        talk.train(30, 0);
        Inquiry.Watch watch =
                new Inquiry.Watch("p", List.of(Wish.confusion(), Wish.predictions(Part.VALIDATION, 0, 1000)));
        Report.Picture picture = talk.ask(Report.Picture.class, watch);
        float[] four = picture.numbers().get(1);
        float[] counts = new float[4];
        for (int i = 0; i < four.length; i += 4) {
            counts[(int) (2 * four[i + 1] + four[i + 2])]++;
        }
        assertArrayEquals(counts, picture.numbers().get(0));
    }

    @Test
    void writtenWeightsAreReadAgain() {
        talk.open(CIRCLE);
        talk.ask(Report.Done.class, new Request.Write("dense/bias", new float[] {1, 2, 3, 4}));
        assertArrayEquals(new float[] {1, 2, 3, 4}, talk.tensor("dense/bias"));
        assertEquals(
                "dense/bias has 4 numbers (4), not 1.", talk.refusal(new Request.Write("dense/bias", new float[1])));
    }

    @Test
    void evaluationAgreesWithTheHistory() {
        talk.open(CIRCLE);
        talk.train(0, 1);
        String history = talk.ask(Report.Text.class, new Inquiry.History()).text();
        String now = talk.ask(Report.Text.class, new Inquiry.Evaluate()).text();
        String loss = history.replaceAll(".*\"val_loss\":([^,]*),.*", "$1");
        assertTrue(now.contains("\"validation\":{\"samples\":40,\"loss\":" + loss), history + now);
        assertTrue(now.contains("\"test\":{\"samples\":0}"), now);
    }

    @Test
    void evaluationIsRefusedWhenAnotherExperimentIsOpened() {
        talk.open(CIRCLE);
        int evaluate = talk.send(new Inquiry.Evaluate());
        talk.open(CIRCLE.replace("Dense(4", "Dense(5"));
        assertTrue(talk.answer(evaluate) instanceof Report.Refused);
    }

    @Test
    void namesListEveryTensorOnce() {
        talk.open(CIRCLE);
        String names = talk.ask(Report.Text.class, new Inquiry.Names()).text();
        assertTrue(
                names.contains("{\"name\":\"dense/kernel\",\"shape\":[2,4],\"role\":\"parameter\",\"batched\":false}"),
                names);
        assertEquals(names.indexOf("\"dense/output\""), names.lastIndexOf("\"dense/output\""));
    }

    @Test
    void masksAreThereAfterTheFirstStep() {
        talk.open(CIRCLE.replace("/Dense(1", "/Dropout(0.5)/Dense(1"));
        assertTrue(talk.refusal(new Inquiry.Read("dropout/mask")).contains("only after a training step"));
        talk.train(1, 0);
        Report.Numbers mask = talk.ask(Report.Numbers.class, new Inquiry.Read("dropout/mask"));
        assertArrayEquals(new int[] {16, 4}, mask.shape());
    }

    @Test
    void overflowIsToldAndResetGoesOn() {
        talk.open("1/data=sine/Dense(8)/Dense(1)/loss=mean_squared_error/optimizer=SGD(100)/fit(10,50)");
        talk.train(0, 0);
        assertEquals(State.DIVERGED, talk.progress().state());
        String sentence = talk.progress().trouble();
        assertTrue(sentence.contains("the learning rate was 100") && sentence.contains("try 10"), sentence);
        assertTrue(talk.refusal(new Request.Train(1, 0, 0)).contains("Reset"));
        talk.ask(Report.Done.class, new Request.Reset());
        talk.train(1, 0);
        assertEquals(1, talk.progress().step());
    }

    @Test
    void manyPredictionsAreMadeInSlicesSoThatOthersAreAnsweredInBetween() {
        talk.open(CIRCLE);
        float[] samples = new float[2 * 50_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i % 13 - 6;
        }
        int many = talk.send(new Inquiry.Predict(samples, 50_000));
        assertEquals(List.of(), talk.answers(many));
        assertEquals(
                Report.Done.class, talk.answer(talk.send(new Inquiry.Alive())).getClass());
        talk.rest();
        float[] all = ((Report.Numbers) talk.answer(many)).values();
        assertEquals(50_000, all.length);
        for (int i = 0; i < 50_000; i += 9973) {
            float[] sample = {samples[2 * i], samples[2 * i + 1]};
            float one = talk.ask(Report.Numbers.class, new Inquiry.Predict(sample, 1))
                    .values()[0];
            assertEquals(one, all[i]);
        }
    }

    @Test
    void predictionsAreNotMixedFromTwoStatesOfTheWeights() {
        talk.open(CIRCLE);
        int many = talk.send(new Inquiry.Predict(new float[2 * 50_000], 50_000));
        talk.ask(Report.Done.class, new Request.Write("dense_1/bias", new float[] {3}));
        float[] all = ((Report.Numbers) talk.answer(many)).values();
        assertEquals(all[all.length - 1], all[0]);
    }

    @Test
    void aStoppedExperimentIsShownAndNothingIsMadeOfIt() {
        talk.open(CIRCLE);
        talk.train(2, 0);
        Report.Opened opened = talk.ask(Report.Opened.class, new Request.OpenStopped(CIRCLE, "because"));
        assertEquals(CIRCLE_READ, opened.recipe());
        assertEquals("because", opened.problems().get(0).sentence());
        assertEquals(2, opened.layers().size());
        assertEquals(0, opened.data().shape().length);
        assertEquals(State.BLOCKED, talk.progress().state());
        assertEquals(0, talk.progress().step());
        assertEquals("because", talk.refusal(new Request.Train(1, 0, 0)));
        assertEquals("because", talk.refusal(new Inquiry.Evaluate()));
        assertEquals(List.of(), talk.open(CIRCLE).problems());
        talk.train(1, 0);
        assertEquals(1, talk.progress().step());
    }
}
