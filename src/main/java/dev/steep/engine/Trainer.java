package dev.steep.engine;

import dev.steep.catalog.Choice;
import dev.steep.data.Batches;
import dev.steep.data.Rescaling;
import dev.steep.data.Split;
import dev.steep.data.Target;
import dev.steep.math.Random;
import dev.steep.network.Model;
import dev.steep.network.ModelLayer;
import dev.steep.network.formula.StepContext;
import dev.steep.network.metric.Measure;
import dev.steep.network.optimizer.LearningRate;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * A model on its way through the training data: whole steps, and after each epoch a look at the validation part. How the
 * way is cut into calls changes no bit of any number. Clocks give milliseconds and decide nothing but when to return.
 */
public final class Trainer {
    private static final int MOST_AT_ONCE = 256;

    /** Weights are looked through at the end of an epoch, but not more often than this: it takes longer than a small step. */
    private static final int STEPS_BETWEEN_CHECKS = 2000;

    /** What a slice of the loss may take on a slow computer, in seconds, */
    private static final double SECONDS_FOR_SLICE = 20;

    /** unless it would be of fewer samples than these; */
    private static final int FEWEST = 32;

    /** more than these change little. */
    private static final int MOST = 512;

    /** Until one step has been timed, steps are done one at a time. */
    private static final double UNKNOWN = Double.POSITIVE_INFINITY;

    private final Backend backend;
    private final Supply supply;
    private final Target target;
    private final Target measured;
    private final Rescaling answers;
    private final Split split;
    private final Batches batches;
    private final DoubleSupplier clock;
    private History history = History.EMPTY;
    private final LastGood lastGood;
    private Losses losses = new Losses();
    private final double secondsPerPrediction;

    /** What the optimizer remembers of layers that are frozen now. */
    private final Map<String, Snapshot.Tensor> setAside = new HashMap<>();

    /** Empty only while another one is opened: there may be no memory for two. */
    private Optional<Machine> machine;

    private Model model;
    private final int seed;
    private int[] order = new int[0];
    private int step;
    private int stepOfEpoch;
    private int checked;

    private double samples;
    private List<Measure> measures;
    private Measuring measuring;
    private double epochTime;
    private List<Choice> callbacks = List.of();
    private int planned = Integer.MAX_VALUE;
    private Fit fit = Fit.NONE;
    private double timeOfStep = UNKNOWN;
    private Optional<Evaluation> validation = Optional.empty();
    private Optional<String> trouble = Optional.empty();

    /** Of the last step, if it was done here. */
    private Optional<double[]> lastScalars = Optional.empty();

    /** The last step, if it was done before a snapshot that was restored since. */
    private Optional<Snapshot.LastStep> repeated = Optional.empty();

    /** The weights that something else than a step has set since the last one. */
    private final Set<String> written = new HashSet<>();

    /**
     * Ready for the first step.
     *
     * @param supply the data set; two classes become 0 and 1 if a single number of the network tells them apart, and numbers are
     *     learned as they are rescaled
     * @param split which rows train and which validate
     * @param batches of the training rows
     */
    public Trainer(Backend backend, Model model, Supply supply, Split split, Batches batches, DoubleSupplier clock) {
        this.model = model;
        seed = Random.mix(model.plan().design().seed());
        this.target = supply.y();
        this.split = split;
        this.batches = batches;
        this.clock = clock;
        this.backend = backend;
        this.supply = fitted(supply, model);
        measured = target instanceof Target.Classes ? this.supply.y() : target;
        answers = supply.answers();
        measures = Measure.of(model.plan().design().task(), measured.width(), List.of());
        measuring = new Measuring(measures);
        lastGood = new LastGood(clock);
        machine = Optional.of(open());
        int rows = machine().predictionRows();
        secondsPerPrediction =
                Work.of(model.program().prediction(), rows) / rows / machine().speed();
        reset();
    }

