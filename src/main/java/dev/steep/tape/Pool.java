package dev.steep.tape;

import java.util.List;
import java.util.Locale;

/**
 * The largest, or the mean, of the pixels under a sliding window, each channel by itself. Padding takes no part: it is
 * never the largest and is not counted in the mean (as in TensorFlow).
 *
 * @param x batch x height x width x channels
 * @param output batch x height x width x channels
 */
public record Pool(Operation kind, Value x, Window window, Value output) implements Step {
    /** Which number stands for the window. */
    public enum Operation {
        MAX,
        AVERAGE
    }

    @Override
    public List<Value> inputs() {
        return List.of(x);
    }

    @Override
    public void backward(Value dy, Gradients gradients) {
        if (gradients.wanted(x)) {
            Value dx = gradients.value(x);
            gradients.tape().record(new Gradient(kind, x, output, dy, window, dx));
            gradients.add(x, dx);
        }
    }

    @Override
    public String words() {
        return kind.name().toLowerCase(Locale.ROOT) + " of " + x.name() + " under " + window.sides();
    }

    @Override
    public double work(int samples) {
        return work(output, window, samples) + Cost.NUMBER * x.count(samples);
    }

    private static double work(Value y, Window window, int samples) {
        int taps = window.rows().size() * window.columns().size();
        return y.count(samples) * (Cost.NUMBER + 2 * Cost.SIMPLE * taps);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.pool(this);
    }

    /** dx. MAX: dy goes to the first pixel that is the largest. AVERAGE: dy is shared evenly by the window's pixels. */
    public record Gradient(Operation kind, Value x, Value y, Value dy, Window window, Value output)
            implements GradientStep {
        @Override
        public List<Value> inputs() {
            return List.of(x, y, dy);
        }

        @Override
        public String words() {
            String to =
                    switch (kind) {
                        case MAX -> " to where " + x.name() + " is largest under ";
                        case AVERAGE -> " shared evenly under ";
                    };
            return dy.name() + to + window.sides();
        }

        @Override
        public double work(int samples) {
            return 2 * Pool.work(dy, window, samples) + Cost.NUMBER * output.count(samples);
        }

        @Override
        public <R> R on(Visitor<R> visitor) {
            return visitor.poolGradient(this);
        }
    }
}
