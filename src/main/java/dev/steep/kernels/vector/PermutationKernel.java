package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.tape.Permutation;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/** Writes the numbers of each sample in the order that they have under other axes: nested loops, the output from front to back. */
public final class PermutationKernel {
    private static final int BYTES = 4;

    private PermutationKernel() {}

    public static Function emit(Permutation step, Emission emission) {
        return emission.step(step.output().name(), code -> {
            Local from = code.local(I32);
            Local to = code.local(I32);
            Local left = code.local(I32);
            code.set(from, emission.of(step.x())).set(to, emission.of(step.output()));
            new Count(1, step.output().batched()).push(code, code.param(0)).set(left);
            code.repeat(left, () -> {
                loops(code, step.loops(), from, to);
                code.add(from, BYTES * step.x().size());
            });
        });
    }

    /** Leaves the pointer into the output behind what was written, and that into x where it was. */
    private static void loops(Code code, List<Permutation.Loop> loops, Local from, Local to) {
        Permutation.Loop loop = loops.get(0);
        code.repeat(loop.length(), () -> {
            if (loops.size() > 1) {
                loops(code, loops.subList(1, loops.size()), from, to);
            } else {
                code.store(F32_STORE, to, 0, () -> code.load(F32_LOAD, from, 0)).add(to, BYTES);
            }
            code.add(from, BYTES * loop.stride());
        });
        code.add(from, -BYTES * loop.stride() * loop.length());
    }
}