    private Machine open() {
        return backend.open(model.program(), supply, batchSize());
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
        model.lasting().forEach(value -> machine().write(value, model.initial(value)));
        new Adapting(model, machine(), supply, split.training()).run();
        setAside.clear();
        lastGood.forget();
        history = History.EMPTY;
        losses.clear();
        step = 0;
        checked = 0;
        samples = 0;
        validation = Optional.empty();
        trouble = Optional.empty();
        lastScalars = Optional.empty();
        repeated = Optional.empty();
        fit = Fit.NONE;
        settle();
        beginEpoch();
    }

    /** The run as it stands now. */
    public Snapshot snapshot() {
        Snapshot.Progress progress = new Snapshot.Progress(
                history,
                losses,
                step,
                stepOfEpoch,
                checked,
                samples,
                measuring.copy(),
                epochTime,
                validating(),
                fit,
                trouble);
        return Snapshot.of(model, machine(), setAside, progress, lastStep());
    }

    private Optional<Snapshot.LastStep> lastStep() {
        if (lastScalars.isPresent()) {
            Map<String, Exact> before = new LinkedHashMap<>();
            model.weights().forEach(value -> before.put(value.name(), machine().before(value)));
            return Optional.of(new Snapshot.LastStep(
                    lastScalars.get().clone(), before, model.plan().frozen(), List.copyOf(written)));
        }
        return repeated;
    }

    /**
     * Back to a snapshot of this run, or of a run of the same network anywhere: training on gives the same bits as there, and what
     * is read of the last step is what that step computed. Layers may be frozen that were not, or the other way round; then what
     * the last step computed is not known.
     */
    public void restore(Snapshot snapshot) {
        if (!snapshot.suits(model)) {
            throw new IllegalArgumentException("This snapshot is of another network.");
        }
        take(snapshot.progress());
        repeated = snapshot.lastStep()
                .filter(last -> last.frozen().equals(model.plan().frozen()));
        repeated.ifPresent(last -> {
            model.weights().forEach(value -> machine()
                    .restore(value, Objects.requireNonNull(last.weights().get(value.name()))));
            machine().run(lastBatch(last.scalars()), Tape.Phase.BACKWARD);
        });
        written.clear();
        repeated.ifPresent(last -> written.addAll(last.written()));
        fill(new HashMap<>(snapshot.tensors()));
    }

    /** Gives each weight and slot its numbers by name, or those that it starts from; sets aside what is left over. */
    private void fill(Map<String, Snapshot.Tensor> numbers) {
        for (Value value : model.lasting()) {
            Optional.ofNullable(numbers.remove(value.name()))
                    .ifPresentOrElse(known -> machine().restore(value, known.numbers()), () -> machine()
                            .write(value, model.initial(value)));
        }
        setAside.clear();
        setAside.putAll(numbers);
        lastGood.forget();
    }

    /** The batch of the step before the next one. */
    private Batch lastBatch(double[] scalars) {
        boolean ended = stepOfEpoch == 0;
        int ofEpoch = (ended ? batches.perEpoch() : stepOfEpoch) - 1;
        int[] rows = ended ? batches.order(history.size() - 1) : order;
        return new Batch(rows, batches.from(ofEpoch), batches.count(ofEpoch), Random.mix(seed + step - 1), scalars);
    }

    /**
     * Goes on from where another run stood, on the same samples in the same batches. A layer of which the run has weights of
     * other shapes, or none, begins with its first weights.
     *
     * @return the layers that begin so
     */
    public List<ModelLayer> goOn(Snapshot snapshot) {
        List<ModelLayer> fresh = model.layers().stream()
                .filter(layer -> !snapshot.has(model, layer))
                .toList();
        Set<String> names = new HashSet<>();
        fresh.forEach(layer -> names.add(layer.planned().name()));
        for (Value value : model.lasting()) {
            if (!names.contains(Snapshot.layer(value.name()))) {
                snapshot.numbers(value).ifPresent(numbers -> machine().restore(value, numbers));
            }
        }
        take(snapshot.progress());
        fit = fit.again(history.size());
        repeated = Optional.empty();
        lastGood.forget();
        return fresh;
    }

