package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.network.loss.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    /** Layer by layer: name, output, weights, multiplications. */
    @Test
    void tableOfACommonNetwork() {
        Plan plan = Plan.of(Sketch.digits(
                "Conv2D(8,3,activation=relu)",
                "MaxPooling2D",
                "Conv2D(16,3,padding=same,activation=relu)",
                "MaxPooling2D(2,1)",
                "Dropout(0.2)",
                "Flatten",
                "Dense(10,softmax)"));
        assertEquals(
                List.of(
                        "conv2d 26 × 26 × 8: 80 weights, 48672",
                        "max_pooling2d 13 × 13 × 8: 0 weights, 0",
                        "conv2d_1 13 × 13 × 16: 1168 weights, 194688",
                        "max_pooling2d_1 12 × 12 × 16: 0 weights, 0",
                        "dropout 12 × 12 × 16: 0 weights, 0",
                        "flatten 2304: 0 weights, 0",
                        "dense 10: 23050 weights, 23040"),
                plan.layers().stream().map(PlanTest::row).toList());
        assertEquals(List.of(), plan.problems());
        assertEquals(80 + 1168 + 23050, plan.parameters());
        assertEquals(48672 + 194688 + 23040, plan.multiplyAdds());
    }

    private static String row(PlannedLayer layer) {
        PlannedLayer.Extent extent = layer.extent().orElseThrow();
        return layer.name() + " " + extent.output() + ": " + extent.parameters() + " weights, " + extent.multiplyAdds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Conv2D(8,3); 26 × 26 × 8; 80",
                "Conv2D(8,3,padding=same); 28 × 28 × 8; 80",
                "Conv2D(8,3,2); 13 × 13 × 8; 80",
                "Conv2D(8,3,2,same); 14 × 14 × 8; 80",
                "Conv2D(8,3x5,use_bias=false); 26 × 24 × 8; 120",
                "Conv2D(4,3,dilation_rate=3); 22 × 22 × 4; 40",
                "MaxPooling2D(3); 9 × 9 × 1; 0",
                "MaxPooling2D(3,padding=same); 10 × 10 × 1; 0",
                "AveragePooling2D(3,2); 13 × 13 × 1; 0",
                "GlobalAveragePooling2D; 1; 0",
                "Flatten; 784; 0",
                "Activation(tanh); 28 × 28 × 1; 0"
            })
    void shapesAreThoseOfKeras(String layer, String output, long parameters) {
        PlannedLayer planned = Plan.of(Sketch.digits(layer)).layers().get(0);
        assertEquals(output, planned.extent().orElseThrow().output().toString());
        assertEquals(parameters, planned.extent().orElseThrow().parameters());
    }

    @Test
    void receptiveFieldGrowsWithEveryWindow() {
        Plan plan = Plan.of(Sketch.digits("Conv2D(8,3)", "MaxPooling2D", "Conv2D(8,3x5)", "Activation", "Flatten"));
        assertEquals(Pair.square(3), field(plan, 0));
        assertEquals(Pair.square(4), field(plan, 1));
        assertEquals(new Pair(8, 12), field(plan, 2));
        assertEquals(new Pair(8, 12), field(plan, 3));
        assertTrue(plan.layers().get(4).extent().orElseThrow().field().isEmpty());
    }

    private static Pair field(Plan plan, int layer) {
        return plan.layers()
                .get(layer)
                .extent()
                .orElseThrow()
                .field()
                .orElseThrow()
                .size();
    }

    @Test
    void layersBeforeABrokenOneAreKnown() {
        Plan plan = Plan.of(Sketch.digits("Conv2D(8,3)", "Conv2D(8,32)", "Dense(10)"));
        assertTrue(plan.layers().get(0).extent().isPresent());
        assertTrue(plan.layers().get(1).extent().isEmpty());
        assertEquals("dense", plan.layers().get(2).name());
        assertTrue(plan.layers().get(2).extent().isEmpty());
        assertFalse(plan.sound());
        assertEquals(1, plan.problems().size());
        assertEquals(1, plan.problems().get(0).layer());
    }

    @Test
    void twoClassesAreToldApartByOneNumberOrTwo() {
        Plan two = Plan.of(Sketch.classes(Shape.of(2), 2, "Dense(2,softmax)"));
        Plan one = Plan.of(Sketch.with(Sketch.classes(Shape.of(2), 2, "Dense(1,sigmoid)"), Loss.BINARY_CROSSENTROPY));
        assertEquals(List.of(), two.problems());
        assertEquals(2, two.targetWidth());
        assertEquals(List.of(), one.problems());
        assertEquals(1, one.targetWidth());
    }
}
