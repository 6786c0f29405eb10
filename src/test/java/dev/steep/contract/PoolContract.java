package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import dev.steep.engine.Machine;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.tape.Gradients;
import dev.steep.tape.Pool;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import org.junit.jupiter.api.Test;

/** Pooling, forward and backward, against its definition; whole numbers, so that ties are common. */
interface PoolContract extends Contract {
    @Test
    default void randomPoolsAndTheirGradients() {
        Random random = new Random(5);
        for (int i = 0; i < 120; i++) {
            Window window = new Window(axis(random), axis(random));
            for (Pool.Operation kind : Pool.Operation.values()) {
                pool(i, 1 + random.below(4), kind, window, 1 + random.below(9));
            }
        }
    }

    @Test
    default void averageAtTheBorderCountsOnlyPixels() {
        Rig rig = new Rig(1, 1, Shape.of(3, 3, 1), Shape.of(1));
        rig.set(rig.x, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        Window.Axis axis = Window.Axis.same(3, 3, 1, 1);
        Value y = rig.tape.pool("y", Pool.Operation.AVERAGE, rig.x, new Window(axis, axis));
        float[] expected = {3, 3.5f, 4, 4.5f, 5, 5.5f, 6, 6.5f, 7};
        assertArrayEquals(expected, rig.run(backend()).read(y), (float) tolerance());
    }

    @Test
    default void paddingIsNeverTheLargest() {
        Rig rig = new Rig(1, 1, Shape.of(2, 2, 1), Shape.of(1));
        rig.set(rig.x, -4, -3, -2, -1);
        Window.Axis axis = Window.Axis.same(2, 3, 1, 1);
        Value y = rig.tape.pool("y", Pool.Operation.MAX, rig.x, new Window(axis, axis));
        assertArrayEquals(new float[] {-1, -1, -1, -1}, rig.run(backend()).read(y));
    }

    @Test
    default void aTieSendsTheGradientToTheFirstPixel() {
        Rig rig = new Rig(1, 1, Shape.of(2, 2, 1), Shape.of(1));
        Value a = rig.shifted();
        rig.set(rig.x, 1, 5, 5, 5).set(rig.tape.value("shift").orElseThrow(), 0).set(rig.t, 3);
        Window.Axis axis = Window.Axis.valid(2, 2, 2, 1);
        Value y = rig.tape.pool("y", Pool.Operation.MAX, a, new Window(axis, axis));
        Gradients gradients = rig.differentiate(rig.tape.reshape("flat", y, Shape.of(1)));
        assertArrayEquals(
                new float[] {0, 3, 0, 0},
                rig.run(backend()).read(gradients.of(a).orElseThrow()));
    }

    private static Window.Axis axis(Random random) {
        while (true) {
            int input = 1 + random.below(13);
            int size = 1 + random.below(4);
            int stride = 1 + random.below(4);
            Window.Axis axis = random.below(2) == 0
                    ? Window.Axis.same(input, size, stride, 1)
                    : Window.Axis.valid(input, size, stride, 1);
            if (axis.output() > 0) {
                return axis;
            }
        }
    }

    private void pool(int seed, int samples, Pool.Operation kind, Window window, int channels) {
        String what = "seed " + seed + ", " + samples + " samples, " + kind + " " + window + ", " + channels;
        Window.Axis rows = window.rows();
        Window.Axis columns = window.columns();
        Rig rig = new Rig(
                seed,
                samples,
                Shape.of(rows.input(), columns.input(), channels),
                Shape.of(rows.output(), columns.output(), channels));
        Value a = rig.shifted();
        rig.whole(rig.x, 4).whole(rig.tape.value("shift").orElseThrow(), 3);
        Value y = rig.tape.pool("y", kind, a, window);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());

        double[] as = rig.shiftedNumbers();
        double[] dy = rig.numbers(rig.t);
        double[] ys = new double[dy.length];
        double[] da = new double[as.length];
        for (int o = 0; o < ys.length; o++) {
            int c = o % channels;
            int j = o / channels % columns.output();
            int i = o / channels / columns.output() % rows.output();
            int s = o / (channels * columns.output() * rows.output());
            int first = -1;
            int count = 0;
            double sum = 0;
            for (int tap = 0; tap < rows.size() * columns.size(); tap++) {
                int row = rows.at(i, tap / columns.size());
                int column = columns.at(j, tap % columns.size());
                if (row >= 0 && row < rows.input() && column >= 0 && column < columns.input()) {
                    int at = ((s * rows.input() + row) * columns.input() + column) * channels + c;
                    first = first < 0 || as[at] > as[first] ? at : first;
                    sum += as[at];
                    count++;
                }
            }
            ys[o] = kind == Pool.Operation.MAX ? as[first] : sum / count;
            if (kind == Pool.Operation.MAX) {
                da[first] += dy[o];
                continue;
            }
            for (int tap = 0; tap < rows.size() * columns.size(); tap++) {
                int row = rows.at(i, tap / columns.size());
                int column = columns.at(j, tap % columns.size());
                if (row >= 0 && row < rows.input() && column >= 0 && column < columns.input()) {
                    da[((s * rows.input() + row) * columns.input() + column) * channels + c] += dy[o] / count;
                }
            }
        }
        close(ys, machine.read(y), what + ": y");
        close(da, machine.read(gradients.of(a).orElseThrow()), what + ": dx");
    }
}
