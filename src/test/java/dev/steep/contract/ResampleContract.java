package dev.steep.contract;

import dev.steep.engine.Machine;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.tape.Gradients;
import dev.steep.tape.Resample;
import dev.steep.tape.Resample.Fill;
import dev.steep.tape.Resample.Interpolation;
import dev.steep.tape.Value;
import org.junit.jupiter.api.Test;

/** Images read at other places, forward and backward, against the definition. */
interface ResampleContract extends Contract {
    @Test
    default void randomTransformsAndTheirGradients() {
        Random random = new Random(11);
        for (int i = 0; i < 60; i++) {
            for (Fill fill : Fill.values()) {
                for (Interpolation interpolation : Interpolation.values()) {
                    Shape x = Shape.of(1 + random.below(9), 1 + random.below(9), 1 + random.below(9));
                    boolean same = random.below(2) == 0;
                    Shape y = same ? x : Shape.of(1 + random.below(9), 1 + random.below(9), x.length(2));
                    double value = random.below(2) == 0 ? 0 : 1.5;
                    resample(i, random, new Resample.Sampling(interpolation, fill, value), x, y, 1 + random.below(4));
                }
            }
        }
    }

    /** Transforms by eighths, none of them halfway between pixels: float32 knows all places as they are. */
    private static double[] transforms(Random random, int samples) {
        double[] transforms = new double[samples * Resample.TRANSFORM];
        for (int i = 0; i < transforms.length; i++) {
            boolean shift = i % 3 == 2;
            transforms[i] = shift ? random.below(160) / 8.0 - 10 + 1 / 16.0 : random.below(33) / 8.0 - 2;
        }
        return transforms;
    }

    private void resample(int seed, Random random, Resample.Sampling reading, Shape xs, Shape ys, int samples) {
        String what = "seed " + seed + ", " + samples + " samples, " + reading + ", " + xs + " to " + ys;
        double[] transforms = transforms(random, samples);
        Rig rig = new Rig(seed, samples, Shape.of(Resample.TRANSFORM), ys);
        rig.set(rig.x, transforms);
        Value rows = rig.tape.matMul("rows", rig.x, rig.parameter("w", Resample.TRANSFORM, xs.size()));
        Value a = rig.tape.reshape("a", rows, xs);
        Value y = rig.tape.resample("y", a, rig.x, reading, ys);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());

        double[] image = Rig.doubles(machine.read(a));
        double[] dy = rig.numbers(rig.t);
        double[] expected = new double[dy.length];
        double[] da = new double[image.length];
        int channels = xs.length(2);
        for (int o = 0; o < expected.length; o++) {
            int c = o % channels;
            int j = o / channels % ys.length(1);
            int i = o / channels / ys.length(1) % ys.length(0);
            int s = o / ys.size();
            int t = s * Resample.TRANSFORM;
            double column = transforms[t] * j + transforms[t + 1] * i + transforms[t + 2];
            double row = transforms[t + 3] * j + transforms[t + 4] * i + transforms[t + 5];
            int above = (int) Math.floor(row) - 1; // places farther away have no weight
            int before = (int) Math.floor(column) - 1;
            for (int k = above; k < above + 4; k++) {
                for (int l = before; l < before + 4; l++) {
                    double weight =
                            weight(reading.interpolation(), row - k) * weight(reading.interpolation(), column - l);
                    int down = pixel(reading.fill(), k, xs.length(0));
                    int across = pixel(reading.fill(), l, xs.length(1));
                    if (weight > 0 && (down < 0 || across < 0)) {
                        expected[o] += weight * reading.value();
                    } else if (weight > 0) {
                        int at = s * xs.size() + (down * xs.length(1) + across) * channels + c;
                        expected[o] += weight * image[at];
                        da[at] += weight * dy[o];
                    }
                }
            }
        }
        close(expected, machine.read(y), what + ": y");
        close(da, machine.read(gradients.of(a).orElseThrow()), what + ": dx");
    }

    private static double weight(Interpolation interpolation, double distance) {
        return switch (interpolation) {
            case BILINEAR -> Math.max(0, 1 - Math.abs(distance));
            case NEAREST -> Math.abs(distance) < 0.5 ? 1 : 0;
        };
    }

    /** Goes towards the image until it is in it. */
    private static int pixel(Fill fill, int i, int n) {
        return switch (fill) {
            case CONSTANT -> i < 0 || i >= n ? -1 : i;
            case NEAREST -> i < 0 ? 0 : i >= n ? n - 1 : i;
            case WRAP -> i < 0 ? pixel(fill, i + n, n) : i >= n ? pixel(fill, i - n, n) : i;
            case REFLECT -> i < 0 ? pixel(fill, -1 - i, n) : i >= n ? pixel(fill, 2 * n - 1 - i, n) : i;
        };
    }
}
