package dev.steep.kernels;

import static dev.steep.wasm.Type.I32;

import dev.steep.tape.Conv;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import dev.steep.wasm.Code;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolution and its gradients, straight on framed images, one after the other. A row of outputs is a product: the
 * windows that it sees, which overlap in memory, times the kernel. The gradient of the input is such a product too, for
 * each residue of the stride by itself: of dy, framed, with those taps of the kernel that can reach such pixels.
 */
final class ConvKernel {
    private ConvKernel() {}

    static Function forward(Conv step, Emission emission) {
        Window window = step.window();
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        int channels = step.kernel().shape().length(2);
        int filters = step.kernel().shape().length(3);
        Frame frame = frame(window, channels);
        int framed = frame.bare() ? 0 : emission.memory.reserve(frame.bytes());
        List<Tile.Loop> walk = walk(
                rows.size(),
                rows.dilation() * frame.row(),
                columns.size(),
                columns.dilation() * frame.pixel(),
                channels);
        return emission.step(step.output().name(), code -> {
            Local y = code.local(I32);
            code.set(y, emission.of(step.output()));
            images(emission, code, step.x(), frame, framed, image -> {
                Local a = code.local(I32);
                code.set(a, image);
                Rows product = new Rows(
                        columns.output(),
                        columns.stride() * frame.pixel(),
                        walk,
                        emission.of(step.kernel()),
                        filters,
                        4 * filters);
                code.repeat(rows.output(), () -> {
                    product.write(emission, code, a, y);
                    code.add(a, rows.stride() * frame.row()).add(y, columns.output() * 4 * filters);
                });
            });
        });
    }

    static Function inputGradient(Conv.InputGradient step, Emission emission) {
        Window window = step.window();
        int channels = step.kernel().shape().length(2);
        int filters = step.kernel().shape().length(3);
        Reach down = new Reach(window.rows());
        Reach across = new Reach(window.columns());
        Frame frame = new Frame(
                window.rows().output(),
                window.columns().output(),
                filters,
                down.before(),
                across.before(),
                down.length(),
                across.length());
        int framed = frame.bare() ? 0 : emission.memory.reserve(frame.bytes());
        int turned = emission.memory.reserve(4L * step.kernel().size());
        int wide = window.columns().input() * channels * 4;
        return emission.step(step.output().name(), code -> {
            Local dx = code.local(I32);
            code.set(dx, emission.of(step.output()));
            Function transpose = new Transpose(channels, filters).in(emission);
            int block = 4 * channels * filters;
            int next = turned;
            List<Phase> phases = new ArrayList<>();
            for (int i = 0; i < window.rows().stride(); i++) {
                for (int j = 0; j < window.columns().stride(); j++) {
                    Taps y = down.taps(i);
                    Taps x = across.taps(j);
                    if (y.positions == 0 || x.positions == 0) {
                        continue;
                    }
                    phases.add(new Phase(i, j, y, x, next));
                    for (int k : y.taps) {
                        for (int l : x.taps) {
                            code.i32(emission.of(step.kernel())
                                            + (k * window.columns().size() + l) * block)
                                    .i32(next)
                                    .call(transpose);
                            next += block;
                        }
                    }
                }
            }
            images(emission, code, step.dy(), frame, framed, image -> {
                for (Phase phase : phases) {
                    code.scope(() -> {
                        Local a = code.local(I32);
                        Local c = code.local(I32);
                        int first = phase.y.first * frame.row() + phase.x.first * frame.pixel();
                        code.get(image).plus(first).set(a);
                        code.get(dx)
                                .plus(phase.row * wide + phase.column * 4 * channels)
                                .set(c);
                        Rows product = new Rows(
                                phase.x.positions,
                                frame.pixel(),
                                walk(
                                        phase.y.taps.size(),
                                        phase.y.step * frame.row(),
                                        phase.x.taps.size(),
                                        phase.x.step * frame.pixel(),
                                        filters),
                                phase.kernel,
                                channels,
                                4 * channels * window.columns().stride());
                        code.repeat(phase.y.positions, () -> {
                            product.write(emission, code, a, c);
                            code.add(a, frame.row()).add(c, window.rows().stride() * wide);
                        });
                    });
                }
                code.add(dx, window.rows().input() * wide);
            });
        });
    }

