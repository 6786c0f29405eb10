package dev.steep.engine;

import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.network.Model;
import dev.steep.network.metric.Measure;
import dev.steep.tape.Program;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Looks at some rows with the present weights, a few at a time, so that a large part of a data set does not hold up
 * messages. The sums run over the samples in order, so the size of the pieces changes no bit.
 */
public final class Evaluation {
    /** Numbers that are kept at the most: 16 MB. */
    private static final long MOST_KEPT = 1 << 22;

    private final Supplier<Machine> machines;
    private final Supplier<Model> model;
    private final Target target;
    private final Target measured;
    private final Rescaling answers;
    private final Measuring measuring;
    private final int[] rows;
    private final int classes;
    private final int[] confusion;
    private final float[] said;
    private final float[] sure;
    private final float[] loss;
    private boolean keeps;
    private Optional<float[]> outputs = Optional.empty();
    private int done;
    private double penalty;
    private Optional<ZeroUnits> zeros = Optional.empty();

    /**
     * Of these rows.
     *
     * @param machines the present one: layers may be frozen meanwhile
     * @param model the present one: strengths of penalties may change meanwhile
     * @param target what the data set says
     * @param measured what metrics compare with: the same, or 0 and 1 for two classes
     * @param answers how numbers were rescaled that the machine was taught
     * @param measures what to measure
     */
    Evaluation(
            Supplier<Machine> machines,
            Supplier<Model> model,
            Target target,
            Target measured,
            Rescaling answers,
            List<Measure> measures,
            int[] rows) {
        this.machines = machines;
        this.model = model;
        this.target = target;
        this.measured = measured;
        this.answers = answers;
        measuring = new Measuring(measures);
        this.rows = rows;
        classes = target instanceof Target.Classes known ? known.names().size() : 0;
        confusion = new int[classes * classes];
        said = new float[rows.length];
        sure = new float[rows.length];
        loss = new float[rows.length];
    }

    /** Also counts, from now on, which units are 0 for every sample. */
    public ZeroUnits counting(List<Value> outputs) {
        ZeroUnits counted = new ZeroUnits(outputs);
        zeros = Optional.of(counted);
        return counted;
    }

    /** Also keeps, from the first row on, all that the network says, if that is not too much. */
    public void keeping() {
        keeps = true;
    }

    /** How many numbers are kept of each row; 0 if none are. */
    public int width() {
        return rows.length == 0
                ? 0
                : outputs.map(each -> each.length / rows.length).orElse(0);
    }

    /** One of the numbers that are kept of the i-th row. */
    public float output(int i, int number) {
        return outputs.orElseThrow()[i * width() + number];
    }

    /** Goes on until this time, at least one piece; returns whether all rows have been seen. */
    public boolean advance(DoubleSupplier clock, double until) {
        return advance(rows.length, () -> clock.getAsDouble() >= until);
    }

    /** Goes on until so many rows have been seen, or the slice is over, at least one piece; returns whether they have. */
    public boolean advance(int to, BooleanSupplier over) {
        while (done < to) {
            piece(Math.min(machines.get().predictionRows(), to - done));
            if (over.getAsBoolean()) {
                break;
            }
        }
        return done >= to;
    }

    /** The class, or first number, that the network says of the i-th row, once it has been seen. */
    public float said(int i) {
        return said[i];
    }

    /** How sure it is of that class; NaN of a number. */
    public float sure(int i) {
        return sure[i];
    }

    /** The loss of the i-th row, without penalties. */
    public float loss(int i) {
        return loss[i];
    }

    /** What came of it so far. */
    public Score score() {
        if (done == 0) {
            return Score.NONE;
        }
        Values values = measuring.values();
        values.numbers()[0] += penalty;
        return new Score(done, values, confusion.clone());
    }

    private void piece(int count) {
        Machine machine = machines.get();
        Program program = model.get().program();
        machine.evaluate(new Batch(rows, done, count, 0, model.get().scalars(program.prediction(), 1, count)));
        zeros.ifPresent(each -> each.look(machine));
        float[] losses = machine.read(program.predict().loss());
        float[] right = machine.read(program.predict().hits());
        float[] said = answers.undone(machine.read(program.predict().output()));
        int width = said.length / count;
        if (done == 0 && keeps && (long) rows.length * width <= MOST_KEPT) {
            outputs = Optional.of(new float[rows.length * width]);
        }
        outputs.ifPresent(kept -> System.arraycopy(said, 0, kept, done * width, said.length));
        penalty =
                program.penalty().map(value -> (double) machine.read(value)[0]).orElse(0.0);
        for (int i = 0; i < count; i++) {
            measuring.losses(losses[i], right[i], 1);
            loss[done + i] = losses[i];
            answer(said, i, width);
        }
        if (measuring.looks()) {
            measuring.predictions(said, measured, rows, done, count);
        }
        done += count;
    }

    private void answer(float[] numbers, int sample, int width) {
        int at = done + sample;
        if (target instanceof Target.Classes known) {
            int chosen = chosen(numbers, sample, width);
            float share = numbers[sample * width + (width == 1 ? 0 : chosen)];
            said[at] = chosen;
            sure[at] = width == 1 && chosen == 0 ? 1 - share : share;
            confusion[known.index()[rows[at]] * classes + chosen]++;
        } else {
            said[at] = numbers[sample * width];
            sure[at] = Float.NaN;
        }
    }

    /**
     * The class that outputs name: the first of the largest, or the second of two if a single one exceeds 0.5.
     *
     * @param outputs of some samples, one after the other
     * @param sample which of them
     * @param width numbers per sample
     */
    public static int chosen(float[] outputs, int sample, int width) {
        int from = sample * width;
        if (width == 1) {
            return outputs[from] > 0.5f ? 1 : 0;
        }
        int best = 0;
        for (int i = 1; i < width; i++) {
            if (outputs[from + i] > outputs[from + best]) {
                best = i;
            }
        }
        return best;
    }
}
