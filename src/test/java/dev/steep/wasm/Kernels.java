package dev.steep.wasm;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.*;

import java.util.List;

/** Two functions of the kind that this package is for. */
final class Kernels {
    private Kernels() {}

    /** dot(x, y, n): the sum of n products of floats, four at a time, the tail one by one. */
    static Function dot(Module module) {
        return module.function("dot", List.of(I32, I32, I32), List.of(F32), code -> {
            Local x = code.param(0);
            Local y = code.param(1);
            Local n = code.param(2);
            Local sums = code.local(V128);
            Local sum = code.local(F32);
            code.zero(sums).countDown(n, 4, () -> code.get(sums)
                    .load(V128_LOAD, x, 0)
                    .load(V128_LOAD, y, 0)
                    .op(F32X4_MUL)
                    .op(F32X4_ADD)
                    .set(sums)
                    .add(x, 16)
                    .add(y, 16));
            code.get(sums).op(F32X4_EXTRACT_LANE, 0).set(sum);
            for (int lane = 1; lane < 4; lane++) {
                code.get(sum).get(sums).op(F32X4_EXTRACT_LANE, lane).op(F32_ADD).set(sum);
            }
            code.countDown(n, 1, () -> code.get(sum)
                    .load(F32_LOAD, x, 0)
                    .load(F32_LOAD, y, 0)
                    .op(F32_MUL)
                    .op(F32_ADD)
                    .set(sum)
                    .add(x, 4)
                    .add(y, 4));
            code.get(sum);
        });
    }

    /**
     * tile(a, b, c, k): c = relu(a b) for a tile of 4 x 8; a is 4 x k with rows of {@code aRow} bytes, b is a panel k x 8, c has
     * rows of {@code cRow} bytes.
     */
    static Function tile(Module module, int aRow, int cRow) {
        return module.function("tile", List.of(I32, I32, I32, I32), List.of(), code -> {
            Local a = code.param(0);
            Local b = code.param(1);
            Local c = code.param(2);
            Local k = code.param(3);
            Local[] left = code.locals(V128, 4);
            Local[] right = code.locals(V128, 4);
            for (int row = 0; row < 4; row++) {
                code.zero(left[row]).zero(right[row]);
            }
            code.repeat(k, () -> {
                Local b0 = code.local(V128);
                Local b1 = code.local(V128);
                Local x = code.local(V128);
                code.load(V128_LOAD, b, 0).set(b0).load(V128_LOAD, b, 16).set(b1);
                for (int row = 0; row < 4; row++) {
                    code.load(V128_LOAD32_SPLAT, a, row * aRow).set(x);
                    code.get(left[row]).op(F32X4_MUL, x, b0).op(F32X4_ADD).set(left[row]);
                    code.get(right[row]).op(F32X4_MUL, x, b1).op(F32X4_ADD).set(right[row]);
                }
                code.add(a, 4).add(b, 32);
            });
            Local zero = code.local(V128);
            code.zero(zero);
            for (int row = 0; row < 4; row++) {
                Local[] half = {left[row], right[row]};
                for (int i = 0; i < 2; i++) {
                    Local value = half[i];
                    code.store(V128_STORE, c, row * cRow + 16 * i, () -> code.op(F32X4_MAX, value, zero));
                }
            }
        });
    }
}
