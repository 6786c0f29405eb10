package dev.steep.tape;

import java.util.List;

/**
 * Along the last axis, mean 0 and variance 1: {@code y[i] = (x[i] - mean) / sqrt(variance + epsilon)}, with the mean and the (biased)
 * variance of that row of numbers. It is what layer normalization (Ba, Kiros and Hinton 2016) does before it scales and shifts.
 */
public record Standardize(Value x, double epsilon, Value output) implements Step {
    @Override
    public List<Value> inputs() {
        return List.of(x);
    }

    @Override
    public void backward(Value dy, Gradients gradients) {
        if (gradients.wanted(x)) {
            Value dx = gradients.value(x);
            gradients.tape().record(new Gradient(x, output, dy, epsilon, dx));
            gradients.add(x, dx);
        }
    }

    @Override
    public String words() {
        return x.name() + " with mean 0 and variance 1 along its last axis";
    }

    @Override
    public double work(int samples) {
        return 4 * Cost.NUMBER * output.count(samples) + Cost.ROOT * rows(output, samples);
    }

    private static double rows(Value value, int samples) {
        return (double) value.count(samples) / value.shape().length(-1);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.standardize(this);
    }

    /**
     * Along the last axis, as mean and variance depend on all of x, {@code dx[i] = (dy[i] - mean of dy - y[i] mean of (dy y)) /
     * sqrt(variance of x + epsilon)}.
     */
    public record Gradient(Value x, Value y, Value dy, double epsilon, Value output) implements GradientStep {
        @Override
        public List<Value> inputs() {
            return List.of(x, y, dy);
        }

        @Override
        public String words() {
            return "(" + dy.name() + " - its mean - " + y.name() + " times the mean of both) / the deviation of "
                    + x.name();
        }

        @Override
        public double work(int samples) {
            return 7 * Cost.NUMBER * output.count(samples) + Cost.ROOT * rows(output, samples);
        }

        @Override
        public <R> R on(Visitor<R> visitor) {
            return visitor.standardizeGradient(this);
        }
    }
}
