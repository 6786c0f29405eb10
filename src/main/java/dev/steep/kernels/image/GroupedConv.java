package dev.steep.kernels.image;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;
import static dev.steep.wasm.Type.V128;

import dev.steep.kernels.code.Count;
import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Frame;
import dev.steep.kernels.code.Images;
import dev.steep.kernels.code.TailLanes;
import dev.steep.tape.Conv;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Instruction;
import dev.steep.wasm.Local;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Convolution in groups and its gradients, on framed images, four filters at a time. Where each channel has one filter, as in depthwise
 * convolution, four channels meet their four filters; else a channel meets four filters of its group.
 */
public final class GroupedConv {
    private final Code code;
    private final Window window;
    private final Conv.Groups groups;
    private final Frame frame;

    private GroupedConv(Code code, Window window, Conv.Groups groups) {
        this.code = code;
        this.window = window;
        this.groups = groups;
        frame = frame(window, groups);
    }

    private static Frame frame(Window window, Conv.Groups groups) {
        return ConvKernel.frame(window, groups.count() * groups.channels());
    }

    public static Function forward(Conv step, Emission emission) {
        Images images = Images.of(step.x(), frame(step.window(), step.groups()), emission);
        return emission.step(step.output().name(), code -> {
            GroupedConv conv = new GroupedConv(code, step.window(), step.groups());
            Local y = code.local(I32);
            code.set(y, emission.of(step.output()));
            images.each(
                    emission,
                    code,
                    image -> conv.pixels(image, pixel -> {
                        conv.forward(pixel, emission.of(step.kernel()), y);
                        code.add(y, conv.filterBytes());
                    }));
        });
    }

    public static Function inputGradient(Conv.InputGradient step, Emission emission) {
        Frame frame = frame(step.window(), step.groups());
        int framed = frame.bare() ? 0 : emission.memory.reserve(frame.bytes());
        return emission.step(step.output().name(), code -> {
            GroupedConv conv = new GroupedConv(code, step.window(), step.groups());
            Local dy = code.local(I32);
            Local dx = code.local(I32);
            Local base = code.local(I32);
            code.set(dy, emission.of(step.dy())).set(dx, emission.of(step.output()));
            samples(code, step.output(), () -> {
                if (frame.bare()) {
                    code.set(base, dx);
                } else {
                    code.set(base, framed);
                }
                code.get(base).i32(0).i32((int) frame.bytes()).memoryFill();
                conv.pixels(base, pixel -> {
                    conv.inputGradient(pixel, emission.of(step.kernel()), dy);
                    code.add(dy, conv.filterBytes());
                });
                if (!frame.bare()) {
                    conv.unframe(base, dx);
                }
                code.add(dx, frame.image());
            });
        });
    }

    public static Function kernelGradient(Conv.KernelGradient step, Emission emission) {
        Images images = Images.of(step.x(), frame(step.window(), step.groups()), emission);
        return emission.step(step.output().name(), code -> {
            GroupedConv conv = new GroupedConv(code, step.window(), step.groups());
            Local dy = code.local(I32);
            code.set(dy, emission.of(step.dy()));
            code.i32(emission.of(step.output()))
                    .i32(0)
                    .i32(4 * step.output().size())
                    .memoryFill();
            images.each(emission, code, image -> {
                conv.kernelGradient(image, dy, emission.of(step.output()));
                int pixels =
                        step.window().rows().output() * step.window().columns().output();
                code.add(dy, pixels * conv.filterBytes());
            });
        });
    }

    private static void samples(Code code, Value value, Runnable body) {
        Local left = code.local(I32);
        new Count(1, value.batched()).push(code, code.param(0)).set(left);
        code.repeat(left, body);
    }

    private int filterBytes() {
        return 4 * groups.allFilters();
    }

    /** Whether each channel has one filter. */
    private boolean single() {
        return groups.channels() == 1 && groups.filters() == 1;
    }

    /** Something for each output pixel in order; the local points to the first tap of its window. */
    private void pixels(Local image, Consumer<Local> body) {
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        walk(
                image,
                rows.output(),
                rows.stride() * frame.row(),
                row -> walk(row, columns.output(), columns.stride() * frame.pixel(), body));
    }

    /** Something for each tap in order, from the first. */
    private void taps(Local first, Consumer<Local> body) {
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        walk(
                first,
                rows.size(),
                rows.dilation() * frame.row(),
                row -> walk(row, columns.size(), columns.dilation() * frame.pixel(), body));
    }

    /** Something so many times, each time so many bytes further. */
    private void walk(Local from, int times, int bytes, Consumer<Local> body) {
        code.scope(() -> {
            Local at = code.local(I32);
            code.set(at, from);
            code.repeat(times, () -> {
                body.accept(at);
                code.add(at, bytes);
            });
        });
    }

    /** Something for each four of so many numbers in a row, then for those left over. */
    private void vectors(int count, IntConsumer body) {
        code.repeat(count / 4, () -> body.accept(4));
        if (count % 4 != 0) {
            code.scope(() -> body.accept(count % 4));
        }
    }

    private Local pointer(Local to) {
        Local pointer = code.local(I32);
        code.set(pointer, to);
        return pointer;
    }

    private Local pointer(int address) {
        Local pointer = code.local(I32);
        code.set(pointer, address);
        return pointer;
    }

