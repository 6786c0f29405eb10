package dev.steep.reference;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.lessEqual;
import static dev.steep.math.expr.Expr.select;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Functions;
import dev.steep.tape.Elementwise;
import dev.steep.tape.Value;
import java.util.Optional;

/**
 * The two formulas that convolutional networks spend most of their element-by-element time on: relu and its gradient.
 * The signs are as good as random, so a branch is mispredicted every other time; in Chromium that makes it six times
 * slower than the arithmetic here.
 */
final class ReluTask {
    private static final Expr RELU = Functions.relu(Expr.input(0, "x"));
    private static final Expr GRADIENT = select(lessEqual(Expr.input(0, "y"), c(0)), c(0), Expr.input(1, "dy"));

    private ReluTask() {}

    /** The task of a step, if it is one of the two and its values are all alike. */
    static Optional<StepTask> of(Elementwise step, Expr f, ValueArrays memory) {
        Value y = step.output();
        boolean alike = step.inputs().stream().allMatch(x -> x.size() == y.size() && x.batched() == y.batched());
        if (!alike) {
            return Optional.empty();
        }
        if (f.equals(RELU)) {
            return Optional.of(new Relu(y, memory.of(step.inputs().get(0)), memory.of(y)));
        }
        if (f.equals(GRADIENT)) {
            return Optional.of(new Gradient(
                    y, memory.of(step.inputs().get(0)), memory.of(step.inputs().get(1)), memory.of(y)));
        }
        return Optional.empty();
    }

    private static final class Relu implements StepTask {
        private final Value shaped;
        private final double[] x;
        private final double[] y;

        Relu(Value shaped, double[] x, double[] y) {
            this.shaped = shaped;
            this.x = x;
            this.y = y;
        }

        /** Halving is exact, so this is x above zero and 0 below, for every finite number. */
        @Override
        public void run(int samples) {
            double[] x = this.x;
            double[] y = this.y;
            int count = ValueArrays.count(shaped, samples);
            for (int i = 0; i < count; i++) {
                double v = x[i];
                y[i] = 0.5 * v + 0.5 * Math.abs(v);
            }
        }
    }

    private static final class Gradient implements StepTask {
        private final Value shaped;
        private final double[] y;
        private final double[] dy;
        private final double[] dx;

        Gradient(Value shaped, double[] y, double[] dy, double[] dx) {
            this.shaped = shaped;
            this.y = y;
            this.dy = dy;
            this.dx = dx;
        }

        @Override
        public void run(int samples) {
            double[] y = this.y;
            double[] dy = this.dy;
            double[] dx = this.dx;
            int count = ValueArrays.count(shaped, samples);
            for (int i = 0; i < count; i++) {
                dx[i] = y[i] <= 0 ? 0 : dy[i];
            }
        }
    }
}
