package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.Batches;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Sketch;
import dev.steep.reference.Reference;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Layers are frozen and set free while training: what is not frozen learns on from where it was, to the last bit. */
class FreezingTest {
    private static final Design DESIGN = Sketch.numbers(
            Shape.of(4),
            1,
            "Dense(6,tanh)",
            "BatchNormalization(momentum=0.8)",
            "Dropout(0.2)",
            "Dense(5,tanh)",
            "Dense(1)");

    private static Trainer trainer(String optimizer) {
        Random random = new Random(3);
        float[] x = new float[4 * 23];
        float[] y = new float[23];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.normal();
            y[i / 4] += x[i];
        }
        Supply supply = new Supply(new FloatSamples(x, 4), Rescaling.NONE, new Target.Numbers(y, 1, List.of("y")));
        Split split = Split.lastRows(23, 0.2, 0);
        Batches batches = new Batches(split.training(), 5, true, new Random(1));
        Model model = Model.of(Sketch.frozen(Sketch.with(DESIGN, optimizer), List.of()));
        return new Trainer(new Reference(), model, supply, split, batches, () -> 0);
    }

    private static void freeze(Trainer trainer, Integer... places) {
        Design design = trainer.model().plan().design();
        trainer.retune(
                trainer.model().retuned(Sketch.frozen(design, List.of(places))).orElseThrow());
    }

    private static void steps(Trainer trainer, int count) {
        int last = trainer.step() + count;
        while (trainer.step() < last || trainer.validating()) {
            trainer.advance(last - trainer.step(), 1);
        }
    }

    private static Map<String, String> numbers(Trainer trainer) {
        Map<String, String> numbers = new LinkedHashMap<>();
        for (Value value : trainer.model().lasting()) {
            numbers.put(
                    value.name(),
                    Arrays.toString(trainer.machine().exact(value).numbers())
                            + Arrays.toString(trainer.machine().exact(value).unrounded()));
        }
        return numbers;
    }

    @Test
    void freezingAndSettingFreeAgainLeavesNoTrace() {
        Trainer plain = trainer("Adam(0.01)");
        Trainer frozen = trainer("Adam(0.01)");
        steps(plain, 7);
        steps(frozen, 7);
        Machine before = frozen.machine();
        freeze(frozen, 0, 1, 3);
        assertNotSame(before, frozen.machine());
        freeze(frozen);
        assertEquals(numbers(plain), numbers(frozen));
        steps(plain, 9);
        steps(frozen, 9);
        assertEquals(numbers(plain), numbers(frozen));
        assertEquals(plain.history().size(), frozen.history().size());
        assertEquals(
                plain.history().get(3).validation().loss(),
                frozen.history().get(3).validation().loss());
    }

    @Test
    void whatIsFrozenStaysAndAllElseMoves() {
        Trainer trainer = trainer("Adam(0.01)");
        steps(trainer, 7);
        Map<String, String> before = numbers(trainer);
        freeze(trainer, 1, 3);
        steps(trainer, 5);
        freeze(trainer);
        Map<String, String> after = numbers(trainer);
        assertEquals(before.keySet(), after.keySet());
        for (String name : before.keySet()) {
            boolean stays = name.startsWith("batch_normalization/") || name.startsWith("dense_1/");
            assertEquals(stays, before.get(name).equals(after.get(name)), name);
        }
        steps(trainer, 1);
        Map<String, String> end = numbers(trainer);
        after.forEach((name, numbers) -> assertNotEquals(numbers, end.get(name), name));
    }

    @Test
    void resetForgetsWhatWasSetAside() {
        Trainer trainer = trainer("Adam(0.01)");
        Map<String, String> start = numbers(trainer);
        steps(trainer, 7);
        freeze(trainer, 0);
        trainer.reset();
        freeze(trainer);
        assertEquals(start, numbers(trainer));
    }

    @Test
    void gradientsAreThereAfterTheNextStepOnly() {
        Trainer trainer = trainer("SGD(0.1)");
        assertFalse(trainer.hasLastStep());
        steps(trainer, 3);
        assertTrue(trainer.hasLastStep());
        freeze(trainer, 0);
        assertFalse(trainer.hasLastStep());
        steps(trainer, 1);
        assertTrue(trainer.hasLastStep());
    }

    /** The way back ends at the first layer that learns. */
    @Test
    void frozenLayersAtTheStartCostNoWayBack() {
        Design design = Sketch.with(DESIGN, "Adam(0.01)");
        List<Step> back = Model.of(Sketch.frozen(design, List.of(0, 1)))
                .program()
                .training()
                .steps(Tape.Phase.BACKWARD);
        TreeSet<String> layers = new TreeSet<>();
        back.forEach(step -> layers.add(step.output().name().replaceAll("/.*", "")));
        assertEquals(
                new TreeSet<>(List.of("dense_1", "dense_2", "loss", "target")),
                layers.isEmpty() ? null : known(layers));
        assertEquals(
                List.of(),
                Model.of(Sketch.frozen(design, List.of(0, 1, 3, 4)))
                        .program()
                        .training()
                        .steps(Tape.Phase.BACKWARD));
    }

    private static TreeSet<String> known(TreeSet<String> layers) {
        TreeSet<String> known = new TreeSet<>(layers);
        known.add("loss");
        known.add("target");
        return known;
    }
}
