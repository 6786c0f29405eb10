package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looking back, branching, undoing, repeating. */
class PastTest {
    private static final String RECIPE = "1/data=circle(100)/Dense(4,activation=tanh)/Dropout(0.2)"
            + "/Dense(1,activation=sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(16,8)";

    private final Talk talk = new Talk();

    private void at(int epoch) {
        talk.ask(Report.Done.class, new Request.At(epoch));
    }

    private Report.Kept kept() {
        List<Report.Kept> all = talk.unasked(Report.Kept.class);
        return all.get(all.size() - 1);
    }

    /** Every number that outlives a step, and the losses and gradients of the last one. */
    private static List<String> bits(Talk talk) {
        List<String> bits = new ArrayList<>();
        String names = talk.ask(Report.Text.class, new Inquiry.Names()).text();
        for (JsonValue each : Json.parse(names).asArray()) {
            String name = each.asObject().getString("name", "");
            bits.add(name + Arrays.toString(talk.tensor(name)));
        }
        bits.add(Arrays.toString(
                talk.ask(Report.Numbers.class, new Inquiry.StepLosses()).values()));
        return bits;
    }

    private static List<String> weights(Talk talk) {
        List<String> bits = new ArrayList<>();
        for (JsonValue each : Json.parse(
                        talk.ask(Report.Text.class, new Inquiry.Names()).text())
                .asArray()) {
            String name = each.asObject().getString("name", "");
            if (List.of("parameter", "state").contains(each.asObject().getString("role", ""))) {
                bits.add(name + Arrays.toString(talk.tensor(name)));
            }
        }
        assertFalse(bits.isEmpty());
        return bits;
    }

