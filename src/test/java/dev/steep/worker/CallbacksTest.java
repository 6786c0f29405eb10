package dev.steep.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eclipsesource.json.Json;
import com.eclipsesource.json.JsonValue;
import dev.steep.protocol.EpochLog;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import dev.steep.protocol.Report.Progress.State;
import dev.steep.protocol.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Callbacks as the page meets them: they stop, restore and slow down, and training goes on afterwards. */
class CallbacksTest {
    private static final String PLAIN = "1/data=circle(100)/Dense(4,activation=tanh)/Dense(1,activation=sigmoid)"
            + "/loss=binary_crossentropy/optimizer=SGD(0.5)/fit(16,20)";

    /** Watches the training loss for jumps that it cannot make, so it always stops after so many epochs. */
    private static final String STOPPED = PLAIN + "/callbacks=EarlyStopping(min_delta=50,patience=3)";

    private static final String RESTORED =
            PLAIN + "/callbacks=EarlyStopping(min_delta=50,patience=3,restore_best_weights=true)";

    private final Talk talk = new Talk();

    private static List<String> bits(Talk talk) {
        List<String> bits = new ArrayList<>();
        String names = talk.ask(Report.Text.class, new Inquiry.Names()).text();
        for (JsonValue each : Json.parse(names).asArray()) {
            String name = each.asObject().getString("name", "");
            bits.add(name + Arrays.toString(talk.tensor(name)));
        }
        bits.add(talk.progress().rate() + talk.progress().ending());
        return bits;
    }

    private List<EpochLog> log() {
        return talk.unasked(Report.Progress.class).stream()
                .flatMap(progress -> progress.log().stream())
                .toList();
    }

    @Test
    void stoppingEndsTheRequestAndIsSaid() {
        talk.open(STOPPED);
        talk.train(0, 0);
        assertEquals(State.FINISHED, talk.progress().state());
        assertEquals(4, talk.progress().epoch());
        assertEquals(
                "Stopped after epoch 4: val_loss has not become better by 50 for 3 epochs.",
                talk.progress().ending());
    }

    @Test
    void trainGoesOnAfterAStopAndStopsAgain() {
        talk.open(STOPPED);
        talk.train(0, 0);
        talk.train(1, 0);
        assertEquals("", talk.progress().ending());
        assertEquals(State.PAUSED, talk.progress().state());
        talk.train(0, 0);
        assertEquals(8, talk.progress().epoch());
        talk.train(0, 100);
        assertEquals(12, talk.progress().epoch());
    }

    @Test
    void theBestWeightsAreRestored() {
        talk.open(RESTORED);
        talk.train(0, 1);
        float[] first = talk.tensor("dense/kernel");
        talk.train(0, 0);
        assertArrayEquals(first, talk.tensor("dense/kernel"));
        assertTrue(talk.progress().ending().endsWith("the weights of epoch 1 were restored."));
    }

    @Test
    void theBestWeightsAreRestoredAtThePlannedEndToo() {
        talk.open(RESTORED.replace("fit(16,20)", "fit(16,3)"));
        talk.train(0, 1);
        float[] first = talk.tensor("dense/kernel");
        talk.train(0, 0);
        assertEquals(3, talk.progress().epoch());
        assertArrayEquals(first, talk.tensor("dense/kernel"));
        assertEquals(
                "Finished after epoch 3; the weights of epoch 1 were restored, the best ones.",
                talk.progress().ending());
    }

    @Test
    void pausesAndLooksBackAndBranchesChangeNoBit() {
        for (String recipe : List.of(
                RESTORED,
                PLAIN
                        + "/callbacks=(ReduceLROnPlateau(factor=0.5,patience=2,min_delta=0.05),EarlyStopping(patience=6))")) {
            Talk whole = new Talk();
            whole.open(recipe);
            whole.train(0, 0);
            Talk cut = new Talk();
            cut.open(recipe);
            for (int i = 0; i < 4; i++) {
                cut.train(3, 0);
                cut.ask(Report.Done.class, new Request.At(0));
            }
            cut.train(0, 0);
            assertEquals(bits(whole), bits(cut));
            cut.ask(Report.Done.class, new Request.Branch(2));
            cut.train(0, 0);
            assertEquals(bits(whole), bits(cut), "branched");
        }
    }

