package dev.steep.kernels;

import dev.steep.engine.Supply;
import dev.steep.engine.Work;
import dev.steep.kernels.code.Layouts;
import dev.steep.kernels.code.MemoryPlan;
import dev.steep.kernels.plan.Scratch;
import dev.steep.kernels.vector.GatherKernel;
import dev.steep.tape.Program;
import dev.steep.tape.Step;
import dev.steep.tape.Tape;
import java.util.List;

/** Where the data set, what batches say, and all values of a program lie in a module; made before any code, in a moment. */
final class Placement {
    /** Bytes of what a batch says: rows, count, seed, scalars; of rows and scalars the addresses. */
    static final int HEADER = 16;

    /** Bytes of what comes of a training step: loss, hits. */
    static final int OUTCOME = 8;

    /** Most batches of one call. */
    static final int MOST_BATCHES = 256;

    /** Each step is written twice, by itself and as part of the whole, and each code has its own scratch memory. */
    private static final int CODES = 2;

    final MemoryPlan memory;
    final GatherKernel supply;

    /** Most samples of a prediction. */
    final int predicted;

    final int seed;

    /** Where batches are described: their headers, then their scalars, then their row numbers. */
    final int headers;

    /** Where training puts what came of each batch. */
    final int outcomes;

    /** Where parameters and states lie, side by side, and how much they take. */
    final long weights;

    final long weightBytes;

    /** Where they are kept as they were before the last training step. */
    final int earlier;

    final int trainingScalars;
    final int predictionScalars;
    private final Program program;

    Placement(Program program, Supply supply, int batch) {
        this.program = program;
        memory = new MemoryPlan(Layouts.of(program));
        predicted = Work.predictionRows(program.prediction(), Kernels.SPEED);
        this.supply = new GatherKernel(supply, memory);
        seed = memory.reserve(4);
        int most = Math.max(
                program.training().scalars().size(),
                program.prediction().scalars().size());
        headers = memory.reserve(
                (long) MOST_BATCHES * (HEADER + MemoryPlan.SCALAR_BYTES * most + 4L * Math.max(batch, predicted)));
        outcomes = memory.reserve((long) MOST_BATCHES * OUTCOME);
        trainingScalars = memory.placeScalars(program.training());
        predictionScalars = memory.placeScalars(program.prediction());
        weights = memory.bytes();
        memory.placeWeights(program.training());
        memory.placeWeights(program.prediction());
        weightBytes = memory.bytes() - weights;
        earlier = memory.reserve(weightBytes);
        memory.place(program.training(), batch);
        memory.place(program.prediction(), predicted);
    }

    /** How large the module's memory will be, with what its code will reserve. */
    long bytes() {
        double bytes = memory.bytes();
        for (Tape tape : List.of(program.training(), program.prediction())) {
            for (Tape.Phase phase : Tape.Phase.values()) {
                for (Step step : tape.steps(phase)) {
                    bytes += (double) CODES * Scratch.of(step);
                }
            }
        }
        return (long) bytes;
    }
}
