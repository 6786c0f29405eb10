package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.F32;
import static dev.steep.wasm.Type.I32;

import dev.steep.kernels.code.Emission;
import dev.steep.tape.Match;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.List;

/** Whether two vectors are largest at the same place. */
public final class MatchKernel {
    private MatchKernel() {}

    public static Function emit(Match step, Emission emission) {
        int classes = step.prediction().size();
        return emission.step(step.output().name(), code -> {
            Local at = code.local(I32);
            Local to = code.local(I32);
            Function place = place(emission);
            code.set(at, 0).set(to, emission.of(step.output()));
            code.repeat(code.param(0), () -> {
                code.get(to);
                code.get(at).plus(emission.of(step.prediction())).i32(classes).call(place);
                code.get(at).plus(emission.of(step.target())).i32(classes).call(place);
                code.op(I32_EQ).op(F32_CONVERT_I32_S).store(F32_STORE, 0);
                code.add(at, 4 * classes).add(to, 4);
            });
        });
    }

    /** place(x, count): how many numbers are left from the first of the largest on. */
    private static Function place(Emission emission) {
        return emission.shared(
                "place",
                () -> emission.module.function("place", List.of(I32, I32), List.of(I32), code -> {
                    Local x = code.param(0);
                    Local left = code.param(1);
                    Local place = code.local(I32);
                    Local largest = code.local(F32);
                    code.set(place, left).load(F32_LOAD, x, 0).set(largest);
                    code.countDown(left, 1, () -> {
                        code.load(F32_LOAD, x, 0).get(largest).op(F32_GT).when(() -> code.set(place, left)
                                .load(F32_LOAD, x, 0)
                                .set(largest));
                        code.add(x, 4);
                    });
                    code.get(place);
                }));
    }
}
