package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.tape.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Samples that count differently. A sample that counts twice beside one that does not count is the sample, twice. */
interface SampleWeightContract extends Contract {
    float[] X = {0.3f, -0.8f, 0.5f, 0.9f, -0.2f, 0.1f, -0.7f, -0.4f, 0.6f, 0.2f, -0.9f, 0.7f};
    float[] WEIGHTS = {2, 0, 0, 2, 2, 0};
    int[] TWICE = {0, 0, 3, 3, 4, 4};
    Target CLASSES = new Target.Classes(new int[] {0, 1, 2, 2, 1, 0}, List.of("a", "b", "c"));

    private static Supply supply(float[] weights) {
        return new Supply(new FloatSamples(X, 2), Rescaling.NONE, CLASSES, Rescaling.NONE, weights);
    }

    private Machine machine(Model model, float[] weights) {
        Machine machine = backend().open(model.program(), supply(weights), 6);
        model.lasting().forEach(value -> machine.write(value, model.initial(value)));
        return machine;
    }

    private static double[] losses(Machine machine, Model model, int[] rows) {
        double[] losses = new double[3];
        Batch[] batches = new Batch[3];
        for (int i = 0; i < 3; i++) {
            batches[i] = new Batch(rows, 0, 6, 1, model.scalars(model.program().training(), 1 + i, 6));
        }
        machine.train(batches, losses, new double[3]);
        return losses;
    }

    @Test
    default void weightsCountSamplesSoOften() {
        for (String last : List.of("Dense(3,softmax)", "Dense(3,tanh)")) {
            Design design = Sketch.classes(Shape.of(2), 3, "Dense(4,tanh)", last);
            Model alike = Model.of(Plan.of(design));
            Model weighted = Model.of(Plan.of(design.weighted(true)));
            Machine twice = machine(alike, new float[0]);
            Machine machine = machine(weighted, WEIGHTS);
            assertArrayEquals(
                    losses(twice, alike, TWICE), losses(machine, weighted, new int[] {0, 1, 2, 3, 4, 5}), 1e-6, last);
            for (int i = 0; i < alike.parameters().size(); i++) {
                Value one = alike.parameters().get(i);
                Value other = weighted.parameters().get(i);
                assertArrayEquals(twice.read(one), machine.read(other), 1e-6f, last + " " + one.name());
            }
        }
    }

    /** Checking a part of the data counts all samples alike, as Keras does where classes have weights. */
    @Test
    default void predictionsAreNotWeighed() {
        Design design = Sketch.classes(Shape.of(2), 3, "Dense(3,softmax)");
        Model weighted = Model.of(Plan.of(design.weighted(true)));
        Machine machine = machine(weighted, WEIGHTS);
        Model model = Model.of(Plan.of(design));
        Machine alike = machine(model, new float[0]);
        int[] rows = {5, 4, 3};
        machine.evaluate(
                new Batch(rows, 0, 3, 0, weighted.scalars(weighted.program().prediction(), 1, 3)));
        alike.evaluate(new Batch(rows, 0, 3, 0, model.scalars(model.program().prediction(), 1, 3)));
        assertArrayEquals(
                alike.read(model.program().predict().loss()),
                machine.read(weighted.program().predict().loss()));
    }

    @Test
    default void weightsHaveToBeThere() {
        Design design = Sketch.classes(Shape.of(2), 3, "Dense(3,softmax)").weighted(true);
        Model model = Model.of(Plan.of(design));
        assertThrows(IllegalArgumentException.class, () -> machine(model, new float[0]));
        assertEquals(
                "2 weights for 6 samples",
                assertThrows(IllegalArgumentException.class, () -> supply(new float[2]))
                        .getMessage());
    }
}
