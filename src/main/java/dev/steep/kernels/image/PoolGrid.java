package dev.steep.kernels.image;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Ending;
import dev.steep.kernels.code.StepGroup;
import dev.steep.kernels.code.TailLanes;
import dev.steep.tape.Pool;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.Collections;
import java.util.function.IntConsumer;

/**
 * Pooling by windows that lie side by side and cover the image exactly, as the usual 2 x 2 do. Each pixel then belongs to one
 * window: its gradient is written once, and the formulas that follow on it are carried out in passing.
 */
public final class PoolGrid {
    private final Code code;
    private final Window window;
    private final int channels;

    /** Where the window begins in images of the input's size, and its result in those of the output's; in bytes. */
    private final Local x;

    private final Local y;

    private PoolGrid(Code code, Window window, int channels) {
        this.code = code;
        this.window = window;
        this.channels = channels;
        x = code.local(I32);
        y = code.local(I32);
    }

    public static boolean covers(Window window) {
        return covers(window.rows()) && covers(window.columns());
    }

    private static boolean covers(Window.Axis axis) {
        return axis.before() == 0
                && axis.dilation() == 1
                && axis.stride() == axis.size()
                && axis.output() * axis.size() == axis.input();
    }

    static Function forward(Pool step, Emission emission) {
        int channels = step.x().shape().length(-1);
        return emission.step(step.output().name(), code -> {
            PoolGrid grid = new PoolGrid(code, step.window(), channels);
            grid.windows(step.x(), lanes -> grid.forward(step, emission, lanes));
        });
    }

    static Function gradient(StepGroup group, Emission emission) {
        Pool.Gradient step = (Pool.Gradient) group.head();
        int channels = step.x().shape().length(-1);
        return emission.step(group.output().name(), code -> {
            PoolGrid grid = new PoolGrid(code, step.window(), channels);
            Ending ending = new Ending(group, code, emission);
            grid.windows(step.x(), lanes -> grid.gradient(step, group, ending, lanes));
        });
    }

    /** Something for each four channels of each window; then for those left over. */
    private void windows(Value image, IntConsumer body) {
        code.set(x, 0).set(y, 0);
        Runnable all = () -> code.repeat(window.rows().output(), () -> {
            code.repeat(window.columns().output(), () -> {
                code.repeat(channels / 4, () -> {
                    body.accept(4);
                    code.add(x, 16).add(y, 16);
                });
                int rest = channels % 4;
                if (rest != 0) {
                    code.scope(() -> body.accept(rest));
                    code.add(x, 4 * rest).add(y, 4 * rest);
                }
                code.add(x, (window.columns().size() - 1) * 4 * channels);
            });
            code.add(x, (window.rows().size() - 1) * row());
        });
        if (image.batched()) {
            code.repeat(code.param(0), all);
        } else {
            all.run();
        }
    }

    private int row() {
        return window.columns().input() * 4 * channels;
    }

    /** Where the pixels of a window are, in bytes from the first. */
    private int[] pixels() {
        int wide = window.columns().size();
        int[] pixels = new int[window.rows().size() * wide];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i / wide * row() + i % wide * 4 * channels;
        }
        return pixels;
    }

    private void forward(Pool step, Emission emission, int lanes) {
        Local result = code.local(V128);
        int[] pixels = pixels();
        int start = emission.of(step.x());
        code.load(V128_LOAD, x, start + pixels[0]);
        for (int i = 1; i < pixels.length; i++) {
            code.load(V128_LOAD, x, start + pixels[i]);
            code.op(
                    switch (step.kind()) {
                        case MAX -> F32X4_MAX;
                        case AVERAGE -> F32X4_ADD;
                    });
        }
        if (step.kind() == Pool.Operation.AVERAGE) {
            code.f32x4Splat(pixels.length).op(F32X4_DIV);
        }
        code.set(result);
        TailLanes.store(code, y, emission.of(step.output()), result, lanes);
    }

    private void gradient(Pool.Gradient step, StepGroup group, Ending ending, int lanes) {
        Local largest = code.local(V128);
        Local dy = code.local(V128);
        code.load(V128_LOAD, y, group.address(step.dy()));
        if (step.kind() == Pool.Operation.AVERAGE) {
            code.f32x4Splat(pixels().length).op(F32X4_DIV);
        } else {
            code.load(V128_LOAD, y, group.address(step.y())).set(largest);
        }
        code.set(dy);
        for (int pixel : pixels()) {
            code.scope(() -> {
                if (step.kind() == Pool.Operation.AVERAGE) {
                    ending.write(dy, Collections.emptyMap(), x, pixel, lanes);
                    return;
                }
                Local number = code.local(V128);
                Local here = code.local(V128);
                Local share = code.local(V128);
                code.load(V128_LOAD, x, group.address(step.x()) + pixel).set(number);
                code.op(F32X4_EQ, number, largest).set(here);
                code.op(V128_AND, dy, here).set(share);
                // the first of several keeps all: nothing is left for the others
                code.op(V128_ANDNOT, dy, here).set(dy);
                ending.write(share, Collections.singletonMap(step.x(), number), x, pixel, lanes);
            });
        }
    }
}
