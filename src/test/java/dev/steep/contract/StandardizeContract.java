package dev.steep.contract;

import dev.steep.engine.Machine;
import dev.steep.math.Shape;
import dev.steep.tape.Gradients;
import dev.steep.tape.Value;
import org.junit.jupiter.api.Test;

/** Mean 0 and variance 1 along the last axis. */
interface StandardizeContract extends Contract {
    @Test
    default void rowsOfAllLengthsAndTheirGradients() {
        for (int length = 1; length <= 17; length++) {
            standardize(Shape.of(length), 1e-3);
            standardize(Shape.of(3, length), 0.5);
        }
    }

    /** The gradient by the chain rule, through mean and variance one after the other. */
    private void standardize(Shape shape, double epsilon) {
        String what = shape + ", epsilon " + epsilon;
        Rig rig = new Rig(21, 3, shape, shape);
        Value x = rig.shifted();
        Value y = rig.tape.standardize("y", x, epsilon);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());

        int n = shape.length(-1);
        double[] xs = rig.shiftedNumbers();
        double[] dy = rig.numbers(rig.t);
        double[] ys = new double[xs.length];
        double[] dx = new double[xs.length];
        for (int first = 0; first < xs.length; first += n) {
            double mean = 0;
            for (int i = first; i < first + n; i++) {
                mean += xs[i] / n;
            }
            double variance = 0;
            for (int i = first; i < first + n; i++) {
                variance += (xs[i] - mean) * (xs[i] - mean) / n;
            }
            double root = Math.sqrt(variance + epsilon);
            double byVariance = 0;
            double byMean = 0;
            for (int i = first; i < first + n; i++) {
                ys[i] = (xs[i] - mean) / root;
                byVariance -= dy[i] * (xs[i] - mean) / (2 * root * root * root);
                byMean -= dy[i] / root;
            }
            for (int i = first; i < first + n; i++) {
                dx[i] = dy[i] / root + byMean / n + byVariance * 2 * (xs[i] - mean) / n;
            }
        }
        close(ys, machine.read(y), what + ": y");
        close(dx, machine.read(gradients.of(x).orElseThrow()), what + ": dx");
    }
}
