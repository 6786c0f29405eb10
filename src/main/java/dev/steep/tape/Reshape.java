package dev.steep.tape;

import java.util.List;

/** The same numbers in the same order under another shape. */
public record Reshape(Value x, Value output) implements Step {
    @Override
    public List<Value> inputs() {
        return List.of(x);
    }

    /** dx is dy in x's shape. */
    @Override
    public void backward(Value dy, Gradients gradients) {
        if (gradients.wanted(x)) {
            Value dx = gradients.value(x);
            gradients.tape().record(new Reshape(dy, dx));
            gradients.add(x, dx);
        }
    }

    @Override
    public String words() {
        return x.name() + " as " + output.shape();
    }

    @Override
    public double work(int samples) {
        return 0;
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.reshape(this);
    }
}
