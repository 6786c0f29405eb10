package dev.steep.kernels.vector;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.TailLanes;
import dev.steep.tape.Standardize;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.function.IntConsumer;

/** Mean 0 and variance 1 along the last axis, and the gradient, row by row; the variance is summed over deviations from the mean. */
public final class StandardizeKernel {
    private final Emission emission;
    private final Code code;
    private final RowCode row;

    private StandardizeKernel(Emission emission, Code code, RowCode row) {
        this.emission = emission;
        this.code = code;
        this.row = row;
    }

    public static Function forward(Standardize step, Emission emission) {
        return RowCode.each(
                step.output(), step.x(), emission, (code, row, at) -> new StandardizeKernel(emission, code, row)
                        .forward(step, at));
    }

    public static Function gradient(Standardize.Gradient step, Emission emission) {
        return RowCode.each(
                step.output(), step.x(), emission, (code, row, at) -> new StandardizeKernel(emission, code, row)
                        .gradient(step, at));
    }

    private void forward(Standardize step, Local at) {
        Local x = row.pointer(at, emission.of(step.x()));
        Local y = row.pointer(at, emission.of(step.output()));
        Local mean = mean(x, lanes -> code.load(V128_LOAD, x, 0));
        Local factor = factor(x, mean, step.epsilon());
        row.along(lanes -> {
            Local result = code.local(V128);
            code.load(V128_LOAD, x, 0)
                    .get(mean)
                    .op(F32X4_SUB)
                    .get(factor)
                    .op(F32X4_MUL)
                    .set(result);
            TailLanes.store(code, y, 0, result, lanes);
            code.add(x, 16).add(y, 16);
        });
    }

    private void gradient(Standardize.Gradient step, Local at) {
        Local x = row.pointer(at, emission.of(step.x()));
        Local y = row.pointer(at, emission.of(step.y()));
        Local dy = row.pointer(at, emission.of(step.dy()));
        Local dx = row.pointer(at, emission.of(step.output()));
        Local factor = factor(x, mean(x, lanes -> code.load(V128_LOAD, x, 0)), step.epsilon());
        Local shift = mean(dy, lanes -> code.load(V128_LOAD, dy, 0));
        Local scale = mean(dy, lanes -> {
            code.load(V128_LOAD, dy, 0).load(V128_LOAD, y, 0).op(F32X4_MUL);
            code.add(y, 16);
        });
        code.add(y, row.back());
        row.along(lanes -> {
            Local result = code.local(V128);
            code.load(V128_LOAD, dy, 0).get(shift).op(F32X4_SUB);
            code.load(V128_LOAD, y, 0).get(scale).op(F32X4_MUL).op(F32X4_SUB);
            code.get(factor).op(F32X4_MUL).set(result);
            TailLanes.store(code, dx, 0, result, lanes);
            code.add(y, 16).add(dy, 16).add(dx, 16);
        });
    }

    /** The mean along the row of what is left on the stack for each vector; the pointer goes there and back. */
    private Local mean(Local along, IntConsumer vector) {
        Local mean = code.local(V128);
        code.zero(mean);
        row.along(lanes -> {
            code.get(mean);
            vector.accept(lanes);
            row.only(lanes, 0);
            code.op(F32X4_ADD).set(mean).add(along, 16);
        });
        row.splat(mean, F32_ADD);
        code.add(along, row.back());
        code.get(mean).f32x4Splat(row.length()).op(F32X4_DIV).set(mean);
        return mean;
    }

    /** 1 / sqrt(variance + epsilon). */
    private Local factor(Local x, Local mean, double epsilon) {
        Local factor = mean(
                x,
                lanes -> code.scope(() -> {
                    Local deviation = code.local(V128);
                    code.load(V128_LOAD, x, 0).get(mean).op(F32X4_SUB).set(deviation);
                    code.op(F32X4_MUL, deviation, deviation);
                }));
        code.f32x4Splat(1)
                .get(factor)
                .f32x4Splat((float) epsilon)
                .op(F32X4_ADD)
                .op(F32X4_SQRT)
                .op(F32X4_DIV)
                .set(factor);
        return factor;
    }
}
