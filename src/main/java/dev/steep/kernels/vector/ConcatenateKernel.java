package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Emission;
import dev.steep.tape.Concat;
import dev.steep.tape.Value;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/** Copies runs of numbers between one tensor and the part of another that stands for it. */
public final class ConcatenateKernel {
    private static final int BYTES = 4;

    private ConcatenateKernel() {}

    public static Function emit(Concat step, Emission emission) {
        int all = step.output().size() / step.rounds();
        Function copy = copy(emission);
        return emission.step(step.output().name(), code -> {
            int start = 0;
            for (Value x : step.inputs()) {
                int width = x.size() / step.rounds();
                code.i32(emission.of(x)).i32(emission.of(step.output()) + BYTES * start);
                runs(code, step.rounds(), width, width, all).call(copy);
                start += width;
            }
        });
    }

    public static Function emit(Concat.Part step, Emission emission) {
        int width = step.output().size() / step.rounds();
        int all = step.y().size() / step.rounds();
        Function copy = copy(emission);
        return emission.step(step.output().name(), code -> {
            code.i32(emission.of(step.y()) + BYTES * step.from()).i32(emission.of(step.output()));
            runs(code, step.rounds(), width, all, width).call(copy);
        });
    }

    private static Code runs(Code code, int rounds, int width, int fromStep, int toStep) {
        code.get(code.param(0)).times(rounds);
        return code.i32(width).i32(BYTES * (fromStep - width)).i32(BYTES * (toStep - width));
    }

    /** copy(from, to, count, width, fromGap, toGap): so many runs of width numbers, with gaps in bytes between them. */
    private static Function copy(Emission emission) {
        return emission.shared(
                "copy",
                () -> emission.module.function("copy", List.of(I32, I32, I32, I32, I32, I32), List.of(), code -> {
                    Local from = code.param(0);
                    Local to = code.param(1);
                    Local left = code.local(I32);
                    Local four = code.local(V128);
                    code.whileDo(() -> code.get(code.param(2)), () -> {
                        code.set(left, code.param(3));
                        code.whileDo(() -> code.get(left).i32(4).op(I32_GE_S), () -> {
                            code.load(V128_LOAD, from, 0).set(four).store(V128_STORE, to, 0, four);
                            code.add(from, 16).add(to, 16).add(left, -4);
                        });
                        code.whileDo(() -> code.get(left), () -> {
                            code.store(F32_STORE, to, 0, () -> code.load(F32_LOAD, from, 0));
                            code.add(from, BYTES).add(to, BYTES).add(left, -1);
                        });
                        code.get(from).get(code.param(4)).op(I32_ADD).set(from);
                        code.get(to).get(code.param(5)).op(I32_ADD).set(to);
                        code.add(code.param(2), -1);
                    });
                }));
    }
}
