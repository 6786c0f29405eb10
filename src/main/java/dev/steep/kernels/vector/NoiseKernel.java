package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.FormulaCode;
import dev.steep.kernels.code.TailLanes;
import dev.steep.tape.Noise;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.List;

/** Random numbers, four at a time; {@link Noise} says which. */
public final class NoiseKernel {
    private static final int GOLDEN = 0x9E3779B9;
    private static final float TWO_TO_MINUS_24 = 1f / (1 << 24);

    private NoiseKernel() {}

    /** seed: the address of the batch's seed. */
    public static Function emit(Noise step, Emission emission, int seed) {
        Value y = step.output();
        int draws = step.kind().draws();
        return emission.step(y.name(), code -> {
            Local to = code.local(I32);
            Local left = code.local(I32);
            Local key = code.local(V128);
            Local places = code.local(V128);
            code.loadAt(I32_LOAD, seed).plus(step.stream() * GOLDEN).op(I32X4_SPLAT);
            mix(code, key);
            List<Local> parameters = new ArrayList<>();
            for (Value parameter : step.parameters()) {
                Local number = code.local(V128);
                code.loadAt(V128_LOAD32_SPLAT, emission.of(parameter)).set(number);
                parameters.add(number);
            }
            FormulaCode formula =
                    new FormulaCode(code, emission.math, step.kind().formula());
            code.i32x4(0, draws, 2 * draws, 3 * draws).set(places);
            code.set(to, emission.of(y));
            Count.of(y).push(code, code.param(0)).set(left);
            code.doWhile(
                    () -> {
                        List<Local> inputs = new ArrayList<>();
                        for (int draw = 0; draw < draws; draw++) {
                            inputs.add(draw(code, places, draw, key));
                        }
                        inputs.addAll(parameters);
                        Local numbers = code.local(V128);
                        formula.value(inputs);
                        code.set(numbers);
                        TailLanes.store(code, to, 0, numbers, left);
                        code.add(to, 16);
                        code.get(places).i32x4Splat(4 * draws).op(I32X4_ADD).set(places);
                    },
                    () -> code.get(left).plus(-4).tee(left).i32(0).op(I32_GT_S));
        });
    }

    /** Four draws, evenly spread over [0, 1). */
    private static Local draw(Code code, Local places, int draw, Local key) {
        Local random = code.local(V128);
        code.get(places);
        if (draw > 0) {
            code.i32x4Splat(draw).op(I32X4_ADD);
        }
        code.get(key).op(V128_XOR);
        mix(code, random);
        code.get(random).i32(8).op(I32X4_SHR_U).op(F32X4_CONVERT_I32X4_S);
        code.f32x4Splat(TWO_TO_MINUS_24).op(F32X4_MUL).set(random);
        return random;
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
