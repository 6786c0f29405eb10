package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.data.Batches;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.engine.Supply;
import dev.steep.engine.Trainer;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.loss.Loss;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Networks whose layers take the outputs of several: their losses step by step are those of Keras' functional models. */
public interface GraphContract extends Contract {
    int SAMPLES = 6;

    /** Keras computes in float32, and the first steps of Adam magnify the rounding of small gradients. */
    double TOLERANCE = 1e-5;

    @Test
    default void numbersInARow() {
        String[] layers = {
            "Dense(4,tanh)",
            "Dense(4,elu)",
            "Add(from=dense)",
            "Dense(4,tanh)",
            "Concatenate(from=(dense_1,input))",
            "Dense(2)"
        };
        losses(Shape.of(3), "SGD(0.1)", layers, new double[] {
            0.6802353858947754, 0.5428751111030579, 0.45963847637176514, 0.40243294835090637, 0.3605844974517822
        });
        losses(Shape.of(3), "Adam(0.01)", layers, new double[] {
            0.6802353858947754, 0.610450029373169, 0.5524209141731262, 0.504508912563324, 0.4645082950592041
        });
    }

    @Test
    default void everyWayToMerge() {
        merged("Subtract", new double[] {
            0.6117949485778809, 0.5488073229789734, 0.5038298964500427, 0.4688878059387207, 0.4399366080760956
        });
        merged("Multiply", new double[] {
            0.5854800343513489, 0.5661255717277527, 0.5504676699638367, 0.5377941727638245, 0.527530312538147
        });
        merged("Average", new double[] {
            0.6356943249702454, 0.5904561877250671, 0.5573139786720276, 0.5325630307197571, 0.5137209296226501
        });
        merged("Maximum", new double[] {
            0.5427435636520386, 0.4925597608089447, 0.4654746949672699, 0.44513943791389465, 0.43075910210609436
        });
        merged("Minimum", new double[] {
            0.7991044521331787, 0.6498345136642456, 0.5548483729362488, 0.4941084086894989, 0.44976866245269775
        });
    }

    private void merged(String name, double[] expected) {
        String[] layers = {
            "Dense(4,tanh)",
            "Dense(4,elu)",
            name + "(from=dense)",
            "Dense(4,tanh)",
            name + "(from=" + name.toLowerCase(Locale.ROOT) + ")",
            "Dense(2)"
        };
        losses(Shape.of(3), "SGD(0.1)", layers, expected);
    }

    @Test
    default void images() {
        String[] layers = {
            "Conv2D(2,3,padding=same,activation=tanh)",
            "Conv2D(2,3,padding=same,activation=tanh)",
            "Add(from=(conv2d,input))",
            "Concatenate(1,from=conv2d)",
            "Conv2D(3,2,activation=elu)",
            "Flatten",
            "Dense(2)"
        };
        losses(Shape.of(4, 5, 2), "SGD(0.01)", layers, new double[] {
            6.29901647567749, 3.225905179977417, 0.32737022638320923, 0.15146367251873016, 0.12953275442123413
        });
        losses(Shape.of(4, 5, 2), "Adam(0.01)", layers, new double[] {
            6.29901647567749, 2.4159157276153564, 1.2391114234924316, 1.0313235521316528, 0.9721205830574036
        });
    }

    /** The same formulas gave samples, targets and first weights to Keras 3. */
    private void losses(Shape input, String optimizer, String[] layers, double[] expected) {
        float[] x = new float[SAMPLES * input.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Elementary.cos(0.7 * i);
        }
        float[] y = new float[2 * SAMPLES];
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) Elementary.sin(1.3 * i);
        }
        Supply supply = new Supply(
                new FloatSamples(x, input.size()), Rescaling.NONE, new Target.Numbers(y, 2, List.of("a", "b")));
        int[] rows = IntStream.range(0, SAMPLES).toArray();
        Split split = new Split(rows, new int[0], new int[0]);
        Model model = Model.of(Plan.of(
                Sketch.with(Sketch.with(Sketch.numbers(input, 2, layers), Loss.MEAN_SQUARED_ERROR), optimizer)));
        Trainer trainer =
                new Trainer(backend(), model, supply, split, new Batches(rows, SAMPLES, false, new Random(1)), () -> 0);
        List<Value> weights = model.weights();
        for (int k = 0; k < weights.size(); k++) {
            float[] numbers = new float[weights.get(k).size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (float) (0.5 * Elementary.sin(1 + i + 10 * k));
            }
            trainer.machine().write(weights.get(k), numbers);
        }
        while (trainer.step() < expected.length) {
            trainer.advance(1, 1);
        }
        float[] losses = trainer.losses();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], losses[i], TOLERANCE * Math.max(1, expected[i]), optimizer + ", step " + (i + 1));
        }
    }
}
