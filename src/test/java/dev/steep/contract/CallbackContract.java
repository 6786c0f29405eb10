package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.engine.Backend;
import dev.steep.engine.Epoch;
import dev.steep.engine.Snapshot;
import dev.steep.engine.Trainer;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Sketch;
import dev.steep.network.callback.Callback;
import dev.steep.network.callback.CallbackKnobs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever callbacks make of a run is a part of it: however it is cut, left and brought back, it has the same bits. */
interface CallbackContract extends Contract {
    int EPOCHS = 12;

    /** Its samples are noise, so its validation loss rises soon. */
    Design NETWORK = Sketch.with(Sketch.classes(Shape.of(3), 3, "Dense(5,tanh)", "Dense(3,softmax)"), "SGD(0.5,0.9)");

    static List<String> callbacks() {
        List<String> all = new ArrayList<>();
        Callback.kinds().forEach(kind -> all.add(impatient(kind.choice()).toString()));
        Callback.kinds()
                .forEach(kind -> all.add(restless(impatient(kind.choice())).toString()));
        return all;
    }

    /** That does something soon. */
    private static Choice impatient(Choice callback) {
        return callback.kind().knob(CallbackKnobs.PATIENCE.name()).isPresent()
                ? callback.with(CallbackKnobs.PATIENCE, 1)
                : callback;
    }

