package dev.steep.reference;

import dev.steep.contract.Rig;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Functions;
import dev.steep.tape.Gradients;
import dev.steep.tape.Noise;
import dev.steep.tape.Pool;
import dev.steep.tape.Resample;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Backward agrees with central differences: for every step alone, and for small random tapes made of all of them. */
class GradientTest {
    private static final Expr A = Expr.input(0, "a");
    private static final Expr B = Expr.input(1, "b");

    private static final List<Expr> SMOOTH = List.of(
            Expr.tanh(A),
            Functions.sigmoid(A),
            Functions.softplus(A),
            Functions.gelu(A),
            Expr.sin(A).times(A),
            A.over(Expr.abs(A).plus(1)),
            Functions.relu(A),
            Expr.exp(Expr.cos(A)),
            Expr.sqrt(A.times(A).plus(0.5)),
            Expr.log(A.times(A).plus(0.5)),
            Expr.max(A.times(0.1), A),
            Expr.erf(A));

    /** Squares what a tape ends with, so that the slopes depend on all that came before, and sums it. */
    private static Gradients end(Rig rig, Value y) {
        Value square = rig.tape.elementwise("square", A.times(A), y);
        return rig.tape.differentiate(rig.tape.sum("loss", square));
    }

    private static Rig images(int seed) {
        return new Rig(seed, 3, Shape.of(5, 6, 3), Shape.of(4));
    }

    @Test
    void everyFormulaAlone() {
        for (Expr formula : SMOOTH) {
            Rig rig = images(1);
            Value y = rig.tape.elementwise("y", formula, rig.shifted());
            GradientCheck.check(rig, end(rig, y), formula.toString());
        }
    }

    @Test
    void aFormulaWithRepeatedInputs() {
        Rig rig = images(2);
        Value x = rig.shifted();
        Value b = rig.parameter("b", 3);
        Value s = rig.parameter("s", 1);
        Expr f = Expr.tanh(A.times(B)).plus(Expr.input(2, "c").times(Expr.input(3, "d")));
        Value y = rig.tape.elementwise("y", f, x, b, rig.tape.sumEach("c", x), s);
        GradientCheck.check(rig, end(rig, y), f.toString());
    }

    @Test
    void oneValueUsedInSeveralPlaces() {
        Rig rig = images(3);
        Value x = rig.shifted();
        Value tanh = rig.tape.elementwise("tanh", Expr.tanh(A), x);
        Value y = rig.tape.elementwise("y", A.times(B).plus(Expr.input(2, "c")), x, tanh, x);
        GradientCheck.check(rig, end(rig, y), "x tanh x + x");
    }

    @Test
    void matMul() {
        Rig rig = new Rig(4, 5, Shape.of(7), Shape.of(3));
        Value y = rig.tape.matMul("y", rig.shifted(), rig.parameter("w", 7, 3));
        GradientCheck.check(rig, end(rig, y), "matMul");
    }

    @Test
    void convolution() {
        for (int stride = 1; stride <= 3; stride++) {
            for (int dilation = 1; dilation <= 2; dilation++) {
                Rig rig = images(5);
                Window window =
                        new Window(Window.Axis.same(5, 3, stride, dilation), Window.Axis.valid(6, 2, stride, dilation));
                Value y = rig.tape.conv("y", rig.shifted(), rig.parameter("kernel", 3, 2, 3, 4), window);
                GradientCheck.check(rig, end(rig, y), "conv, " + window);
            }
        }
    }

    @Test
    void pooling() {
        for (Pool.Operation kind : Pool.Operation.values()) {
            for (int stride = 1; stride <= 3; stride++) {
                Rig rig = images(6);
                Window window = new Window(Window.Axis.same(5, 3, stride, 1), Window.Axis.valid(6, 2, stride, 1));
                Value y = rig.tape.pool("y", kind, rig.shifted(), window);
                GradientCheck.check(rig, end(rig, y), kind + ", " + window);
            }
        }
    }

    @Test
    void softmax() {
        Rig rig = images(7);
        GradientCheck.check(rig, end(rig, rig.tape.softmax("y", rig.shifted())), "softmax");
    }

