package dev.steep.reference;

import dev.steep.math.Elementary;
import dev.steep.tape.CrossEntropy;
import dev.steep.tape.Softmax;
import dev.steep.tape.Value;

/** Softmax, its gradient, and cross-entropy from logits. The largest logit is subtracted first, so nothing overflows. */
final class SoftmaxTask {
    private SoftmaxTask() {}

    static StepTask forward(Softmax step, ValueArrays memory) {
        return new Forward(step, memory);
    }

    static StepTask gradient(Softmax.Gradient step, ValueArrays memory) {
        return new Gradient(step, memory);
    }

    static StepTask crossEntropy(CrossEntropy step, ValueArrays memory) {
        return new Entropy(step, memory);
    }

    private static int classes(Value value) {
        return value.shape().rank() == 0 ? 1 : value.shape().length(-1);
    }

    private static double largest(double[] x, int start, int classes) {
        double largest = x[start];
        for (int i = start + 1; i < start + classes; i++) {
            largest = Math.max(largest, x[i]);
        }
        return largest;
    }

    private static final class Forward implements StepTask {
        private final Value shaped;
        private final double[] x;
        private final double[] y;
        private final int classes;
        private final boolean logarithmic;

        Forward(Softmax step, ValueArrays memory) {
            logarithmic = step.logarithmic();
            shaped = step.x();
            x = memory.of(step.x());
            y = memory.of(step.output());
            classes = classes(step.x());
        }

        @Override
        public void run(int samples) {
            int end = ValueArrays.count(shaped, samples);
            for (int start = 0; start < end; start += classes) {
                double largest = largest(x, start, classes);
                double sum = 0;
                for (int i = start; i < start + classes; i++) {
                    double e = Elementary.exp(x[i] - largest);
                    y[i] = e;
                    sum += e;
                }
                double log = logarithmic ? Elementary.log(sum) : 0;
                for (int i = start; i < start + classes; i++) {
                    y[i] = logarithmic ? x[i] - largest - log : y[i] / sum;
                }
            }
        }
    }

    private static final class Gradient implements StepTask {
        private final Value shaped;
        private final double[] y;
        private final double[] dy;
        private final double[] dx;
        private final int classes;
        private final boolean logarithmic;

        Gradient(Softmax.Gradient step, ValueArrays memory) {
            logarithmic = step.logarithmic();
            shaped = step.y();
            y = memory.of(step.y());
            dy = memory.of(step.dy());
            dx = memory.of(step.output());
            classes = classes(step.y());
        }

        @Override
        public void run(int samples) {
            int end = ValueArrays.count(shaped, samples);
            for (int start = 0; start < end; start += classes) {
                double mean = 0;
                for (int i = start; i < start + classes; i++) {
                    mean += logarithmic ? dy[i] : y[i] * dy[i];
                }
                for (int i = start; i < start + classes; i++) {
                    dx[i] = logarithmic ? dy[i] - Elementary.exp(y[i]) * mean : y[i] * (dy[i] - mean);
                }
            }
        }
    }

    /**
     * As the targets sum to 1, the largest logit may be subtracted from all of them without changing the loss. Its e^0 is the 1
     * of log(1 + the others), which keeps the loss of a sample that is nearly certain.
     */
    private static final class Entropy implements StepTask {
        private final Value shaped;
        private final double[] x;
        private final double[] target;
        private final double[] y;
        private final int classes;

        Entropy(CrossEntropy step, ValueArrays memory) {
            shaped = step.x();
            x = memory.of(step.x());
            target = memory.of(step.target());
            y = memory.of(step.output());
            classes = step.x().size();
        }

        @Override
        public void run(int samples) {
            int rows = ValueArrays.count(shaped, samples) / classes;
            for (int s = 0; s < rows; s++) {
                int start = s * classes;
                double largest = largest(x, start, classes);
                double others = -1;
                double chosen = 0;
                for (int i = start; i < start + classes; i++) {
                    if (x[i] == largest) {
                        others++;
                    }
                }
                for (int i = start; i < start + classes; i++) {
                    double below = x[i] - largest;
                    if (below != 0) {
                        others += Elementary.exp(below);
                    }
                    if (target[i] != 0) { // 0 times minus infinity would be NaN
                        chosen += target[i] * below;
                    }
                }
                y[s] = Elementary.log1p(others) - chosen;
            }
        }
    }
}
