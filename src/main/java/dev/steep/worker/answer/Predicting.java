package dev.steep.worker.answer;

import dev.steep.protocol.Report;
import dev.steep.worker.experiment.LabState;
import dev.steep.worker.experiment.TensorReader;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The network's outputs for raw samples of a script. */
final class Predicting implements Job {
    private final LabState present;
    private final TensorReader tensors;
    private final float[] samples;
    private final int[] shape;
    private final Consumer<Report> answer;
    private final float[] outputs;
    private int weights;
    private int done;

    /**
     * Outputs to find.
     *
     * @param samples one after the other
     * @param shape of all outputs: the number of samples first
     */
    Predicting(LabState present, TensorReader tensors, float[] samples, int[] shape, Consumer<Report> answer) {
        this.present = present;
        this.tensors = tensors;
        this.samples = samples;
        this.shape = shape;
        this.answer = answer;
        weights = present.weights();
        outputs = new float[shape[0] * tensors.outputSize()];
    }

    @Override
    public boolean advance(BooleanSupplier over) {
        if (weights != present.weights()) {
            weights = present.weights();
            done = 0;
        }
        do {
            done += tensors.outputs(samples, done, shape[0] - done, outputs);
        } while (done < shape[0] && !over.getAsBoolean());
        if (done == shape[0]) {
            answer.accept(new Report.Numbers(outputs, shape));
        }
        return done == shape[0];
    }

    @Override
    public void refuse(String sentence) {
        answer.accept(new Report.Refused(sentence));
    }
}
