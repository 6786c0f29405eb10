package dev.steep.engine;

import dev.steep.data.Batches;
import dev.steep.math.Random;
import dev.steep.network.Model;
import dev.steep.network.formula.StepContext;
import java.util.Optional;
import java.util.function.IntFunction;

/** The steps of a run, one after the other: how far it has come, and the samples, random numbers and scalars of each step. */
final class TrainingSteps {
    private final Batches batches;
    private final int seed;
    private int[] order = new int[0];
    private int epoch;
    private int step;
    private int stepOfEpoch;
    private double samples;

    /** @param seed decides, with its number, the random numbers of a step */
    TrainingSteps(Batches batches, int seed) {
        this.batches = batches;
        this.seed = seed;
    }

    /** Back to the start: the first epoch begins. */
    void reset() {
        restore(0, 0, 0, 0);
    }

    /** @param epochs how many are finished */
    void beginEpoch(int epochs) {
        restore(epochs, step, 0, samples);
    }

    /** Goes on from there. */
    void restore(int epochs, int finished, int finishedOfEpoch, double seen) {
        epoch = epochs;
        order = batches.order(epochs);
        step = finished;
        stepOfEpoch = finishedOfEpoch;
        samples = seen;
    }

    /** The batches of the next steps of this epoch. */
    Batch[] next(int count, Model model, Optional<Double> rate) {
        Batch[] next = new Batch[count];
        double seen = samples;
        for (int i = 0; i < count; i++) {
            next[i] = batch(stepOfEpoch + i, step + i, seen, model, rate);
            seen += next[i].count();
        }
        return next;
    }

    /** A step from this batch is done. */
    void done(Batch batch) {
        step++;
        stepOfEpoch++;
        samples += batch.count();
    }

    /** The batch of the next step; after the last of an epoch, that of its first, as long as it is validated. */
    Batch next(Model model, Optional<Double> rate) {
        return batch(epochIsDone() ? 0 : stepOfEpoch, step, samples, model, rate);
    }

    /** One row by itself, with the numbers of the next step. */
    Batch alone(int row, Model model, Optional<Double> rate) {
        double[] scalars = model.scalars(model.program().training(), context(step + 1, samples, 1, rate));
        return new Batch(new int[] {row}, 0, 1, Random.mix(seed + step), scalars);
    }

    /** The batch of the step before the next one. */
    Batch last(double[] scalars) {
        boolean ended = stepOfEpoch == 0;
        int ofEpoch = (ended ? batches.perEpoch() : stepOfEpoch) - 1;
        int[] rows = ended ? batches.order(epoch - 1) : order;
        return new Batch(rows, batches.from(ofEpoch), batches.count(ofEpoch), Random.mix(seed + step - 1), scalars);
    }

    /**
     * The batches of all steps that come next, over the ends of epochs, each at a learning rate of its own.
     *
     * @param first the step of this epoch that they begin with
     */
    IntFunction<Batch> onward(int first, Model model, IntFunction<Double> rates) {
        int begun = epoch;
        int number = step;
        double seen = samples;
        return i -> {
            int at = first + i;
            int ofEpoch = at % batches.perEpoch();
            StepContext now = new StepContext(
                    number + i + 1,
                    begun + at / batches.perEpoch(),
                    seen + (double) i * batchSize(),
                    batches.count(ofEpoch),
                    Optional.of(rates.apply(i)));
            return new Batch(
                    batches.order(now.epoch()),
                    batches.from(ofEpoch),
                    now.count(),
                    Random.mix(seed + number + i),
                    model.scalars(model.program().training(), now));
        };
    }

    private Batch batch(int ofEpoch, int number, double seen, Model model, Optional<Double> rate) {
        int count = batches.count(ofEpoch);
        double[] scalars = model.scalars(model.program().training(), context(number + 1, seen, count, rate));
        return new Batch(order, batches.from(ofEpoch), count, Random.mix(seed + number), scalars);
    }

    private StepContext context(int number, double seen, int count, Optional<Double> rate) {
        return new StepContext(number, epoch, seen, count, rate);
    }

    /**
     * What learning rates are computed from.
     *
     * @param number of a step, counted from 1
     * @param rate that which a callback has set
     */
    StepContext context(int number, Optional<Double> rate) {
        return context(number, samples, 0, rate);
    }

    /** Whether all steps of the epoch are done. */
    boolean epochIsDone() {
        return stepOfEpoch == batches.perEpoch();
    }

    /** Finished steps since the start. */
    int step() {
        return step;
    }

    /** Finished steps of the present epoch. */
    int stepOfEpoch() {
        return stepOfEpoch;
    }

    /** Steps of a whole epoch. */
    int perEpoch() {
        return batches.perEpoch();
    }

    /** How many samples a step learns from, the last of an epoch perhaps from fewer. */
    int batchSize() {
        return Math.min(batches.size(), batches.rows());
    }

    /** How many samples have been learned from since the start, each as often as it was. */
    double samples() {
        return samples;
    }
}