    @Test
    void crossEntropy() {
        Rig rig = new Rig(8, 5, Shape.of(4), Shape.of(4));
        rig.set(rig.t, 0, 0.5, 0.25, 0.25, 1, 0, 0, 0);
        Value x = rig.shifted();
        Value p = rig.tape.softmax("p", x);
        GradientCheck.check(rig, end(rig, rig.tape.crossEntropy("y", x, p, rig.t)), "cross-entropy");
    }

    @Test
    void sums() {
        Rig rig = images(9);
        Value x = rig.shifted();
        Value each = rig.tape.sumEach("each", x);
        Value all = rig.tape.sum("all", x);
        Value y = rig.tape.elementwise("y", A.times(B), each, all);
        GradientCheck.check(rig, end(rig, y), "sums");
    }

    @Test
    void maskAndReshape() {
        Rig rig = images(10);
        Value x = rig.shifted();
        Noise.Distribution kind = Noise.Distribution.BERNOULLI;
        Value mask = rig.tape.noise("mask", kind, x.shape(), 1, rig.scalar("rate", 0.3), rig.scalar("kept", 1 / 0.7));
        Value y = rig.tape.reshape("y", rig.tape.elementwise("dropped", A.times(B), x, mask), Shape.of(90));
        GradientCheck.check(rig, end(rig, y), "dropout");
    }

    @Test
    void imagesReadAtRandomPlaces() {
        for (Resample.Fill fill : Resample.Fill.values()) {
            for (Resample.Interpolation interpolation : Resample.Interpolation.values()) {
                Rig rig = images(11);
                Value x = rig.shifted();
                Value transform = rig.tape.noise(
                        "transform",
                        Noise.Distribution.UNIFORM,
                        Shape.of(Resample.TRANSFORM),
                        0,
                        rig.scalar("low", -2),
                        rig.scalar("high", 2));
                Resample.Sampling reading = new Resample.Sampling(interpolation, fill, 0.5);
                Value y = rig.tape.resample("y", x, transform, reading, x.shape());
                GradientCheck.check(rig, end(rig, y), reading.toString());
            }
        }
    }

    @Test
    void randomTapes() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Rig rig = images(seed);
            Value y = rig.shifted();
            StringBuilder what = new StringBuilder("seed " + seed + ":");
            for (int i = 0; i < 5; i++) {
                int kind = random.below(8);
                what.append(' ').append(kind);
                y = layer(rig, random, kind, i, y);
            }
            GradientCheck.check(rig, end(rig, y), what.toString());
        }
    }

    /** One more step, of this kind if it fits the shape of x, else a formula. */
    private static Value layer(Rig rig, Random random, int kind, int i, Value x) {
        Tape tape = rig.tape;
        boolean image = x.shape().rank() == 3;
        int last = x.shape().length(-1);
        if (image && kind < 2) {
            int filters = 1 + random.below(5);
            return tape.conv("conv", x, rig.parameter("kernel" + i, 2, 3, last, filters), window(random, x, 2, 3));
        }
        if (image && kind < 4) {
            Pool.Operation by = kind == 2 ? Pool.Operation.MAX : Pool.Operation.AVERAGE;
            return tape.pool("pool", by, x, window(random, x, 2, 2));
        }
        if (kind == 4) {
            int units = 1 + random.below(6);
            Value y = tape.matMul("matMul", x, rig.parameter("w" + i, x.size(), units));
            return tape.elementwise("plus", A.plus(B), y, rig.parameter("b" + i, units));
        }
        if (kind == 5) {
            return tape.elementwise("scaled", A.times(B), tape.softmax("softmax", x), rig.parameter("s" + i, last));
        }
        if (kind == 6) {
            Value mean = tape.elementwise("mean", A.times(1.0 / x.size()), tape.sumEach("sum", x));
            return tape.elementwise("centred", A.minus(B), x, mean);
        }
        return tape.elementwise("formula", SMOOTH.get(random.below(SMOOTH.size())), x);
    }

    private static Window window(Random random, Value x, int rows, int columns) {
        return new Window(
                Window.Axis.same(x.shape().length(0), rows, 1 + random.below(2), 1),
                Window.Axis.same(x.shape().length(1), columns, 1 + random.below(2), 1));
    }
}
