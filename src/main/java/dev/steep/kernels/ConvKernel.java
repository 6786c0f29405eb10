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

    static Function forward(Group group, Emission emission) {
        Conv step = (Conv) group.head();
        Window window = step.window();
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        int channels = step.kernel().shape().length(2);
        Matrix kernel = emission.memory.matrix(step.kernel());
        Frame frame = frame(window, channels);
        int framed = frame.bare() ? 0 : emission.memory.reserve(frame.bytes());
        Plane plane = new Plane(
                rows.output(),
                columns.output(),
                rows.stride() * frame.row(),
                columns.stride() * frame.pixel(),
                columns.output() * 4 * kernel.columns(),
                4 * kernel.columns());
        List<Tile.Loop> walk = walk(
                rows.size(),
                rows.dilation() * frame.row(),
                columns.size(),
                columns.dilation() * frame.pixel(),
                channels);
        return emission.step(group.output().name(), code -> {
            Local y = code.local(I32);
            code.set(y, 0);
            images(emission, code, step.x(), frame, framed, image -> {
                plane.write(group, emission, code, image, y, walk, emission.of(step.kernel()), kernel);
                code.add(y, rows.output() * columns.output() * 4 * kernel.columns());
            });
        });
    }

    static Function inputGradient(Group group, Emission emission) {
        Conv.InputGradient step = (Conv.InputGradient) group.head();
        Window window = step.window();
        int channels = step.kernel().shape().length(2);
        int filters = step.kernel().shape().length(3);
        Matrix kernel = emission.memory.matrix(step.kernel());
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
        int wide = window.columns().input() * channels * 4;
        List<Phase> phases = phases(window, down, across, filters, channels, emission);
        return emission.step(group.output().name(), code -> {
            Local dx = code.local(I32);
            code.set(dx, 0);
            for (Phase phase : phases) {
                Function transpose = new Transpose(kernel, phase.kernel, channels).in(emission);
                int row = 0;
                for (int k : phase.y.taps) {
                    for (int l : phase.x.taps) {
                        int tap = k * window.columns().size() + l;
                        code.i32(emission.of(step.kernel())).i32(tap * channels);
                        code.i32(phase.address).i32(row).call(transpose);
                        row += filters;
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
                        Plane plane = new Plane(
                                phase.y.positions,
                                phase.x.positions,
                                frame.row(),
                                frame.pixel(),
                                window.rows().stride() * wide,
                                window.columns().stride() * 4 * channels);
                        List<Tile.Loop> walk = walk(
                                phase.y.taps.size(),
                                phase.y.step * frame.row(),
                                phase.x.taps.size(),
                                phase.x.step * frame.pixel(),
                                filters);
                        plane.write(group, emission, code, a, c, walk, phase.address, phase.kernel);
                    });
                }
                code.add(dx, window.rows().input() * wide);
            });
        });
    }

    /** A pixel of each residue of the stride gets from other taps. */
    private static List<Phase> phases(
            Window window, Reach down, Reach across, int filters, int channels, Emission emission) {
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < window.rows().stride(); i++) {
            for (int j = 0; j < window.columns().stride(); j++) {
                Taps y = down.taps(i);
                Taps x = across.taps(j);
                if (y.positions > 0 && x.positions > 0) {
                    int rows = y.taps.size() * x.taps.size() * filters;
                    Matrix kernel = new Matrix(rows, channels, true);
                    phases.add(new Phase(i, j, y, x, kernel, emission.memory.reserve(4L * rows * channels)));
                }
            }
        }
        return phases;
    }

    static Function kernelGradient(Group group, Emission emission) {
        Conv.KernelGradient step = (Conv.KernelGradient) group.head();
        Window window = step.window();
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        Frame frame = frame(window, step.output().shape().length(2));
        int framed = frame.bare() ? 0 : emission.memory.reserve(frame.bytes());
        Matrix kernel = emission.memory.matrix(step.output());
        List<Integer> taps = new ArrayList<>();
        for (int i = 0; i < kernel.rows(); i++) {
            int channel = i % frame.channels();
            int tap = i / frame.channels();
            taps.add(tap / columns.size() * rows.dilation() * frame.row()
                    + tap % columns.size() * columns.dilation() * frame.pixel()
                    + 4 * channel);
        }
        List<Tile.Loop> positions = List.of(
                new Tile.Loop(rows.output(), rows.stride() * frame.row()),
                new Tile.Loop(columns.output(), columns.stride() * frame.pixel()));
        return emission.step(group.output().name(), code -> {
            Local dy = code.local(I32);
            code.set(dy, emission.of(step.dy()));
            code.i32(emission.of(step.output()))
                    .i32(0)
                    .i32(4 * step.output().size())
                    .memoryFill();
            images(emission, code, step.x(), frame, framed, image -> {
                for (int panel = 0; panel < kernel.columns(); panel += Tile.COLUMNS) {
                    int width = Math.min(Tile.COLUMNS, kernel.columns() - panel);
                    int start = panel / Tile.COLUMNS * kernel.nextPanel();
                    for (int row = 0, count; row < taps.size(); row += count) {
                        count = share(taps.size() - row);
                        int first = taps.get(row);
                        List<Integer> offsets = taps.subList(row, row + count).stream()
                                .map(tap -> tap - first)
                                .toList();
                        Tile tile = new Tile(offsets, positions, 4 * kernel.columns(), width);
                        Strip strip = new Strip(
                                tile, List.of(), Tile.apart(count, kernel.nextRow(width)), new Epilogue(group, true));
                        code.get(image).plus(first).get(dy).plus(4 * panel);
                        code.i32(start + row * kernel.nextRow(width))
                                .i32(0)
                                .i32(0)
                                .i32(0);
                        code.call(strip.in(emission));
                    }
                }
                code.add(dy, 4 * rows.output() * columns.output() * kernel.columns());
            });
        });
    }

    /** Rows of the next tile, when so many are left: three tiles of 3 are faster than two of 4 and one of 1. */
    private static int share(int left) {
        int tiles = (left + Tile.ROWS - 1) / Tile.ROWS;
        return (left + tiles - 1) / tiles;
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
     * Output pixels as a product: the windows that they see, times a kernel. Tiles are as many pixels side by side, above each
     * other, or two by two, as divide the plane best.
     *
     * @param rows rows of pixels
     * @param columns pixels of a row
     * @param downA bytes from the window of a pixel to that of the one below
     * @param acrossA the same to its neighbour
     * @param downC bytes from a pixel to the one below
     * @param acrossC the same to its neighbour
     */
    private record Plane(int rows, int columns, int downA, int acrossA, int downC, int acrossC) {
        void write(
                Group group,
                Emission emission,
                Code code,
                Local a,
                Local c,
                List<Tile.Loop> walk,
                int factor,
                Matrix kernel) {
            int high = columns % Tile.ROWS == 0 ? 1 : rows % 2 == 0 && columns % 2 == 0 ? 2 : rows % 4 == 0 ? 4 : 1;
            int wide = Tile.ROWS / high;
            for (int panel = 0; panel < kernel.columns(); panel += Tile.COLUMNS) {
                int width = Math.min(Tile.COLUMNS, kernel.columns() - panel);
                int from = factor + panel / Tile.COLUMNS * kernel.nextPanel();
                int whole = columns / wide;
                int rest = columns % wide;
                if (whole > 0) {
                    code.get(a)
                            .i32(from)
                            .get(c)
                            .plus(4 * panel)
                            .i32(4 * panel)
                            .i32(0)
                            .i32(0);
                    code.call(
                            strip(group, walk, kernel, width, high, wide, whole).in(emission));
                }
                if (rest > 0) {
                    int first = columns - rest;
                    code.get(a).plus(first * acrossA).i32(from);
                    code.get(c)
                            .plus(first * acrossC + 4 * panel)
                            .i32(4 * panel)
                            .i32(0)
                            .i32(0);
                    code.call(strip(group, walk, kernel, width, high, rest, 1).in(emission));
                }
            }
        }

        private Strip strip(
                Group group, List<Tile.Loop> walk, Matrix kernel, int width, int high, int wide, int tiles) {
            List<Integer> from = new ArrayList<>();
            List<Integer> to = new ArrayList<>();
            for (int i = 0; i < high; i++) {
                for (int j = 0; j < wide; j++) {
                    from.add(i * downA + j * acrossA);
                    to.add(i * downC + j * acrossC);
                }
            }
            return new Strip(
                    new Tile(from, walk, kernel.nextRow(width), width),
                    List.of(
                            new Strip.Over(rows / high, high * downA, high * downC),
                            new Strip.Over(tiles, wide * acrossA, wide * acrossC)),
                    to,
                    new Epilogue(group, false));
        }
    }

    /** The pixels of one residue of the stride, and the taps that reach them; their kernel is kept by itself, at an address. */
    private record Phase(int row, int column, Taps y, Taps x, Matrix kernel, int address) {}

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
