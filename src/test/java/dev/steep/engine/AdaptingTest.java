package dev.steep.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.data.Batches;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.reference.Reference;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Layers that measure the training part. The expected numbers are {@code x[:4].mean(0)} and {@code x[:4].var(0)} of NumPy. */
class AdaptingTest {
    private static final float[] X = {1, 100001, 2, 100002, 4, 100002, 9, 100003, 1000, 0};
    private static final float[] MEAN = {4, 100002};
    private static final float[] VARIANCE = {9.5f, 0.5f};

    @Test
    void theTrainingPartAloneIsMeasured() {
        Trainer trainer = trainer("Normalization", "Dense(1)");
        assertArrayEquals(MEAN, read(trainer, "normalization/mean"));
        assertArrayEquals(VARIANCE, read(trainer, "normalization/variance"));
    }

    @Test
    void aLayerIsMeasuredBehindOthers() {
        Trainer trainer = trainer("Rescaling(-2)", "Normalization", "Normalization", "Dense(1)");
        assertArrayEquals(new float[] {-8, -200004}, read(trainer, "normalization/mean"));
        assertArrayEquals(new float[] {38, 2}, read(trainer, "normalization/variance"));
        assertArrayEquals(new float[] {0, 0}, read(trainer, "normalization_1/mean"), 1e-6f);
        assertArrayEquals(new float[] {1, 1}, read(trainer, "normalization_1/variance"), 1e-6f);
    }

    @Test
    void trainingDoesNotChangeWhatWasMeasured() {
        Trainer trainer = trainer("Normalization", "Dense(1)");
        trainer.advance(3, 1000);
        assertEquals(2, trainer.step());
        assertArrayEquals(MEAN, read(trainer, "normalization/mean"));
        Snapshot snapshot = trainer.snapshot();
        trainer.reset();
        trainer.restore(snapshot);
        assertArrayEquals(VARIANCE, read(trainer, "normalization/variance"));
        assertArrayEquals(new float[] {0}, read(trainer, "normalization/count"));
    }

    private static float[] read(Trainer trainer, String name) {
        return trainer.machine()
                .read(trainer.model().weights().stream()
                        .filter(value -> value.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private static Trainer trainer(String... layers) {
        Model model = Model.of(Plan.of(Sketch.numbers(Shape.of(2), 1, layers)));
        Supply supply = new Supply(
                new FloatSamples(X, 2),
                Rescaling.NONE,
                new Target.Numbers(new float[] {1, 2, 3, 4, 5}, 1, List.of("t")));
        Split split = Split.lastRows(5, 0.2, 0);
        return new Trainer(
                new Reference(), model, supply, split, new Batches(split.training(), 2, false, new Random(1)), () -> 0);
    }
}
