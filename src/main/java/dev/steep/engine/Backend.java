package dev.steep.engine;

import dev.steep.tape.Program;

/** A way to run programs: where tensors' numbers live, and how steps are carried out. */
public interface Backend {
    /** Its name, as shown to a person: {@code reference} or {@code kernels}. */
    String name();

    /**
     * Makes ready to run a program.
     *
     * @param supply the samples that batches point into
     * @param batch the largest number of samples in a training batch
     */
    Machine open(Program program, Supply supply, int batch);
}
