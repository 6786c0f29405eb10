package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkingTest {
    private static List<String> of(int place, String... layers) {
        return Working.of(Plan.of(Sketch.digits(layers)), place).stream()
                .map(Working::toString)
                .toList();
    }

    @Test
    void aConvolutionSaysHowEachOfItsNumbersComesAbout() {
        assertEquals(
                List.of(
                        "Output 28 × 28 × 8: (28 + 2·1 − 3)/1 + 1 = 28",
                        "Parameters 80: 3·3·1·8 + 8 = 80",
                        "Multiply-adds 56,448: 28 × 28 places · 3·3·1·8",
                        "Memory 24.81 KB: (28·28·8 + 80) · 4 bytes, for one sample",
                        "Receptive field 3 × 3: 1 + (3 − 1)·1 = 3"),
                of(0, "Conv2D(8,3,padding=same)"));
    }

    @Test
    void stridesAndPoolingAreRoundedDownAndWidenTheField() {
        String[] layers = {"Conv2D(4,5)", "MaxPooling2D(3)", "Conv2D(4,3x1,2,same)", "Flatten", "Dense(10)"};
        assertEquals("Output 8 × 8 × 4: (24 − 3)/3 + 1 = 8", of(1, layers).get(0));
        assertEquals("Receptive field 7 × 7: 5 + (3 − 1)·1 = 7", of(1, layers).get(2));
        assertEquals(
                "Output 4 × 4 × 4: (8 + 1 − 3)/2 + 1 = 4, ⌊(8 − 1)/2⌋ + 1 = 4",
                of(2, layers).get(0));
        assertEquals(
                "Receptive field 13 × 7: 7 + (3 − 1)·3 = 13, 7 + (1 − 1)·3 = 7",
                of(2, layers).get(4));
        assertEquals(List.of("Output 64", "Memory 256.00 B: (64) · 4 bytes, for one sample"), of(3, layers));
        assertEquals("Parameters 650: 64·10 + 10 = 650", of(4, layers).get(1));
        assertEquals("Multiply-adds 640: 64·10", of(4, layers).get(2));
    }

    /** Of every kind of layer, on an image and on numbers: what is said of shape and weights is what the plan has. */
    @Test
    void everyLayerHasItsShape() {
        for (Shape input : List.of(Shape.of(12, 12, 3), Shape.of(6))) {
            for (var kind : dev.steep.network.Layers.kinds()) {
                Plan plan = Plan.of(Sketch.numbers(input, 1, kind.choice().toString()));
                List<Working> all = Working.of(plan, 0);
                plan.layers().get(0).extent().ifPresent(extent -> {
                    assertEquals(
                            extent.output().toString().replace("x", " × ").replace("×", "×"),
                            all.get(0).value().replace(" × ", " × "),
                            kind.name());
                    assertEquals(extent.parameters() > 0, all.get(1).name().equals("Parameters"), kind.name());
                });
            }
        }
    }
}
