package dev.steep.reference;

import dev.steep.math.Shape;
import dev.steep.tape.Resample;
import dev.steep.tape.Value;
import java.util.Arrays;

/** Images read at other places, and the way back. One output pixel after the other: where it reads, then all its channels. */
final class ResampleTask {
    private ResampleTask() {}

    static StepTask forward(Resample step, ValueArrays memory) {
        double[] x = memory.of(step.x());
        double[] y = memory.of(step.output());
        double value = step.reading().value();
        Sweep sweep = new Sweep(step.reading(), step.x(), step.output(), memory.of(step.transform()));
        return samples -> {
            Arrays.fill(y, 0, ValueArrays.count(step.output(), samples), 0);
            sweep.run(samples, (from, to, weight) -> {
                for (int c = 0; c < sweep.channels; c++) {
                    y[to + c] += weight * (from < 0 ? value : x[from + c]);
                }
            });
        };
    }

    static StepTask gradient(Resample.Gradient step, ValueArrays memory) {
        double[] dy = memory.of(step.dy());
        double[] dx = memory.of(step.output());
        Sweep sweep = new Sweep(step.reading(), step.output(), step.dy(), memory.of(step.transform()));
        return samples -> {
            Arrays.fill(dx, 0, ValueArrays.count(step.output(), samples), 0);
            sweep.run(samples, (from, to, weight) -> {
                for (int c = 0; c < sweep.channels && from >= 0; c++) {
                    dx[from + c] += weight * dy[to + c];
                }
            });
        };
    }

    /** Which pixels each pixel of the output reads, and how much of them. */
    static void taps(Resample step, double[] transforms, int samples, Tap tap) {
        new Sweep(step.reading(), step.x(), step.output(), transforms).run(samples, tap);
    }

    /** What is done with one pixel that is read for another. */
    interface Tap {
        /**
         * @param from where the channels of the pixel begin that is read; below 0 beyond the border
         * @param to where the channels of the output pixel begin
         * @param weight how much of it is read
         */
        void read(int from, int to, double weight);
    }

    /** All output pixels of all samples. */
    private static final class Sweep {
        final int channels;
        private final Resample.Sampling reading;
        private final Shape image;
        private final Shape pixels;
        private final double[] transforms;

        Sweep(Resample.Sampling reading, Value image, Value pixels, double[] transforms) {
            this.reading = reading;
            this.image = image.shape();
            this.pixels = pixels.shape();
            this.transforms = transforms;
            channels = this.image.length(2);
        }

        void run(int samples, Tap tap) {
            int to = 0;
            for (int s = 0; s < samples; s++) {
                int t = s * Resample.TRANSFORM;
                for (int i = 0; i < pixels.length(0); i++) {
                    for (int j = 0; j < pixels.length(1); j++) {
                        double column = transforms[t] * j + transforms[t + 1] * i + transforms[t + 2];
                        double row = transforms[t + 3] * j + transforms[t + 4] * i + transforms[t + 5];
                        pixel(s * image.size(), row, column, to, tap);
                        to += channels;
                    }
                }
            }
        }

        private void pixel(int start, double row, double column, int to, Tap tap) {
            switch (reading.interpolation()) {
                case NEAREST -> tap.read(at(start, nearest(row), nearest(column)), to, 1);
                case BILINEAR -> {
                    int i = (int) Math.floor(row);
                    int j = (int) Math.floor(column);
                    double down = row - Math.floor(row);
                    double right = column - Math.floor(column);
                    tap.read(at(start, i, j), to, (1 - down) * (1 - right));
                    tap.read(at(start, i, j + 1), to, (1 - down) * right);
                    tap.read(at(start, i + 1, j), to, down * (1 - right));
                    tap.read(at(start, i + 1, j + 1), to, down * right);
                }
            }
        }

        private static int nearest(double place) {
            int whole = (int) Math.floor(Math.abs(place) + 0.5);
            return place < 0 ? -whole : whole;
        }

        private int at(int start, int row, int column) {
            int i = reading.fill().pixel(row, image.length(0));
            int j = reading.fill().pixel(column, image.length(1));
            return i < 0 || j < 0 ? -1 : start + (i * image.length(1) + j) * channels;
        }
    }
}
