package dev.steep.engine;

import dev.steep.tape.Program;
import java.util.List;

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

    /** How much memory a machine for this would take, in bytes: known without making it. */
    long bytes(Program program, Supply supply, int batch);

    /** How many operations ({@link Work}) a second it does on a slow computer: a laptop of five years ago, or a phone. */
    double speed();

    /** What a person should know about the machine that was opened last, such as why it is a slow one. */
    default List<String> remarks() {
        return List.of();
    }
}
