package dev.steep.tape;

import dev.steep.math.expr.Expr;
import java.util.List;

/**
 * Sums a tensor down to a smaller one: {@code y[j]} is the sum of all {@code x[i]} with {@code i mod size(y) = j}. If y
 * is batched, each sample is summed by itself; if not, the sum runs over the whole batch too. So a y of channels sums
 * over everything but the channels, and a scalar y sums everything. The order of summation is fixed.
 */
public record Sum(Value x, Value output) implements Step {
    @Override
    public List<Value> inputs() {
        return List.of(x);
    }

    /** dx[i] = dy[i mod size(y)]. */
    @Override
    public void backward(Value dy, Gradients gradients) {
        if (gradients.wanted(x)) {
            gradients.add(x, gradients.elementwise(x, Expr.input(0, "dy"), List.of(dy), x));
        }
    }

    @Override
    public String words() {
        String over = output.batched() ? " of each sample" : x.batched() ? " over the batch" : "";
        return "sum of " + x.name() + over + (output.size() > 1 ? ", each column by itself" : "");
    }

    @Override
    public double work(int samples) {
        return Cost.NUMBER * x.count(samples);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.sum(this);
    }
}
