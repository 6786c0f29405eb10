package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.ByteSamples;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Gradients;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How samples come in, how training runs on, and how numbers come out. */
interface MachineContract extends Contract {
    Expr A = Expr.input(0, "a");
    Expr B = Expr.input(1, "b");
    Expr C = Expr.input(2, "c");

    @Test
    default void batchesAreGatheredByRow() {
        Rig rig = new Rig(21, 9, Shape.of(5), Shape.of(2));
        Value y = rig.tape.elementwise("y", A.times(3), rig.x);
        Machine machine = rig.open(backend());
        int[] rows = {8, 3, 3, 0, 7, 1};
        machine.run(new Batch(rows, 1, 4, 0, rig.batch().scalars()), Tape.Phase.FORWARD);
        double[] xs = rig.numbers(rig.x);
        double[] ts = rig.numbers(rig.t);
        double[] expected = new double[20];
        double[] targets = new double[8];
        for (int i = 0; i < 20; i++) {
            expected[i] = 3 * xs[rows[1 + i / 5] * 5 + i % 5];
        }
        for (int i = 0; i < 8; i++) {
            targets[i] = ts[rows[1 + i / 2] * 2 + i % 2];
        }
        close(expected, machine.read(y), "y");
        close(targets, machine.read(rig.t), "t");
    }

    @Test
    default void aSmallerLastBatchLeavesOutTheRest() {
        Rig rig = new Rig(22, 8, Shape.of(6), Shape.of(3));
        Value w = rig.parameter("w", 6, 3);
        Value y = rig.tape.matMul("y", rig.x, w);
        Value all = rig.tape.sum("all", y);
        Gradients gradients = rig.differentiate(y);
        Machine machine = rig.run(backend());
        machine.run(rig.batch(5, 3), Tape.Phase.BACKWARD);

        double[] xs = rig.numbers(rig.x);
        double[] ws = rig.numbers(w);
        double[] ts = rig.numbers(rig.t);
        double[] ys = new double[9];
        double[] dw = new double[18];
        double[] sum = new double[1];
        for (int s = 0; s < 3; s++) {
            for (int i = 0; i < 18; i++) {
                double x = xs[(5 + s) * 6 + i / 3];
                ys[s * 3 + i % 3] += x * ws[i];
                sum[0] += x * ws[i];
                dw[i] += x * ts[(5 + s) * 3 + i % 3];
            }
        }
        close(ys, machine.read(y), "y");
        close(sum, machine.read(all), "sum");
        close(dw, machine.read(gradients.of(w).orElseThrow()), "dw");
    }

    @Test
    default void bytesAreScaledAsTheyAreGathered() {
        Rig rig = new Rig(1, 2, Shape.of(3), Shape.of(4));
        byte[] bytes = {0, 1, 2, 127, (byte) 128, (byte) 255};
        Supply supply = new Supply(
                new ByteSamples(bytes, 3),
                new Rescaling(new double[] {127.5}, new double[] {1 / 127.5}),
                new Target.Classes(new int[] {2, 0}, List.of("a", "b", "c", "d")));
        Machine machine = backend().open(rig.program(), supply, 2);
        machine.run(rig.batch(), Tape.Phase.FORWARD);
        double[] expected = new double[6];
        for (int i = 0; i < 6; i++) {
            expected[i] = (bytes[i] & 0xFF) / 127.5 - 1;
        }
        close(expected, machine.read(rig.x), "x");
        assertArrayEquals(new float[] {0, 0, 1, 0, 1, 0, 0, 0}, machine.read(rig.t));
    }

    @Test
    default void twoClassesMayBeOneNumber() {
        Rig rig = new Rig(1, 3, Shape.of(2), Shape.of(1));
        Supply supply = new Supply(
                new FloatSamples(new float[] {1, 2, 3, 4, 5, 6}, 2),
                new Rescaling(new double[] {1, 2}, new double[] {2, 0.5}),
                new Target.Classes(new int[] {1, 0, 1}, List.of("no", "yes")));
        Machine machine = backend().open(rig.program(), supply, 3);
        machine.run(rig.batch(), Tape.Phase.FORWARD);
        assertArrayEquals(new float[] {0, 0, 4, 1, 8, 2}, machine.read(rig.x));
        assertArrayEquals(new float[] {1, 0, 1}, machine.read(rig.t));
    }

