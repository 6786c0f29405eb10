package dev.steep.tape;

import java.util.List;

/**
 * Along the last axis, {@code y[i] = exp(x[i] - max x) / sum over j of exp(x[j] - max x)}, or its logarithm, which is finite where
 * the share itself is rounded to 0.
 *
 * @param logarithmic whether it is the logarithm
 */
public record Softmax(Value x, boolean logarithmic, Value output) implements Step {
    @Override
    public List<Value> inputs() {
        return List.of(x);
    }

    @Override
    public void backward(Value dy, Gradients gradients) {
        if (gradients.wanted(x)) {
            Value dx = gradients.value(x);
            gradients.tape().record(new Gradient(output, dy, logarithmic, dx));
            gradients.add(x, dx);
        }
    }

    @Override
    public String words() {
        return (logarithmic ? "log_softmax(" : "softmax(") + x.name() + ")";
    }

    @Override
    public double work(int samples) {
        return (Cost.FUNCTION + Cost.ROOT + 2 * Cost.NUMBER) * output.count(samples);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.softmax(this);
    }

    /**
     * Along the last axis, {@code dx[i] = y[i] (dy[i] - sum over j of y[j] dy[j])}; of the logarithm {@code dx[i] = dy[i] - exp(y[i])
     * times the sum over j of dy[j]}.
     */
    public record Gradient(Value y, Value dy, boolean logarithmic, Value output) implements GradientStep {
        @Override
        public List<Value> inputs() {
            return List.of(y, dy);
        }

        @Override
        public String words() {
            return logarithmic
                    ? dy.name() + " - exp(" + y.name() + ") times the sum of " + dy.name()
                    : y.name() + " (" + dy.name() + " - sum of " + y.name() + " " + dy.name() + ")";
        }

        @Override
        public double work(int samples) {
            return ((logarithmic ? Cost.FUNCTION : 0) + 4 * Cost.NUMBER) * output.count(samples);
        }

        @Override
        public <R> R on(Visitor<R> visitor) {
            return visitor.softmaxGradient(this);
        }
    }
}