    private void take(Snapshot.Progress progress) {
        history = progress.history();
        losses = progress.losses().copy();
        order = batches.order(history.size());
        step = progress.step();
        stepOfEpoch = progress.stepOfEpoch();
        checked = progress.checked();
        samples = progress.samples();
        measuring = progress.measuring().with(measures, stepOfEpoch > 0);
        epochTime = progress.epochTime();
        validation = progress.validating() ? Optional.of(evaluation(split.validation())) : Optional.empty();
        trouble = progress.trouble();
        lastScalars = Optional.empty();
        fit = progress.fit();
        settle();
    }

    /** Whether the machine holds what the last step computed: its gradients, masks and activations. */
    public boolean hasLastStep() {
        return lastScalars.isPresent() || repeated.isPresent();
    }

    /**
     * A weight as the last step found it, so that what it is now is what that step made of it. Nothing before the first step, after a
     * change of the network, and of a weight that was set by hand or brought back since.
     */
    public Optional<Exact> before(Value weight) {
        if (written.contains(weight.name())) {
            return Optional.empty();
        }
        return lastScalars.isPresent()
                ? Optional.of(machine().before(weight))
                : repeated.flatMap(last -> Optional.ofNullable(last.weights().get(weight.name())));
    }

    /**
     * Goes on with other live knobs; the model is the present one's {@link Model#retuned(dev.steep.network.Plan)}. If it has other
     * tapes, since other layers are frozen, they are opened with the numbers that there are now, to the last bit.
     */
    public void retune(Model retuned) {
        if (retuned.program() == model.program()) {
            model = retuned;
            settle();
            return;
        }
        Map<String, Snapshot.Tensor> numbers = Snapshot.tensors(model, machine(), setAside);
        machine = Optional.empty();
        model = retuned;
        machine = Optional.of(open());
        fill(numbers);
        lastScalars = Optional.empty();
        repeated = Optional.empty();
        settle();
    }

    /** Sets a weight or a slot by hand. */
    public void write(Value value, float[] numbers) {
        machine().write(value, numbers);
        written.add(value.name());
        lastGood.forget();
    }

    /** Measures these metrics from now on, beside loss and accuracy. In the present epoch, one that is new has no value. */
    public void measure(List<Choice> metrics) {
        measures = Measure.of(model.plan().design().task(), measured.width(), metrics);
        measuring = measuring.with(measures, stepOfEpoch > 0);
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
        return LearningRate.of(model.plan().design().optimizer());
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
        int first = step;
        int epoch = history.size();
        double now = start;
        while (trouble.isEmpty() && history.size() == epoch && now - start < Math.max(milliseconds, 1e-3)) {
            if (validation.isPresent()) {
                double until = start + milliseconds;
                double before = now;
                validation
                        .filter(each -> each.advance(clock, until))
                        .map(Evaluation::score)
                        .ifPresent(score -> {
                            epochTime += clock.getAsDouble() - before;
                            endEpoch(score);
                        });
            } else if (step - first < most) {
                int atOnce = measuring.looks() ? 1 : MOST_AT_ONCE;
                int room = (int) Math.min(atOnce, Math.max(1, (milliseconds - (now - start)) / timeOfStep));
                train(Math.min(Math.min(room, most - (step - first)), batches.perEpoch() - stepOfEpoch), now);
            } else {
                break;
            }
            double then = clock.getAsDouble();
            epochTime += history.size() == epoch ? then - now : 0;
            now = then;
        }
        return step - first;
    }

    private void train(int count, double start) {
        if (fit.over()) {
            fit = fit.again(history.size());
        }
        Batch[] steps = new Batch[count];
        double seen = samples;
        for (int i = 0; i < count; i++) {
            steps[i] = batch(stepOfEpoch + i, step + i, seen);
            seen += steps[i].count();
        }
        double[] means = new double[count];
        double[] hits = new double[count];
        lastGood.before(steps, machine(), model);
        machine().train(steps, means, hits);
        lastScalars = Optional.of(steps[count - 1].scalars());
        repeated = Optional.empty();
        written.clear();
        for (int i = 0; i < count && trouble.isEmpty(); i++) {
            int size = steps[i].count();
            losses.add(means[i]);
            samples += size;
            measuring.losses(means[i] * size, hits[i], size);
            if (measuring.looks()) {
                float[] outputs =
                        answers.undone(machine().read(model.program().train().output()));
                measuring.predictions(outputs, measured, order, batches.from(stepOfEpoch), size);
            }
            step++;
            stepOfEpoch++;
            if (!Double.isFinite(means[i])) {
                lastScalars = Optional.of(steps[i].scalars());
                trouble = Optional.of(diagnosis(count - 1 - i));
            }
        }
        fit = fit.at(new Fit.Rate(learningRate().constant(), rate(step)));
        timeOfStep = Math.max((clock.getAsDouble() - start) / count, 1e-4);
        if (stepOfEpoch == batches.perEpoch() && trouble.isEmpty()) {
            checkWeights();
            if (split.validation().length > 0) {
                validation = Optional.of(evaluation(split.validation()));
            } else if (trouble.isEmpty()) {
                epochTime += clock.getAsDouble() - start;
                endEpoch(Score.NONE);
            }
        }
    }

