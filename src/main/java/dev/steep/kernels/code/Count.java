package dev.steep.kernels.code;

import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Local;

/** How many of something there are: so many for each sample of the batch, or so many in all. */
public record Count(int times, boolean perSample) {
    /** The numbers that a value holds. */
    public static Count of(Value value) {
        return new Count(value.size(), value.batched());
    }

    /** Rows of a value seen as a matrix: samples if it is batched, else the length of its first axis. */
    public static Count rows(Value value) {
        if (value.batched()) {
            return new Count(1, true);
        }
        return new Count(value.shape().rank() == 0 ? 1 : value.shape().length(0), false);
    }

    /** Columns of a value seen as a matrix. */
    public static int columns(Value value) {
        return value.batched() ? value.size() : value.size() / rows(value).times;
    }

    /** Leaves it on the stack. */
    public Code push(Code code, Local samples) {
        return perSample ? code.get(samples).times(times) : code.i32(times);
    }

    /** Whether it is a multiple of n whatever the number of samples. */
    public boolean isMultipleOf(int n) {
        return times % n == 0;
    }
}
