package dev.steep.engine;

import dev.steep.catalog.Choice;
import dev.steep.data.Batches;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.math.Random;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.network.optimizer.LearningRate;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * A model on its way through the training data: whole steps, and after each epoch a look at the validation part. How the
 * way is cut into calls changes no bit of any number. Clocks give milliseconds and decide nothing but when to return.
 */
public final class Trainer {
    private static final int MOST_AT_ONCE = 256;

    /** Until one step has been timed, steps are done one at a time. */
    private static final double UNKNOWN = Double.POSITIVE_INFINITY;

    private final Supply supply;
    private final Split split;
    private final DoubleSupplier clock;
    private final OpenModel open;
    private final TrainingSteps steps;
    private final RunMetrics metrics;
    private final LastStep lastStep;
    private final Divergence divergence;
    private final RunProbes probes;
    private History history = History.EMPTY;
    private Losses losses = new Losses();
    private double epochTime;
    private List<Choice> callbacks = List.of();
    private int planned = Integer.MAX_VALUE;
    private Fit fit = Fit.NONE;
    private double timeOfStep = UNKNOWN;
    private Optional<Evaluation> validation = Optional.empty();
    private Optional<Snapshot> beforeRestoring = Optional.empty();

    /**
     * Ready for the first step.
     *
     * @param supply the data set; two classes become 0 and 1 if a single number of the network tells them apart, and numbers are
     *     learned as they are rescaled
     * @param split which rows train and which validate
     * @param batches of the training rows
     */
    public Trainer(Backend backend, Model model, Supply supply, Split split, Batches batches, DoubleSupplier clock) {
        this.supply = fitted(supply, model);
        this.split = split;
        this.clock = clock;
        int seed = Random.mix(model.plan().design().seed());
        steps = new TrainingSteps(batches, seed);
        open = new OpenModel(backend, model, this.supply, steps.batchSize());
        metrics = new RunMetrics(open, supply, this.supply);
        lastStep = new LastStep(open);
        divergence = new Divergence(open, steps, clock);
        probes = new RunProbes(open, steps, metrics, split.training(), seed);
        reset();
    }

    private static Supply fitted(Supply supply, Model model) {
        if (supply.y() instanceof Target.Numbers numbers && !supply.answers().equals(Rescaling.NONE)) {
            return supply.taught(numbers.scaled(supply.answers()));
        }
        if (!(supply.y() instanceof Target.Classes classes) || model.plan().targetWidth() != 1) {
            return supply;
        }
        float[] values = new float[classes.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = classes.index()[i];
        }
        String name = classes.names().get(classes.names().size() - 1);
        return supply.taught(new Target.Numbers(values, 1, List.of(name)));
    }

    /** Back to the very same start. */
    public void reset() {
        open.begin(split.training());
        steps.reset();
        lastStep.forget();
        divergence.reset();
        history = History.EMPTY;
        losses.clear();
        validation = Optional.empty();
        beforeRestoring = Optional.empty();
        fit = Fit.NONE;
        settle();
        beginMeasuring();
    }

    /** The run as it stands now. */
    public Snapshot snapshot() {
        Snapshot.Progress progress = new Snapshot.Progress(
                history,
                losses,
                steps.step(),
                steps.stepOfEpoch(),
                divergence.checked(),
                steps.samples(),
                metrics.ofEpoch().copy(),
                epochTime,
                validating(),
                fit,
                divergence.trouble());
        return open.snapshot(progress, lastStep.snapshot());
    }

    /**
     * Back to a snapshot of this run, or of a run of the same network anywhere: training on gives the same bits as there, and what
     * is read of the last step is what that step computed. Layers may be frozen that were not, or the other way round; then what
     * the last step computed is not known.
     */
    public void restore(Snapshot snapshot) {
        if (!snapshot.suits(model())) {
            throw new IllegalArgumentException("This snapshot is of another network.");
        }
        restore(snapshot.progress());
        lastStep.repeat(snapshot.lastStep(), steps::last);
        open.restore(snapshot.tensors());
        divergence.weightsChanged();
    }

    /**
     * Goes on from where another run stood, on the same samples in the same batches. A layer of which the run has weights of
     * other shapes, or none, begins with its first weights. If that is every layer with weights, there is nothing to go on from: this
     * trainer stays as it is, at its start.
     *
     * @return the layers that begin so
     */
    public List<ModelLayer> goOn(Snapshot snapshot) {
        List<ModelLayer> fresh = open.carryOver(snapshot);
        if (model().layers().stream().allMatch(layer -> layer.weights().isEmpty() || fresh.contains(layer))) {
            return fresh;
        }
        restore(snapshot.progress());
        fit = fit.afresh(history.size());
        lastStep.forget();
        divergence.weightsChanged();
        return fresh;
    }

