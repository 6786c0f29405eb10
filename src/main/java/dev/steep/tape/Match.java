package dev.steep.tape;

import java.util.List;

/**
 * Whether the largest element of a prediction stands where the largest of the target does (the first, if several are
 * equally large): 1 or 0 per sample. Categorical accuracy is its mean.
 */
public record Match(Value prediction, Value target, Value output) implements Step {
    @Override
    public List<Value> inputs() {
        return List.of(prediction, target);
    }

    /** Accuracy has no useful derivative. */
    @Override
    public void backward(Value dy, Gradients gradients) {}

    @Override
    public String words() {
        return "1 where " + prediction.name() + " and " + target.name() + " are largest at the same place, else 0";
    }

    @Override
    public double work(int samples) {
        return 4 * Cost.NUMBER * target.count(samples);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.match(this);
    }
}
