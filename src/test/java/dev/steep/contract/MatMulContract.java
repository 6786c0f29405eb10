package dev.steep.contract;

import dev.steep.engine.Machine;
import dev.steep.math.Shape;
import dev.steep.tape.Gradients;
import dev.steep.tape.Value;
import org.junit.jupiter.api.Test;

/** Matrix products, forward and backward, against their definition. */
interface MatMulContract extends Contract {
    int[] SIZES = {1, 2, 3, 4, 5, 7, 8, 9, 13, 16, 17};

    @Test
    default void productsOfAllSizesAndTheirGradients() {
        for (int samples : new int[] {1, 2, 5, 8}) {
            for (int in : SIZES) {
                for (int out : SIZES) {
                    product(samples, in, out);
                }
            }
        }
        product(33, 101, 37);
        product(3, 784, 10);
    }

    private void product(int samples, int in, int out) {
        String what = "seed 7, " + samples + " x " + in + " x " + out;
        Rig rig = new Rig(7, samples, Shape.of(in), Shape.of(out));
        Value a = rig.shifted();
        Value w = rig.parameter("w", in, out);
        Value y = rig.tape.matMul("y", a, w);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());

        double[] as = rig.shiftedNumbers();
        double[] ws = rig.numbers(w);
        double[] dy = rig.numbers(rig.t);
        double[] ys = new double[samples * out];
        double[] da = new double[samples * in];
        double[] dw = new double[in * out];
        for (int m = 0; m < samples; m++) {
            for (int k = 0; k < in; k++) {
                for (int n = 0; n < out; n++) {
                    ys[m * out + n] += as[m * in + k] * ws[k * out + n];
                    da[m * in + k] += dy[m * out + n] * ws[k * out + n];
                    dw[k * out + n] += as[m * in + k] * dy[m * out + n];
                }
            }
        }
        close(ys, machine.read(y), what + ": y");
        close(da, machine.read(gradients.of(a).orElseThrow()), what + ": dx");
        close(dw, machine.read(gradients.of(w).orElseThrow()), what + ": dw");
    }

    @Test
    default void imagesCountAsRows() {
        Rig rig = new Rig(3, 4, Shape.of(2, 3, 2), Shape.of(5));
        Value w = rig.parameter("w", 12, 5);
        Value y = rig.tape.matMul("y", rig.x, w);
        Machine machine = rig.run(backend());
        double[] xs = rig.numbers(rig.x);
        double[] ws = rig.numbers(w);
        double[] expected = new double[20];
        for (int i = 0; i < 4 * 12 * 5; i++) {
            expected[i / 60 * 5 + i % 5] += xs[i / 5] * ws[i % 60];
        }
        close(expected, machine.read(y), "seed 3");
    }
}
