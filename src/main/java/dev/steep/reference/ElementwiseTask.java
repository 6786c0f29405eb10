package dev.steep.reference;

import dev.steep.math.expr.Expr;
import dev.steep.math.expr.Lanes;
import dev.steep.tape.Elementwise;
import dev.steep.tape.Value;
import java.util.List;

/**
 * A formula over whole arrays, {@link #chunk} samples at a time: one if samples are large, several if they are small.
 * Inputs that repeat within a chunk are written out in full beforehand, so the formula only ever meets dense arrays and
 * single numbers.
 */
final class ElementwiseTask implements StepTask {
    /** Processors compute with numbers of this size, or soon below, many times more slowly. */
    private static final double FADED = 1e-300;

    private final Lanes formula;
    private final Value shaped;
    private final double[] y;
    private final int chunk;
    private final Feed[] feeds;
    private final double[][] inputs;
    private final int[] offsets;
    private final int[] strides;

    private ElementwiseTask(Elementwise step, Expr f, ValueArrays memory) {
        formula = Lanes.of(f);
        shaped = step.output();
        y = memory.of(step.output());
        chunk = shaped.batched() ? Math.max(Lanes.BLOCK / shaped.size(), 1) : 1;
        List<Value> values = step.inputs();
        feeds = new Feed[values.size()];
        inputs = new double[feeds.length][];
        offsets = new int[feeds.length];
        strides = new int[feeds.length];
        for (int i = 0; i < feeds.length; i++) {
            feeds[i] = Feed.of(values.get(i), shaped, memory.of(values.get(i)), chunk);
            inputs[i] = feeds[i].numbers;
            strides[i] = feeds[i].stride;
        }
    }

    static StepTask of(Elementwise step, ValueArrays memory) {
        for (Value x : step.inputs()) {
            if (step.output().size() % x.size() != 0
                    || x.batched() && !step.output().batched()) {
                throw new IllegalArgumentException("Cannot repeat " + x + " over " + step.output() + ".");
            }
        }
        Expr f = step.f().simplify();
        return ReluTask.of(step, f, memory).orElseGet(() -> new ElementwiseTask(step, f, memory));
    }

    @Override
    public void run(int samples) {
        for (Feed feed : feeds) {
            feed.begin();
        }
        int size = shaped.size();
        int total = shaped.batched() ? samples : 1;
        for (int s = 0; s < total; s += chunk) {
            int count = Math.min(chunk, total - s);
            for (int i = 0; i < feeds.length; i++) {
                offsets[i] = feeds[i].offset(s, count);
            }
            formula.run(count * size, inputs, offsets, strides, y, s * size);
        }
        if (shaped.role() == Value.Role.SLOT) {
            flush();
        }
    }

    /** What an optimizer remembers of a weight that no longer changes fades for ever: here it ends at zero. */
    private void flush() {
        for (int i = 0; i < y.length; i++) {
            if (Math.abs(y[i]) < FADED) {
                y[i] = 0;
            }
        }
    }

    /** How one input reaches the formula. */
    private static final class Feed {
        private enum Reach {
            /** As many numbers as the output has: read where they are. */
            WHOLE,
            /** One number for all, or, with one sample in a chunk, for each sample. */
            SINGLE,
            /** Repeats in every sample, and is written out once per run. */
            SAME,
            /** Repeats within each sample, and is written out for each chunk. */
            EACH
        }

        private final Reach kind;
        private final double[] x;
        private final int size;
        private final int step;
        private final int full;

        /** What the formula reads, and whether it is one number or many. */
        final double[] numbers;

        final int stride;

        private Feed(Reach kind, double[] x, int size, int step, int full, int chunk) {
            this.kind = kind;
            this.x = x;
            this.size = size;
            this.step = step;
            this.full = full;
            numbers = switch (kind) {
                case WHOLE, SINGLE -> x;
                case SAME, EACH -> new double[chunk * full];
            };
            stride = kind == Reach.SINGLE ? 0 : 1;
        }

        static Feed of(Value value, Value output, double[] x, int chunk) {
            int size = value.size();
            int step = value.batched() ? size : 0;
            return new Feed(kind(value, output, chunk), x, size, step, output.size(), chunk);
        }

        private static Reach kind(Value value, Value output, int chunk) {
            if (value.size() == output.size() && value.batched() == output.batched()) {
                return Reach.WHOLE;
            }
            if (value.size() == 1 && (chunk == 1 || !value.batched())) {
                return Reach.SINGLE;
            }
            return value.batched() ? Reach.EACH : Reach.SAME;
        }

        /** Prepares for a run. */
        void begin() {
            if (kind == Reach.SAME) {
                repeat(0, 0, numbers.length);
            }
        }

        /** Prepares a chunk of {@code count} samples from sample s on; returns where the formula is to read. */
        int offset(int s, int count) {
            if (kind != Reach.EACH) {
                return kind == Reach.SAME ? 0 : s * step;
            }
            for (int k = 0; k < count; k++) {
                repeat((s + k) * step, k * full, full);
            }
            return 0;
        }

        private void repeat(int from, int to, int count) {
            for (int i = to; i < to + count; i += size) {
                System.arraycopy(x, from, numbers, i, size);
            }
        }
    }
}
