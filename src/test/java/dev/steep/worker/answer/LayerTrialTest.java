package dev.steep.worker.answer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Shape;
import dev.steep.network.Layers;
import dev.steep.network.layer.Layer;
import dev.steep.protocol.Inquiry;
import dev.steep.protocol.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerTrialTest {
    private static Report of(String layer, int[] shape, int count, float... input) {
        return LayerTrial.of(new Inquiry.TryLayer(layer, shape, input, count, 3));
    }

    private static Report.Numbers numbers(String layer, int[] shape, int count, float... input) {
        return assertInstanceOf(Report.Numbers.class, of(layer, shape, count, input), layer);
    }

    @Test
    void aWindowKeepsTheLargestNumber() {
        Report.Numbers pooled = numbers("MaxPooling2D", new int[] {2, 4, 1}, 1, 1, 2, 5, 0, 4, 3, 6, 7);
        assertArrayEquals(new int[] {1, 1, 2, 1}, pooled.shape());
        assertArrayEquals(new float[] {4, 7}, pooled.values());
    }

    @Test
    void probabilitiesAreThoseOfSoftmax() {
        float[] p = numbers("Activation(softmax)", new int[] {3}, 1, 0, (float) Math.log(2), (float) Math.log(5))
                .values();
        assertArrayEquals(new float[] {0.125f, 0.25f, 0.625f}, p, 1e-6f);
    }

    @Test
    void aLayerThatJoinsTakesTwo() {
        float[] two = {1, 2, 5, 4, 3, 9};
        assertArrayEquals(
                new float[] {4, 3, 9}, numbers("Maximum", new int[] {3}, 1, two).values());
        assertArrayEquals(two, numbers("Concatenate", new int[] {3}, 1, two).values());
        assertInstanceOf(Report.Refused.class, of("Activation(relu)", new int[] {3}, 1, two));
    }

    /** The sums of 3 × 3 numbers. */
    @Test
    void weightsStartAsTheirInitializerSays() {
        float[] sums = numbers("Conv2D(1,2,kernel_initializer=constant(1))", new int[] {2, 3, 1}, 1, 1, 2, 3, 4, 5, 6)
                .values();
        assertArrayEquals(new float[] {12, 16}, sums);
    }

    @Test
    void eachDrawIsAnother() {
        float[] input = new float[100];
        java.util.Arrays.fill(input, 1);
        Report.Numbers dropped = numbers("Dropout(0.5)", new int[] {100}, 2, input);
        assertArrayEquals(new int[] {2, 100}, dropped.shape());
        int different = 0;
        for (int i = 0; i < 100; i++) {
            float first = dropped.values()[i];
            assertTrue(first == 0 || first == 2, "" + first);
            different += first == dropped.values()[100 + i] ? 0 : 1;
        }
        assertTrue(different > 20, different + " of 100 differ");
    }

    @Test
    void whatCannotBeTriedIsRefusedInWords() {
        assertInstanceOf(Report.Refused.class, of("Nothing", new int[] {1}, 1, 1));
        assertInstanceOf(Report.Refused.class, of("Dropout(0.5)", new int[] {2}, 1, 1));
        Report.Refused refused = assertInstanceOf(Report.Refused.class, of("Conv2D(4,3)", new int[] {3}, 1, 1, 2, 3));
        assertTrue(refused.sentence().contains("image"), refused.sentence());
    }

    /** Help shows what every layer does that takes one input. */
    @Test
    void everyLayerOfOneInputCanBeTried() {
        List<int[]> shapes = List.of(new int[] {8, 8, 1}, new int[] {16, 1}, new int[] {6});
        List<String> untried = new ArrayList<>();
        for (Layers each : Layers.values()) {
            Layer layer = Layers.of(Layers.of(each.kind().choice()).usual());
            boolean tried = false;
            for (int[] shape : shapes) {
                if (!tried && layer.takes(Shape.of(shape))) {
                    float[] input = new float[(int) Shape.of(shape).count()];
                    Report.Numbers answer = numbers(layer.choice().phrase().toString(), shape, 1, input);
                    assertEquals(1, answer.shape()[0]);
                    tried = true;
                }
            }
            if (!tried) {
                untried.add(each.kind().name());
            }
        }
        assertTrue(
                untried.stream().allMatch(name -> Layers.kinds().stream()
                        .filter(kind -> kind.name().equals(name))
                        .allMatch(kind -> kind.knob("from").isPresent())),
                "Only those that join several: " + untried);
    }
}
