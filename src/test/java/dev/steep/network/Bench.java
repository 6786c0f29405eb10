package dev.steep.network;

import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.network.loss.Task;
import dev.steep.reference.Reference;
import dev.steep.tape.Tape;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A model on the reference back end, with samples of its own. */
public final class Bench {
    public final Model model;
    public final Machine machine;
    private final int samples;
    private int step;

    public Bench(Model model, float[] x, float[] y) {
        this(model, x, y, new float[0]);
    }

    /** Samples that count differently. */
    Bench(Model model, float[] x, float[] y, float[] weights) {
        this.model = model;
        int width = model.plan().targetWidth();
        samples = y.length / width;
        Supply supply = new Supply(
                new FloatSamples(x, x.length / samples),
                Rescaling.NONE,
                new Target.Numbers(y, width, Collections.nCopies(width, "t")),
                Rescaling.NONE,
                weights);
        machine = new Reference().open(model.program(), supply, samples);
        model.lasting().forEach(value -> machine.write(value, model.initial(value)));
    }

    /** Random samples; each target is a random class, or random numbers. */
    static Bench random(Design design, int samples) {
        Model model = Model.of(Plan.of(design));
        Random random = new Random(7);
        int width = model.plan().targetWidth();
        float[] x = new float[samples * design.input().size()];
        float[] y = new float[samples * width];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.normal();
        }
        for (int s = 0; s < samples; s++) {
            for (int i = 0; i < width && design.task() instanceof Task.Regression; i++) {
                y[s * width + i] = (float) random.uniform();
            }
            if (design.task() instanceof Task.Classification classes) {
                int chosen = random.below(classes.width());
                y[s * width + (width == 1 ? 0 : chosen)] = width == 1 ? chosen : 1;
            }
        }
        return new Bench(model, x, y);
    }

    /** One training step over all samples; the loss before it. */
    public double train() {
        double[] loss = new double[1];
        machine.train(new Batch[] {batch(model, model.program().training())}, loss, new double[1]);
        return loss[0];
    }

    /** As {@link #train}, with the scalars of another model. */
    double train(Model retuned) {
        double[] loss = new double[1];
        machine.train(new Batch[] {batch(retuned, model.program().training())}, loss, new double[1]);
        return loss[0];
    }

    /** The loss with these weights, of the first training step; the weights are then those after that step. */
    double loss(List<float[]> weights) {
        for (int i = 0; i < weights.size(); i++) {
            machine.write(model.parameters().get(i), weights.get(i));
        }
        step = 0;
        return train();
    }

    /** The mean loss of a training step and its number of hits, without changing weights. */
    public double[] lossAndHits() {
        machine.run(batch(model, model.program().training()), Tape.Phase.FORWARD);
        return new double[] {
            machine.read(model.program().train().loss())[0],
            machine.read(model.program().train().hits())[0]
        };
    }

    /** Runs forward and backward without changing weights. */
    void backward() {
        machine.run(batch(model, model.program().training()), Tape.Phase.BACKWARD);
    }

    /** Runs the prediction tape over all samples. */
    public void evaluate() {
        machine.evaluate(batch(model, model.program().prediction()));
    }

    private Batch batch(Model scalars, Tape tape) {
        step++;
        int[] rows = IntStream.range(0, samples).toArray();
        return new Batch(rows, 0, samples, step, scalars.scalars(tape, step, samples));
    }
}
