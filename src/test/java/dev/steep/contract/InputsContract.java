package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.steep.data.ByteSamples;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Samples;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.tape.Value;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Networks that answer with their own input learn as from the same numbers given as targets. */
interface InputsContract extends Contract {
    int COUNT = 6;
    Shape IMAGE = Shape.of(3, 3, 1);
    Model MODEL = Model.of(
            Plan.of(Sketch.reconstruction(IMAGE, "Flatten", "Dense(4,tanh)", "Dense(9,sigmoid)", "Reshape((3,3,1))")));

    private static Samples bytes() {
        byte[] numbers = new byte[COUNT * IMAGE.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (byte) (37 * i + 11);
        }
        return new ByteSamples(numbers, IMAGE.size());
    }

    private static Samples floats() {
        float[] numbers = new float[COUNT * IMAGE.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (37 * i + 11) % 101;
        }
        return new FloatSamples(numbers, IMAGE.size());
    }

    /** The same numbers, as targets of their own. */
    private static Target given(Samples x, Rescaling scale) {
        int[] rows = {0, 1, 2, 3, 4, 5};
        double[] scaled = new double[COUNT * x.size()];
        x.gather(rows, 0, COUNT, scale, scaled);
        float[] values = new float[scaled.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) scaled[i];
        }
        return new Target.Numbers(values, x.size(), Collections.nCopies(x.size(), ""));
    }

    private double[] losses(Machine machine) {
        MODEL.lasting().forEach(value -> machine.write(value, MODEL.initial(value)));
        double[] losses = new double[4];
        Batch[] batches = new Batch[4];
        int[] rows = {5, 0, 3, 1, 4};
        for (int i = 0; i < batches.length; i++) {
            batches[i] = new Batch(rows, 0, 5, 1, MODEL.scalars(MODEL.program().training(), 1 + i, 5));
        }
        machine.train(batches, losses, new double[4]);
        return losses;
    }

    @Test
    default void inputsAreTargetsWithoutACopy() {
        for (Samples x : new Samples[] {bytes(), floats()}) {
            Rescaling scale = new Rescaling(new double[] {3}, new double[] {1 / 255.0});
            Supply inputs = new Supply(x, scale, new Target.Inputs(x, scale));
            Supply numbers = new Supply(x, scale, given(x, scale));
            Machine one = backend().open(MODEL.program(), inputs, 5);
            Machine other = backend().open(MODEL.program(), numbers, 5);
            assertArrayEquals(losses(other), losses(one), 1e-7);
            for (Value each : MODEL.parameters()) {
                assertArrayEquals(other.read(each), one.read(each), 1e-6f, each.name());
            }
            int[] rows = {2, 4};
            one.evaluate(new Batch(rows, 0, 2, 0, MODEL.scalars(MODEL.program().prediction(), 1, 2)));
            other.evaluate(
                    new Batch(rows, 0, 2, 0, MODEL.scalars(MODEL.program().prediction(), 1, 2)));
            assertArrayEquals(
                    other.read(MODEL.program().predict().loss()),
                    one.read(MODEL.program().predict().loss()),
                    1e-6f);
        }
    }
}
