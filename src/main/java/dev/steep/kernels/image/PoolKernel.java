package dev.steep.kernels.image;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.StepGroup;
import dev.steep.kernels.code.TailLanes;
import dev.steep.tape.Pool;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.function.Consumer;

/**
 * Pooling and its gradient: window after window, four channels at a time. A window is cut off where the image ends. Usual
 * windows, side by side over the whole image, are left to {@link PoolGrid}.
 */
public final class PoolKernel {
    private final Code code;
    private final Window window;
    private final int channels;

    /** Of the window that is being written: its first pixel, and how many rows and columns of it lie in the image. */
    private final Local corner;

    private final Local rows;
    private final Local columns;

    private PoolKernel(Code code, Window window, int channels) {
        this.code = code;
        this.window = window;
        this.channels = channels;
        corner = code.local(I32);
        rows = code.local(I32);
        columns = code.local(I32);
    }

    public static Function forward(Pool step, Emission emission) {
        if (PoolGrid.covers(step.window())) {
            return PoolGrid.forward(step, emission);
        }
        return emission.step(step.output().name(), code -> {
            PoolKernel kernel =
                    new PoolKernel(code, step.window(), step.x().shape().length(-1));
            Local x = code.local(I32);
            Local y = code.local(I32);
            code.set(x, emission.of(step.x())).set(y, emission.of(step.output()));
            samples(code, step.x(), () -> {
                kernel.windows(y, () -> kernel.forward(step.kind(), x, y));
                code.add(x, 4 * step.x().size());
            });
        });
    }

    public static Function gradient(StepGroup group, Emission emission) {
        Pool.Gradient step = (Pool.Gradient) group.head();
        if (PoolGrid.covers(step.window())) {
            return PoolGrid.gradient(group, emission);
        }
        return emission.step(step.output().name(), code -> {
            PoolKernel kernel =
                    new PoolKernel(code, step.window(), step.x().shape().length(-1));
            Local x = code.local(I32);
            Local y = code.local(I32);
            code.set(x, 0).set(y, 0);
            code.i32(emission.of(step.output())).i32(0);
            Count.of(step.output()).push(code, code.param(0)).times(4).memoryFill();
            samples(code, step.x(), () -> {
                kernel.windows(
                        y,
                        () -> kernel.gradient(
                                step.kind(),
                                x,
                                emission.of(step.x()),
                                emission.of(step.output()),
                                y,
                                emission.of(step.y()),
                                emission.of(step.dy())));
                code.add(x, 4 * step.x().size());
            });
        });
    }

    private static void samples(Code code, Value x, Runnable body) {
        if (x.batched()) {
            code.repeat(code.param(0), body);
        } else {
            body.run();
        }
    }

    /** All windows over one image; y goes on from one output pixel to the next. */
    private void windows(Local y, Runnable each) {
        Local i = code.local(I32);
        Local j = code.local(I32);
        Window.Axis down = window.rows();
        Window.Axis across = window.columns();
        code.range(
                i,
                0,
                down.output(),
                1,
                () -> code.range(
                        j,
                        0,
                        across.output(),
                        1,
                        () -> code.scope(() -> {
                            Local first = code.local(I32);
                            clip(down, i, first, rows);
                            code.get(first).times(across.input()).set(corner);
                            clip(across, j, first, columns);
                            code.get(corner)
                                    .get(first)
                                    .op(I32_ADD)
                                    .times(4 * channels)
                                    .set(corner);
                            each.run();
                            code.add(y, 4 * channels);
                        })));
    }

    /** first = max(o stride - before, 0), count = min(o stride - before + size, input) - first. */
    private void clip(Window.Axis axis, Local o, Local first, Local count) {
        code.get(o).times(axis.stride()).plus(-axis.before()).set(first);
        code.get(first).plus(axis.size()).set(count);
        least(count, axis.input());
        code.i32(0).get(first).get(first).i32(0).op(I32_LT_S).select().set(first);
        code.get(count).get(first).op(I32_SUB).set(count);
    }

