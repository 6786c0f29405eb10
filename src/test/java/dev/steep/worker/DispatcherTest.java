package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonValue;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.loss.Loss;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import dev.steep.protocol.look.DataPart;
import dev.steep.recipe.RecipeText;
import dev.steep.reference.Reference;
import dev.steep.tape.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DispatcherTest {
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
    void everyPaceGivesTheSameNumbers() {
        talk.open(CIRCLE);
        talk.train(23, 0);
        float[] expected = talk.tensor("dense/kernel");
        for (String pace : List.of("slow", "normal", "full")) {
            talk.open(CIRCLE + "/pace=" + pace);
            talk.ask(Report.Done.class, new Request.Reset());
            double time = talk.trainPaced(23);
            assertArrayEquals(expected, talk.tensor("dense/kernel"), pace);
            assertEquals(23, talk.progress().step());
            double interval = pace.equals("slow") ? 25 : pace.equals("normal") ? 5 : 0;
            assertTrue(time >= 22 * interval && time < 22 * interval + 200, pace + ": " + time + " ms");
        }
    }

    @Test
    void planesAreSlowUnlessTheRecipeSaysOtherwise() {
        talk.open(CIRCLE);
        assertTrue(talk.trainPaced(10) > 200);
        talk.open("1/data=digits(100)/Flatten/Dense(10,softmax)");
        assertTrue(talk.trainPaced(10) < 100);
    }

    @Test
    void paceThatIsSetMeansTheTrainingUnderWay() {
        talk.open(CIRCLE.replace("fit(16,3)", "fit(16,1000)"));
        int train = talk.send(new Request.Train(0, 0, 0));
        talk.lab.turn();
        talk.send(new Request.Open(CIRCLE.replace("fit(16,3)", "fit(16,1000)") + "/pace=normal"));
        int before = talk.progress().step();
        while (talk.lab.turn()) {}
        assertTrue(talk.progress().step() - before < 50, "full speed goes on without a rest");
        assertEquals(List.of(), talk.answers(train));
    }

    /** Whoever edits while the network trains may pass one that cannot work: curves would be gone. */
    @Test
    void runThatWaitsIsNeverSaidToBeGone() {
        String circle = CIRCLE.replace("fit(16,3)", "fit(16,1000)");
        talk.open(circle);
        talk.send(new Request.Train(0, 0, 0));
        for (int i = 0; i < 50; i++) {
            talk.lab.turn();
        }
        int before = talk.unasked(Report.Progress.class).size();
        int step = talk.progress().step();
        assertTrue(step > 20);
        talk.open(circle.replace("/Dense(1,", "/Flatten/MaxPooling2D/Dense(1,"));
        List<Report.Progress> said = talk.unasked(Report.Progress.class);
        said.subList(before, said.size()).forEach(each -> assertTrue(each.step() >= step, "step " + each.step()));
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
    void longWorkIsDividedBySignsOfLife() {
        Talk quick = new Talk(new Reference());
        quick.open(CIRCLE);
        assertEquals(2, quick.unasked(Report.Done.class).size(), "before the network is made, and after");
        quick.train(3, 0);
        assertEquals(2, quick.unasked(Report.Done.class).size());
        Talk slow = new Talk(new Reference(), 600);
        slow.open(CIRCLE);
        slow.train(3, 0);
        assertEquals(5, slow.unasked(Report.Done.class).size(), "after each long step");
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
    void otherLayersGoOnFromWhereTheRunWas() {
        talk.open(CIRCLE);
        talk.train(0, 2);
        int step = talk.progress().step();
        float[] last = talk.tensor("dense_1/kernel");
        float[] bias = talk.tensor("dense/bias");
        Report.Opened opened = talk.open(CIRCLE.replace("Dense(4", "Dropout(0.1)/Dense(4"));
        assertFalse(opened.anew());
        assertEquals(List.of(), opened.notices());
        assertEquals(step, talk.progress().step());
        assertEquals(2, talk.progress().epoch());
        assertArrayEquals(last, talk.tensor("dense_1/kernel"));
        assertArrayEquals(bias, talk.tensor("dense/bias"));
        talk.train(0, 1);
        assertEquals(3, talk.progress().epoch());
    }

    @Test
    void layerOfAnotherSizeBeginsAnewAndIsNamed() {
        String deep = "1/data=circle(200)/Dense(4,tanh)/Dense(4,tanh)/Dense(4,tanh)/Dense(1,sigmoid)/fit(16,3)";
        talk.open(deep + "/loss=binary_crossentropy");
        talk.train(0, 1);
        float[] first = talk.tensor("dense/kernel");
        float[] last = talk.tensor("dense_3/kernel");
        Report.Opened opened = talk.open(deep.replaceFirst("Dense\\(4,tanh\\)/Dense\\(4", "Dense(4,tanh)/Dense(5")
                + "/loss=binary_crossentropy");
        assertFalse(opened.anew());
        assertEquals(
                List.of(
                        "Training goes on from where it was: dense_1 and dense_2 begin with new weights, every other layer"
                                + " keeps what it has learned."),
                opened.notices());
        assertArrayEquals(first, talk.tensor("dense/kernel"));
        assertArrayEquals(last, talk.tensor("dense_3/kernel"));
    }

    @Test
    void runWaitsForANetworkThatCanWork() {
        talk.open(CIRCLE);
        talk.train(0, 1);
        Report.Progress before = talk.progress();
        float[] kernel = talk.tensor("dense/kernel");
        talk.open(CIRCLE.replace("Dense(4", "MaxPooling2D/Dense(4"));
        assertEquals(State.BLOCKED, talk.progress().state());
        assertEquals(before.step(), talk.progress().step());
        assertFalse(talk.open(CIRCLE).anew());
        assertArrayEquals(kernel, talk.tensor("dense/kernel"));
        assertEquals(before.step(), talk.progress().step());
    }

    @Test
    void renamedLayerKeepsItsWeights() {
        talk.open(CIRCLE);
        talk.train(0, 1);
        float[] kernel = talk.tensor("dense/kernel");
        Report.Opened opened = talk.open(CIRCLE.replace("Dense(4", "Dense(name=first,units=4"));
        assertEquals(List.of(), opened.notices());
        assertArrayEquals(kernel, talk.tensor("first/kernel"));
    }

    @Test
    void layerIsChangedWhileTraining() {
        talk.open(CIRCLE);
        int train = talk.send(new Request.Train(0, 0, 0));
        talk.lab.turn();
        int step = talk.progress().step();
        assertFalse(talk.open(CIRCLE.replace("Dense(4", "Dropout(0.1)/Dense(4")).anew());
        assertTrue(talk.answer(train) instanceof Report.Done);
        assertEquals(State.FINISHED, talk.progress().state());
        assertEquals(3, talk.progress().epoch());
        assertTrue(step > 0);
    }

    @Test
    void resetAfterAnEditIsTheSameAsOpeningAfresh() {
        String edited = CIRCLE.replace("Dense(4", "Dense(8)/Dense(name=first,units=4");
        talk.open(CIRCLE);
        talk.train(0, 1);
        talk.open(edited);
        talk.ask(Report.Done.class, new Request.Reset());
        float[] reset = talk.tensor("first/kernel");
        assertEquals(0, talk.progress().step());
        Talk other = new Talk();
        other.open(edited);
        assertArrayEquals(other.tensor("first/kernel"), reset);
    }

    @Test
    void otherDataStartAnew() {
        talk.open(CIRCLE);
        int train = talk.send(new Request.Train(0, 0, 0));
        Report.Opened opened = talk.open(CIRCLE + "/seed=7");
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
                talk.ask(Report.Samples.class, new Inquiry.Gallery(DataPart.TRAINING, 0, 5))
                        .rows()
                        .length);
        Report.Opened mended = talk.open(opened.problems().get(0).remedy());
        assertEquals(List.of(), mended.problems());
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
        assertFalse(now.contains("test"), now);
    }

    @Test
    void evaluationIsRefusedWhenAnotherExperimentIsOpened() {
        talk.open(CIRCLE);
        int evaluate = talk.send(new Inquiry.Evaluate());
        talk.open(CIRCLE.replace("Dense(4", "Dense(5"));
        assertTrue(talk.answer(evaluate) instanceof Report.Refused);
    }

    @Test
    void namesListEveryTensorOnceAndEachCanBeRead() {
        talk.open(CIRCLE.replace("/Dense(1", "/Dropout(0.5)/Dense(1"));
        talk.train(1, 0);
        Design design = Sketch.classes(Shape.of(2), 2, "Dense(4,tanh)", "Dropout(0.5)", "Dense(1,sigmoid)");
        Model model = Model.of(Plan.of(Sketch.with(design, Loss.BINARY_CROSSENTROPY)));
        Map<String, Value> expected = new TreeMap<>();
        model.program().training().values().forEach(value -> expected.put(value.name(), value));
        model.program().prediction().values().forEach(value -> expected.put(value.name(), value));

        Set<String> found = new TreeSet<>();
        String names = talk.ask(Report.Text.class, new Inquiry.Names()).text();
        for (JsonValue each : Json.parse(names).asArray()) {
            String name = each.asObject().getString("name", "");
            assertTrue(found.add(name), name + " is listed twice");
            Value value = expected.get(name);
            assertEquals(value.role().name().toLowerCase(), each.asObject().getString("role", ""), name);
            assertEquals(value.batched(), each.asObject().getBoolean("batched", !value.batched()), name);
            int[] shape = talk.shape(name);
            int[] lengths = Arrays.copyOfRange(shape, value.batched() ? 1 : 0, shape.length);
            assertArrayEquals(value.shape().lengths(), lengths, name);
            assertEquals(Arrays.stream(shape).reduce(1, (a, b) -> a * b), talk.tensor(name).length, name);
            assertEquals(
                    Arrays.toString(lengths).replace(" ", ""),
                    each.asObject().get("shape").toString(),
                    name);
        }
        assertEquals(expected.keySet(), found);
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
        assertTrue(sentence.contains("the learning rate was 100") && sentence.contains("try 0.01"), sentence);
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