    /** Least squares with one weight per feature, gradient descent and a count of steps in a slot. */
    private static Value descent(Rig rig) {
        Value w = rig.parameter("w", 4, 1);
        Value count = Value.slot("count", Shape.SCALAR);
        Value y = rig.tape.matMul("y", rig.x, w);
        Value error = rig.tape.elementwise("error", A.minus(B).times(A.minus(B)), y, rig.t);
        Value share = rig.tape.scalar("share");
        Value total = rig.tape.sum("total", error);
        Value loss = rig.tape.elementwise("loss", A.times(B), total, share);
        Gradients gradients = rig.tape.differentiate(loss);
        Value rate = rig.tape.scalar("rate");
        rig.tape.update(w, A.minus(B.times(C)), w, gradients.of(w).orElseThrow(), rate);
        rig.tape.update(count, A.plus(1), count);
        return w;
    }

    @Test
    default void trainingRunsStepAfterStep() {
        Rig rig = new Rig(23, 10, Shape.of(4), Shape.of(1));
        Value w = descent(rig);
        Machine machine = rig.open(backend());
        int[] order = {9, 8, 7, 6, 5, 4, 3, 2, 1, 0};
        Batch[] batches = new Batch[6];
        for (int i = 0; i < 6; i++) {
            int from = i % 3 * 4;
            int count = Math.min(4, 10 - from);
            batches[i] = new Batch(order, from, count, i, new double[] {1.0 / count, 0.05 / (1 + i)});
        }
        double[] losses = new double[6];
        double[] hits = new double[6];
        machine.train(batches, losses, hits);

        double[] xs = rig.numbers(rig.x);
        double[] ts = rig.numbers(rig.t);
        double[] ws = rig.numbers(w);
        double[] expected = new double[6];
        for (int i = 0; i < 6; i++) {
            double[] dw = new double[4];
            for (int k = 0; k < batches[i].count(); k++) {
                int row = order[batches[i].from() + k];
                double error = -ts[row];
                for (int j = 0; j < 4; j++) {
                    error += xs[row * 4 + j] * ws[j];
                }
                expected[i] += error * error / batches[i].count();
                for (int j = 0; j < 4; j++) {
                    dw[j] += 2 * error * xs[row * 4 + j] / batches[i].count();
                }
            }
            for (int j = 0; j < 4; j++) {
                ws[j] -= 0.05 / (1 + i) * dw[j];
            }
        }
        assertArrayEquals(expected, losses, 10 * tolerance());
        assertArrayEquals(expected, hits, 10 * tolerance(), "the rig names the loss as its hits");
        close(ws, machine.read(w), "w");
        assertArrayEquals(new float[] {6}, machine.read(rig.tape.value("count").orElseThrow()));
    }

    @Test
    default void manyStepsInOneCallAreTheSameAsOneByOne() {
        Rig rig = new Rig(24, 12, Shape.of(4), Shape.of(1));
        Value w = descent(rig);
        Batch[] batches = IntStream.range(0, 8)
                .mapToObj(i -> new Batch(IntStream.range(0, 12).toArray(), i, 4, i, new double[] {0.25, 0.1}))
                .toArray(Batch[]::new);
        Machine together = rig.open(backend());
        double[] losses = new double[8];
        together.train(batches, losses, new double[8]);
        Machine apart = rig.open(backend());
        for (int i = 0; i < 8; i++) {
            double[] loss = new double[1];
            apart.train(new Batch[] {batches[i]}, loss, new double[1]);
            assertArrayEquals(new double[] {losses[i]}, loss);
        }
        assertArrayEquals(together.read(w), apart.read(w));
        Value count = rig.tape.value("count").orElseThrow();
        assertArrayEquals(new float[] {8}, together.read(count));
        assertArrayEquals(new float[] {8}, apart.read(count));
    }

    @Test
    default void nothingIsUpdatedBeforeTheLastPhase() {
        Rig rig = new Rig(25, 4, Shape.of(4), Shape.of(1));
        Value w = descent(rig);
        Machine machine = rig.open(backend());
        float[] before = machine.read(w);
        machine.run(new Batch(new int[] {0, 1, 2, 3}, 0, 4, 0, new double[] {1, 1}), Tape.Phase.BACKWARD);
        assertArrayEquals(before, machine.read(w));
        machine.run(new Batch(new int[] {0, 1, 2, 3}, 0, 4, 0, new double[] {1, 1}), Tape.Phase.UPDATE);
        assertTrue(before[0] != machine.read(w)[0]);
    }

