package dev.steep.reference;

import dev.steep.tape.Conv;
import dev.steep.tape.Window;
import java.util.Arrays;

/** Convolution and its gradients, one image after the other. */
final class ConvTask {
    private ConvTask() {}

    static StepTask forward(Conv step, ValueArrays memory) {
        return step.groups().whole() ? new Forward(step, memory) : GroupedConvTask.forward(step, memory);
    }

    static StepTask inputGradient(Conv.InputGradient step, ValueArrays memory) {
        return step.groups().whole() ? new InputGradient(step, memory) : GroupedConvTask.inputGradient(step, memory);
    }

    static StepTask kernelGradient(Conv.KernelGradient step, ValueArrays memory) {
        return step.groups().whole() ? new KernelGradient(step, memory) : GroupedConvTask.kernelGradient(step, memory);
    }

    /** A row of outputs is the matrix of the windows it sees, times the kernel. */
    private static final class Forward implements StepTask {
        private final double[] x;
        private final double[] kernel;
        private final double[] y;
        private final int rows;
        private final int columns;
        private final int filters;
        private final PaddedImage frame;
        private final double[] framed;
        private final Panels panels;

        Forward(Conv step, ValueArrays memory) {
            x = memory.of(step.x());
            kernel = memory.of(step.kernel());
            y = memory.of(step.output());
            Window window = step.window();
            int channels = step.groups().channels();
            filters = step.groups().filters();
            rows = window.rows().output();
            columns = window.columns().output();
            frame = new PaddedImage(window, channels);
            framed = frame.bare ? x : new double[frame.size];
            panels = new Panels(frame.runs(window, channels), PaddedImage.runLength(window, channels), filters);
        }

        @Override
        public void run(int samples) {
            panels.pack(kernel, filters, 1);
            int to = 0;
            for (int s = 0; s < samples; s++) {
                int from = frame.start(s);
                if (!frame.bare) {
                    frame.put(x, s * frame.image, framed);
                }
                for (int i = 0; i < rows; i++) {
                    panels.multiply(framed, from, frame.across, columns, y, to, filters);
                    from += frame.down;
                    to += columns * filters;
                }
            }
        }
    }

    /** Each dy times the kernel gives what it sends to every tap of its window; windows overlap, so these are added. */
    private static final class InputGradient implements StepTask {
        private final double[] dy;
        private final double[] kernel;
        private final double[] dx;
        private final int rows;
        private final int columns;
        private final int filters;
        private final PaddedImage frame;
        private final double[] framed;
        private final int[] runs;
        private final int runLength;
        private final double[] sent;
        private final Panels panels;

        InputGradient(Conv.InputGradient step, ValueArrays memory) {
            dy = memory.of(step.dy());
            kernel = memory.of(step.kernel());
            dx = memory.of(step.output());
            Window window = step.window();
            int channels = step.groups().channels();
            filters = step.groups().filters();
            rows = window.rows().output();
            columns = window.columns().output();
            frame = new PaddedImage(window, channels);
            framed = frame.bare ? dx : new double[frame.size];
            runs = frame.runs(window, channels);
            runLength = PaddedImage.runLength(window, channels);
            int taps = runs.length * runLength;
            sent = new double[columns * taps];
            panels = Panels.plain(filters, taps);
        }

        @Override
        public void run(int samples) {
            panels.pack(kernel, 1, filters);
            int from = 0;
            int taps = runs.length * runLength;
            for (int s = 0; s < samples; s++) {
                int start = frame.start(s);
                Arrays.fill(framed, start, start + frame.size, 0);
                for (int i = 0; i < rows; i++) {
                    panels.multiply(dy, from, filters, columns, sent, 0, taps);
                    spread(start + i * frame.down);
                    from += columns * filters;
                }
                if (!frame.bare) {
                    frame.take(framed, dx, s * frame.image);
                }
            }
        }

        private void spread(int start) {
            double[] from = sent;
            double[] into = framed;
            int length = runLength;
            int next = 0;
            for (int j = 0; j < columns; j++) {
                int window = start + j * frame.across;
                for (int run : runs) {
                    int at = window + run;
                    for (int end = at + length; at < end; at++) {
                        into[at] += from[next++];
                    }
                }
            }
        }
    }

    /** The sum, over all positions, of the numbers under the window times dy. */
    private static final class KernelGradient implements StepTask {
        private final double[] x;
        private final double[] dy;
        private final double[] dk;
        private final int rows;
        private final int columns;
        private final int filters;
        private final PaddedImage frame;
        private final double[] framed;
        private final OuterSums sums;

        KernelGradient(Conv.KernelGradient step, ValueArrays memory) {
            x = memory.of(step.x());
            dy = memory.of(step.dy());
            dk = memory.of(step.output());
            Window window = step.window();
            int channels = step.groups().channels();
            filters = step.groups().filters();
            rows = window.rows().output();
            columns = window.columns().output();
            frame = new PaddedImage(window, channels);
            framed = frame.bare ? x : new double[frame.size];
            sums = new OuterSums(taps(frame.runs(window, channels), PaddedImage.runLength(window, channels)), filters);
        }

        @Override
        public void run(int samples) {
            Arrays.fill(dk, 0);
            for (int s = 0; s < samples; s++) {
                if (!frame.bare) {
                    frame.put(x, s * frame.image, framed);
                }
                sums.add(
                        framed,
                        frame.start(s),
                        rows,
                        columns,
                        frame.down,
                        frame.across,
                        dy,
                        s * rows * columns * filters,
                        dk);
            }
        }

        private static int[] taps(int[] runs, int length) {
            int[] taps = new int[runs.length * length];
            for (int i = 0; i < taps.length; i++) {
                taps[i] = runs[i / length] + i % length;
            }
            return taps;
        }
    }
}