    private void restore(Snapshot.Progress progress) {
        history = progress.history();
        losses = progress.losses().copy();
        steps.restore(history.size(), progress.step(), progress.stepOfEpoch(), progress.samples());
        divergence.restore(progress.checked(), progress.trouble());
        metrics.restore(progress.measuring(), progress.stepOfEpoch() > 0);
        epochTime = progress.epochTime();
        validation = progress.validating() ? Optional.of(evaluation(split.validation())) : Optional.empty();
        fit = progress.fit();
        beforeRestoring = Optional.empty();
        settle();
    }

    /** Whether the machine holds what the last step computed: its gradients, masks and activations. */
    public boolean hasLastStep() {
        return lastStep.isKnown();
    }

    /**
     * A weight as the last step found it, so that what it is now is what that step made of it. Nothing before the first step, after a
     * change of the network, and of a weight that was set by hand or brought back since.
     */
    public Optional<Exact> before(Value weight) {
        return lastStep.before(weight);
    }

    /**
     * Goes on with other live knobs; the model is the present one's {@link Model#retuned(dev.steep.network.Plan)}. If it has other
     * tapes, since other layers are frozen, they are opened with the numbers that there are now, to the last bit.
     */
    public void retune(Model retuned) {
        if (open.retune(retuned)) {
            lastStep.forget();
            divergence.weightsChanged();
        }
        settle();
    }

    /** Sets a weight or a slot by hand. */
    public void write(Value value, float[] numbers) {
        machine().write(value, numbers);
        lastStep.written(List.of(value.name()));
        divergence.weightsChanged();
    }

    /** Measures these metrics from now on, beside loss and accuracy. In the present epoch, one that is new has no value. */
    public void measure(List<Choice> others) {
        metrics.measure(others, steps.stepOfEpoch() > 0);
    }

    /**
     * Has these callbacks from now on, while an epoch is validated from its end on.
     *
     * @param epochs how many are planned: then training ends for callbacks, as it does when one of them stops it
     */
    public void follow(List<Choice> others, int epochs) {
        callbacks = List.copyOf(others);
        planned = epochs;
        settle();
    }

    /** Settings apply from step to step: while a step's epoch is validated, those that it was done with still do. */
    private void settle() {
        if (validation.isEmpty()) {
            fit = fit.under(callbacks, planned, learningRate());
        }
    }

    private LearningRate learningRate() {
        return LearningRate.of(model().plan().design().optimizer());
    }

    /**
     * Trains for about this long, and looks at the validation part when an epoch's steps are done. Returns at the latest
     * when an epoch is complete, and at once after {@link #trouble}.
     *
     * @param most how many steps at the most; with 0 only a validation that is under way goes on
     * @return how many steps were done
     */
    public int advance(int most, double milliseconds) {
        double start = clock.getAsDouble();
        int first = step();
        int epoch = history.size();
        double now = start;
        while (trouble().isEmpty() && history.size() == epoch && now - start < Math.max(milliseconds, 1e-3)) {
            int left = most - (step() - first);
            if (validation.isPresent()) {
                validate(validation.get(), now, start + milliseconds);
            } else if (left > 0) {
                int atOnce = metrics.ofEpoch().looks() ? 1 : MOST_AT_ONCE;
                int room = (int) Math.min(atOnce, Math.max(1, (milliseconds - (now - start)) / timeOfStep));
                train(Math.min(Math.min(room, left), stepsPerEpoch() - stepOfEpoch()), now);
            } else {
                break;
            }
            double then = clock.getAsDouble();
            epochTime += history.size() == epoch ? then - now : 0;
            now = then;
        }
        return step() - first;
    }

    private void train(int count, double start) {
        if (fit.over()) {
            fit = fit.again(history.size());
        }
        beforeRestoring = Optional.empty();
        Batch[] next = steps.next(count, model(), reducedRate());
        double[] means = new double[count];
        double[] hits = new double[count];
        divergence.before(next);
        machine().train(next, means, hits);
        lastStep.done(next[count - 1].scalars());
        for (int i = 0; i < count && trouble().isEmpty(); i++) {
            losses.add(means[i]);
            metrics.step(next[i], means[i], hits[i]);
            steps.done(next[i]);
            if (!divergence.allows(means[i], count - 1 - i)) {
                lastStep.done(next[i].scalars());
            }
        }
        fit = fit.at(new Fit.Rate(learningRate().constant(), rate(step())));
        timeOfStep = Math.max((clock.getAsDouble() - start) / count, 1e-4);
        if (steps.epochIsDone() && trouble().isEmpty()) {
            divergence.checkWeights(history.isEmpty());
            if (split.validation().length > 0) {
                validation = Optional.of(evaluation(split.validation()));
            } else if (trouble().isEmpty()) {
                epochTime += clock.getAsDouble() - start;
                endEpoch(Score.NONE);
            }
        }
    }

    private void validate(Evaluation rows, double start, double until) {
        if (rows.advance(clock, until)) {
            Score score = rows.score();
            epochTime += clock.getAsDouble() - start;
            endEpoch(score);
        }
    }

