package dev.steep.reference;

import dev.steep.tape.Standardize;
import dev.steep.tape.Value;

/** Mean 0 and variance 1 along the last axis, and the gradient, row by row. */
final class StandardizeTask {
    private StandardizeTask() {}

    static StepTask forward(Standardize step, ValueArrays memory) {
        return new Forward(step, memory);
    }

    static StepTask gradient(Standardize.Gradient step, ValueArrays memory) {
        return new Gradient(step, memory);
    }

    static double mean(double[] x, int start, int row) {
        double sum = 0;
        for (int i = start; i < start + row; i++) {
            sum += x[i];
        }
        return sum / row;
    }

    /** 1 / sqrt(variance + epsilon). */
    static double factor(double[] x, int start, int row, double mean, double epsilon) {
        double squares = 0;
        for (int i = start; i < start + row; i++) {
            squares += (x[i] - mean) * (x[i] - mean);
        }
        return 1 / Math.sqrt(squares / row + epsilon);
    }

    private static final class Forward implements StepTask {
        private final Value shaped;
        private final double[] x;
        private final double[] y;
        private final int row;
        private final double epsilon;

        Forward(Standardize step, ValueArrays memory) {
            shaped = step.x();
            x = memory.of(step.x());
            y = memory.of(step.output());
            row = step.x().shape().length(-1);
            epsilon = step.epsilon();
        }

        @Override
        public void run(int samples) {
            int end = ValueArrays.count(shaped, samples);
            for (int start = 0; start < end; start += row) {
                double mean = mean(x, start, row);
                double factor = factor(x, start, row, mean, epsilon);
                for (int i = start; i < start + row; i++) {
                    y[i] = (x[i] - mean) * factor;
                }
            }
        }
    }

    private static final class Gradient implements StepTask {
        private final Value shaped;
        private final double[] x;
        private final double[] y;
        private final double[] dy;
        private final double[] dx;
        private final int row;
        private final double epsilon;

        Gradient(Standardize.Gradient step, ValueArrays memory) {
            shaped = step.x();
            x = memory.of(step.x());
            y = memory.of(step.y());
            dy = memory.of(step.dy());
            dx = memory.of(step.output());
            row = step.x().shape().length(-1);
            epsilon = step.epsilon();
        }

        @Override
        public void run(int samples) {
            int end = ValueArrays.count(shaped, samples);
            for (int start = 0; start < end; start += row) {
                double factor = factor(x, start, row, mean(x, start, row), epsilon);
                double shift = mean(dy, start, row);
                double scale = 0;
                for (int i = start; i < start + row; i++) {
                    scale += dy[i] * y[i];
                }
                scale /= row;
                for (int i = start; i < start + row; i++) {
                    dx[i] = (dy[i] - shift - y[i] * scale) * factor;
                }
            }
        }
    }
}