    static Function kernelGradient(Conv.KernelGradient step, Emission emission) {
        Window window = step.window();
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        int channels = step.output().shape().length(2);
        int filters = step.output().shape().length(3);
        Frame frame = frame(window, channels);
        int framed = frame.bare() ? 0 : emission.memory.reserve(frame.bytes());
        int perRow = columns.dilation() == 1 ? 1 : columns.size();
        int run = columns.size() * channels / perRow;
        List<Tile.Loop> positions = List.of(
                new Tile.Loop(rows.output(), rows.stride() * frame.row()),
                new Tile.Loop(columns.output(), columns.stride() * frame.pixel()));
        return emission.step(step.output().name(), code -> {
            Local dy = code.local(I32);
            int dk = emission.of(step.output());
            code.set(dy, emission.of(step.dy()));
            code.i32(dk).i32(0).i32(4 * step.output().size()).memoryFill();
            images(emission, code, step.x(), frame, framed, image -> {
                Local a = code.local(I32);
                Local c = code.local(I32);
                code.set(c, dk);
                for (int i = 0; i < rows.size() * perRow; i++) {
                    int start = i / perRow * rows.dilation() * frame.row()
                            + i % perRow * columns.dilation() * frame.pixel();
                    code.get(image).plus(start).set(a);
                    runOfTaps(emission, code, a, dy, c, run, filters, positions);
                }
                code.add(dy, 4 * rows.output() * columns.output() * filters);
            });
        });
    }

    /** Taps that lie side by side in the image are rows of the product; a and c go on to behind them. */
    private static void runOfTaps(
            Emission emission, Code code, Local a, Local dy, Local c, int run, int filters, List<Tile.Loop> positions) {
        class Call {
            void write(int rows) {
                for (int column = 0; column < filters; column += Tile.COLUMNS) {
                    Tile tile = new Tile(
                            Gemm.offsets(rows, 4),
                            positions,
                            4 * filters,
                            4 * filters,
                            Math.min(filters - column, Tile.COLUMNS),
                            true);
                    code.get(a).get(dy).plus(4 * column).get(c).plus(4 * column).i32(0);
                    code.call(tile.in(emission));
                }
                code.add(a, 4 * rows).add(c, 4 * rows * filters);
            }
        }
        Call call = new Call();
        code.repeat(run / Tile.ROWS, () -> call.write(Tile.ROWS));
        if (run % Tile.ROWS != 0) {
            call.write(run % Tile.ROWS);
        }
    }

    private static Frame frame(Window window, int channels) {
        return new Frame(
                window.rows().input(),
                window.columns().input(),
                channels,
                window.rows().before(),
                window.columns().before(),
                framed(window.rows()),
                framed(window.columns()));
    }

    private static int framed(Window.Axis axis) {
        int reach = (axis.output() - 1) * axis.stride() + (axis.size() - 1) * axis.dilation() + 1;
        return Math.max(axis.before() + axis.input(), reach);
    }

    /** Rows and columns of taps, and the numbers of a pixel; loops over memory without gaps are one. */
    private static List<Tile.Loop> walk(int rows, int down, int columns, int across, int numbers) {
        if (across == 4 * numbers) {
            return List.of(new Tile.Loop(rows, down), new Tile.Loop(columns * numbers, 4));
        }
        return List.of(new Tile.Loop(rows, down), new Tile.Loop(columns, across), new Tile.Loop(numbers, 4));
    }

    private interface PerImage {
        void write(Local image);
    }

