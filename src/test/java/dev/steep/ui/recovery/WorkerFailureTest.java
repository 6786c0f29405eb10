package dev.steep.ui.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Request;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkerFailureTest {
    private static final String PRESENT = "1/data=xor";
    private static final String LATER = "1/data=spiral";
    private static final Request.Train TRAIN = new Request.Train(0, 0, 0);
    private static final Request.OpenFiles FILES = new Request.OpenFiles(List.of());
    private static final Request.OwnData ARRAYS =
            new Request.OwnData(new float[0], new int[0], new float[0], 0, List.of());
    private static final Inquiry.Bench BENCH = new Inquiry.Bench("w1", "", 100);

    private static WorkerFailure loss(boolean before, Request... asked) {
        return new WorkerFailure(List.of(asked), PRESENT, before, false, Optional.empty());
    }

    @Test
    void theOpenExperimentIsToBlameButOpensOnceMore() {
        for (WorkerFailure loss : List.of(loss(false), loss(false, TRAIN))) {
            assertEquals(Optional.of(PRESENT), loss.culprit());
            assertFalse(loss.stops());
        }
    }

    @Test
    void theSecondTimeItStops() {
        assertTrue(loss(true, TRAIN).stops());
        assertTrue(loss(true).stops());
    }

    @Test
    void openingThatKillsStopsAtOnce() {
        WorkerFailure loss = loss(false, TRAIN, new Request.Open(PRESENT));
        assertEquals(Optional.of(PRESENT), loss.culprit());
        assertTrue(loss.stops());
        assertTrue(loss.goesOn(new Request.Open(PRESENT)));
        assertFalse(loss.goesOn(TRAIN));
    }

    @Test
    void theFirstThatWasBeingOpenedIsToBlameAndNotTheOneThatWaitsBehindIt() {
        WorkerFailure loss = new WorkerFailure(
                List.of(new Request.Open(PRESENT), new Request.Open(LATER)), LATER, false, false, Optional.empty());
        assertEquals(Optional.of(PRESENT), loss.culprit());
        assertFalse(loss.stops());
    }

    @Test
    void dataAndMeasurementsAreNotTheExperimentsFault() {
        for (Request other : List.of(FILES, ARRAYS, BENCH)) {
            assertEquals(Optional.empty(), loss(true, TRAIN, other).culprit(), other.tag());
            assertFalse(loss(true, TRAIN, other).stops(), other.tag());
        }
        assertEquals(Optional.of(FILES), loss(false, TRAIN, FILES).reading());
        assertEquals(
                Optional.of(PRESENT),
                loss(false, BENCH, new Request.Open(PRESENT)).culprit());
    }

    @Test
    void aWorkerThatCannotEvenShowARecipeIsOfNoUse() {
        assertTrue(loss(true, new Request.OpenStopped(PRESENT, "")).hopeless());
        assertFalse(loss(true, new Request.Open(PRESENT)).hopeless());
    }

    @Test
    void eachEndHasItsSentence() {
        String plain = loss(false).sentence("why", false, false);
        String trained =
                new WorkerFailure(List.of(), PRESENT, false, true, Optional.empty()).sentence("why", false, false);
        assertTrue(plain.contains("(why)"), plain);
        assertTrue(trained.contains("from the beginning"), trained);
        assertFalse(plain.contains("from the beginning"), plain);
        assertNotEquals(plain, loss(true).sentence("why", true, false));
        assertTrue(loss(false, FILES).sentence("why", false, false).contains("reading"));
        assertTrue(loss(false, FILES).sentence("why", false, true).contains("once more"));
    }

    @Test
    void keptRunGoesOnAndSoDoesItsTraining() {
        WorkerFailure loss = new WorkerFailure(List.of(TRAIN), PRESENT, false, true, Optional.of(1234));
        assertTrue(loss.recovers());
        assertTrue(loss.goesOn(TRAIN));
        assertTrue(loss.goesOn(new Request.Train(0, 7, 0)));
        assertFalse(loss.goesOn(new Request.Train(0, 0, 3)));
        assertFalse(loss.goesOn(new Request.Reset()));
        String sentence = loss.sentence("why", false, false);
        assertTrue(sentence.endsWith("as it was after step 1,234; training goes on."), sentence);
        WorkerFailure idle = new WorkerFailure(List.of(), PRESENT, false, true, Optional.of(1234));
        assertTrue(idle.sentence("why", false, false).endsWith("after step 1,234."));
        assertFalse(new WorkerFailure(List.of(TRAIN), PRESENT, true, true, Optional.of(1)).recovers());
    }
}
