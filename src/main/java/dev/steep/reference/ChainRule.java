package dev.steep.reference;

import dev.steep.tape.Step;
import dev.steep.tape.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Derivatives of one quantity with respect to every number that it is computed from, in double precision: going back over the forward
 * steps of a tape, last to first, each step's {@link Partials} times the derivatives of what it writes are added up.
 */
final class ChainRule {
    private final List<Step> forward;
    private final Function<Value, double[]> numbers;
    private final int samples;
    private final Map<Value, double[]> derivatives = new HashMap<>();
    private int left;

    /**
     * Begins at one value.
     *
     * @param numbers those of a value, for all samples
     * @param of the value that the quantity is a weighted sum of
     * @param weights of its numbers in that sum
     */
    ChainRule(List<Step> forward, Function<Value, double[]> numbers, int samples, Value of, double[] weights) {
        this.forward = forward;
        this.numbers = numbers;
        this.samples = samples;
        left = forward.size();
        derivatives.put(of, weights);
    }

    /** Goes on until the slice is over, at least one step; returns whether all derivatives are known. */
    boolean advance(BooleanSupplier over) {
        while (left > 0) {
            left--;
            back(forward.get(left));
            if (over.getAsBoolean()) {
                break;
            }
        }
        return left == 0;
    }

    private void back(Step step) {
        double[] dy = derivatives.get(step.output());
        if (dy == null) {
            return;
        }
        double[][] dx = new double[step.inputs().size()][];
        step.on(new Partials(numbers, samples, (output, input, place, slope, factor, at) -> {
            if (dx[input] == null) {
                dx[input] = of(step.inputs().get(input));
            }
            if (dy[output] != 0) { // an infinite slope counts for nothing where nothing comes back
                dx[input][place] += slope * dy[output];
            }
        }));
    }

    /** Whether the quantity depends on a value at all. */
    boolean reaches(Value value) {
        return derivatives.containsKey(value);
    }

    /** The derivatives with respect to each number of a value; zeros if the quantity does not depend on it. */
    double[] of(Value value) {
        return derivatives.computeIfAbsent(value, each -> new double[numbers.apply(each).length]);
    }
}
