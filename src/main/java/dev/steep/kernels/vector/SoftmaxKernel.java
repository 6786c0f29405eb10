package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.TailLanes;
import dev.steep.math.expr.Op;
import dev.steep.tape.CrossEntropy;
import dev.steep.tape.Softmax;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;

/**
 * Softmax, its gradient, and cross-entropy from logits, row by row. The largest logit is subtracted first, so nothing
 * overflows. Lanes past the end of a row are given the number that changes nothing: 0 to a sum, -infinity to a maximum.
 */
public final class SoftmaxKernel {
    private final Code code;
    private final RowCode row;

    private SoftmaxKernel(Code code, RowCode row) {
        this.code = code;
        this.row = row;
    }

    public static Function forward(Softmax step, Emission emission) {
        return RowCode.each(step.output(), step.x(), emission, (code, row, at) -> new SoftmaxKernel(code, row)
                .forward(emission, step, at));
    }

    public static Function gradient(Softmax.Gradient step, Emission emission) {
        return RowCode.each(step.output(), step.y(), emission, (code, row, at) -> new SoftmaxKernel(code, row)
                .gradient(emission, step, at));
    }

    public static Function crossEntropy(CrossEntropy step, Emission emission) {
        return emission.step(step.output().name(), code -> {
            Local at = code.local(I32);
            Local to = code.local(I32);
            SoftmaxKernel kernel =
                    new SoftmaxKernel(code, new RowCode(code, step.x().size()));
            code.set(at, 0).set(to, emission.of(step.output()));
            code.repeat(code.param(0), () -> {
                kernel.crossEntropy(emission, step, at, to);
                code.add(at, 4 * step.x().size()).add(to, 4);
            });
        });
    }

    private void forward(Emission emission, Softmax step, Local at) {
        Local x = row.pointer(at, emission.of(step.x()));
        Local y = row.pointer(at, emission.of(step.output()));
        Local largest = largest(x);
        Local sum = code.local(V128);
        code.zero(sum);
        Local from = code.local(I32);
        Local to = code.local(I32);
        code.set(from, x).set(to, y);
        row.along(lanes -> {
            Local e = code.local(V128);
            code.load(V128_LOAD, from, 0).get(largest).op(F32X4_SUB);
            emission.math.apply(Op.EXP, code);
            code.set(e);
            TailLanes.store(code, to, 0, e, lanes);
            code.get(sum).get(e);
            row.only(lanes, 0);
            code.op(F32X4_ADD).set(sum).add(from, 16).add(to, 16);
        });
        row.splat(sum, F32_ADD);
        if (step.logarithmic()) {
            logarithm(emission, x, y, largest, sum);
            return;
        }
        code.set(to, y);
        row.along(lanes -> {
            Local share = code.local(V128);
            code.load(V128_LOAD, to, 0).get(sum).op(F32X4_DIV).set(share);
            TailLanes.store(code, to, 0, share, lanes);
            code.add(to, 16);
        });
    }

    /** y = x - largest - log(sum) */
    private void logarithm(Emission emission, Local x, Local y, Local largest, Local sum) {
        code.get(sum);
        emission.math.apply(Op.LOG, code);
        code.set(sum);
        row.along(lanes -> {
            Local result = code.local(V128);
            code.load(V128_LOAD, x, 0).get(largest).op(F32X4_SUB).get(sum).op(F32X4_SUB);
            code.set(result);
            TailLanes.store(code, y, 0, result, lanes);
            code.add(x, 16).add(y, 16);
        });
    }

    private void gradient(Emission emission, Softmax.Gradient step, Local at) {
        boolean logarithmic = step.logarithmic();
        Local y = row.pointer(at, emission.of(step.y()));
        Local dy = row.pointer(at, emission.of(step.dy()));
        Local dx = row.pointer(at, emission.of(step.output()));
        Local mean = code.local(V128);
        code.zero(mean);
        row.along(lanes -> {
            code.get(mean).load(V128_LOAD, dy, 0);
            if (!logarithmic) {
                code.load(V128_LOAD, y, 0).op(F32X4_MUL);
            }
            row.only(lanes, 0);
            code.op(F32X4_ADD).set(mean).add(y, 16).add(dy, 16);
        });
        row.splat(mean, F32_ADD);
        code.add(y, row.back()).add(dy, row.back());
        row.along(lanes -> {
            Local result = code.local(V128);
            if (logarithmic) {
                code.load(V128_LOAD, dy, 0).load(V128_LOAD, y, 0);
                emission.math.apply(Op.EXP, code);
                code.get(mean).op(F32X4_MUL).op(F32X4_SUB);
            } else {
                code.load(V128_LOAD, y, 0).load(V128_LOAD, dy, 0).get(mean).op(F32X4_SUB);
                code.op(F32X4_MUL);
            }
            code.set(result);
            TailLanes.store(code, dx, 0, result, lanes);
            code.add(y, 16).add(dy, 16).add(dx, 16);
        });
    }

    /**
     * As the targets sum to 1, the largest logit may be subtracted from all of them without changing the loss. Its e^0 is the 1
     * of log(1 + the others), which keeps the loss of a sample that is nearly certain.
     */
    private void crossEntropy(Emission emission, CrossEntropy step, Local at, Local to) {
        Local x = row.pointer(at, emission.of(step.x()));
        Local target = row.pointer(at, emission.of(step.target()));
        Local largest = largest(x);
        Local others = code.local(V128);
        Local ties = code.local(V128);
        Local chosen = code.local(V128);
        code.zero(others).zero(ties).zero(chosen);
        row.along(lanes -> {
            Local below = code.local(V128);
            Local t = code.local(V128);
            code.load(V128_LOAD, x, 0).get(largest).op(F32X4_SUB).set(below);
            code.get(others).get(below);
            emission.math.apply(Op.EXP, code);
            code.get(below).f32x4Splat(0).op(F32X4_NE).op(V128_AND);
            row.only(lanes, 0);
            code.op(F32X4_ADD).set(others);
            code.get(ties).get(below).f32x4Splat(0).op(F32X4_EQ);
            code.f32x4Splat(1).op(V128_AND);
            row.only(lanes, 0);
            code.op(F32X4_ADD).set(ties);
            code.load(V128_LOAD, target, 0);
            row.only(lanes, 0);
            code.set(t);
            // 0 times minus infinity would be NaN
            code.get(chosen)
                    .op(F32X4_MUL, t, below)
                    .get(t)
                    .f32x4Splat(0)
                    .op(F32X4_NE)
                    .op(V128_AND);
            code.op(F32X4_ADD).set(chosen).add(x, 16).add(target, 16);
        });
        row.splat(others, F32_ADD);
        row.splat(ties, F32_ADD);
        code.get(to).get(others).get(ties).f32x4Splat(1).op(F32X4_SUB).op(F32X4_ADD);
        emission.math.apply(Op.LOG1P, code);
        code.op(F32X4_EXTRACT_LANE, 0);
        SumKernel.lanes(code, chosen, F32_ADD);
        code.op(F32_SUB).store(F32_STORE, 0);
    }

    private Local largest(Local x) {
        Local largest = code.local(V128);
        code.f32x4Splat(Float.NEGATIVE_INFINITY).set(largest);
        code.scope(() -> {
            Local from = code.local(I32);
            code.set(from, x);
            row.along(lanes -> {
                code.get(largest).load(V128_LOAD, from, 0);
                row.only(lanes, Float.NEGATIVE_INFINITY);
                code.op(F32X4_MAX).set(largest).add(from, 16);
            });
        });
        row.splat(largest, F32_MAX);
        return largest;
    }
}
