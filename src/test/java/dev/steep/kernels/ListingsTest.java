package dev.steep.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.contract.Rig;
import dev.steep.engine.Piece;
import dev.steep.kernels.host.Host;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Functions;
import dev.steep.tape.Gradients;
import dev.steep.tape.Noise;
import dev.steep.tape.Pool;
import dev.steep.tape.Resample;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code of each kernel, for small shapes, as it lies in {@code src/test/resources/dev/steep/kernels}: whoever changes a
 * kernel sees, and shows, what becomes of its code. {@code -Dlistings=write} writes the files anew.
 */
class ListingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/steep/kernels");
    private static final Expr A = Expr.input(0, "a");
    private static final Expr B = Expr.input(1, "b");

    /** Each kernel's name, and the piece of code. */
    private static final Map<String, Piece> PIECES = new TreeMap<>();

    static {
        product();
        convolution();
        pool("pool-grid", Window.Axis.valid(4, 2, 2, 1));
        pool("pool", Window.Axis.same(4, 3, 2, 1));
        classification();
        formulas();
        noise();
        resample();
    }

    private static void noise() {
        Rig rig = new Rig(1, 3, Shape.of(5), Shape.of(5));
        Noise.Distribution kind = Noise.Distribution.BERNOULLI;
        rig.tape.noise("mask", kind, Shape.of(5), 0, rig.scalar("rate", 0.5), rig.scalar("kept", 2));
        take("mask", rig, "mask");
    }

    private static void resample() {
        Rig rig = new Rig(1, 3, Shape.of(Resample.TRANSFORM), Shape.of(4, 4, 3));
        Value w = rig.parameter("w", Resample.TRANSFORM, 48);
        Value x = rig.tape.reshape("x image", rig.tape.matMul("rows", rig.x, w), Shape.of(4, 4, 3));
        Resample.Sampling reading = new Resample.Sampling(Resample.Interpolation.BILINEAR, Resample.Fill.REFLECT, 0);
        rig.differentiate(rig.tape.resample("y", x, rig.x, reading, x.shape()));
        take("resample", rig, "y");
        take("resample-gradient", rig, "x image/gradient");
    }

    static List<String> names() {
        return List.copyOf(PIECES.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void isAsItWas(String name) throws IOException {
        Piece piece = PIECES.get(name);
        String text = String.join(
                        "\n", piece.steps().stream().map(step -> ";; " + step).toList()) + "\n"
                + piece.listing().get().strip() + "\n";
        Path file = FOLDER.resolve(name + ".wat");
        if (System.getProperty("listings", "").equals("write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        assertEquals(Files.readString(file), text, name);
    }

    @Test
    void everyFileIsOfSomeKernel() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertEquals(
                    names(),
                    files.map(file -> file.getFileName().toString().replace(".wat", ""))
                            .sorted()
                            .toList());
        }
    }

    /** y = relu(x w + b), 4 samples, 6 x 8; and a step of gradient descent. */
    private static void product() {
        Rig rig = new Rig(1, 4, Shape.of(6), Shape.of(8));
        Value h = rig.shifted();
        Value w = rig.parameter("w", 6, 8);
        Value b = rig.parameter("b", 8);
        Value product = rig.tape.matMul("product", h, w);
        Value sum = rig.tape.elementwise("sum", A.plus(B), product, b);
        Value y = rig.tape.elementwise("y", Functions.relu(A), sum);
        Gradients gradients = rig.differentiate(y);
        rig.tape.update(w, A.minus(B.times(0.1)), w, gradients.of(w).orElseThrow());
        take("product", rig, "y");
        take("product-left-gradient", rig, "shifted/gradient");
        take("product-right-gradient-and-update", rig, "w");
        take("column-sums", rig, "b/gradient");
        take("total", rig, "loss");
    }

    /** 3 x 3 taps, 4 channels, 8 filters. */
    private static void convolution() {
        Rig rig = new Rig(1, 2, Shape.of(4, 4, 4), Shape.of(4, 4, 8));
        Value h = rig.shifted();
        Value kernel = rig.parameter("kernel", 3, 3, 4, 8);
        Window.Axis axis = Window.Axis.same(4, 3, 1, 1);
        Value y = rig.tape.conv("y", h, kernel, new Window(axis, axis));
        rig.differentiate(y);
        take("convolution", rig, "y");
        take("convolution-input-gradient", rig, "shifted/gradient");
        take("convolution-kernel-gradient", rig, "kernel/gradient");
    }

    private static void pool(String name, Window.Axis axis) {
        Rig rig = new Rig(1, 2, Shape.of(4, 4, 6), Shape.of(axis.output(), axis.output(), 6));
        Value y = rig.tape.pool("y", Pool.Operation.MAX, rig.shifted(), new Window(axis, axis));
        rig.differentiate(y);
        take(name, rig, "y");
        take(name + "-gradient", rig, "shifted/gradient");
    }

    private static void classification() {
        Rig rig = new Rig(1, 3, Shape.of(5), Shape.of(5));
        Value x = rig.shifted();
        Value p = rig.tape.softmax("p", x);
        rig.tape.match("match", p, rig.t);
        rig.tape.crossEntropy("cross-entropy", x, p, rig.t);
        rig.differentiate(p);
        take("softmax", rig, "p");
        take("softmax-gradient", rig, "shifted/gradient");
        take("cross-entropy", rig, "cross-entropy");
        take("match", rig, "match");
    }

    private static void formulas() {
        Map<String, Expr> functions = Map.of(
                "exp", Expr.exp(A),
                "expm1", Expr.expm1(A),
                "log", Expr.log(A),
                "log1p", Expr.log1p(A),
                "tanh", Expr.tanh(A),
                "erf", Expr.erf(A),
                "sin", Expr.sin(A),
                "cos", Expr.cos(A));
        functions.forEach((name, f) -> {
            Rig rig = new Rig(1, 2, Shape.of(4), Shape.of(1));
            rig.tape.elementwise("y", f, rig.x);
            take("formula-" + name, rig, "y");
        });
        Rig rig = new Rig(1, 2, Shape.of(6), Shape.of(6));
        Value b = rig.parameter("b", 3);
        Value c = rig.tape.sumEach("c", rig.x);
        rig.tape.elementwise("y", A.times(B).plus(Expr.input(2, "c")), rig.x, b, c);
        take("formula-with-repeated-inputs", rig, "y");
        take("sum-of-each-sample", rig, "c");
    }

    private static void take(String kernel, Rig rig, String value) {
        Piece piece = rig.open(new Kernels(new NoHost())).pieces().stream()
                .filter(each -> each.steps().stream().anyMatch(step -> step.startsWith(value + " = ")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing computes " + value + "."));
        PIECES.put(kernel, piece);
    }

    /** Code is only looked at. */
    private record NoHost() implements Host, Host.Instance {
        @Override
        public Instance instantiate(byte[] module) {
            return this;
        }

        @Override
        public void call(String function, int... arguments) {}

        @Override
        public void write(int address, float[] numbers) {}

        @Override
        public void write(int address, int[] numbers) {}

        @Override
        public void write(int address, byte[] bytes) {}

        @Override
        public float[] floats(int address, int count) {
            return new float[count];
        }
    }
}
