package dev.steep.reference;

import dev.steep.math.Random;
import dev.steep.math.expr.Lanes;
import dev.steep.tape.Noise;
import dev.steep.tape.Value;

/** Random numbers; see {@link Noise} for the arithmetic, which every back end shares. */
final class NoiseTask implements StepTask {
    private static final int GOLDEN = 0x9E3779B9;
    private static final double TWO_TO_MINUS_24 = 1.0 / (1 << 24);

    private final Seed seed;
    private final int stream;
    private final int draws;
    private final double[] y;
    private final Value shaped;
    private final Lanes formula;
    private final double[][] inputs;
    private final int[] offsets;
    private final int[] strides;

    /** The seed of the batch that is being run. */
    static final class Seed {
        int value;
    }

    NoiseTask(Noise step, ValueArrays memory, Seed seed) {
        this.seed = seed;
        stream = step.stream();
        draws = step.kind().draws();
        shaped = step.output();
        y = memory.of(shaped);
        formula = Lanes.of(step.kind().formula());
        int count = draws + step.parameters().size();
        inputs = new double[count][];
        offsets = new int[count];
        strides = new int[count];
        for (int i = 0; i < count; i++) {
            inputs[i] = i < draws
                    ? new double[Lanes.BLOCK]
                    : memory.of(step.parameters().get(i - draws));
            strides[i] = i < draws ? 1 : 0;
        }
    }

    @Override
    public void run(int samples) {
        int key = Random.mix(seed.value + stream * GOLDEN);
        int total = ValueArrays.count(shaped, samples);
        for (int start = 0; start < total; start += Lanes.BLOCK) {
            int count = Math.min(Lanes.BLOCK, total - start);
            for (int draw = 0; draw < draws; draw++) {
                double[] u = inputs[draw];
                for (int i = 0; i < count; i++) {
                    u[i] = (Random.mix(draws * (start + i) + draw ^ key) >>> 8) * TWO_TO_MINUS_24;
                }
            }
            formula.run(count, inputs, offsets, strides, y, start);
        }
    }
}
