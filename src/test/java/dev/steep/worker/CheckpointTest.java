package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonObject;
import com.eclipsesource.json.JsonValue;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Request;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ModelCheckpoint as the page meets it: its epoch stays, however long training goes on, and whatever is done to the run. */
class CheckpointTest {
    /** Few samples and much noise, so that the validation loss is lowest early. */
    private static final String RECIPE =
            "1/data=circle(40,noise=0.5)/Dense(8,activation=tanh)/Dense(1,activation=sigmoid)"
                    + "/loss=binary_crossentropy/optimizer=Adam(0.03)/fit(32,700)";

    private final Talk talk = new Talk();

    private Report.Kept kept() {
        return kept(talk);
    }

    private static Report.Kept kept(Talk talk) {
        List<Report.Kept> all = talk.unasked(Report.Kept.class);
        return all.get(all.size() - 1);
    }

    private static double loss(Talk talk, int epoch) {
        String text = talk.ask(Report.Text.class, new Inquiry.History()).text();
        return Json.parse(text).asArray().get(epoch - 1).asObject().getDouble("val_loss", Double.NaN);
    }

    private static String watching(String checkpoint) {
        return RECIPE + "/callbacks=" + checkpoint;
    }

    @Test
    void itsEpochIsNeverDropped() {
        talk.open(watching("ModelCheckpoint(val_accuracy,true)"));
        talk.train(0, 0);
        List<Report.Kept> all = talk.unasked(Report.Kept.class);
        assertTrue(all.size() > 10);
        for (Report.Kept each : all) {
            each.checkpoints()
                    .forEach(checkpoint ->
                            assertTrue(Arrays.stream(each.epochs()).anyMatch(epoch -> epoch == checkpoint.epoch())));
        }
        Report.Kept.Checkpoint last = kept().checkpoints().get(0);
        assertEquals("val_accuracy", last.monitor());
        assertTrue(last.epoch() % 4 != 0, "thinned out otherwise: " + last.epoch());
        assertTrue(kept().epochs().length < 300, "" + kept().epochs().length);
        String history = talk.ask(Report.Text.class, new Inquiry.History()).text();
        double best = 0;
        int epoch = 0;
        for (JsonValue each : Json.parse(history).asArray()) {
            double accuracy = each.asObject().getDouble("val_accuracy", Double.NaN);
            if (accuracy > best) {
                best = accuracy;
                epoch = each.asObject().getInt("epoch", 0);
            }
        }
        assertEquals(epoch, last.epoch());
        assertEquals(best, last.value());
        String list = talk.ask(Report.Text.class, new Inquiry.Snapshots()).text();
        for (JsonValue each : Json.parse(list).asArray()) {
            JsonObject snapshot = each.asObject();
            assertEquals(snapshot.getInt("epoch", -1) == epoch, snapshot.getBoolean("checkpoint", false));
        }
    }

    @Test
    void itIsSeenFromEveryMomentOfTheRun() {
        talk.open(watching("ModelCheckpoint(save_best_only=true)"));
        talk.train(0, 60);
        List<Report.Kept.Checkpoint> checkpoints = kept().checkpoints();
        int epoch = checkpoints.get(0).epoch();
        assertTrue(epoch < 60, "the validation loss rises in the end");
        assertEquals(loss(talk, epoch), checkpoints.get(0).value());
        talk.ask(Report.Done.class, new Request.At(epoch));
        assertEquals(epoch, kept().shown());
        assertEquals(checkpoints, kept().checkpoints());
        talk.ask(Report.Done.class, new Request.At(1));
        assertEquals(checkpoints, kept().checkpoints());
    }

    @Test
    void aBranchHasTheCheckpointThatItHadThen() {
        talk.open(watching("ModelCheckpoint(save_best_only=true)"));
        talk.train(0, 3);
        Report.Kept then = kept();
        talk.train(0, 40);
        List<Report.Kept.Checkpoint> later = kept().checkpoints();
        assertTrue(later.get(0).epoch() > 3);
        talk.ask(Report.Done.class, new Request.Branch(3));
        assertEquals(then.checkpoints(), kept().checkpoints());
        talk.train(0, 40);
        assertEquals(later, kept().checkpoints());
    }

    @Test
    void undoBringsItBack() {
        String recipe =
                talk.open(watching("ModelCheckpoint(save_best_only=true)")).recipe();
        talk.train(0, 60);
        List<Report.Kept.Checkpoint> checkpoints = kept().checkpoints();
        float[] then = at(talk, checkpoints.get(0).epoch());
        talk.ask(Report.Done.class, new Request.At(Request.At.PRESENT));
        talk.ask(Report.Done.class, new Request.Keep(1, recipe));
        talk.open(recipe.replace("Dense(8", "Dense(5"));
        assertEquals(List.of(), kept().checkpoints());
        talk.ask(Report.Opened.class, new Request.Reopen(recipe, 1));
        assertEquals(checkpoints, kept().checkpoints());
        assertArrayEquals(then, at(talk, checkpoints.get(0).epoch()));
    }

    @Test
    void aWorkerThatTakesTheOldOnesPlaceHasIt() {
        talk.open(watching("ModelCheckpoint(save_best_only=true)"));
        talk.train(0, 60);
        List<Report.Backup> backups = talk.unasked(Report.Backup.class);
        Report.Backup backup = backups.get(backups.size() - 1);
        Talk other = new Talk();
        other.ask(Report.Opened.class, new Request.Recover(backup.recipe(), backup.run()));
        assertEquals(kept().checkpoints(), kept(other).checkpoints());
        int epoch = kept().checkpoints().get(0).epoch();
        assertArrayEquals(at(talk, epoch), at(other, epoch));
    }

    private static float[] at(Talk talk, int epoch) {
        talk.ask(Report.Done.class, new Request.At(epoch));
        return talk.tensor("dense/kernel");
    }

    @Test
    void withoutTheCallbackNothingIsKeptForSure() {
        talk.open(watching("ModelCheckpoint(save_best_only=true)"));
        talk.train(0, 5);
        assertEquals(1, kept().checkpoints().size());
        talk.open(RECIPE);
        assertEquals(List.of(), kept().checkpoints());
        talk.open(watching("ModelCheckpoint"));
        talk.train(0, 5);
        assertEquals(List.of(), kept().checkpoints());
    }

    @Test
    void whatIsNotMeasuredIsSaid() {
        assertEquals(
                List.of(
                        "ModelCheckpoint keeps the last epoch instead of the best, because it watches val_loss and there is no"
                                + " validation part. Give it a share of the samples under Split, or let it watch loss."),
                talk.open(watching("ModelCheckpoint(save_best_only=true)") + "/split(0)")
                        .notices());
        talk.train(0, 2);
        Report.Kept.Checkpoint last = kept().checkpoints().get(0);
        assertEquals(2, last.epoch());
        assertTrue(Double.isNaN(last.value()));
        assertEquals(
                List.of(), talk.open(watching("ModelCheckpoint") + "/split(0)").notices());
    }
}
