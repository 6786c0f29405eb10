package dev.steep.kernels.image;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;

import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Frame;
import dev.steep.kernels.code.Images;
import dev.steep.kernels.code.Matrix;
import dev.steep.kernels.code.StepGroup;
import dev.steep.kernels.product.Epilogue;
import dev.steep.kernels.product.Tile;
import dev.steep.kernels.product.TileStrip;
import dev.steep.tape.Conv;
import dev.steep.tape.Window;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.List;

/**
 * Convolution and the gradient of its kernel, straight on framed images, one after the other. An output pixel is a row of a
 * product: the window that it sees, which overlaps with others in memory, times the kernel.
 */
public final class ConvKernel {
    private ConvKernel() {}

    public static Function forward(StepGroup group, Emission emission) {
        Conv step = (Conv) group.head();
        Window window = step.window();
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        int channels = step.groups().channels();
        Matrix kernel = emission.memory.matrix(step.kernel());
        Frame frame = frame(window, channels);
        Images images = Images.of(step.x(), frame, emission);
        PixelTiles plane = new PixelTiles(
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
            images.each(emission, code, image -> {
                plane.write(group, emission, code, image, y, walk, emission.of(step.kernel()), kernel);
                code.add(y, rows.output() * columns.output() * 4 * kernel.columns());
            });
        });
    }

    public static Function kernelGradient(StepGroup group, Emission emission) {
        Conv.KernelGradient step = (Conv.KernelGradient) group.head();
        Window window = step.window();
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        Frame frame = frame(window, step.groups().channels());
        Images images = Images.of(step.x(), frame, emission);
        Matrix kernel = emission.memory.matrix(step.output());
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
            images.each(emission, code, image -> {
                kernel.panels(code, (column, width) -> {
                    Taps taps = new Taps(window, frame, kernel.nextRow(width));
                    for (Taps.Stretch part : taps.parts()) {
                        Tile tile = new Tile(Tile.apart(part.high(), 4), positions, 4 * kernel.columns(), width, false);
                        TileStrip strip = new TileStrip(
                                tile,
                                taps.over(part),
                                Tile.apart(part.high(), kernel.nextRow(width)),
                                new Epilogue(group, true));
                        code.get(image).plus(4 * part.first());
                        code.get(dy).get(column).op(I32_ADD);
                        kernel.start(code, column).plus(part.first() * kernel.nextRow(width));
                        code.i32(0).i32(0).i32(0).call(strip.in(emission));
                    }
                });
                code.add(dy, 4 * rows.output() * columns.output() * kernel.columns());
            });
        });
    }

    /**
     * The rows of a kernel as a matrix: the taps and their channels. Taps that lie side by side in the image are one run of
     * numbers, which is cut into tiles.
     *
     * @param nextRow bytes from one row of the kernel to the next
     */
    private record Taps(Window window, Frame frame, int nextRow) {
        /**
         * Some of a run's rows.
         *
         * @param first the first of them
         * @param high rows of a tile
         * @param tiles how many tiles
         */
        private record Stretch(int first, int high, int tiles) {}

        private boolean sideBySide() {
            return window.columns().dilation() == 1;
        }

        private int run() {
            return (sideBySide() ? window.columns().size() : 1) * frame.channels();
        }

        /** Tiles of 4, if they divide the run or 3 does not, then one of what is left; else tiles of 3. */
        List<Stretch> parts() {
            int run = run();
            int high = run % Tile.ROWS != 0 && run % 3 == 0 ? 3 : Tile.ROWS;
            List<Stretch> parts = new ArrayList<>();
            if (run >= high) {
                parts.add(new Stretch(0, high, run / high));
            }
            if (run % high != 0) {
                parts.add(new Stretch(run - run % high, run % high, 1));
            }
            return parts;
        }

        /** From tile to tile of such a part, in the image and in the kernel. */
        List<TileStrip.Over> over(Stretch part) {
            int runs = sideBySide() ? 1 : window.columns().size();
            return List.of(
                    new TileStrip.Over(
                            window.rows().size(), window.rows().dilation() * frame.row(), runs * run() * nextRow),
                    new TileStrip.Over(runs, window.columns().dilation() * frame.pixel(), run() * nextRow),
                    new TileStrip.Over(part.tiles(), 4 * part.high(), part.high() * nextRow));
        }
    }

    /** An image with what a window sees around it. */
    public static Frame frame(Window window, int channels) {
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
    static List<Tile.Loop> walk(int rows, int down, int columns, int across, int numbers) {
        if (across == 4 * numbers) {
            return List.of(new Tile.Loop(rows, down), new Tile.Loop(columns * numbers, 4));
        }
        return List.of(new Tile.Loop(rows, down), new Tile.Loop(columns, across), new Tile.Loop(numbers, 4));
    }
}
