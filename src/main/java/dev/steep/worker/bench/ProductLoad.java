package dev.steep.worker.bench;

import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Backend;
import dev.steep.engine.Batch;
import dev.steep.engine.Flops;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Shape;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Arrays;
import java.util.List;

/** Matrix products and next to nothing else: batches of 32 rows times 128 x 784 and 784 x 128, in turn. */
final class ProductLoad implements BenchLoad {
    private static final int ROWS = 32;
    private static final int NARROW = 128;
    private static final int WIDE = 784;
    private static final int PAIRS = 4;

    private final Machine machine;
    private final double flops;
    private final Batch[] batches = new Batch[4];
    private double samples;

    ProductLoad(Backend backend) {
        Tape tape = new Tape();
        Value first = tape.input("x", Shape.of(NARROW));
        Value target = tape.input("t", Shape.of(1));
        Value x = first;
        for (int i = 0; i < PAIRS; i++) {
            x = tape.matMul("wide" + i, x, Value.parameter("wide" + i + "/kernel", Shape.of(NARROW, WIDE)));
            x = tape.matMul("narrow" + i, x, Value.parameter("narrow" + i + "/kernel", Shape.of(WIDE, NARROW)));
        }
        Value loss = tape.sum("total", x);
        Tape prediction = new Tape();
        Value input = prediction.input("x", first.shape());
        Value wanted = prediction.input("t", target.shape());
        Value sum = prediction.sumEach("sum", input);
        Program program = new Program(
                tape,
                new Program.Ends(first, target, x, loss, loss),
                prediction,
                new Program.Ends(input, wanted, input, sum, sum));
        flops = Flops.perStep(program, 1);
        float[] ones = new float[ROWS * NARROW];
        Arrays.fill(ones, 1);
        Supply supply = new Supply(
                new FloatSamples(ones, NARROW), Rescaling.NONE, new Target.Numbers(new float[ROWS], 1, List.of("t")));
        machine = backend.open(program, supply, ROWS);
        int[] rows = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = i;
        }
        Arrays.fill(batches, new Batch(rows, 0, ROWS, 0, new double[0]));
    }

    /** Does four batches at a time: about a millisecond where vectors are known. */
    @Override
    public void advance(double milliseconds) {
        double[] unused = new double[batches.length];
        long end = System.nanoTime() + (long) (1e6 * milliseconds);
        while (System.nanoTime() < end) {
            machine.train(batches, unused, unused);
            samples += ROWS * batches.length;
        }
    }

    @Override
    public double samples() {
        return samples;
    }

    @Override
    public double flopsPerSample() {
        return flops;
    }

    @Override
    public String backend() {
        return machine.backend();
    }
}