    @Test
    void everyEpochOfAShortRunIsKept() {
        talk.open(RECIPE);
        assertArrayEquals(new int[] {0}, kept().epochs());
        talk.train(0, 0);
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8}, kept().epochs());
        String list = talk.ask(Report.Text.class, new Inquiry.Snapshots()).text();
        JsonObject third = Json.parse(list).asArray().get(3).asObject();
        assertEquals(3, third.getInt("epoch", 0));
        assertEquals(15, third.getInt("step", 0));
        assertTrue(third.getInt("bytes", 0) > 500);
    }

    @Test
    void anEpochThatIsShownHasTheNumbersThatItHad() {
        talk.open(RECIPE);
        talk.train(0, 3);
        List<String> then = bits(talk);
        talk.train(0, 2);
        List<String> now = bits(talk);
        at(3);
        assertEquals(3, kept().shown());
        assertEquals(5, kept().present());
        assertEquals(then, bits(talk));
        at(Request.At.PRESENT);
        assertFalse(kept().past());
        assertEquals(now, bits(talk));
    }

    @Test
    void trainingGoesOnFromThePresentWhateverIsShown() {
        talk.open(RECIPE);
        talk.train(0, 0);
        List<String> end = bits(talk);
        Talk other = new Talk();
        other.open(RECIPE);
        other.train(27, 0);
        other.ask(Report.Done.class, new Request.At(2));
        other.train(0, 0);
        assertEquals(end, bits(other));
    }

    @Test
    void trainingOnFromAnEpochGivesTheBitsOfTheOriginalRun() {
        talk.open(RECIPE);
        talk.train(0, 0);
        List<String> end = bits(talk);
        for (int epoch = 0; epoch <= 8; epoch += 2) {
            talk.ask(Report.Done.class, new Request.Branch(epoch));
            assertEquals(epoch, talk.progress().epoch());
            assertArrayEquals(java.util.stream.IntStream.rangeClosed(0, epoch).toArray(), kept().epochs());
            talk.train(0, 0);
            assertEquals(end, bits(talk));
        }
    }

    @Test
    void anEpochThatIsNotKeptIsRefusedWithThoseThatAre() {
        talk.open(RECIPE);
        talk.train(0, 2);
        String sentence = talk.ask(Report.Refused.class, new Request.At(7)).sentence();
        assertEquals("Epoch 7 is not kept. These are: 0, 1, 2.", sentence);
        assertEquals(
                sentence, talk.ask(Report.Refused.class, new Request.Branch(7)).sentence());
    }

    @Test
    void weightsAreNotSetInThePast() {
        talk.open(RECIPE);
        talk.train(0, 2);
        at(1);
        talk.ask(Report.Refused.class, new Request.Write("dense/bias", new float[4]));
    }

    @Test
    void undoingBringsTheTrainedWeightsBack() {
        String recipe = talk.open(RECIPE).recipe();
        talk.train(13, 0);
        List<String> trained = bits(talk);
        talk.ask(Report.Done.class, new Request.Keep(1, recipe));
        String other = RECIPE.replace("circle(100)", "circle(120)");
        String another = talk.open(other).recipe();
        assertEquals(0, talk.progress().step());
        talk.ask(Report.Done.class, new Request.Keep(2, another));
        talk.ask(Report.Done.class, new Request.Keep(1, recipe)); // not the one that is open
        talk.ask(Report.Opened.class, new Request.Reopen(RECIPE, 1));
        assertEquals(13, talk.progress().step());
        assertEquals(trained, bits(talk));
        Report.Opened lost = talk.ask(Report.Opened.class, new Request.Reopen(RECIPE, 77));
        assertTrue(
                lost.notices().toString().contains("not kept any more"),
                lost.notices().toString());
    }

    private static Report.Backup backup(Talk talk) {
        List<Report.Backup> all = talk.unasked(Report.Backup.class);
        return all.get(all.size() - 1);
    }

    @Test
    void aWorkerThatTakesTheOldOnesPlaceGoesOnWithTheRun() {
        String recipe = talk.open(
                        RECIPE + "/metrics=(precision(thresholds=0.4),auc)"
                                + "/callbacks=(EarlyStopping(patience=50,restore_best_weights=true),ReduceLROnPlateau(patience=1))")
                .recipe();
        talk.train(7, 0);
        talk.open(recipe.replace("Adam(0.01)", "Adam(0.05)"));
        talk.train(15, 0);
        talk.open(recipe.replace("Dense(1,activation=sigmoid)", "Dense(1,activation=sigmoid,trainable=false)"));
        talk.train(4, 0);
        Report.Backup backup = backup(talk);
        assertEquals(26, backup.step());
        Talk other = new Talk();
        Report.Opened opened = other.ask(Report.Opened.class, new Request.Recover(backup.recipe(), backup.run()));
        assertEquals(List.of(), opened.notices());
        assertFalse(opened.anew());
        assertEquals(26, other.progress().step());
        assertEquals(bits(talk), bits(other));
        talk.train(9, 0);
        other.train(9, 0);
        assertEquals(bits(talk), bits(other));
        for (Inquiry each : List.of(new Inquiry.Journal(), new Inquiry.History())) {
            assertEquals(
                    talk.ask(Report.Text.class, each).text().replaceAll("\"seconds\":[^,}]*", ""),
                    other.ask(Report.Text.class, each).text().replaceAll("\"seconds\":[^,}]*", ""));
        }
    }

    @Test
    void whatWouldNotBeLostIsNotKept() {
        talk.open(RECIPE);
        assertEquals(List.of(), talk.unasked(Report.Backup.class));
        talk.train(3, 0);
        assertEquals(3, backup(talk).step());
        talk.ask(Report.Done.class, new Request.Reset());
        assertEquals("", backup(talk).recipe());
    }

    @Test
    void damagedBackupBeginsAnew() {
        talk.open(RECIPE);
        talk.train(3, 0);
        Report.Backup backup = backup(talk);
        String other = RECIPE.replace("Dense(4", "Dense(5");
        Report.Opened opened = talk.ask(Report.Opened.class, new Request.Recover(other, backup.run()));
        assertTrue(opened.notices().toString().contains("not kept any more"));
        talk.ask(Report.Opened.class, new Request.Recover(RECIPE, Report.Backup.NOTHING.run()));
        assertEquals(0, talk.progress().step());
    }

    @Test
    void editsOfTheNetworkAreUndoneAndRedone() {
        String recipe = talk.open(RECIPE).recipe();
        talk.train(0, 2);
        List<String> trained = bits(talk);
        talk.ask(Report.Done.class, new Request.Keep(1, recipe));
        String edited = talk.open(RECIPE.replace("Dense(4", "Dense(5")).recipe();
        List<String> changed = weights(talk);
        for (int i = 0; i < 3; i++) {
            talk.ask(Report.Done.class, new Request.Keep(2, edited));
            talk.ask(Report.Opened.class, new Request.Reopen(recipe, 1));
            assertEquals(trained, bits(talk));
            talk.ask(Report.Done.class, new Request.Keep(1, recipe));
            talk.ask(Report.Opened.class, new Request.Reopen(edited, 2));
            assertEquals(changed, weights(talk));
        }
    }

    @Test
    void aRunThatWasChangedByHandIsRepeatedToTheLastBit() {
        talk.open(RECIPE);
        talk.train(7, 0);
        talk.open(RECIPE.replace("Adam(0.01)", "Adam(0.05)"));
        talk.train(0, 3);
        talk.ask(Report.Done.class, new Request.Write("dense/bias", new float[] {0.1f, -2, 3e-9f, 0}));
        talk.train(3, 0);
        talk.open(RECIPE.replace("Adam(0.01)", "Adam(0.05)").replace("Dropout(0.2)", "Dense(3)"));
        talk.train(0, 2);
        talk.ask(Report.Done.class, new Request.Branch(5));
        talk.train(6, 0);
        JsonObject journal = Json.parse(
                        talk.ask(Report.Text.class, new Inquiry.Journal()).text())
                .asObject();
        Talk again = new Talk();
        replay(journal, again);
        again.train(talk.progress().step() - again.progress().step(), 0);
        assertEquals(bits(talk), bits(again));
        Talk unchanged = new Talk();
        unchanged.open(journal.getString("recipe", ""));
        unchanged.train(talk.progress().step(), 0);
        assertFalse(bits(talk).equals(bits(unchanged)));
    }

    /** JSON has no such numbers; a text that cannot be parsed would keep the run from being kept. */
    @Test
    void weightsThatAreNotFiniteAreJsonToo() {
        talk.open(RECIPE);
        talk.train(2, 0);
        float[] odd = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -0f};
        talk.ask(Report.Done.class, new Request.Write("dense/bias", odd));
        JsonObject journal = Json.parse(
                        talk.ask(Report.Text.class, new Inquiry.Journal()).text())
                .asObject();
        Talk again = new Talk();
        replay(journal, again);
        assertArrayEquals(odd, again.tensor("dense/bias"));
    }

    private static void replay(JsonObject journal, Talk talk) {
        talk.open(journal.getString("recipe", ""));
        for (JsonValue each : journal.get("changes").asArray()) {
            JsonObject change = each.asObject();
            int more = change.getInt("step", 0) - talk.progress().step();
            if (more > 0) {
                talk.train(more, 0);
            }
            if (change.getString("what", "").equals("weights")) {
                List<JsonValue> values = change.get("values").asArray().values();
                float[] numbers = new float[values.size()];
                for (int i = 0; i < numbers.length; i++) {
                    numbers[i] = values.get(i).isString()
                            ? Float.parseFloat(values.get(i).asString())
                            : (float) values.get(i).asDouble();
                }
                talk.ask(Report.Done.class, new Request.Write(change.getString("tensor", ""), numbers));
            } else {
                talk.open(change.getString("recipe", ""));
            }
        }
    }
}
