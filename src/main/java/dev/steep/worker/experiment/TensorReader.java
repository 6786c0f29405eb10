package dev.steep.worker.experiment;

import dev.steep.engine.Batch;
import dev.steep.engine.Budget;
import dev.steep.engine.Exact;
import dev.steep.engine.Machine;
import dev.steep.engine.Trainer;
import dev.steep.math.statistics.Histogram;
import dev.steep.protocol.Report;
import dev.steep.protocol.look.DataPart;
import dev.steep.protocol.look.Norms;
import dev.steep.tape.Program;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/** Reads the numbers of an experiment that people want to see. */
public final class TensorReader {
    /** Histograms of what layers give are over this many samples at the most: the first of the validation part. */
    static final int WATCHED = 32;

    private static final float[] NOTHING = {};

    private final PreparedData material;
    private final Trainer trainer;

    TensorReader(PreparedData material, Trainer trainer) {
        this.material = material;
        this.trainer = trainer;
    }

    private Machine machine() {
        return trainer.machine();
    }

    private Program program() {
        return trainer.model().program();
    }

    /** The value of this name: at prediction if there is one, else in training. */
    public Optional<Value> find(String name) {
        return program()
                .prediction()
                .value(name)
                .or(() -> program().training().value(name).filter(value -> !program()
                        .training()
                        .passesBy(value)))
                .or(() -> trainer.model().slots().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst());
    }