    @Test
    void aPlateauReducesTheRateAndTheSliderSetsItAnew() {
        String recipe = PLAIN + "/callbacks=ReduceLROnPlateau(factor=0.5,patience=2,min_delta=50)";
        talk.open(recipe);
        talk.train(0, 6);
        assertEquals(
                List.of(0.5, 0.5, 0.5, 0.25, 0.25, 0.125),
                log().stream().map(EpochLog::rate).toList());
        assertEquals(0.125, talk.progress().rate());
        assertFalse(talk.open(recipe.replace("SGD(0.5)", "SGD(0.2)")).anew());
        assertEquals(0.2, talk.progress().rate());
        talk.train(0, 2);
        assertEquals((double) (0.2f * 0.5f), talk.progress().rate());
    }

    @Test
    void aScheduleTakesOverFromARateThatWasReduced() {
        talk.open(PLAIN + "/callbacks=ReduceLROnPlateau(factor=0.5,patience=2,min_delta=50)");
        talk.train(0, 6);
        assertTrue(talk.progress().reduced());
        talk.open(PLAIN.replace("SGD(0.5)", "SGD(0.5,schedule=PolynomialDecay(0.3,1000,0.3))"));
        assertEquals(0.3, talk.progress().rate());
        assertFalse(talk.progress().reduced());
    }

    @Test
    void aScheduleAndAPlateauAreRefusedAndTheRunWaits() {
        talk.open(PLAIN.replace("SGD(0.5)", "SGD(0.5,schedule=CosineDecay(0.5,100))"));
        talk.train(0, 2);
        float[] kernel = talk.tensor("dense/kernel");
        Report.Opened refused = talk.open(
                PLAIN.replace("SGD(0.5)", "SGD(0.5,schedule=CosineDecay(0.5,100))") + "/callbacks=ReduceLROnPlateau");
        assertEquals(
                "ReduceLROnPlateau cannot set the learning rate, because CosineDecay sets it in each step. Remove one of"
                        + " the two.",
                refused.problems().get(0).sentence());
        Report.Opened mended = talk.open(refused.problems().get(0).remedy());
        assertEquals(List.of(), mended.problems());
        assertFalse(mended.anew());
        assertArrayEquals(kernel, talk.tensor("dense/kernel"));
    }

    @Test
    void whatIsNotMeasuredIsSaid() {
        assertEquals(
                List.of(
                        "EarlyStopping does nothing, because it watches val_loss and there is no validation part. Give it a"
                                + " share of the samples under Split, or let it watch loss."),
                talk.open(STOPPED + "/split(0)").notices());
        assertEquals(
                List.of(
                        "EarlyStopping does nothing, because it watches val_auc, which is not measured. Add the metric auc,"
                                + " or let it watch another."),
                talk.open(PLAIN + "/callbacks=EarlyStopping(val_auc)").notices());
        assertEquals(
                List.of(),
                talk.open(PLAIN + "/callbacks=EarlyStopping(val_auc)/metrics=auc")
                        .notices());
    }

    @Test
    void thePageIsToldOfPlannedRates() {
        assertEquals(0, talk.open(PLAIN).rates().length);
        double[] rates = talk.open(PLAIN.replace("SGD(0.5)", "SGD(schedule=PolynomialDecay(0.5,50,0.1))"))
                .rates();
        assertEquals(0.5, rates[0]);
        assertEquals(0.1, rates[rates.length - 1]);
    }

    @Test
    void theHistoryHasTheRateOfEachEpoch() {
        talk.open(PLAIN.replace("SGD(0.5)", "SGD(schedule=InverseTimeDecay(0.5,5,1))"));
        talk.train(0, 2);
        String history = talk.ask(Report.Text.class, new Inquiry.History()).text();
        double rate = Json.parse(history).asArray().get(1).asObject().getDouble("learning_rate", 0);
        assertEquals(0.5 / (1 + (talk.progress().step() - 1) / 5.0), rate);
    }
}