    /** An activation may hide broken weights from the loss: relu of a number that is none is 0. */
    private void checkWeights() {
        if (step - checked < STEPS_BETWEEN_CHECKS && !history.isEmpty()) {
            return;
        }
        checked = step;
        for (Value value : model.weights()) {
            if (machine().exact(value).broken().isPresent()) {
                trouble = Optional.of(diagnosis(0));
                return;
            }
        }
    }

    /** @param later steps that have been done after the present one */
    private String diagnosis(int later) {
        Optional<LastGood.Broken> broken = lastGood.find(machine(), model, later);
        String sentences = new Diagnosis(machine(), model, step, batches.perEpoch()).of(broken);
        lastGood.goOn(machine());
        return sentences;
    }

    private Batch batch(int ofEpoch, int number, double seen) {
        int count = batches.count(ofEpoch);
        double[] scalars = model.scalars(model.program().training(), context(number + 1, seen, count));
        return new Batch(order, batches.from(ofEpoch), count, Random.mix(seed + number), scalars);
    }

    /** The batch of the next step: what it will train on, and with which random numbers. */
    public Batch next() {
        return batch(stepOfEpoch == batches.perEpoch() ? 0 : stepOfEpoch, step, samples);
    }

    /** A batch of one row by itself, with the numbers of the next step. */
    public Batch next(int row) {
        double[] scalars = model.scalars(model.program().training(), context(step + 1, samples, 1));
        return new Batch(new int[] {row}, 0, 1, Random.mix(seed + step), scalars);
    }

    /** Where batches come from, with targets as they are learned. */
    public Supply supply() {
        return supply;
    }

    private StepContext context(int number, double seen, int count) {
        return new StepContext(
                number, history.size(), seen, count, fit.reduced().map(Fit.Rate::value));
    }

    /** Another machine with the numbers of this one. */
    private Machine copy() {
        Machine copy = open();
        model.lasting().forEach(value -> copy.restore(value, machine().exact(value)));
        return copy;
    }

