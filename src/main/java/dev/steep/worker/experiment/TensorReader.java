package dev.steep.worker.experiment;

import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Budget;
import dev.steep.engine.Evaluation;
import dev.steep.engine.Machine;
import dev.steep.engine.Trainer;
import dev.steep.protocol.DataPart;
import dev.steep.protocol.Report;
import dev.steep.protocol.Wish;
import dev.steep.tape.Program;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the numbers of an experiment that people want to see. A wish that makes no sense gets no numbers. */
public final class TensorReader {
    private static final int MOST_POINTS = 1 << 18;
    private static final int MOST_PREDICTIONS = 4096;
    private static final float[] NOTHING = {};

    private final PreparedData material;
    private final Trainer trainer;
    private final Predicate<DataPart> shows;
    private final Machine machine;
    private final Program program;

    /** @param shows whether samples of a part may be seen */
    TensorReader(PreparedData material, Trainer trainer, Predicate<DataPart> shows) {
        this.material = material;
        this.shows = shows;
        this.trainer = trainer;
        machine = trainer.machine();
        program = trainer.model().program();
    }

    /**
     * An array for each wish. The chosen sample goes through the network once for all tensors.
     *
     * @param confusion the counts to show
     */
    public List<float[]> picture(List<Wish> wishes, Sample chosen, int[] confusion) {
        List<float[]> numbers = new ArrayList<>();
        if (wishes.stream().anyMatch(this::needsChosen)) {
            see(chosen);
        }
        for (Wish wish : wishes) {
            // tensors first: what the others want goes through the same prediction tape
            numbers.add(wish.what() == Wish.What.TENSOR ? tensor(wish.name()) : NOTHING);
        }
        for (int i = 0; i < numbers.size(); i++) {
            Wish wish = wishes.get(i);
            double[] p = wish.parameters();
            float[] known = numbers.get(i);
            numbers.set(
                    i,
                    switch (wish.what()) {
                        case TENSOR -> known;
                        case PREDICTIONS -> p.length == 3 ? predictions(p) : NOTHING;
                        case GRID -> p.length == 6 ? grid(p) : NOTHING;
                        case CONFUSION -> floats(confusion);
                    });
        }
        return numbers;
    }

    private boolean needsChosen(Wish wish) {
        return wish.what() == Wish.What.TENSOR
                && find(wish.name()).filter(this::isPredicted).isPresent();
    }

    /** The value of this name: at prediction if there is one, else in training. */
    public Optional<Value> find(String name) {
        return program.prediction()
                .value(name)
                .or(() -> program.training().value(name))
                .or(() -> trainer.model().slots().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst());
    }

    /** Every value that {@link #find} finds, each name once. */
    public List<Value> values() {
        List<Value> values = new ArrayList<>(program.prediction().values());
        for (Value value : program.training().values()) {
            if (program.prediction().value(value.name()).isEmpty()) {
                values.add(value);
            }
        }
        return values;
    }

    private boolean isPredicted(Value value) {
        return !value.role().lasts()
                && program.prediction()
                        .value(value.name())
                        .filter(value::equals)
                        .isPresent();
    }

    /** What the last training step left is there only after one. */
    private boolean isThere(Value value) {
        return value.role().lasts() || isPredicted(value) || trainer.step() > 0;
    }

    /** A tensor for one sample: the chosen one, or the first of the last batch for what exists in training only. */
    private float[] tensor(String name) {
        Optional<Value> value = find(name).filter(this::isThere);
        if (value.isEmpty()) {
            return NOTHING;
        }
        float[] all = machine.read(value.get());
        int size = value.get().size();
        return all.length > size ? java.util.Arrays.copyOf(all, size) : all;
    }

