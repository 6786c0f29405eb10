package dev.steep.tape;

import dev.steep.math.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same numbers with the axes of each sample in another order: axis i of the output is axis {@code order[i]} of x, counted
 * from 0.
 */
public record Permutation(Value x, List<Integer> order, Value output) implements Step {
    public Permutation {
        order = List.copyOf(order);
    }

    /**
     * One loop over numbers of x that become neighbours in the output.
     *
     * @param length how many places
     * @param stride how far apart they are in x, counted in numbers
     */
    public record Loop(int length, int stride) {}

    /** The shape that this order makes of another. */
    static Shape shape(Shape x, List<Integer> order) {
        return Shape.of(order.stream().mapToInt(x::length).toArray());
    }

    /** The order that leads back. */
    private List<Integer> inverse() {
        return IntStream.range(0, order.size()).map(order::indexOf).boxed().toList();
    }

    /** The loops that write one sample of the output number by number, outermost first; axes that stay together are one loop. */
    public List<Loop> loops() {
        Shape from = x.shape();
        int[] strides = new int[from.rank()];
        int stride = 1;
        for (int axis = from.rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= from.length(axis);
        }
        List<Loop> loops = new ArrayList<>();
        for (int axis : order) {
            int length = from.length(axis);
            int last = loops.size() - 1;
            if (last >= 0 && loops.get(last).stride() == length * strides[axis]) {
                loops.set(last, new Loop(loops.get(last).length() * length, strides[axis]));
            } else if (length > 1) {
                loops.add(new Loop(length, strides[axis]));
            }
        }
        return loops.isEmpty() ? List.of(new Loop(1, 1)) : loops;
    }

    @Override
    public List<Value> inputs() {
        return List.of(x);
    }

    /** dx is dy with its axes in their old order. */
    @Override
    public void backward(Value dy, Gradients gradients) {
        if (gradients.wanted(x)) {
            Value dx = gradients.value(x);
            gradients.tape().record(new Permutation(dy, inverse(), dx));
            gradients.add(x, dx);
        }
    }

    @Override
    public String words() {
        return x.name() + " with its axes in the order "
                + order.stream().map(axis -> "" + (axis + 1)).collect(Collectors.joining(", "));
    }

    @Override
    public double work(int samples) {
        return 2 * Cost.NUMBER * output.count(samples);
    }

    @Override
    public <R> R on(Visitor<R> visitor) {
        return visitor.permutation(this);
    }
}