    private static Choice restless(Choice callback) {
        Choice other = callback;
        for (Knob<?> knob : callback.kind().knobs()) {
            if (knob.name().equals(CallbackKnobs.MIN_DELTA.name())) {
                other = other.with(CallbackKnobs.MIN_DELTA, 0.05);
            } else if (knob.equals(CallbackKnobs.SAVE_BEST_ONLY)) {
                other = other.with(CallbackKnobs.SAVE_BEST_ONLY, true);
            } else if (knob.equals(CallbackKnobs.RESTORE_BEST_WEIGHTS)) {
                other = other.with(CallbackKnobs.RESTORE_BEST_WEIGHTS, true);
            } else if (knob.equals(CallbackKnobs.COOLDOWN)) {
                other = other.with(CallbackKnobs.COOLDOWN, 1);
            }
        }
        return other;
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    default void slicesOfTimeChangeNoBit(String callback) {
        List<Choice> callbacks = Declared.callbacks(callback);
        String whole = run(trainer(backend(), callbacks), 100);
        assertEquals(whole, run(trainer(backend(), callbacks), 1));
        assertEquals(whole, run(trainer(backend(), callbacks), 2));
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    default void aSnapshotAnywhereHasAllOfIt(String callback) {
        List<Choice> callbacks = Declared.callbacks(callback);
        Trainer undisturbed = trainer(backend(), callbacks);
        String whole = run(undisturbed, 100);
        for (int steps = 0; steps < undisturbed.step(); steps += 4) {
            Trainer first = trainer(backend(), callbacks);
            Declared.advance(first, steps);
            Snapshot snapshot = first.snapshot();
            run(first, 100);
            first.restore(snapshot);
            assertEquals(whole, run(first, 100), "restored at step " + steps);
            Trainer second = trainer(backend(), callbacks);
            second.restore(snapshot);
            assertEquals(whole, run(second, 100), "elsewhere from step " + steps);
        }
    }

    @ParameterizedTest
    @MethodSource("callbacks")
    default void eachHasAnEffectUnlessItOnlyLooks(String callback) {
        List<Choice> callbacks = Declared.callbacks(callback);
        boolean looks =
                switch (Callback.effect(callbacks.get(0))) {
                    case STOPS, SETS_RATE -> false;
                    case KEEPS, WRITES -> true;
                };
        String without = run(trainer(backend(), List.of()), 100);
        assertEquals(looks, without.equals(run(trainer(backend(), callbacks), 100)));
    }

    /** Whatever the slices and snapshots. */
    @Test
    default void aCheckpointIsTheBestEpoch() {
        List<Choice> callbacks = Declared.callbacks("ModelCheckpoint(save_best_only=true)");
        Trainer trainer = trainer(backend(), callbacks);
        run(trainer, 5);
        int best = lowest(trainer.history());
        assertTrue(best < EPOCHS, "a later epoch is worse");
        assertEquals(best, checkpoint(trainer));
        assertTrue(trainer.fit().keeps(best));
        Trainer other = trainer(backend(), callbacks);
        Declared.advance(other, trainer.step() / 2);
        Trainer third = trainer(backend(), callbacks);
        third.restore(other.snapshot());
        run(third, 100);
        assertEquals(best, checkpoint(third));
        Declared.advance(third, third.step() + trainer.stepsPerEpoch()); // as a further call of fit
        assertEquals(lowest(third.history()), checkpoint(third));
    }

    private static int checkpoint(Trainer trainer) {
        assertEquals(1, trainer.fit().checkpoints().size());
        return trainer.fit().checkpoints().get(0).epoch();
    }

    /** The checkpoint is the network of its epoch, also where training ends with that one and goes back to another. */
    @Test
    default void aCheckpointIsOfBeforeWeightsAreRestored() {
        List<Choice> callbacks = new ArrayList<>(Declared.callbacks(
                "EarlyStopping(monitor=val_loss,mode=max,min_delta=50,patience=2,restore_best_weights=true)"));
        callbacks.addAll(Declared.callbacks("ModelCheckpoint(monitor=loss,save_best_only=true)"));
        Trainer trainer = trainer(backend(), callbacks);
        Trainer plain = trainer(backend(), List.of());
        while (!trainer.fit().over()) {
            trainer.advance(100, 1);
        }
        int end = trainer.history().size();
        while (plain.history().size() < end) {
            plain.advance(100, 1);
        }
        assertTrue(trainer.fit().restored().isPresent());
        assertTrue(trainer.fit().keeps(end));
        var weight = trainer.model().weights().get(0);
        float[] own = plain.machine().read(plain.model().weights().get(0));
        assertTrue(!Arrays.equals(own, trainer.machine().read(weight)));
        assertArrayEquals(
                own, trainer.ended().tensors().get(weight.name()).numbers().numbers());
        assertEquals(Optional.empty(), trainer.ended().progress().fit().restored());
    }

    @Test
    default void theBestWeightsAreThoseOfTheEpochThatItNames() {
        Trainer trainer = trainer(backend(), Declared.callbacks("EarlyStopping(patience=2,restore_best_weights=true)"));
        List<float[]> first = new ArrayList<>();
        while (!trainer.fit().over()) {
            trainer.advance(100, 1); // up to the end of an epoch
            first.add(trainer.machine().read(trainer.model().weights().get(0)));
        }
        int best = trainer.fit().restored().orElseThrow();
        assertEquals(best + 2, trainer.history().size());
        assertEquals(best, lowest(trainer.history()));
        assertArrayEquals(first.get(best - 1), first.get(first.size() - 1));
        assertEquals(
                "Stopped after epoch " + (best + 2)
                        + ": val_loss has not become better for 2 epochs; the weights of epoch " + best
                        + " were restored.",
                trainer.fit().ending(trainer.history().size()));
        int step = trainer.step();
        Declared.advance(trainer, step + 1);
        assertEquals("", trainer.fit().ending(trainer.history().size()));
    }

    /** A cast does not round everywhere. */
    @Test
    default void aReducedRateIsAFloat() {
        Trainer trainer = trainer(backend(), Declared.callbacks("ReduceLROnPlateau(patience=1,min_delta=50)"));
        Declared.advance(trainer, 7);
        assertEquals(0.05000000074505806, trainer.rate());
    }

    private static int lowest(List<Epoch> epochs) {
        int best = 1;
        for (Epoch each : epochs) {
            best = each.validation().loss() < epochs.get(best - 1).validation().loss() ? each.number() : best;
        }
        return best;
    }

    private static Trainer trainer(Backend backend, List<Choice> callbacks) {
        Trainer trainer = Declared.trainer(NETWORK, backend);
        trainer.follow(callbacks, EPOCHS);
        return trainer;
    }

    /** Trains to the end, so many steps at a time; returns all numbers, rates included. */
    private static String run(Trainer trainer, int most) {
        while (trainer.history().size() < EPOCHS && !trainer.fit().stopped()) {
            trainer.advance(most, 1);
        }
        String rates = trainer.history().stream().map(each -> each.rate() + " ").reduce("", String::concat);
        return rates + trainer.rate() + trainer.fit().ending(trainer.history().size()) + Declared.numbers(trainer);
    }
}