    /** Something for each image of a value, framed if need be. */
    private static void images(Emission emission, Code code, Value value, Frame frame, int framed, PerImage body) {
        Local image = code.local(I32);
        Local left = code.local(I32);
        code.set(image, emission.of(value));
        new Count(1, value.batched()).push(code, code.param(0)).set(left);
        code.repeat(left, () -> {
            if (frame.bare()) {
                body.write(image);
            } else {
                Local at = code.local(I32);
                code.get(image).i32(framed).call(frame.in(emission));
                code.set(at, framed);
                body.write(at);
            }
            code.add(image, frame.image());
        });
    }

    /**
     * A row of output pixels as a product.
     *
     * @param pixels how many
     * @param aRow bytes from the window of one to that of the next
     * @param walk through a window
     * @param b the kernel
     * @param n numbers of an output pixel
     * @param across bytes from one output pixel to the next
     */
    private record Rows(int pixels, int aRow, List<Tile.Loop> walk, int b, int n, int across) {
        void write(Emission emission, Code code, Local a, Local c) {
            code.scope(() -> {
                Local fromA = code.local(I32);
                Local toC = code.local(I32);
                for (int column = 0; column < n; column += Tile.COLUMNS) {
                    int first = column;
                    code.set(fromA, a).get(c).plus(4 * first).set(toC);
                    code.repeat(pixels / Tile.ROWS, () -> tile(emission, code, fromA, toC, first, Tile.ROWS));
                    if (pixels % Tile.ROWS != 0) {
                        tile(emission, code, fromA, toC, first, pixels % Tile.ROWS);
                    }
                }
            });
        }

        private void tile(Emission emission, Code code, Local a, Local c, int column, int rows) {
            Tile tile =
                    new Tile(Gemm.offsets(rows, aRow), walk, 4 * n, across, Math.min(n - column, Tile.COLUMNS), false);
            code.get(a).i32(b + 4 * column).get(c).i32(0).call(tile.in(emission));
            code.add(a, rows * aRow).add(c, rows * across);
        }
    }

    /** The pixels of one residue of the stride, and the taps that reach them; their kernel is kept by itself. */
    private record Phase(int row, int column, Taps y, Taps x, int kernel) {}

    /**
     * Along one axis: the taps that reach the pixels r of one residue of the stride, the last first, so that the outputs
     * that they come from ascend.
     *
     * @param positions how many such pixels there are
     * @param first the framed output that the first pixel gets from its first tap
     * @param step from a tap's output to the next tap's
     */
    private record Taps(List<Integer> taps, int positions, int first, int step) {}

    /** Along one axis: which outputs reach which inputs. Pixel r gets from tap k what output (r + before - k d) / s sent. */
    private record Reach(Window.Axis axis) {
        /** How far outputs must be framed before the first. */
        int before() {
            return Math.max(0, ((axis.size() - 1) * axis.dilation() - axis.before()) / axis.stride());
        }

        /** How many outputs there are with those of the frame. */
        int length() {
            int last = (axis.input() - 1 + axis.before()) / axis.stride();
            return before() + Math.max(axis.output(), last + 1);
        }

        Taps taps(int residue) {
            List<Integer> taps = new ArrayList<>();
            for (int k = axis.size() - 1; k >= 0; k--) {
                if (Math.floorMod(residue + axis.before() - k * axis.dilation(), axis.stride()) == 0) {
                    taps.add(k);
                }
            }
            int positions = (axis.input() - residue + axis.stride() - 1) / axis.stride();
            int first = taps.isEmpty() ? 0 : before() + output(residue, taps.get(0));
            int step = taps.size() < 2 ? 1 : output(residue, taps.get(1)) - output(residue, taps.get(0));
            return new Taps(taps, Math.max(positions, 0), first, step);
        }

        private int output(int residue, int tap) {
            return Math.floorDiv(residue + axis.before() - tap * axis.dilation(), axis.stride());
        }
    }
}