    @Test
    default void evaluationAndPredictionRunTheOtherTape() {
        Rig rig = new Rig(26, 7, Shape.of(3), Shape.of(2));
        Program program = rig.program();
        Machine machine = rig.prepare(backend().open(program, rig.supply(), 2));
        assertTrue(machine.predictionRows() >= 7);
        machine.evaluate(new Batch(new int[] {6, 5, 4, 3, 2}, 1, 4, 0, new double[0]));
        double[] xs = rig.numbers(rig.x);
        double[] ts = rig.numbers(rig.t);
        double[] outputs = new double[12];
        double[] losses = new double[4];
        double[] hits = new double[4];
        for (int i = 0; i < 12; i++) {
            outputs[i] = 2 * xs[(5 - i / 3) * 3 + i % 3];
            losses[i / 3] += outputs[i];
        }
        for (int i = 0; i < 8; i++) {
            hits[i / 2] += ts[(5 - i / 2) * 2 + i % 2];
        }
        close(outputs, machine.read(program.predict().output()), "output");
        close(losses, machine.read(program.predict().loss()), "loss");
        close(hits, machine.read(program.predict().hits()), "hits");

        machine.predict(new float[] {1, 2, 3, 4, 5, 6}, 2);
        assertArrayEquals(
                new float[] {2, 4, 6, 8, 10, 12}, machine.read(program.predict().output()));
    }

    @Test
    default void bothTapesShareTheirParameters() {
        Tape training = new Tape();
        Tape prediction = new Tape();
        Value w = Value.parameter("w", Shape.of(2));
        Program program = new Program(training, shared(training, w), prediction, shared(prediction, w));
        training.update(w, A.times(2), w);
        Supply supply = new Supply(
                new FloatSamples(new float[] {1, 10}, 2),
                Rescaling.NONE,
                new Target.Numbers(new float[] {0}, 1, List.of("t")));
        Machine machine = backend().open(program, supply, 1);
        machine.write(w, new float[] {3, 4});
        machine.train(new Batch[] {new Batch(new int[] {0}, 0, 1, 0, new double[0])}, new double[1], new double[1]);
        machine.predict(new float[] {1, 10}, 1);
        assertArrayEquals(new float[] {6, 80}, machine.read(program.predict().output()));
    }

    private static Program.Ends shared(Tape tape, Value w) {
        Value x = tape.input("x", Shape.of(2));
        Value t = tape.input("t", Shape.of(1));
        Value y = tape.elementwise("y", A.times(B), x, w);
        Value sum = tape.sum("sum", y);
        return new Program.Ends(x, t, y, sum, sum);
    }

    @Test
    default void parametersStartAtZeroAndKeepWhatIsWritten() {
        Rig rig = new Rig(27, 1, Shape.of(2), Shape.of(1));
        Value w = rig.parameter("w", 3, 5);
        rig.tape.elementwise("y", A.times(2), w);
        Machine machine = backend().open(rig.program(), rig.supply(), 1);
        assertArrayEquals(new float[15], machine.read(w));
        float[] numbers = rig.prepare(machine).read(w);
        close(rig.numbers(w), numbers, "w");
        machine.write(w, new float[15]);
        assertArrayEquals(new float[15], machine.read(w));
        assertThrows(IllegalArgumentException.class, () -> machine.write(w, new float[14]));
        assertThrows(IllegalArgumentException.class, () -> machine.write(rig.x, new float[2]));
    }

    @Test
    default void aBatchThatDoesNotFitIsRefused() {
        Rig rig = new Rig(28, 4, Shape.of(2), Shape.of(1));
        Machine machine = backend().open(rig.program(), rig.supply(), 3);
        assertThrows(IllegalArgumentException.class, () -> machine.run(rig.batch(0, 4), Tape.Phase.FORWARD));
        Rig other = new Rig(28, 4, Shape.of(3), Shape.of(1));
        assertThrows(IllegalArgumentException.class, () -> backend().open(rig.program(), other.supply(), 3));
    }
}