    /** Every value that {@link #find} finds, each name once. */
    public List<Value> values() {
        List<Value> values = new ArrayList<>(program().prediction().values());
        for (Value value : program().training().values()) {
            if (program().prediction().value(value.name()).isEmpty()
                    && !program().training().passesBy(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private boolean isPredicted(Value value) {
        return !value.role().lasts()
                && program()
                        .prediction()
                        .value(value.name())
                        .filter(value::equals)
                        .isPresent();
    }

    /** What the last training step left is there only after one. */
    private boolean isThere(Value value) {
        return value.role().lasts() || isPredicted(value) || trainer.hasLastStep();
    }

    /** Whether this tensor tells of the chosen sample: then that goes through the network before it is read. */
    public boolean needsChosen(String name) {
        return find(name).filter(this::isPredicted).isPresent();
    }

    /** A tensor for one sample: what went through last, or the first of the last batch for what exists in training only. */
    public float[] tensor(String name) {
        Optional<Value> value = find(name).filter(this::isThere);
        if (value.isEmpty()) {
            return NOTHING;
        }
        float[] all = machine().read(value.get());
        int size = value.get().size();
        return all.length > size ? Arrays.copyOf(all, size) : all;
    }

    /** A tensor, whole: of what exists in training only, for all samples of the last batch. */
    public Optional<Report.Numbers> numbers(Value value, Sample chosen) {
        if (!isThere(value)) {
            return Optional.empty();
        }
        if (isPredicted(value)) {
            see(chosen);
        }
        float[] values = machine().read(value);
        return Optional.of(new Report.Numbers(
                values, value.batched() ? batched(values.length / value.size(), value) : lengths(value)));
    }

    private static int[] lengths(Value value) {
        return value.shape().lengths();
    }

    private static int[] batched(int count, Value value) {
        int[] lengths = lengths(value);
        int[] all = new int[lengths.length + 1];
        all[0] = count;
        System.arraycopy(lengths, 0, all, 1, lengths.length);
        return all;
    }

    /** Has a sample go through the network. */
    public void see(Sample chosen) {
        if (chosen instanceof Sample.Row row) {
            evaluate(new int[] {row.row()}, 0, 1);
        } else if (chosen instanceof Sample.Drawn drawn) {
            machine().predict(material.prepared(drawn.raw()), 1);
        }
    }

    private void evaluate(int[] rows, int from, int count) {
        machine()
                .evaluate(new Batch(
                        rows, from, count, 0, trainer.model().scalars(program().prediction(), 1, count)));
    }

    /** The tensors of which histograms are kept: weights, what layers give, and the last step's gradients once there are any. */
    public List<String> watched(boolean gradients) {
        List<String> names = new ArrayList<>();
        trainer.model().weights().forEach(each -> names.add(each.name()));
        trainer.model().layers().forEach(each -> names.add(each.output().name()));
        if (gradients) {
            trainer.model().parameters().forEach(each -> gradient(each.name()).ifPresent(names::add));
        }
        return names;
    }

    /** The gradient of a parameter, all its penalties included: the last that was recorded for it. */
    public Optional<String> gradient(String parameter) {
        String plain = parameter + "/gradient";
        return program().training().values().stream()
                .map(Value::name)
                .filter(name ->
                        name.equals(plain) || name.startsWith(plain + "_") && name.indexOf('/', plain.length()) < 0)
                .reduce((first, second) -> second);
    }

    /** How long a parameter, its gradient and its change of the last step are. */
    public Optional<Norms> norms(String parameter) {
        return trainer.model().parameters().stream()
                .filter(each -> each.name().equals(parameter))
                .findFirst()
                .map(this::norms);
    }

    private Norms norms(Value weight) {
        Exact now = machine().exact(weight);
        double change = trainer.before(weight)
                .map(before -> norm(now.size(), i -> number(now, i) - number(before, i)))
                .orElse(Double.NaN);
        double gradient = gradient(weight.name())
                .flatMap(this::find)
                .filter(this::isThere)
                .map(machine()::read)
                .map(numbers -> norm(numbers.length, i -> numbers[i]))
                .orElse(Double.NaN);
        return new Norms(weight.size(), norm(now.size(), i -> number(now, i)), gradient, change);
    }

    private static double number(Exact numbers, int i) {
        return numbers.unrounded().length > 0 ? numbers.unrounded()[i] : numbers.numbers()[i];
    }

    private static double norm(int count, IntToDoubleFunction numbers) {
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double number = numbers.applyAsDouble(i);
            squares += number * number;
        }
        return Math.sqrt(squares);
    }

    /** What a layer gives for the first samples of the validation part, {@value #WATCHED} at the most. */
    public float[] sampled(String output) {
        if (units(output) == 0) {
            return NOTHING;
        }
        seeWatched();
        return machine().read(find(output).orElseThrow());
    }

    /** Histograms of everything that is {@link #watched}. */
    Map<String, Histogram> histograms() {
        Map<String, Histogram> histograms = new HashMap<>();
        seeWatched();
        for (String name : watched(trainer.hasLastStep())) {
            histograms.put(name, Histogram.of(machine().read(find(name).orElseThrow())));
        }
        return histograms;
    }

    /** The histogram of one tensor now, if it is among the {@link #watched}. */
    public Optional<Histogram> histogram(String name) {
        if (!watched(trainer.hasLastStep()).contains(name)) {
            return Optional.empty();
        }
        if (needsChosen(name)) {
            seeWatched();
        }
        return find(name).map(value -> Histogram.of(machine().read(value)));
    }

    private void seeWatched() {
        int[] rows =
                material.rows(material.rows(DataPart.VALIDATION).length > 0 ? DataPart.VALIDATION : DataPart.TRAINING);
        evaluate(rows, 0, Math.min(Math.min(WATCHED, machine().predictionRows()), rows.length));
    }

    /** How many samples may go through the network for one picture: a large network is looked at in fewer places. */
    public int affordable() {
        return (int) Math.min(1 << 20, Math.max(1, Math.floor(Budget.PICTURE / trainer.secondsPerPrediction())));
    }

    /** The tensor that the network's answer is in, as it was trained. */
    public String output() {
        return program().predict().output().name();
    }

    /** An answer in its own unit. */
    public float[] answer(float[] output) {
        return material.answers().undone(output);
    }

    /** How many numbers the network says of a sample. */
    public int outputSize() {
        return program().predict().output().size();
    }

    /**
     * What the network says of some raw samples, numbers in their own unit, as many as go through it at once.
     *
     * @param from the first of them; {@code raw} and {@code outputs} are for all, one after the other
     * @param most how many at the most
     * @return how many
     */
    public int outputs(float[] raw, int from, int most, float[] outputs) {
        int some = predict(raw, from, most);
        float[] said =
                material.answers().undone(machine().read(program().predict().output()));
        System.arraycopy(said, 0, outputs, from * outputSize(), some * outputSize());
        return some;
    }

    /** How many numbers a layer gives of a sample, by the tensor that they are in; 0 if it is none of prediction. */
    public int units(String output) {
        return find(output)
                .filter(value -> value.batched() && isPredicted(value))
                .map(Value::size)
                .orElse(0);
    }

    /** What a layer gives of some raw samples, as {@link #outputs}. */
    public int units(String output, float[] raw, int from, int most, float[] units) {
        int some = predict(raw, from, most);
        int width = units(output);
        System.arraycopy(machine().read(find(output).orElseThrow()), 0, units, from * width, some * width);
        return some;
    }

    private int predict(float[] raw, int from, int most) {
        int size = material.data().x().size();
        int some = Math.min(machine().predictionRows(), most);
        machine().predict(material.prepared(Arrays.copyOfRange(raw, from * size, (from + some) * size)), some);
        return some;
    }

    /** Raw samples of a part, as far as there are. */
    public static Report.Samples gallery(PreparedData material, DataPart part, int from, int count) {
        int[] rows = material.rows(part);
        int first = Math.max(0, Math.min(from, rows.length));
        int size = material.data().x().size();
        int room = Math.max(1, (1 << 24) / size);
        int shown = Math.max(0, Math.min(Math.min(count, room), rows.length - first));
        int[] chosen = Arrays.copyOfRange(rows, first, first + shown);
        float[] x = new float[shown * size];
        float[] y = new float[shown];
        for (int i = 0; i < shown; i++) {
            System.arraycopy(material.data().x().sample(chosen[i]), 0, x, i * size, size);
            y[i] = material.truth(chosen[i]);
        }
        return new Report.Samples(chosen, x, y);
    }
}
