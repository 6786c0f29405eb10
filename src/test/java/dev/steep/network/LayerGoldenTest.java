package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.contract.Rig;
import dev.steep.engine.Machine;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Weights;
import dev.steep.reference.Reference;
import dev.steep.tape.Gradients;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Layers and their gradients against real Keras: {@code layers/golden.py} among the resources says how the numbers came about. */
class LayerGoldenTest {
    private static final int SAMPLES = 2;

    static List<String> keras() throws IOException {
        try (var stream = Objects.requireNonNull(LayerGoldenTest.class.getResourceAsStream("/layers/keras.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("keras")
    void outputAndGradientsAreThoseOfKeras(String line) {
        String[] parts = line.split("; ");
        Layer layer = Layers.of(Sketch.pick(Layers.kinds(), parts[0]));
        Shape shape = Shape.of(
                Arrays.stream(parts[1].split(",")).mapToInt(Integer::parseInt).toArray());
        Shape output = ((Outcome.Fits) layer.fit(shape)).output();
        Rig rig = new Rig(1, SAMPLES, shape, output);
        rig.set(rig.x, wave(SAMPLES * shape.size(), 0.3)).set(rig.t, wave(SAMPLES * output.size(), 1.1));
        Value shift = rig.parameter("shift", shape.lengths());
        Value x = rig.tape.elementwise("x", Expr.input(0, "x").plus(Expr.input(1, "shift")), rig.x, shift);
        rig.set(shift, 0);
        Map<Value, Weights> weights = new LinkedHashMap<>();
        for (Weights each : layer.weights(shape)) {
            Value value = rig.parameter(each.name(), each.shape().lengths());
            double[] numbers = wave(value.size(), 2 + weights.size());
            rig.set(
                    value,
                    each.role() == Value.Role.PARAMETER
                            ? numbers
                            : Arrays.stream(numbers).map(n -> 1 + n / 2).toArray());
            weights.put(value, each);
        }
        Value y = layer.record(new Alone(rig.tape, weights.keySet()), x).output();
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(new Reference());

        assertEquals(output, y.shape());
        close(parts[2], machine.read(y), "y");
        close(parts[3], machine.read(gradients.of(x).orElseThrow()), "dx");
        List<Value> trained = new ArrayList<>(weights.keySet());
        trained.removeIf(value -> weights.get(value).role() != Value.Role.PARAMETER);
        assertEquals(trained.size(), parts.length - 4, "weights");
        for (int i = 0; i < trained.size(); i++) {
            close(
                    parts[4 + i],
                    machine.read(gradients.of(trained.get(i)).orElseThrow()),
                    trained.get(i).name());
        }
    }

    /** Layers are held to these numbers as they come; the other tests of a layer are contracts over the catalog. */
    private static void close(String expected, float[] actual, String what) {
        double[] numbers = Arrays.stream(expected.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        double[] read = new double[actual.length];
        double largest = 1;
        for (int i = 0; i < read.length; i++) {
            read[i] = actual[i];
            largest = Math.max(largest, Math.abs(read[i]));
        }
        assertArrayEquals(numbers, read, 1e-6 * largest, what);
    }

    private static double[] wave(int count, double phase) {
        double[] wave = new double[count];
        Arrays.setAll(wave, i -> (float) Math.sin(1.7 * i + phase));
        return wave;
    }

    /** As it is in prediction. */
    private record Alone(Tape tape, Iterable<Value> all) implements Scope {
        @Override
        public boolean training() {
            return false;
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
            return "layer/" + what;
        }

        @Override
        public Value weights(String name) {
            for (Value value : all) {
                if (value.name().equals(name)) {
                    return value;
                }
            }
            throw new AssertionError("No weights " + name);
        }

        @Override
        public Value live(String name, double number) {
            return tape.scalar(name);
        }

        @Override
        public Value share(int numbers) {
            throw new AssertionError("Not in prediction.");
        }
    }
}
