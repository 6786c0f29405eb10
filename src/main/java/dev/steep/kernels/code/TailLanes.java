package dev.steep.kernels.code;

import static dev.steep.wasm.Instruction.*;

import dev.steep.wasm.Code;
import dev.steep.wasm.Local;
import dev.steep.wasm.Memarg;

/** The first lanes of a vector: what a row whose length is no multiple of 4 ends with. */
public final class TailLanes {
    private TailLanes() {}

    /** Stores the first so many lanes, 1 to 4, at address + offset. */
    public static void store(Code code, Local address, int offset, Local value, int lanes) {
        switch (lanes) {
            case 4 -> code.store(V128_STORE, address, offset, value);
            case 3 -> {
                code.get(address).get(value).op(V128_STORE64_LANE, new Memarg(offset, 4), 0);
                code.get(address).get(value).op(V128_STORE32_LANE, new Memarg(offset + 8, 4), 2);
            }
            case 2 -> code.get(address).get(value).op(V128_STORE64_LANE, new Memarg(offset, 4), 0);
            case 1 -> code.get(address).get(value).op(V128_STORE32_LANE, new Memarg(offset, 4), 0);
            default -> throw new IllegalArgumentException("A vector has no " + lanes + " lanes.");
        }
    }

    /** Stores as many lanes as are left, at most 4; left is known when the code runs, and at least 1. */
    public static void store(Code code, Local address, int offset, Local value, Local left) {
        code.get(left).i32(4).op(I32_GE_S).when(() -> store(code, address, offset, value, 4), () -> {
            code.get(left)
                    .i32(2)
                    .op(I32_AND)
                    .when(
                            () -> {
                                store(code, address, offset, value, 2);
                                code.get(left).i32(1).op(I32_AND).when(() -> code.get(address)
                                        .get(value)
                                        .op(V128_STORE32_LANE, new Memarg(offset + 8, 4), 2));
                            },
                            () -> store(code, address, offset, value, 1));
        });
    }

    /** All bits in the first so many lanes, none in the others. */
    public static Code mask(Code code, int lanes) {
        return code.i32x4(-1, lanes > 1 ? -1 : 0, lanes > 2 ? -1 : 0, lanes > 3 ? -1 : 0);
    }
}