    /**
     * The loss on a plane through the present weights, on a copy of this run; of this run nothing changes.
     *
     * @param kept epochs of this run, oldest first
     * @param alongPath whether the plane is that in which the run has moved most, if it has moved in two directions; otherwise random
     */
    public LossSlice slice(List<Snapshot> kept, boolean alongPath) {
        Model present = model;
        List<Value> values = present.parameters();
        float[][] centre = values.stream().map(machine()::read).toArray(float[][]::new);
        List<WeightPlane.Place> places = WeightPlane.places(
                values,
                kept.stream().filter(each -> each.epoch() <= history.size()).toList());
        int epoch = history.size();
        Optional<WeightPlane> along = alongPath ? WeightPlane.along(values, centre, places, epoch) : Optional.empty();
        WeightPlane plane = along.orElseGet(
                () -> WeightPlane.random(values, centre, places, epoch, new Random(seed).fork("slice")));
        int[] training = split.training();
        double affordable = SECONDS_FOR_SLICE / secondsPerPrediction / LossSlice.SIDE / LossSlice.SIDE;
        int[] rows = new int[(int) Math.min(training.length, Math.max(FEWEST, Math.min(MOST, affordable)))];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = training[(int) ((long) i * training.length / rows.length)];
        }
        Machine copy = copy();
        List<Measure> loss = Measure.of(present.plan().design().task(), measured.width(), List.of());
        return new LossSlice(
                copy,
                plane,
                () -> new Evaluation(() -> copy, () -> present, target, measured, answers, loss, rows),
                new LossSlice.Origin(epoch, step, rows.length, along.isPresent()));
    }

    /** Growing learning rates on a copy of this run, which goes on with the batches that come next here; of this run nothing changes. */
    public RateSweep sweep() {
        Machine copy = copy();
        int first = validating() ? 0 : stepOfEpoch;
        int epoch = history.size();
        int number = step;
        double seen = samples;
        Model trained = model;
        return new RateSweep(copy, i -> {
            int at = first + i;
            int ofEpoch = at % batches.perEpoch();
            int count = batches.count(ofEpoch);
            StepContext now = new StepContext(
                    number + i + 1,
                    epoch + at / batches.perEpoch(),
                    seen + (double) i * batchSize(),
                    count,
                    Optional.of(RateSweep.rate(i)));
            return new Batch(
                    batches.order(now.epoch()),
                    batches.from(ofEpoch),
                    count,
                    Random.mix(seed + number + i),
                    trained.scalars(trained.program().training(), now));
        });
    }

    /** Whether there is room for {@link #sweep} or {@link #slice} beside this run. */
    public boolean mayBeCopied() {
        return 2 * backend.bytes(model.program(), supply, batchSize()) <= Budget.BYTES;
    }

    private double rate(int number) {
        return learningRate().at(context(number, samples, 0));
    }

    /** The learning rate of the next step. */
    public double rate() {
        return rate(step + 1);
    }

    private void endEpoch(Score seen) {
        Epoch epoch =
                new Epoch(history.size() + 1, step, fit.used().value(), measuring.values(), seen, epochTime / 1000);
        history = history.with(epoch);
        validation = Optional.empty();
        fit = fit.after(epoch, this::weights);
        restore(fit.weights());
        settle();
        beginEpoch();
    }

    private Map<String, Exact> weights() {
        Map<String, Exact> weights = new LinkedHashMap<>();
        model.weights().forEach(value -> weights.put(value.name(), machine().exact(value)));
        return weights;
    }

    /** Those of an earlier epoch; what the optimizer remembers stays, as in Keras. */
    private void restore(Map<String, Exact> weights) {
        for (Value value : model.weights()) {
            Optional.ofNullable(weights.get(value.name()))
                    .ifPresent(numbers -> machine().restore(value, numbers));
        }
        written.addAll(weights.keySet());
        if (!weights.isEmpty()) {
            lastGood.forget();
        }
    }

    private void beginEpoch() {
        order = batches.order(history.size());
        stepOfEpoch = 0;
        measuring = new Measuring(measures);
        epochTime = 0;
    }

    /** A look at these rows with the present weights. */
    public Evaluation evaluation(int[] rows) {
        return new Evaluation(this::machine, this::model, target, measured, answers, measures, rows);
    }

    /** Whether an epoch's steps are done but its validation is not. */
    public boolean validating() {
        return validation.isPresent();
    }

    /** What went wrong, if the numbers overflowed: training then stands until {@link #reset}. */
    public Optional<String> trouble() {
        return trouble;
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
        return step;
    }

    /** Finished steps of the present epoch. */
    public int stepOfEpoch() {
        return stepOfEpoch;
    }

    /** Steps of a whole epoch. */
    public int stepsPerEpoch() {
        return batches.perEpoch();
    }

    /** How many samples a step learns from, the last of an epoch perhaps from fewer. */
    public int batchSize() {
        return Math.min(batches.size(), batches.rows());
    }

    /** How many samples have been learned from since the start, each as often as it was. */
    public double samples() {
        return samples;
    }

    /** How long a slow computer takes for the prediction of one sample among several, in seconds. */
    public double secondsPerPrediction() {
        return secondsPerPrediction;
    }

    /** What is trained. */
    public Model model() {
        return model;
    }

    /** Where its numbers are. It is another one after {@link #retune}. */
    public Machine machine() {
        return machine.orElseThrow();
    }
}
