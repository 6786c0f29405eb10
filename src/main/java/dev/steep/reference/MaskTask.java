package dev.steep.reference;

import dev.steep.math.Random;
import dev.steep.tape.Mask;
import dev.steep.tape.Value;

/** Dropout's factors; see {@link Mask} for the arithmetic, which every back end shares. */
final class MaskTask implements Task {
    private static final int GOLDEN = 0x9E3779B9;
    private static final double TWO_TO_24 = 1 << 24;

    private final Seed seed;
    private final int stream;
    private final double[] rate;
    private final double[] y;
    private final Value shaped;

    /** The seed of the batch that is being run. */
    static final class Seed {
        int value;
    }

    MaskTask(Mask step, Memory memory, Seed seed) {
        this.seed = seed;
        stream = step.stream();
        rate = memory.of(step.rate());
        y = memory.of(step.output());
        shaped = step.output();
    }

    @Override
    public void run(int samples) {
        int key = Random.mix(seed.value + stream * GOLDEN);
        double kept = 1 / (1 - rate[0]);
        double least = rate[0] * TWO_TO_24;
        int count = Memory.count(shaped, samples);
        for (int i = 0; i < count; i++) {
            y[i] = (Random.mix(i ^ key) >>> 8) >= least ? kept : 0;
        }
    }
}
