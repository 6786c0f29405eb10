package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.data.Batches;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Exact;
import dev.steep.engine.Supply;
import dev.steep.engine.Trainer;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.tape.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run goes on in another trainer with the very numbers that it had, as far as the other network has a place for them. */
public interface GoingOnContract extends Contract {
    int ROWS = 10;

    String[] NETWORK = {"Dense(5,tanh)", "Dropout(0.3)", "BatchNormalization", "Dense(4,elu)", "Dense(2)"};

    @Test
    default void aRunThatIsCutInTwoIsTheSameRun() {
        for (String optimizer : List.of("SGD(0.1,0.9)", "Adam(0.05)", "Nadam(0.02)", "RMSprop(0.01)")) {
            Trainer whole = trainer(optimizer, NETWORK);
            advance(whole, 11);
            Trainer first = trainer(optimizer, NETWORK);
            advance(first, 5);
            Trainer second = trainer(optimizer, NETWORK);
            assertEquals(List.of(), second.goOn(first.snapshot()));
            advance(second, 6);
            for (Value value : whole.model().lasting()) {
                Exact expected = whole.machine().exact(value);
                equal(expected, second.machine().exact(same(second, value)), optimizer + " " + value);
            }
            assertArrayEquals(whole.losses(), second.losses());
            assertEquals(whole.history().size(), second.history().size());
            assertEquals(
                    whole.history().get(0).validation().loss(),
                    second.history().get(0).validation().loss());
            assertEquals(whole.stepOfEpoch(), second.stepOfEpoch());
        }
    }

    @Test
    default void aLayerOfAnotherSizeBeginsWithItsFirstWeightsAndTheOthersKeepTheirs() {
        Trainer before = trainer("Adam(0.05)", NETWORK);
        advance(before, 7);
        Trainer after = trainer(
                "Adam(0.05)",
                "Dense(5,tanh)",
                "Dense(5,relu,name=added)",
                "BatchNormalization",
                "Dense(3,elu,name=dense_1)",
                "Dense(2,name=dense_2)");
        List<String> fresh = after.goOn(before.snapshot()).stream()
                .map((ModelLayer layer) -> layer.planned().name())
                .toList();
        assertEquals(List.of("added", "dense_1", "dense_2"), fresh);
        for (Value value : after.model().lasting()) {
            String layer = value.name().substring(0, value.name().indexOf('/'));
            if (fresh.contains(layer)) {
                assertArrayEquals(after.model().initial(value), after.machine().read(value), value.name());
            } else {
                Exact kept = before.machine().exact(same(before, value));
                equal(kept, after.machine().exact(value), value.name());
            }
        }
        assertEquals(7, after.step());
        advance(after, 3);
        assertEquals(10, after.step());
    }

    @Test
    default void aNetworkThatSharesNoLayerStaysAtItsStart() {
        Trainer before = trainer("Adam(0.05)", "Dense(3,name=other)", "Dense(2,name=last)");
        advance(before, 7);
        Trainer after = trainer("Adam(0.05)", NETWORK);
        assertEquals(4, after.goOn(before.snapshot()).size());
        assertEquals(0, after.step());
        assertEquals(0, after.history().size());
        for (Value value : after.model().lasting()) {
            assertArrayEquals(after.model().initial(value), after.machine().read(value), value.name());
        }
    }

    private static void equal(Exact expected, Exact actual, String what) {
        assertArrayEquals(expected.numbers(), actual.numbers(), what);
        assertArrayEquals(expected.unrounded(), actual.unrounded(), what);
    }

    private static Value same(Trainer trainer, Value value) {
        return trainer.model().lasting().stream()
                .filter(each -> each.name().equals(value.name()))
                .findFirst()
                .orElseThrow();
    }

    private static void advance(Trainer trainer, int steps) {
        int end = trainer.step() + steps;
        while (trainer.step() < end || trainer.validating()) {
            trainer.advance(end - trainer.step(), 1);
        }
    }

    private Trainer trainer(String optimizer, String... layers) {
        Random random = new Random(3);
        float[] x = new float[3 * ROWS];
        float[] y = new float[2 * ROWS];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.uniform(-1, 1);
        }
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) random.uniform(-1, 1);
        }
        Supply supply = new Supply(new FloatSamples(x, 3), Rescaling.NONE, new Target.Numbers(y, 2, List.of("a", "b")));
        Split split = new Split(new int[] {0, 1, 2, 3, 4, 5, 6}, new int[] {7, 8, 9}, new int[0]);
        Model model = Model.of(Plan.of(Sketch.with(Sketch.numbers(Shape.of(3), 2, layers), optimizer)));
        return new Trainer(
                backend(), model, supply, split, new Batches(split.training(), 3, true, new Random(1)), () -> 0);
    }
}