    private void forward(Local pixel, int kernel, Local y) {
        Local x = pointer(pixel);
        Local k = pointer(kernel);
        Local to = pointer(y);
        Local sum = code.local(V128);
        Runnable each = () -> vectors(single() ? groups.count() : groups.filters(), lanes -> {
            Local weight = pointer(k);
            code.zero(sum);
            taps(x, tap -> {
                if (single()) {
                    code.load(V128_LOAD, tap, 0).load(V128_LOAD, weight, 0).op(F32X4_MUL);
                    code.get(sum).op(F32X4_ADD).set(sum).add(weight, filterBytes());
                } else {
                    walk(tap, groups.channels(), 4, channel -> {
                        code.load(V128_LOAD32_SPLAT, channel, 0).load(V128_LOAD, weight, 0);
                        code.op(F32X4_MUL).get(sum).op(F32X4_ADD).set(sum).add(weight, filterBytes());
                    });
                }
            });
            TailLanes.store(code, to, 0, sum, lanes);
            code.add(to, 4 * lanes).add(k, 4 * lanes).add(x, single() ? 4 * lanes : 0);
        });
        inGroups(each, () -> code.add(x, 4 * groups.channels()));
    }

    /** Once if channels meet their filters four by four, else once for each group, with something after it. */
    private void inGroups(Runnable each, Runnable next) {
        if (single()) {
            code.scope(each);
        } else {
            code.repeat(groups.count(), () -> {
                each.run();
                next.run();
            });
        }
    }

    private void inputGradient(Local pixel, int kernel, Local dy) {
        Local x = pointer(pixel);
        Local k = pointer(kernel);
        Local from = pointer(dy);
        if (single()) {
            vectors(groups.count(), lanes -> {
                Local weight = pointer(k);
                Local sent = code.local(V128);
                code.load(V128_LOAD, from, 0).set(sent);
                taps(x, tap -> {
                    code.load(V128_LOAD, weight, 0).get(sent).op(F32X4_MUL);
                    add(tap, lanes);
                    code.add(weight, filterBytes());
                });
                code.add(x, 4 * lanes).add(k, 4 * lanes).add(from, 4 * lanes);
            });
            return;
        }
        Local sum = code.local(V128);
        code.repeat(groups.count(), () -> {
            Local weights = pointer(k);
            taps(
                    x,
                    tap -> walk(tap, groups.channels(), 4, channel -> {
                        Local weight = pointer(weights);
                        Local sent = pointer(from);
                        code.zero(sum);
                        vectors(groups.filters(), lanes -> {
                            code.load(V128_LOAD, weight, 0)
                                    .load(V128_LOAD, sent, 0)
                                    .op(F32X4_MUL);
                            if (lanes < 4) {
                                code.f32x4Splat(0);
                                TailLanes.mask(code, lanes).op(V128_BITSELECT);
                            }
                            code.get(sum).op(F32X4_ADD).set(sum).add(weight, 16).add(sent, 16);
                        });
                        code.store(F32_STORE, channel, 0, () -> {
                            code.load(F32_LOAD, channel, 0);
                            code.get(sum)
                                    .op(F32X4_EXTRACT_LANE, 0)
                                    .get(sum)
                                    .op(F32X4_EXTRACT_LANE, 1)
                                    .op(F32_ADD);
                            code.get(sum)
                                    .op(F32X4_EXTRACT_LANE, 2)
                                    .get(sum)
                                    .op(F32X4_EXTRACT_LANE, 3)
                                    .op(F32_ADD);
                            code.op(F32_ADD).op(F32_ADD);
                        });
                        code.add(weights, filterBytes());
                    }));
            code.add(x, 4 * groups.channels()).add(k, 4 * groups.filters()).add(from, 4 * groups.filters());
        });
    }

    /** Adds the vector on the stack to numbers in memory. */
    private void add(Local to, int lanes) {
        code.scope(() -> {
            Local sum = code.local(V128);
            code.load(V128_LOAD, to, 0).op(F32X4_ADD).set(sum);
            TailLanes.store(code, to, 0, sum, lanes);
        });
    }

    private void unframe(Local framed, Local image) {
        code.scope(() -> {
            Local to = pointer(image);
            Local from = code.local(I32);
            code.get(framed)
                    .plus(frame.top() * frame.row() + frame.left() * frame.pixel())
                    .set(from);
            int row = frame.width() * frame.pixel();
            code.repeat(frame.height(), () -> {
                code.get(to).get(from).i32(row).memoryCopy();
                code.add(to, row).add(from, frame.row());
            });
        });
    }

    /** For each weight, the sum over all output pixels of what it met, times dy; then it goes on to the next. */
    private void kernelGradient(Local image, Local dy, int kernel) {
        code.scope(() -> {
            Local to = pointer(kernel);
            taps(image, tap -> {
                if (single()) {
                    Local x = pointer(tap);
                    meet(x, dy, groups.count(), to, V128_LOAD, 4);
                } else {
                    walk(tap, groups.channels(), 4, channel -> {
                        Local x = pointer(channel);
                        Local sent = pointer(dy);
                        code.repeat(groups.count(), () -> {
                            meet(x, sent, groups.filters(), to, V128_LOAD32_SPLAT, 0);
                            code.add(x, 4 * groups.channels()).add(sent, 4 * groups.filters());
                        });
                    });
                }
            });
        });
    }

    /** The sums for so many weights in a row; x goes on by so many bytes from one weight to the next. */
    private void meet(Local x, Local dy, int count, Local to, Instruction load, int step) {
        code.scope(() -> {
            Local sent = pointer(dy);
            Local at = pointer(x);
            Local sum = code.local(V128);
            vectors(count, lanes -> {
                Local d = pointer(sent);
                code.zero(sum);
                pixels(at, pixel -> {
                    code.load(load, pixel, 0).load(V128_LOAD, d, 0).op(F32X4_MUL);
                    code.get(sum).op(F32X4_ADD).set(sum).add(d, filterBytes());
                });
                code.get(sum);
                add(to, lanes);
                code.add(to, 4 * lanes).add(sent, 4 * lanes).add(at, step * lanes);
            });
        });
    }
}
