package dev.steep.network.layer.augmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.contract.Rig;
import dev.steep.math.Shape;
import dev.steep.network.Layers;
import dev.steep.network.Sketch;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.reference.Reference;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers that augment, with numbers that are set and not drawn, against real Keras ({@code augmentation/golden.py}). */
class AugmentationTest {
    private static final Shape SHAPE = Shape.of(5, 4, 2);

    static Stream<String> keras() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(AugmentationTest.class.getResourceAsStream("/augmentation/keras.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }

    @ParameterizedTest
    @MethodSource("keras")
    void pixelsAreThoseOfKeras(String line) {
        String[] parts = line.split("\\|");
        Rig rig = new Rig(1, 1, SHAPE, Shape.of(1));
        double[] image = new double[SHAPE.size()];
        for (int i = 0; i < image.length; i++) {
            image[i] = (i * 37 + 11) % 101 / 101.0;
        }
        rig.set(rig.x, image);
        Layer layer = Layers.of(Sketch.layers(parts[0]).get(0));
        Recorded recorded = layer.record(new Fixed(rig, drawn(layer, parts[1])), rig.x);
        String[] numbers = parts[2].split(" ");
        float[] expected = new float[numbers.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = Float.parseFloat(numbers[i]);
        }
        assertArrayEquals(expected, rig.run(new Reference()).read(recorded.output()), 1e-5f, line);
    }

    /** What is to be set instead of being drawn. */
    private static Map<String, Double> drawn(Layer layer, String given) {
        if (given.equals("middle")) {
            return Map.of();
        }
        double[] numbers =
                Stream.of(given.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return switch (layer.choice().kind().name()) {
            case "RandomFlip" -> Map.of("half", 1 - numbers[0], "one", 1.0);
            case "RandomZoom" -> Map.of("height", numbers[0], "width", numbers[1]);
            case "RandomContrast" -> Map.of("contrast", numbers[0]);
            case "RandomBrightness" -> Map.of("more", numbers[0]);
            case "RandomGaussianBlur" ->
                Map.of("sigma_x", numbers[0], "sigma_y", numbers[1], "probability", 1.0, "threshold", 0.0);
            default -> throw new IllegalArgumentException(layer.toString());
        };
    }

    @Test
    void everyLayerThatAugmentsIsComparedHereOrInResamplingTest() throws IOException {
        Set<String> missing = new TreeSet<>();
        Layers.kinds().stream()
                .map(kind -> kind.name())
                .filter(name -> name.startsWith("Random"))
                .forEach(missing::add);
        keras().forEach(line -> missing.remove(line.substring(0, line.indexOf('('))));
        assertEquals(Set.of("RandomRotation", "RandomTranslation"), missing);
    }

    /** Training, with these numbers in place of the ends of what random numbers lie between; prediction, if there are none. */
    private record Fixed(Rig rig, Map<String, Double> numbers, Map<String, Value> known) implements Scope {
        Fixed(Rig rig, Map<String, Double> numbers) {
            this(rig, numbers, new HashMap<>());
        }

        @Override
        public Tape tape() {
            return rig.tape;
        }

        @Override
        public boolean training() {
            return !numbers.isEmpty();
        }

        @Override
        public boolean trainable() {
            return true;
        }

        @Override
        public int number() {
            return 0;
        }

        @Override
        public String name(String what) {
            return what;
        }

        @Override
        public Value weights(String name) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        public Value live(String name, double number) {
            String drawn = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
            double set = numbers.getOrDefault(drawn, number);
            return known.computeIfAbsent(name, each -> rig.scalar(each, set));
        }

        @Override
        public Value share(int count) {
            throw new UnsupportedOperationException();
        }
    }
}
