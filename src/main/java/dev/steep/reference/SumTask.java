package dev.steep.reference;

import dev.steep.tape.Sum;
import dev.steep.tape.Value;

/** Sums. In a single sum, four run side by side, one for each place modulo 4; then (s0 + s1) + (s2 + s3), then the rest. */
final class SumTask implements StepTask {
    private final double[] x;
    private final double[] y;
    private final Value from;
    private final int width;
    private final boolean each;

    private SumTask(Sum step, ValueArrays memory) {
        x = memory.of(step.x());
        y = memory.of(step.output());
        from = step.x();
        width = step.output().size();
        each = step.output().batched();
    }

    static StepTask of(Sum step, ValueArrays memory) {
        boolean fits = step.x().size() % step.output().size() == 0;
        if (!fits || step.output().batched() && !step.x().batched()) {
            throw new IllegalArgumentException("Cannot sum " + step.x() + " down to " + step.output() + ".");
        }
        return new SumTask(step, memory);
    }

    @Override
    public void run(int samples) {
        int sums = each ? samples : 1;
        int numbers = each ? from.size() : ValueArrays.count(from, samples);
        for (int s = 0; s < sums; s++) {
            if (width == 1) {
                y[s] = total(s * numbers, numbers);
            } else {
                columns(s * numbers, (s + 1) * numbers, s * width);
            }
        }
    }

    private double total(int start, int numbers) {
        double[] x = this.x;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = start;
        for (int end = start + numbers - 3; i < end; i += 4) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }
        double sum = (s0 + s1) + (s2 + s3);
        for (; i < start + numbers; i++) {
            sum += x[i];
        }
        return sum;
    }

    /** Four columns at a time, each summed from top to bottom. */
    private void columns(int start, int end, int to) {
        double[] x = this.x;
        int width = this.width;
        int column = 0;
        for (; column + 3 < width; column += 4) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            for (int i = start + column; i < end; i += width) {
                s0 += x[i];
                s1 += x[i + 1];
                s2 += x[i + 2];
                s3 += x[i + 3];
            }
            y[to + column] = s0;
            y[to + column + 1] = s1;
            y[to + column + 2] = s2;
            y[to + column + 3] = s3;
        }
        for (; column < width; column++) {
            double sum = 0;
            for (int i = start + column; i < end; i += width) {
                sum += x[i];
            }
            y[to + column] = sum;
        }
    }
}
