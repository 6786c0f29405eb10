package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.steep.engine.Machine;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.tape.Gradients;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import org.junit.jupiter.api.Test;

/** Convolutions, forward and backward, against their definition. */
interface ConvContract extends Contract {
    /** The worked example of the course. */
    double[] LECTURE = {
        0, 0, 0, 1, 1, 0, 0, 0,
        0, 0, 1, 2, 2, 1, 0, 0,
        0, 1, 2, 3, 3, 2, 1, 0,
        1, 2, 0, 2, 2, 0, 2, 1,
        1, 1, 1, 1, 1, 1, 1, 1,
        0, 0, 2, 0, 0, 2, 0, 0,
        0, 3, 0, 1, 1, 0, 3, 0,
        1, 0, 2, 0, 0, 2, 0, 1
    };

    @Test
    default void crossKernelGivesTheLecturesTable() {
        float[] expected = {
            2, 4, 7, 7, 4, 2,
            4, 5, 9, 9, 5, 4,
            3, 7, 6, 6, 7, 3,
            4, 4, 4, 4, 4, 4,
            6, 1, 4, 4, 1, 6,
            0, 8, 1, 1, 8, 0
        };
        assertArrayEquals(expected, lecture(0, 1, 0, 1, 0, 1, 0, 1, 0));
    }

    @Test
    default void cornerKernelGivesTheLecturesTable() {
        float[] expected = {
            2, 5, 6, 6, 5, 2,
            2, 6, 5, 5, 6, 2,
            4, 6, 7, 7, 6, 4,
            3, 4, 4, 4, 4, 3,
            2, 6, 3, 3, 6, 2,
            5, 0, 4, 4, 0, 5
        };
        assertArrayEquals(expected, lecture(1, 0, 1, 0, 0, 0, 1, 0, 1));
    }

    private float[] lecture(double... kernel) {
        Rig rig = new Rig(1, 1, Shape.of(8, 8, 1), Shape.of(1));
        Value k = rig.parameter("kernel", 3, 3, 1, 1);
        rig.set(rig.x, LECTURE).set(k, kernel);
        Window.Axis axis = Window.Axis.valid(8, 3, 1, 1);
        Value y = rig.tape.conv("y", rig.x, k, new Window(axis, axis));
        return rig.run(backend()).read(y);
    }

    @Test
    default void anUnsymmetricKernelIsNotFlipped() {
        Rig rig = new Rig(1, 1, Shape.of(1, 3, 1), Shape.of(1));
        Value k = rig.parameter("kernel", 1, 3, 1, 1);
        rig.set(rig.x, 1, 2, 4).set(k, 1, 10, 100);
        Window window = new Window(Window.Axis.same(1, 1, 1, 1), Window.Axis.same(3, 3, 1, 1));
        Value y = rig.tape.conv("y", rig.x, k, window);
        assertArrayEquals(new float[] {210, 421, 42}, rig.run(backend()).read(y));
    }

    @Test
    default void randomConvolutionsAndTheirGradients() {
        Random random = new Random(11);
        for (int i = 0; i < 150; i++) {
            Window window = new Window(axis(random), axis(random));
            convolution(i, 1 + random.below(4), window, 1 + random.below(9), 1 + random.below(9));
        }
    }

    @Test
    default void usualConvolutionsAndTheirGradients() {
        for (int channels : new int[] {1, 3, 4, 8, 13, 16}) {
            for (int filters : new int[] {1, 4, 6, 8, 16, 17}) {
                Window.Axis axis = Window.Axis.same(7, 3, 1, 1);
                convolution(channels, 2, new Window(axis, axis), channels, filters);
            }
        }
        Window.Axis large = Window.Axis.same(28, 3, 1, 1);
        convolution(99, 3, new Window(large, large), 1, 8);
    }

    @Test
    default void randomConvolutionsInGroups() {
        Random random = new Random(12);
        for (int i = 0; i < 60; i++) {
            Window window = new Window(axis(random), axis(random));
            int groups = 2 + random.below(6);
            convolution(
                    i,
                    1 + random.below(3),
                    window,
                    groups,
                    groups * (1 + random.below(3)),
                    groups * (1 + random.below(6)));
        }
    }

    /** Each channel by itself, as many as there are and up to three filters of each. */
    @Test
    default void depthwiseConvolutionsOfAllWidths() {
        Window.Axis axis = Window.Axis.same(6, 3, 1, 1);
        Window window = new Window(axis, axis);
        for (int channels = 2; channels <= 17; channels++) {
            for (int filters = 1; filters <= 3; filters++) {
                convolution(channels, 2, window, channels, channels, channels * filters);
            }
        }
    }

    private static Window.Axis axis(Random random) {
        while (true) {
            int input = 1 + random.below(12);
            int size = 1 + random.below(5);
            int stride = 1 + random.below(3);
            int dilation = 1 + random.below(3);
            Window.Axis axis = random.below(2) == 0
                    ? Window.Axis.same(input, size, stride, dilation)
                    : Window.Axis.valid(input, size, stride, dilation);
            if (axis.output() > 0) {
                return axis;
            }
        }
    }

    private void convolution(int seed, int samples, Window window, int channels, int filters) {
        convolution(seed, samples, window, 1, channels, filters);
    }

    private void convolution(int seed, int samples, Window window, int groups, int channels, int filters) {
        String what = "seed " + seed + ", " + samples + " samples, " + window + ", " + channels + " to " + filters
                + " in " + groups;
        int own = channels / groups;
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        Rig rig = new Rig(
                seed,
                samples,
                Shape.of(rows.input(), columns.input(), channels),
                Shape.of(rows.output(), columns.output(), filters));
        Value a = rig.shifted();
        Value kernel = rig.parameter("kernel", rows.size(), columns.size(), own, filters);
        Value y = rig.tape.conv("y", a, kernel, window);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());

        double[] as = rig.shiftedNumbers();
        double[] ks = rig.numbers(kernel);
        double[] dy = rig.numbers(rig.t);
        double[] ys = new double[dy.length];
        double[] da = new double[as.length];
        double[] dk = new double[ks.length];
        for (int o = 0; o < ys.length; o++) {
            int f = o % filters;
            int j = o / filters % columns.output();
            int i = o / filters / columns.output() % rows.output();
            int s = o / (filters * columns.output() * rows.output());
            for (int tap = 0; tap < ks.length / filters; tap++) {
                int c = f / (filters / groups) * own + tap % own;
                int column = columns.at(j, tap / own % columns.size());
                int row = rows.at(i, tap / own / columns.size());
                if (row >= 0 && row < rows.input() && column >= 0 && column < columns.input()) {
                    int at = ((s * rows.input() + row) * columns.input() + column) * channels + c;
                    ys[o] += as[at] * ks[tap * filters + f];
                    da[at] += dy[o] * ks[tap * filters + f];
                    dk[tap * filters + f] += as[at] * dy[o];
                }
            }
        }
        close(ys, machine.read(y), what + ": y");
        close(da, machine.read(gradients.of(a).orElseThrow()), what + ": dx");
        close(dk, machine.read(gradients.of(kernel).orElseThrow()), what + ": dkernel");
    }
}
