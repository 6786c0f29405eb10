package dev.steep.reference;

import dev.steep.tape.Pool;
import dev.steep.tape.Window;
import java.util.Arrays;

/** Pooling and its gradient. Taps outside the image are cut off before the loops over channels begin. */
final class PoolTask {
    private PoolTask() {}

    static StepTask forward(Pool step, ValueArrays memory) {
        Sweep sweep = new Sweep(step.window(), step.x().shape().length(-1));
        double[] x = memory.of(step.x());
        double[] y = memory.of(step.output());
        Each each =
                switch (step.kind()) {
                    case MAX -> new Max(sweep, x, y);
                    case AVERAGE -> new Average(sweep, x, y);
                };
        return samples -> sweep.run(samples, each);
    }

    static StepTask gradient(Pool.Gradient step, ValueArrays memory) {
        Sweep sweep = new Sweep(step.window(), step.x().shape().length(-1));
        double[] x = memory.of(step.x());
        double[] y = memory.of(step.y());
        double[] dy = memory.of(step.dy());
        double[] dx = memory.of(step.output());
        Each each =
                switch (step.kind()) {
                    case MAX -> new MaxGradient(sweep, x, y, dy, dx);
                    case AVERAGE -> new AverageGradient(sweep, dy, dx);
                };
        return samples -> {
            Arrays.fill(dx, 0, samples * sweep.image, 0);
            sweep.run(samples, each);
        };
    }

    /** What is done with one window. */
    private interface Each {
        /**
         * @param start where the image begins
         * @param from the first of the window's pixels
         * @param end behind the last of them
         * @param to where the window's outputs begin
         */
        void window(int start, int from, int end, int to);
    }

    /** All windows of an image: which pixels lie under each of them. */
    private static final class Sweep {
        final int channels;
        final int image;
        final int outputs;

        /** The pixels of window o are {@code pixels[first[o]]} to {@code pixels[first[o + 1] - 1]}, in reading order. */
        final int[] first;

        final int[] pixels;

        Sweep(Window window, int channels) {
            Window.Axis rows = window.rows();
            Window.Axis columns = window.columns();
            this.channels = channels;
            image = rows.input() * columns.input() * channels;
            outputs = rows.output() * columns.output();
            first = new int[outputs + 1];
            int[] found = new int[outputs * rows.size() * columns.size()];
            int next = 0;
            for (int o = 0; o < outputs; o++) {
                first[o] = next;
                for (int k = 0; k < rows.size(); k++) {
                    for (int l = 0; l < columns.size(); l++) {
                        int i = rows.at(o / columns.output(), k);
                        int j = columns.at(o % columns.output(), l);
                        if (i >= 0 && i < rows.input() && j >= 0 && j < columns.input()) {
                            found[next++] = (i * columns.input() + j) * channels;
                        }
                    }
                }
            }
            first[outputs] = next;
            pixels = Arrays.copyOf(found, next);
        }

        void run(int samples, Each each) {
            int to = 0;
            for (int s = 0; s < samples; s++) {
                for (int o = 0; o < outputs; o++) {
                    each.window(s * image, first[o], first[o + 1], to);
                    to += channels;
                }
            }
        }
    }

    private record Max(Sweep sweep, double[] x, double[] y) implements Each {
        @Override
        public void window(int start, int from, int end, int to) {
            int channels = sweep.channels;
            if (from == end) {
                Arrays.fill(y, to, to + channels, 0);
                return;
            }
            System.arraycopy(x, start + sweep.pixels[from], y, to, channels);
            for (int tap = from + 1; tap < end; tap++) {
                int at = start + sweep.pixels[tap];
                for (int c = 0; c < channels; c++) {
                    double v = x[at + c];
                    if (v > y[to + c]) {
                        y[to + c] = v;
                    }
                }
            }
        }
    }

    private record Average(Sweep sweep, double[] x, double[] y) implements Each {
        @Override
        public void window(int start, int from, int end, int to) {
            int channels = sweep.channels;
            Arrays.fill(y, to, to + channels, 0);
            for (int tap = from; tap < end; tap++) {
                int at = start + sweep.pixels[tap];
                for (int c = 0; c < channels; c++) {
                    y[to + c] += x[at + c];
                }
            }
            double count = Math.max(end - from, 1);
            for (int c = 0; c < channels; c++) {
                y[to + c] /= count;
            }
        }
    }

    private record MaxGradient(Sweep sweep, double[] x, double[] y, double[] dy, double[] dx) implements Each {
        /** Looks for the largest up to the last tap, which needs no look. */
        @Override
        public void window(int start, int from, int end, int to) {
            if (from == end) {
                return;
            }
            int last = end - 1;
            int[] pixels = sweep.pixels;
            for (int c = 0; c < sweep.channels; c++) {
                double largest = y[to + c];
                int tap = from;
                while (tap < last && x[start + pixels[tap] + c] != largest) {
                    tap++;
                }
                dx[start + pixels[tap] + c] += dy[to + c];
            }
        }
    }

    private record AverageGradient(Sweep sweep, double[] dy, double[] dx) implements Each {
        @Override
        public void window(int start, int from, int end, int to) {
            double count = Math.max(end - from, 1);
            for (int tap = from; tap < end; tap++) {
                int at = start + sweep.pixels[tap];
                for (int c = 0; c < sweep.channels; c++) {
                    dx[at + c] += dy[to + c] / count;
                }
            }
        }
    }
}