    private void least(Local x, int bound) {
        code.i32(bound).get(x).get(x).i32(bound).op(I32_GT_S).select().set(x);
    }

    /** Something for each four channels, with their offset in bytes; then for those left over. */
    private void channels(Local offset, Consumer<Integer> body) {
        code.set(offset, 0);
        code.repeat(channels / 4, () -> {
            body.accept(4);
            code.add(offset, 16);
        });
        if (channels % 4 != 0) {
            code.scope(() -> body.accept(channels % 4));
        }
    }

    /** Something for each pixel under the window; the local points to the present channels of the pixel. */
    private void pixels(Local pixel, Local image, Local offset, Runnable body) {
        Local i = code.local(I32);
        Local j = code.local(I32);
        Local row = code.local(I32);
        code.get(image).get(corner).op(I32_ADD).get(offset).op(I32_ADD).set(row);
        code.set(i, rows);
        code.repeat(i, () -> {
            code.set(pixel, row).set(j, columns);
            code.repeat(j, () -> {
                body.run();
                code.add(pixel, 4 * channels);
            });
            code.add(row, 4 * channels * window.columns().input());
        });
    }

    private void forward(Pool.Operation kind, Local x, Local y) {
        Local offset = code.local(I32);
        Local pixel = code.local(I32);
        Local result = code.local(V128);
        channels(offset, lanes -> {
            code.f32x4Splat(kind == Pool.Operation.MAX ? Float.NEGATIVE_INFINITY : 0)
                    .set(result);
            pixels(pixel, x, offset, () -> code.get(result)
                    .load(V128_LOAD, pixel, 0)
                    .op(kind == Pool.Operation.MAX ? F32X4_MAX : F32X4_ADD)
                    .set(result));
            if (kind == Pool.Operation.AVERAGE) {
                code.get(result);
                area();
                code.op(F32X4_DIV).set(result);
            }
            Local to = code.local(I32);
            code.get(y).get(offset).op(I32_ADD).set(to);
            TailLanes.store(code, to, 0, result, lanes);
        });
    }

    /** Leaves how many pixels lie under the window. */
    private void area() {
        code.op(I32_MUL, rows, columns).op(F32_CONVERT_I32_S).op(F32X4_SPLAT);
    }

    /** x and y count from the images' starts, which are at the addresses given. */
    private void gradient(Pool.Operation kind, Local x, int startX, int startDx, Local y, int startY, int startDy) {
        Local offset = code.local(I32);
        Local pixel = code.local(I32);
        Local largest = code.local(V128);
        Local dy = code.local(V128);
        channels(offset, lanes -> {
            Local from = code.local(I32);
            code.get(y).get(offset).op(I32_ADD).set(from);
            code.get(from).plus(startY).load(V128_LOAD, 0).set(largest);
            code.get(from).plus(startDy).load(V128_LOAD, 0).set(dy);
            if (kind == Pool.Operation.AVERAGE) {
                code.get(dy);
                area();
                code.op(F32X4_DIV).set(dy);
            }
            pixels(pixel, x, offset, () -> {
                Local share = code.local(V128);
                Local target = code.local(I32);
                code.set(share, dy);
                if (kind == Pool.Operation.MAX) {
                    Local here = code.local(V128);
                    code.get(pixel)
                            .plus(startX)
                            .load(V128_LOAD, 0)
                            .get(largest)
                            .op(F32X4_EQ)
                            .set(here);
                    code.op(V128_AND, dy, here).set(share);
                    // the first of several keeps all: nothing is left for the others
                    code.op(V128_ANDNOT, dy, here).set(dy);
                }
                code.get(pixel).plus(startDx).set(target);
                code.load(V128_LOAD, target, 0).get(share).op(F32X4_ADD).set(share);
                TailLanes.store(code, target, 0, share, lanes);
            });
        });
    }
}
