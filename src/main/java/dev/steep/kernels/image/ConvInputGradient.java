package dev.steep.kernels.image;

import static dev.steep.wasm.Instruction.*;
import static dev.steep.wasm.Type.I32;

import dev.steep.kernels.code.Emission;
import dev.steep.kernels.code.Frame;
import dev.steep.kernels.code.Images;
import dev.steep.kernels.code.Matrix;
import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.code.StepGroup;
import dev.steep.kernels.product.Tile;
import dev.steep.kernels.product.Transpose;
import dev.steep.tape.Conv;
import dev.steep.tape.Window;
import dev.steep.wasm.Function;
import dev.steep.wasm.Local;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToIntFunction;

/**
 * The gradient of a convolution's input: for each residue of the stride by itself a convolution of dy, framed, with those taps
 * of the kernel that can reach such pixels, turned so that filters are summed over.
 */
public final class ConvInputGradient {
    private ConvInputGradient() {}

    public static Function emit(StepGroup group, Emission emission) {
        Conv.InputGradient step = (Conv.InputGradient) group.head();
        Window window = step.window();
        int channels = step.groups().channels();
        int filters = step.groups().filters();
        Matrix kernel = emission.memory.matrix(step.kernel());
        Frame frame = frame(step);
        Images images = Images.of(step.dy(), frame, emission);
        int wide = window.columns().input() * channels * 4;
        List<Phase> phases = phases(step, emission.memory::reserve);
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
            images.each(emission, code, image -> {
                for (Phase phase : phases) {
                    code.scope(() -> {
                        Local a = code.local(I32);
                        Local c = code.local(I32);
                        int first = phase.y.first * frame.row() + phase.x.first * frame.pixel();
                        code.get(image).plus(first).set(a);
                        code.get(dx)
                                .plus(phase.row * wide + phase.column * 4 * channels)
                                .set(c);
                        PixelTiles plane = new PixelTiles(
                                phase.y.positions,
                                phase.x.positions,
                                frame.row(),
                                frame.pixel(),
                                window.rows().stride() * wide,
                                window.columns().stride() * 4 * channels);
                        List<Tile.Loop> walk = ConvKernel.walk(
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

    /** An image of dy with what the taps reach around it. */
    private static Frame frame(Conv.InputGradient step) {
        Window window = step.window();
        Reach down = new Reach(window.rows());
        Reach across = new Reach(window.columns());
        return new Frame(
                window.rows().output(),
                window.columns().output(),
                step.groups().filters(),
                down.before(),
                across.before(),
                down.length(),
                across.length());
    }

    /** What its code reserves. */
    public static long scratch(Conv.InputGradient step) {
        long[] sum = {MemoryPlan.room(frame(step))};
        phases(step, bytes -> {
            sum[0] += MemoryPlan.room(bytes);
            return 0;
        });
        return sum[0];
    }

    /** A pixel of each residue of the stride gets from other taps. */
    private static List<Phase> phases(Conv.InputGradient step, LongToIntFunction reserve) {
        Window window = step.window();
        Reach down = new Reach(window.rows());
        Reach across = new Reach(window.columns());
        int channels = step.groups().channels();
        int filters = step.groups().filters();
        List<Phase> phases = new ArrayList<>();
        for (int i = 0; i < window.rows().stride(); i++) {
            for (int j = 0; j < window.columns().stride(); j++) {
                Taps y = down.taps(i);
                Taps x = across.taps(j);
                if (y.positions > 0 && x.positions > 0) {
                    int rows = y.taps.size() * x.taps.size() * filters;
                    Matrix kernel = new Matrix(rows, channels, true);
                    phases.add(new Phase(i, j, y, x, kernel, reserve.applyAsInt(4L * rows * channels)));
                }
            }
        }
        return phases;
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
