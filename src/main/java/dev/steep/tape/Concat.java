package dev.steep.tape;

import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Several tensors side by side along one axis. A sample of the output consists of rounds, one for each combination of places
 * on the axes before it; in each round come the next numbers of every input in turn.
 *
 * @param inputs at least one, alike on all axes but that one, all of them batched
 * @param rounds the product of the lengths of the axes before it
 */
public record Concat(List<Value> inputs, int rounds, Value output) implements Step {
    public Concat {
        inputs = List.copyOf(inputs);
    }

    @Override
    public void backward(Value dy, Gradients gradients) {
        int from = 0;
        for (Value x : inputs) {
            if (gradients.wanted(x)) {
                Value dx = gradients.value(x);
                gradients.tape().record(new Part(dy, rounds, from, dx));
                gradients.add(x, dx);
            }
            from += x.size() / rounds;
        }
    }

    @Override
    public String words() {
        return inputs.stream().map(Value::name).collect(Collectors.joining(" beside "));
    }

    @Override
    public double work(int samples) {
        return Cost.NUMBER * output.count(samples);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.concatenate(this);
    }

    /** Some numbers taken out, such as those that came from one input: of each round, those from {@code from} on. */
    public record Part(Value y, int rounds, int from, Value output) implements Step {
        @Override
        public List<Value> inputs() {
            return List.of(y);
        }

        @Override
        public void backward(Value dy, Gradients gradients) {
            if (gradients.wanted(y)) {
                int all = y.size() / rounds;
                int width = output.size() / rounds;
                List<Value> beside = new ArrayList<>();
                zeros(from, gradients).ifPresent(beside::add);
                beside.add(dy);
                zeros(all - from - width, gradients).ifPresent(beside::add);
                Value dx = gradients.value(y);
                gradients.tape().record(new Concat(beside, rounds, dx));
                gradients.add(y, dx);
            }
        }

        private Optional<Value> zeros(int width, Gradients gradients) {
            if (width == 0) {
                return Optional.empty();
            }
            Value zeros = gradients
                    .tape()
                    .fresh(y.name() + "/zeros", Value.Role.GRADIENT, Shape.of(rounds * width), y.batched());
            gradients.tape().record(new Elementwise(Expr.c(0), List.of(), List.of(), zeros));
            return Optional.of(zeros);
        }

        @Override
        public String words() {
            return rounds == 1 && output.size() == 1
                    ? "number " + (from + 1) + " of " + y.name()
                    : "the numbers of " + y.name() + " that come from one input";
        }

        @Override
        public double work(int samples) {
            return Cost.NUMBER * output.count(samples);
        }

        @Override
        public <R> R on(Visitor<R> visitor) {
            return visitor.concatenatePart(this);
        }
    }
}
