package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.TailLanes;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Instruction;
import dev.steep.wasm.Local;
import java.util.function.Consumer;

/**
 * Code that goes through a tensor row by row, along its last axis, four numbers at a time. Lanes past the end of a row are given the
 * number that changes nothing: 0 to a sum, -infinity to a maximum.
 */
final class RowCode {
    private final Code code;
    private final int length;

    RowCode(Code code, int length) {
        this.code = code;
        this.length = length;
    }

    /** Writes something for one row. */
    interface Row {
        /** at: how far into the tensor the row begins, in bytes. */
        void write(Code code, RowCode row, Local at);
    }

    /** A function that goes through all rows of a tensor of this shape. */
    static Function each(Value output, Value shaped, Emission emission, Row row) {
        int length = shaped.shape().rank() == 0 ? 1 : shaped.shape().length(-1);
        return emission.step(output.name(), code -> {
            Local at = code.local(I32);
            Local left = code.local(I32);
            RowCode rows = new RowCode(code, length);
            code.set(at, 0);
            new Count(shaped.size() / length, shaped.batched())
                    .push(code, code.param(0))
                    .set(left);
            code.repeat(left, () -> {
                row.write(code, rows, at);
                code.add(at, 4 * length);
            });
        });
    }

    /** Numbers of a row. */
    int length() {
        return length;
    }

    /** From behind the last vector of a row back to its first, in bytes. */
    int back() {
        return -(length + 3) / 4 * 16;
    }

    Local pointer(Local at, int start) {
        Local pointer = code.local(I32);
        code.get(at).plus(start).set(pointer);
        return pointer;
    }

    /** Writes something for each vector of a row: in a loop for the whole ones, then once for the rest. */
    void along(Consumer<Integer> vector) {
        code.repeat(length / 4, () -> vector.accept(4));
        if (length % 4 > 0) {
            code.scope(() -> vector.accept(length % 4));
        }
    }

    /** Replaces all but the first lanes of the vector on the stack. */
    void only(int lanes, float instead) {
        if (lanes < 4) {
            code.f32x4Splat(instead);
            TailLanes.mask(code, lanes).op(V128_BITSELECT);
        }
    }

    /** Puts the lanes together and the result into all of them. */
    void splat(Local vector, Instruction with) {
        SumKernel.lanes(code, vector, with);
        code.op(F32X4_SPLAT).set(vector);
    }
}