    private void endEpoch(Score seen) {
        Epoch epoch = new Epoch(
                history.size() + 1,
                step(),
                fit.used().value(),
                metrics.ofEpoch().values(),
                seen,
                epochTime / 1000);
        history = history.with(epoch);
        validation = Optional.empty();
        fit = fit.after(epoch, open::weights);
        settle();
        steps.beginEpoch(history.size());
        beginMeasuring();
        if (fit.restored().isPresent()) {
            beforeRestoring = Optional.of(epoch.number()).filter(fit::keeps).map(number -> unrestored());
            restoreWeights(fit.weights());
        }
    }

    private Snapshot unrestored() {
        Fit restoring = fit;
        fit = fit.unrestored();
        Snapshot snapshot = snapshot();
        fit = restoring;
        return snapshot;
    }

    /**
     * The epoch that has just ended, as it is to be kept: as it stands now, but with its own weights if a callback has its network kept
     * and another has brought earlier ones back.
     */
    public Snapshot ended() {
        return beforeRestoring.orElseGet(this::snapshot);
    }

    /** Those of an earlier epoch; what the optimizer remembers stays, as in Keras. */
    private void restoreWeights(Map<String, Exact> weights) {
        open.restoreWeights(weights);
        lastStep.written(weights.keySet());
        if (!weights.isEmpty()) {
            divergence.weightsChanged();
        }
    }

    private void beginMeasuring() {
        metrics.beginEpoch();
        epochTime = 0;
    }

    /** The learning rate that a callback has set. */
    private Optional<Double> reducedRate() {
        return fit.reduced().map(Fit.Rate::value);
    }

    private double rate(int number) {
        return learningRate().at(steps.context(number, reducedRate()));
    }

    /** The learning rate of the next step. */
    public double rate() {
        return rate(step() + 1);
    }

    /** The batch of the next step: what it will train on, and with which random numbers. */
    public Batch next() {
        return steps.next(model(), reducedRate());
    }

    /** A batch of one row by itself, with the numbers of the next step. */
    public Batch next(int row) {
        return steps.alone(row, model(), reducedRate());
    }

    /** Where batches come from, with targets as they are learned. */
    public Supply supply() {
        return supply;
    }

    /**
     * The loss on a plane through the present weights, on a copy of this run; of this run nothing changes.
     *
     * @param kept epochs of this run, oldest first
     * @param alongPath whether the plane is that in which the run has moved most, if it has moved in two directions; otherwise random
     */
    public LossSlice slice(List<Snapshot> kept, boolean alongPath) {
        return probes.slice(kept, history.size(), alongPath);
    }

    /** Growing learning rates on a copy of this run, which goes on with the batches that come next here; of this run nothing changes. */
    public RateSweep sweep() {
        return probes.sweep(validating() ? 0 : stepOfEpoch());
    }

    /** Whether there is room for {@link #sweep} or {@link #slice} beside this run. */
    public boolean mayBeCopied() {
        return open.mayBeCopied();
    }

    /** A look at these rows with the present weights. */
    public Evaluation evaluation(int[] rows) {
        return metrics.evaluation(rows);
    }

    /** Whether an epoch's steps are done but its validation is not. */
    public boolean validating() {
        return validation.isPresent();
    }

    /** What went wrong, if the numbers overflowed: training then stands until {@link #reset}. */
    public Optional<String> trouble() {
        return divergence.trouble();
    }

    /** What callbacks have made of the run. */
    public Fit fit() {
        return fit;
    }

    /** What each finished epoch came to. */
    public History history() {
        return history;
    }

    /** The loss of each step so far; of very many, the means of 2, 4, 8 ... steps, as {@link dev.steep.math.Trace} says. */
    public float[] losses() {
        return losses.all();
    }

    /** The loss of each step since this was last asked for, or since the start. */
    public float[] takeLosses() {
        return losses.take();
    }

    /** Finished steps since the start. */
    public int step() {
        return steps.step();
    }

    /** Finished steps of the present epoch. */
    public int stepOfEpoch() {
        return steps.stepOfEpoch();
    }

    /** Steps of a whole epoch. */
    public int stepsPerEpoch() {
        return steps.perEpoch();
    }

    /** How many samples a step learns from, the last of an epoch perhaps from fewer. */
    public int batchSize() {
        return steps.batchSize();
    }

    /** How many samples have been learned from since the start, each as often as it was. */
    public double samples() {
        return steps.samples();
    }

    /** How long a slow computer takes for the prediction of one sample among several, in seconds. */
    public double secondsPerPrediction() {
        return open.secondsPerPrediction();
    }

    /** What is trained. */
    public Model model() {
        return open.model();
    }

    /** Where its numbers are. It is another one after {@link #retune}. */
    public Machine machine() {
        return open.machine();
    }
}
