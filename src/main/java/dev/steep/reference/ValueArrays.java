package dev.steep.reference;

import dev.steep.tape.Reshape;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.HashMap;
import java.util.Map;

/** Where the numbers of values are: one array for each, made once; a batched value's array holds sample after sample. */
final class ValueArrays {
    private final Map<Value, double[]> arrays = new HashMap<>();

    /** Makes arrays for all values of a tape, with room for this many samples. */
    void place(Tape tape, int samples) {
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : tape.steps(phase)) {
                if (step instanceof Reshape reshape && shares(reshape)) {
                    arrays.put(reshape.output(), array(reshape.x(), samples));
                }
            }
        }
        tape.values().forEach(value -> array(value, samples));
    }

    /** Whether the reshaped value can be the same array. A weight under another shape must not change with the weight. */
    static boolean shares(Reshape reshape) {
        return !reshape.x().role().lasts();
    }

    private double[] array(Value value, int samples) {
        return arrays.computeIfAbsent(value, v -> new double[v.batched() ? samples * v.size() : v.size()]);
    }

    /** The array of a value. */
    double[] of(Value value) {
        double[] array = arrays.get(value);
        if (array == null) {
            throw new IllegalArgumentException("This program has no value " + value + ".");
        }
        return array;
    }

    /** Rows of a value seen as a matrix: samples if it is batched, else the length of its first axis. */
    static int rows(Value value, int samples) {
        return value.batched()
                ? samples
                : value.shape().rank() == 0 ? 1 : value.shape().length(0);
    }

    /** Columns of a value seen as a matrix. */
    static int columns(Value value) {
        return value.batched() ? value.size() : value.size() / rows(value, 0);
    }

    /** How many numbers a value holds in a batch of this many samples. */
    static int count(Value value, int samples) {
        return value.batched() ? samples * value.size() : value.size();
    }
}
