package dev.steep.tape;

import java.util.List;
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

    /** The numbers that came from one input, taken out again: of each round, those from {@code from} on. */
    public record Part(Value y, int rounds, int from, Value output) implements Step {
        @Override
        public List<Value> inputs() {
            return List.of(y);
        }

        @Override
        public void backward(Value dy, Gradients gradients) {
            throw new IllegalStateException("Second derivatives are not recorded: " + output);
        }

        @Override
        public String words() {
            return "the numbers of " + y.name() + " that come from one input";
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
