package dev.steep.network.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.steep.math.Shape;
import dev.steep.network.Layers;
import dev.steep.network.Sketch;
import dev.steep.network.layer.normalization.Adapted;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AxesTest {
    private static Layer layer(String text) {
        return Layers.of(Sketch.pick(Layers.kinds(), text));
    }

    private static String refused(String text, int... shape) {
        Outcome.Fails fails = assertInstanceOf(Outcome.Fails.class, layer(text).fit(Shape.of(shape)), text);
        Layer repaired = Layers.of(fails.offer().orElseThrow().instead().get(0));
        assertInstanceOf(Outcome.Fits.class, repaired.fit(Shape.of(shape)), text);
        return fails.sentence();
    }

    @Test
    void whatIsNoAxisIsSaid() {
        assertEquals(
                "Softmax has no axis 3 to work along, since it is given 5 × 4, with axes from 1 to 2. Set axis to -1, the last.",
                refused("Softmax(3)", 5, 4));
        assertEquals(
                "Axis 0 is the batch, and LayerNormalization takes each sample by itself. Set axis to -1, the last.",
                refused("LayerNormalization((0,1))", 5, 4));
        assertEquals(
                "Axis -3 is the batch, and Normalization takes each sample by itself. Set axis to -1, the last.",
                refused("Normalization(-3)", 5, 4));
        assertEquals(
                "LayerNormalization names axis 2 twice. Set axis to -1, the last.",
                refused("LayerNormalization((2,-1))", 5, 4));
        assertEquals(
                "BatchNormalization has no axis 2 to work along, since it is given 5, with axes from 1 to 1. Set axis to -1, the last.",
                refused("BatchNormalization(2)", 5));
    }

    @Test
    void weightsHaveTheShapeOfTheAxes() {
        Shape image = Shape.of(6, 5, 3);
        assertEquals(
                Shape.of(6, 3),
                layer("LayerNormalization((3,1))").weights(image).get(0).shape());
        assertEquals(
                Shape.of(5),
                layer("BatchNormalization(2)").weights(image).get(0).shape());
        assertEquals(
                Shape.SCALAR, layer("Normalization(none)").weights(image).get(0).shape());
    }

    /** Keras' adapt: mean and variance over the batch and all axes but those that are kept. */
    @Test
    void normalizationMeasuresAlongItsAxes() {
        Shape shape = Shape.of(2, 3);
        double[] numbers = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 18};
        assertArrayEquals(new float[] {5, 9}, mean("Normalization(1)", shape, numbers));
        assertArrayEquals(new float[] {5.5f, 6.5f, 9}, mean("Normalization", shape, numbers));
        assertArrayEquals(new float[] {7}, mean("Normalization(none)", shape, numbers));
        assertArrayEquals(new float[] {4, 5, 6, 7, 8, 12}, mean("Normalization((1,2))", shape, numbers));
    }

    private static float[] mean(String text, Shape shape, double[] numbers) {
        Layer layer = layer(text);
        Adapted adapted = new Adapted(layer.weights(shape).get(0).shape().size(), layer.measured(shape));
        adapted.add(numbers, 1);
        adapted.add(Arrays.copyOfRange(numbers, 6, 12), 1);
        return adapted.mean();
    }

    @Test
    void dimsThatAreNoOrderAreSaidAndMended() {
        assertEquals(
                "Permute is given 5 × 4 × 3, so dims must name each axis from 1 to 3 once; 2, 1 does not. Set dims to 2, 1, 3.",
                refused("Permute((2,1))", 5, 4, 3));
        assertEquals(
                "Permute is given 5 × 4, so dims must name each axis from 1 to 2 once; 2, 2 does not. Set dims to 2, 1.",
                refused("Permute((2,2))", 5, 4));
        assertEquals(
                "Permute is given 5, so dims must name axis 1 once; 2, 1 does not. Set dims to 1.",
                refused("Permute((2,1))", 5));
    }
}
