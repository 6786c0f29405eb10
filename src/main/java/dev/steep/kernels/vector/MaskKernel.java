package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.TailLanes;
import dev.steep.tape.Mask;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;

/** Dropout's factors, four at a time; {@link Mask} says which. */
public final class MaskKernel {
    private static final int GOLDEN = 0x9E3779B9;
    private static final double TWO_TO_24 = 1 << 24;

    private MaskKernel() {}

    /** seed: the address of the batch's seed. */
    public static Function emit(Mask step, Emission emission, int seed) {
        Value y = step.output();
        return emission.step(y.name(), code -> {
            Local to = code.local(I32);
            Local left = code.local(I32);
            Local key = code.local(V128);
            Local least = code.local(V128);
            Local kept = code.local(V128);
            Local places = code.local(V128);
            code.loadAt(I32_LOAD, seed).plus(step.stream() * GOLDEN).op(I32X4_SPLAT);
            mix(code, key);
            rate(code, emission, step.rate()).f64(TWO_TO_24).op(F64_MUL).op(F64_CEIL);
            code.op(I32_TRUNC_SAT_F64_S).op(I32X4_SPLAT).set(least);
            code.f64(1).f64(1);
            rate(code, emission, step.rate()).op(F64_SUB).op(F64_DIV).op(F32_DEMOTE_F64);
            code.op(F32X4_SPLAT).set(kept);
            code.i32x4(0, 1, 2, 3).set(places);
            code.set(to, emission.of(y));
            Count.of(y).push(code, code.param(0)).set(left);
            code.doWhile(
                    () -> {
                        Local random = code.local(V128);
                        code.op(V128_XOR, places, key);
                        mix(code, random);
                        code.get(random).i32(8).op(I32X4_SHR_U).get(least).op(I32X4_GE_S);
                        code.get(kept).op(V128_AND).set(random);
                        TailLanes.store(code, to, 0, random, left);
                        code.add(to, 16);
                        code.get(places).i32x4Splat(4).op(I32X4_ADD).set(places);
                    },
                    () -> code.get(left).plus(-4).tee(left).i32(0).op(I32_GT_S));
        });
    }

    /** The rate as it was given, in double precision: a scalar's two parts. */
    private static Code rate(Code code, Emission emission, Value rate) {
        code.loadAt(F32_LOAD, emission.of(rate)).op(F64_PROMOTE_F32);
        if (rate.role() == Value.Role.SCALAR) {
            code.loadAt(F32_LOAD, emission.of(rate) + 4).op(F64_PROMOTE_F32).op(F64_ADD);
        }
        return code;
    }

    /** {@code Random.mix} of the vector on the stack, into a local. */
    private static void mix(Code code, Local x) {
        code.set(x);
        shifted(code, x, 16);
        times(code, x, 0x7FEB352D);
        shifted(code, x, 15);
        times(code, x, 0x846CA68B);
        shifted(code, x, 16);
    }

    private static void shifted(Code code, Local x, int by) {
        code.get(x).get(x).i32(by).op(I32X4_SHR_U).op(V128_XOR).set(x);
    }

    private static void times(Code code, Local x, int factor) {
        code.get(x).i32x4Splat(factor).op(I32X4_MUL).set(x);
    }
}
