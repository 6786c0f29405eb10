package dev.steep.tape;

import dev.steep.math.expr.Expr;
import java.util.List;

/**
 * Categorical cross-entropy of softmax, taken from the logits so that no probability is ever rounded to zero:
 * {@code loss = log(sum over j of exp(x[j])) - sum over j of target[j] x[j]}, for targets that sum to 1.
 *
 * @param x logits, batch x classes
 * @param probabilities their softmax, which the gradient needs
 * @param target batch x classes, each row sums to 1
 * @param output one number per sample
 */
public record CrossEntropy(Value x, Value probabilities, Value target, Value output) implements Step {
    @Override
    public List<Value> inputs() {
        return List.of(x, probabilities, target);
    }

    /** dx = (probabilities - target) dy. */
    @Override
    public void backward(Value dy, Gradients gradients) {
        if (gradients.wanted(x)) {
            Expr dx = Expr.input(0, "p").minus(Expr.input(1, "t")).times(Expr.input(2, "dy"));
            gradients.add(x, gradients.elementwise(x, dx, List.of(probabilities, target, dy), x));
        }
    }

    @Override
    public String words() {
        return "-sum of " + target.name() + " log(softmax(" + x.name() + "))";
    }

    @Override
    public double work(int samples) {
        return (Cost.FUNCTION + 2 * Cost.NUMBER) * x.count(samples);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.crossEntropy(this);
    }
}
