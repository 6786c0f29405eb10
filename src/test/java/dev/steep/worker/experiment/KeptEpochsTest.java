package dev.steep.worker.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.contract.Declared;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Trainer;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Sketch;
import dev.steep.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which epochs are kept where there is room for few. */
class KeptEpochsTest {
    private static final Design NETWORK =
            Sketch.with(Sketch.classes(Shape.of(3), 3, "Dense(5,tanh)", "Dense(3,softmax)"), "SGD(0.5,0.9)");

    /** Its samples are noise, so the validation loss rises soon; what the others watch goes its own way. */
    private static final List<List<Choice>> CALLBACKS = List.of(
            List.of(),
            Declared.callbacks("ModelCheckpoint(accuracy,true)"),
            both("ModelCheckpoint(accuracy,true)", "ModelCheckpoint(val_accuracy,true)"),
            both("ModelCheckpoint(val_loss,true)", "ModelCheckpoint(loss,true,mode=max)"));

    private static List<Choice> both(String one, String other) {
        List<Choice> both = new ArrayList<>(Declared.callbacks(one));
        both.addAll(Declared.callbacks(other));
        return both;
    }

    private static Trainer trainer(List<Choice> callbacks) {
        Trainer trainer = Declared.trainer(NETWORK, new Reference());
        trainer.follow(callbacks, 1000);
        return trainer;
    }

    /** Trains to the end of the next epoch. */
    private static void epoch(Trainer trainer) {
        int epochs = trainer.history().size();
        while (trainer.history().size() == epochs) {
            trainer.advance(100, 1);
        }
    }

    private static List<Integer> epochs(KeptEpochs kept) {
        return kept.all().stream().map(Snapshot::epoch).toList();
    }

    @Test
    void theCheckpointAndTheLastEpochAreAlwaysThereAndTheBudgetIsKept() {
        Trainer measured = trainer(List.of());
        epoch(measured);
        double one = measured.snapshot().told().bytes();
        for (List<Choice> callbacks : CALLBACKS) {
            for (double room : new double[] {3.1, 4.2, 7.5, 20, 1000}) {
                Trainer trainer = trainer(callbacks);
                long budget = (long) (room * one);
                KeptEpochs kept = new KeptEpochs(budget);
                kept.mayKeep(trainer);
                for (int i = 0; i < 300; i++) {
                    epoch(trainer);
                    kept.mayKeep(trainer);
                    if (i % 7 == 0) {
                        kept.keepLast(trainer);
                        assertEquals(i + 1, epochs(kept).get(epochs(kept).size() - 1));
                    }
                    String what = callbacks + " " + room + " " + epochs(kept);
                    trainer.fit()
                            .checkpoints()
                            .forEach(each -> assertTrue(epochs(kept).contains(each.epoch()), what + each));
                    assertFalse(kept.tooLarge(), what);
                    long bytes = kept.all().stream().mapToLong(Snapshot::bytes).sum();
                    assertTrue(bytes <= budget, what + bytes + " of " + budget);
                    assertTrue(kept.all().size() <= 256, what);
                }
            }
        }
    }

    /** Of an earlier epoch, from which the run may branch, there is the checkpoint of that time as well. */
    @Test
    void checkpointsOfTheEpochsThatAreKeptAreKeptWhileThereIsRoom() {
        Trainer trainer = trainer(CALLBACKS.get(1));
        KeptEpochs kept = new KeptEpochs(1L << 30);
        kept.mayKeep(trainer);
        for (int i = 0; i < 600; i++) {
            epoch(trainer);
            kept.mayKeep(trainer);
        }
        TreeSet<Integer> checkpoints = new TreeSet<>();
        for (Snapshot each : kept.all()) {
            each.progress().fit().checkpoints().forEach(checkpoint -> checkpoints.add(checkpoint.epoch()));
        }
        assertTrue(checkpoints.size() > 3, checkpoints.toString());
        assertTrue(epochs(kept).containsAll(checkpoints), checkpoints + " of " + epochs(kept));
        assertTrue(kept.all().size() < 300, "thinned out");
    }
}
