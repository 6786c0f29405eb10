package dev.steep.worker.answer;

import dev.steep.worker.experiment.TensorReader;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** The network's outputs for raw samples of a script. */
final class Predicting implements Job {
    private final int id;
    private final TensorReader tensors;
    private final float[] samples;
    private final int count;
    private final Consumer<float[]> then;
    private final float[] outputs;
    private int done;

    /**
     * Outputs to find.
     *
     * @param id of the request that waits for them
     * @param samples so many, one after the other
     */
    Predicting(int id, TensorReader tensors, float[] samples, int count, Consumer<float[]> then) {
        this.id = id;
        this.tensors = tensors;
        this.samples = samples;
        this.count = count;
        this.then = then;
        outputs = new float[count * tensors.outputSize()];
    }

    @Override
    public int id() {
        return id;
    }

    @Override
    public void restart() {
        done = 0;
    }

    @Override
    public boolean advance(DoubleSupplier clock, double until) {
        do {
            done += tensors.outputs(samples, done, count - done, outputs);
        } while (done < count && clock.getAsDouble() < until);
        if (done == count) {
            then.accept(outputs);
        }
        return done == count;
    }
}
