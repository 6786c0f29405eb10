package dev.steep.tape;

import dev.steep.math.expr.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Batch normalization. Each channel (the last axis of x) is brought to mean 0 and variance 1 over the n numbers that the batch
 * has of it, then scaled and shifted:
 *
 * <pre>
 * mean = sum of x / n
 * variance = sum of (x - mean)² / n
 * normalized = (x - mean) / sqrt(variance + epsilon)
 * y = gamma normalized + beta
 * </pre>
 *
 * <p>These are plain steps of the tape. Their gradient is recorded as one formula: going back through mean and variance step by
 * step would read the whole tensor four times as often.
 *
 * @param mean of each channel
 * @param variance of each channel, the biased one
 * @param output y
 */
public record Normalization(Value mean, Value variance, Value output) {
    private static final Expr X = Expr.input(0, "x");

    /**
     * Records it.
     *
     * @param name begins the names of its values: {@code batch_normalization/}
     * @param called the name of y
     * @param share a scalar, 1 / n
     * @param gamma one factor for each channel; 1 without
     * @param beta one shift for each channel; 0 without
     */
    static Normalization record(
            Tape tape,
            String name,
            String called,
            Value x,
            Value share,
            double epsilon,
            Optional<Value> gamma,
            Optional<Value> beta) {
        Expr times = X.times(Expr.input(1, "1/n"));
        Expr deviation = X.minus(Expr.input(1, "mean"));
        Value mean = tape.elementwise(name + "mean", times, tape.sumChannels(name + "total", x), share);
        Value squares = tape.elementwise(name + "squares/each", deviation.times(deviation), x, mean);
        Value variance = tape.elementwise(name + "variance", times, tape.sumChannels(name + "squares", squares), share);
        Value factor = tape.elementwise(name + "factor", Expr.c(1).over(Expr.sqrt(X.plus(epsilon))), variance);
        Value normalized = tape.elementwise(
                gamma.isPresent() || beta.isPresent() ? name + "normalized" : called,
                deviation.times(Expr.input(2, "factor")),
                x,
                mean,
                factor);
        Value output =
                gamma.isPresent() || beta.isPresent() ? affine(tape, called, normalized, gamma, beta) : normalized;
        tape.rule(output, new Backward(name, x, normalized, factor, share, gamma, beta));
        return new Normalization(mean, variance, output);
    }

    private static Value affine(Tape tape, String called, Value x, Optional<Value> gamma, Optional<Value> beta) {
        List<Value> inputs = new ArrayList<>(List.of(x));
        Expr y = X;
        if (gamma.isPresent()) {
            y = y.times(Expr.input(inputs.size(), "gamma"));
            inputs.add(gamma.get());
        }
        if (beta.isPresent()) {
            y = y.plus(Expr.input(inputs.size(), "beta"));
            inputs.add(beta.get());
        }
        return tape.elementwise(called, y, inputs.toArray(Value[]::new));
    }

    /**
     * {@code dbeta = sum of dy}, {@code dgamma = sum of dy normalized}, and, as mean and variance depend on all of x,
     * {@code dx = gamma factor (dy - dbeta / n - normalized dgamma / n)}.
     */
    private record Backward(
            String name,
            Value x,
            Value normalized,
            Value factor,
            Value share,
            Optional<Value> gamma,
            Optional<Value> beta)
            implements Gradients.Rule {
        @Override
        public void backward(Value dy, Gradients gradients) {
            Tape tape = gradients.tape();
            Expr product = X.times(Expr.input(1, "normalized"));
            Value shift = tape.sum(name + "beta/gradient", dy, factor.shape(), Value.Role.GRADIENT);
            Value each = gradients.formula(name + "gamma/gradient/each", x, product, dy, normalized);
            Value scale = tape.sum(name + "gamma/gradient", each, factor.shape(), Value.Role.GRADIENT);
            gamma.filter(gradients::wanted).ifPresent(value -> gradients.add(value, scale));
            beta.filter(gradients::wanted).ifPresent(value -> gradients.add(value, shift));
            if (!gradients.wanted(x)) {
                return;
            }
            Expr scaled = X.times(Expr.input(1, "factor")); // what is the same for a whole channel is computed once
            Value slope = gamma.map(value -> gradients.formula(name + "slope", value, scaled, value, factor))
                    .orElse(factor);
            Expr mean = X.times(Expr.input(1, "slope")).times(Expr.input(2, "1/n"));
            Value shiftOfEach = gradients.formula(name + "beta/gradient/mean", factor, mean, shift, slope, share);
            Value scaleOfEach = gradients.formula(name + "gamma/gradient/mean", factor, mean, scale, slope, share);
            Expr dx = X.times(Expr.input(2, "slope"))
                    .minus(Expr.input(3, "shift"))
                    .minus(Expr.input(1, "normalized").times(Expr.input(4, "scale")));
            gradients.add(
                    x,
                    gradients.formula(x.name() + "/gradient", x, dx, dy, normalized, slope, shiftOfEach, scaleOfEach));
        }
    }
}