    /** A tensor, whole: of what exists in training only, for all samples of the last batch. */
    public Optional<Report.Numbers> numbers(Value value, Sample chosen) {
        if (!isThere(value)) {
            return Optional.empty();
        }
        if (isPredicted(value)) {
            see(chosen);
        }
        float[] values = machine.read(value);
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

    private void see(Sample chosen) {
        if (chosen instanceof Sample.Row row) {
            evaluate(new int[] {row.row()}, 0, 1);
        } else if (chosen instanceof Sample.Drawn drawn) {
            machine.predict(material.prepared(drawn.raw()), 1);
        }
    }

    private void evaluate(int[] rows, int from, int count) {
        machine.evaluate(new Batch(rows, from, count, 0, trainer.model().scalars(program.prediction(), 1, count)));
    }

    private float[] predictions(double[] p) {
        int part = (int) p[0];
        if (part < 0 || part >= DataPart.values().length || !(p[1] >= 0)) {
            return NOTHING;
        }
        if (!shows.test(DataPart.values()[part])) {
            return NOTHING;
        }
        int[] rows = material.rows(DataPart.values()[part]);
        int from = (int) Math.min(p[1], rows.length);
        double most = Math.min(MOST_PREDICTIONS, affordable());
        int count = (int) Math.max(0, Math.min(Math.min(p[2], most), rows.length - from));
        float[] four = new float[4 * count];
        for (int done = 0; done < count; ) {
            int some = Math.min(machine.predictionRows(), count - done);
            evaluate(rows, from + done, some);
            float[] outputs = machine.read(program.predict().output());
            for (int i = 0; i < some; i++) {
                int row = rows[from + done + i];
                int at = 4 * (done + i);
                four[at] = row;
                four[at + 1] = material.truth(row);
                said(outputs, i, outputs.length / some, four, at + 2);
            }
            done += some;
        }
        return four;
    }

    /** What the network says of a sample, and how sure it is: never of a number. */
    private void said(float[] outputs, int sample, int width, float[] into, int at) {
        if (!(material.data().y() instanceof Target.Classes)) {
            into[at] = outputs[sample * width];
            into[at + 1] = Float.NaN;
            return;
        }
        int chosen = Evaluation.chosen(outputs, sample, width);
        float share = outputs[sample * width + (width == 1 ? 0 : chosen)];
        into[at] = chosen;
        into[at + 1] = width == 1 && chosen == 0 ? 1 - share : share;
    }

    /** How many samples may go through the network for one picture: a large network is looked at in fewer places. */
    private double affordable() {
        return Math.max(1, Math.floor(Budget.PICTURE / trainer.secondsPerPrediction()));
    }

    /** What the network says at the points of a grid. If that takes too long, at fewer points, each for several places. */
    private float[] grid(double[] p) {
        int size = material.data().x().size();
        boolean plane = size == 2;
        int columns = whole(p[2]);
        int rows = plane ? whole(p[5]) : 1;
        if (size > 2 || columns < 1 || rows < 1 || (double) columns * rows > MOST_POINTS) {
            return NOTHING;
        }
        int step = 1;
        while (places(columns, step) > 1 && (double) places(columns, step) * places(rows, step) > affordable()) {
            step++;
        }
        if (step == 1) {
            return points(p, columns, rows);
        }
        int width = program.predict().output().size();
        float[] coarse = points(p, places(columns, step), places(rows, step));
        float[] all = new float[columns * rows * width];
        for (int i = 0; i < columns * rows; i++) {
            int from = i / columns / step * places(columns, step) + i % columns / step;
            System.arraycopy(coarse, from * width, all, i * width, width);
        }
        return all;
    }

    private static int places(int length, int step) {
        return (length + step - 1) / step;
    }

    private float[] points(double[] p, int columns, int rows) {
        int size = material.data().x().size();
        boolean plane = size == 2;
        float[] points = new float[columns * rows * size];
        int next = 0;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                points[next++] = (float) between(p[0], p[1], column, columns);
                if (plane) {
                    points[next++] = (float) between(p[3], p[4], row, rows);
                }
            }
        }
        return outputs(points, columns * rows);
    }

    private static int whole(double number) {
        return number >= 1 && number <= MOST_POINTS ? (int) number : 0;
    }

    private static double between(double low, double high, int place, int places) {
        return places == 1 ? low : low + (high - low) * place / (places - 1);
    }

    private float[] outputs(float[] raw, int count) {
        float[] outputs = new float[count * outputSize()];
        for (int done = 0; done < count; ) {
            done += outputs(raw, done, count - done, outputs);
        }
        return outputs;
    }

    /** How many numbers the network says of a sample. */
    public int outputSize() {
        return program.predict().output().size();
    }

    /**
     * What the network says of some raw samples, as many as go through it at once.
     *
     * @param from the first of them; {@code raw} and {@code outputs} are for all, one after the other
     * @param most how many at the most
     * @return how many
     */
    public int outputs(float[] raw, int from, int most, float[] outputs) {
        int size = material.data().x().size();
        int width = outputSize();
        int some = Math.min(machine.predictionRows(), most);
        float[] samples = java.util.Arrays.copyOfRange(raw, from * size, (from + some) * size);
        machine.predict(material.prepared(samples), some);
        System.arraycopy(machine.read(program.predict().output()), 0, outputs, from * width, some * width);
        return some;
    }

    private static float[] floats(int[] counts) {
        float[] floats = new float[counts.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = counts[i];
        }
        return floats;
    }

    /** Raw samples of a part, as far as there are. */
    public static Report.Samples gallery(PreparedData material, DataPart part, int from, int count) {
        int[] rows = material.rows(part);
        int first = Math.max(0, Math.min(from, rows.length));
        int size = material.data().x().size();
        int room = Math.max(1, (1 << 24) / size);
        int shown = Math.max(0, Math.min(Math.min(count, room), rows.length - first));
        int[] chosen = java.util.Arrays.copyOfRange(rows, first, first + shown);
        float[] x = new float[shown * size];
        float[] y = new float[shown];
        for (int i = 0; i < shown; i++) {
            System.arraycopy(material.data().x().sample(chosen[i]), 0, x, i * size, size);
            y[i] = material.truth(chosen[i]);
        }
        return new Report.Samples(chosen, x, y);
    }
}
