package dev.steep.reference;

import dev.steep.tape.MatMul;
import dev.steep.tape.Value;
import java.util.Arrays;

/** Matrix products: rows times columns, or, where the first matrix is transposed, a sum of outer products of rows. */
final class MatMulTask {
    private MatMulTask() {}

    static StepTask of(MatMul step, ValueArrays memory) {
        if (step.transposeA() && step.transposeB() || step.b().batched() && !step.transposeA()) {
            throw new IllegalArgumentException("No layer needs this product: " + step);
        }
        return step.transposeA() ? new Outer(step, memory) : new Inner(step, memory);
    }

    /** A B or A Bᵀ. */
    private static final class Inner implements StepTask {
        private final Value rows;
        private final double[] a;
        private final double[] b;
        private final double[] y;
        private final int depth;
        private final int columns;
        private final boolean transpose;
        private final Panels panels;

        Inner(MatMul step, ValueArrays memory) {
            rows = step.a();
            a = memory.of(step.a());
            b = memory.of(step.b());
            y = memory.of(step.output());
            depth = ValueArrays.columns(step.a());
            transpose = step.transposeB();
            columns = transpose ? ValueArrays.rows(step.b(), 0) : ValueArrays.columns(step.b());
            panels = Panels.plain(depth, columns);
            agree(step, depth, transpose ? ValueArrays.columns(step.b()) : ValueArrays.rows(step.b(), 0));
        }

        @Override
        public void run(int samples) {
            panels.pack(b, transpose ? 1 : columns, transpose ? depth : 1);
            panels.multiply(a, 0, depth, ValueArrays.rows(rows, samples), y, 0, columns);
        }
    }

    /** Aᵀ B. */
    private static final class Outer implements StepTask {
        private final Value rows;
        private final double[] a;
        private final double[] b;
        private final double[] y;
        private final int step;
        private final OuterSums sums;

        Outer(MatMul step, ValueArrays memory) {
            rows = step.a();
            a = memory.of(step.a());
            b = memory.of(step.b());
            y = memory.of(step.output());
            this.step = ValueArrays.columns(step.a());
            sums = OuterSums.plain(ValueArrays.columns(step.a()), ValueArrays.columns(step.b()));
            agree(step, ValueArrays.rows(step.a(), -1), ValueArrays.rows(step.b(), -1));
        }

        @Override
        public void run(int samples) {
            Arrays.fill(y, 0);
            sums.add(a, 0, 1, ValueArrays.rows(rows, samples), 0, step, b, 0, y);
        }
    }

    private static void agree(MatMul step, int inner, int other) {
        if (inner != other) {
            throw new IllegalArgumentException(
                    "Cannot carry out " + step + ": the inner sizes " + inner + " and " + other + " must match.");
        }
    }
}
