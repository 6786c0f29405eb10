package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.engine.Machine;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Gradients;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import org.junit.jupiter.api.Test;

/** Softmax, cross-entropy and classification hits. */
interface SoftmaxContract extends Contract {
    @Test
    default void softmaxAndItsGradientOfAllSizes() {
        for (int samples : new int[] {1, 3, 8}) {
            for (int classes = 1; classes <= 17; classes++) {
                softmax(samples, Shape.of(classes));
            }
            softmax(samples, Shape.of(3, 5));
        }
    }

    private void softmax(int samples, Shape shape) {
        String what = samples + " samples of " + shape;
        Rig rig = new Rig(12, samples, shape, shape);
        Value x = rig.shifted();
        Value y = rig.tape.softmax("y", x);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());

        int classes = shape.length(-1);
        double[] ys = softmax(rig.shiftedNumbers(), classes);
        double[] dy = rig.numbers(rig.t);
        double[] dx = new double[ys.length];
        for (int i = 0; i < ys.length; i++) {
            int start = i / classes * classes;
            for (int j = start; j < start + classes; j++) {
                dx[i] += dy[j] * ys[j] * ((i == j ? 1 : 0) - ys[i]);
            }
        }
        close(ys, machine.read(y), what + ": y");
        close(dx, machine.read(gradients.of(x).orElseThrow()), what + ": dx");
    }

    private static double[] softmax(double[] x, int classes) {
        double[] y = new double[x.length];
        for (int start = 0; start < x.length; start += classes) {
            double sum = 0;
            for (int i = start; i < start + classes; i++) {
                sum += Math.exp(x[i]);
            }
            for (int i = start; i < start + classes; i++) {
                y[i] = Math.exp(x[i]) / sum;
            }
        }
        return y;
    }

    @Test
    default void softmaxOfHugeLogitsIsOneHot() {
        Rig rig = new Rig(1, 3, Shape.of(3), Shape.of(1));
        rig.set(rig.x, 1e30, -1e30, 0, -3e4, -2e4, -1e4, 88, 89, -3e38);
        Value y = rig.tape.softmax("y", rig.x);
        double e = Math.exp(-1);
        double[] expected = {1, 0, 0, 0, 0, 1, e / (1 + e), 1 / (1 + e), 0};
        close(expected, rig.run(backend()).read(y), "huge logits");
    }

    @Test
    default void crossEntropyAndItsGradientOfAllSizes() {
        for (int classes = 1; classes <= 17; classes++) {
            for (double smoothing : new double[] {0, 0.25}) {
                crossEntropy(5, classes, smoothing);
            }
        }
    }

    private void crossEntropy(int samples, int classes, double smoothing) {
        String what = classes + " classes, smoothing " + smoothing;
        Rig rig = new Rig(14, samples, Shape.of(classes), Shape.of(classes));
        double[] target = new double[samples * classes];
        for (int i = 0; i < target.length; i++) {
            boolean chosen = i % classes == i / classes * 3 % classes;
            target[i] = (float) ((chosen ? 1 - smoothing : 0) + smoothing / classes);
        }
        rig.set(rig.t, target);
        Value x = rig.shifted();
        Value p = rig.tape.softmax("p", x);
        Value y = rig.tape.crossEntropy("y", x, p, rig.t);
        Gradients gradients = rig.tape.differentiate(rig.tape.sum("loss", y));
        Machine machine = rig.run(backend());

        double[] ps = softmax(rig.shiftedNumbers(), classes);
        double[] ys = new double[samples];
        double[] dx = new double[ps.length];
        for (int i = 0; i < ps.length; i++) {
            ys[i / classes] -= target[i] * Math.log(ps[i]);
            dx[i] = ps[i] - target[i];
        }
        close(ys, machine.read(y), what + ": y");
        close(dx, machine.read(gradients.of(x).orElseThrow()), what + ": dx");
    }

    @Test
    default void crossEntropyIsNeverNaN() {
        Rig rig = new Rig(1, 4, Shape.of(3), Shape.of(3));
        rig.set(rig.x, 1e30, -1e30, 0, 1e30, -1e30, 0, -3e4, -2e4, -1e4, -3e38, 0, 0);
        rig.set(rig.t, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0.5, 0.5);
        Value p = rig.tape.softmax("p", rig.x);
        Value y = rig.tape.crossEntropy("y", rig.x, p, rig.t);
        float[] losses = rig.run(backend()).read(y);
        assertArrayEquals(new float[] {0, 2e30f, 0, (float) Math.log(2)}, losses, 2e30f * (float) tolerance());
        close(new double[] {0, 0, Math.log(2)}, new float[] {losses[0], losses[2], losses[3]}, "the small ones");
    }

    /** log(1 + 5 e^-20), where 1 + 5 e^-20 is 1 in float32; equally large logits are not forgotten beside each other. */
    @Test
    default void anAlmostCertainSampleHasASmallLoss() {
        Rig rig = new Rig(1, 3, Shape.of(6), Shape.of(6));
        rig.set(rig.x, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, -30, 10, 3, 3, 3, 3, 3, 3);
        rig.set(rig.t, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1);
        Value p = rig.tape.softmax("p", rig.x);
        Value y = rig.tape.crossEntropy("y", rig.x, p, rig.t);
        float[] losses = rig.run(backend()).read(y);
        double[] expected = {Math.log1p(5 * Math.exp(-20)), Math.log1p(4 * Math.exp(-10) + Math.exp(-40)), Math.log(6)};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], losses[i], 1e-6 * expected[i], "sample " + i);
        }
    }

    @Test
    default void aHitIsTheFirstLargestAtTheSamePlace() {
        Rig rig = new Rig(1, 5, Shape.of(3), Shape.of(3));
        rig.set(rig.x, 1, 2, 3, 3, 2, 1, 2, 2, 1, 1, 2, 2, -1, -1, -2);
        rig.set(rig.t, 0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0);
        Value y = rig.tape.match("y", rig.x, rig.t);
        Value hits = rig.tape.sum("hits", y);
        Machine machine = rig.run(backend());
        assertArrayEquals(new float[] {1, 0, 1, 0, 1}, machine.read(y));
        assertArrayEquals(new float[] {3}, machine.read(hits));
    }

    @Test
    default void reshapingKeepsTheOrder() {
        Rig rig = new Rig(15, 3, Shape.of(2, 3, 4), Shape.of(24));
        Value x = rig.shifted();
        Value y = rig.tape.reshape("y", x, Shape.of(24));
        Gradients gradients = rig.differentiate(
                rig.tape.elementwise("half", Expr.input(0, "y").times(0.5), y));
        Machine machine = rig.run(backend());
        double[] half = rig.numbers(rig.t);
        for (int i = 0; i < half.length; i++) {
            half[i] *= 0.5;
        }
        close(rig.shiftedNumbers(), machine.read(y), "y");
        close(half, machine.read(gradients.of(x).orElseThrow()), "dx");
    }

    @Test
    default void aReshapedParameterIsReadBeforeItIsUpdated() {
        Rig rig = new Rig(16, 1, Shape.of(1), Shape.of(6));
        Value w = rig.parameter("w", 2, 3);
        Value flat = rig.tape.reshape("flat", w, Shape.of(6));
        Value weighted = rig.tape.elementwise("weighted", Expr.input(0, "t").times(Expr.input(1, "y")), rig.t, flat);
        Gradients gradients = rig.tape.differentiate(rig.tape.sum("loss", weighted));
        rig.tape.update(w, Expr.input(0, "dw"), gradients.of(w).orElseThrow());
        Machine machine = rig.open(backend());
        machine.run(rig.batch(), Tape.Phase.UPDATE);
        close(rig.numbers(w), machine.read(flat), "flat");
        close(rig.numbers(rig.t), machine.read(w), "w");
    }
}
