package dev.steep.reference;

import dev.steep.engine.Batch;
import dev.steep.engine.Exact;
import dev.steep.engine.Machine;
import dev.steep.engine.Supply;
import dev.steep.engine.Work;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A program with its numbers as {@code double} arrays, which tests may read and write unrounded. */
public final class ReferenceMachine implements Machine {
    private final Program program;
    private final ValueArrays memory = new ValueArrays();
    private final NoiseTask.Seed seed = new NoiseTask.Seed();
    private final Gathering train;
    private final Gathering predict;
    private final TapeTasks training;
    private final TapeTasks prediction;
    private final double[] loss;
    private final double[] hits;
    /** Parameters and states as the last training step found them. */
    private final Map<Value, double[]> before = new HashMap<>();

    private int trained;
    private int predicted;

    ReferenceMachine(Program program, Supply supply, int batch) {
        this.program = program;
        memory.place(program.training(), batch);
        int rows = rows(program.prediction());
        memory.place(program.prediction(), rows);
        train = new Gathering(program.training(), program.train(), supply, memory, batch);
        predict = new Gathering(program.prediction(), program.predict(), supply, memory, rows);
        training = new TapeTasks(program.training(), memory, seed);
        prediction = new TapeTasks(program.prediction(), memory, seed);
        loss = memory.of(program.train().loss());
        hits = memory.of(program.train().hits());
        for (Value value : program.training().values()) {
            if (keepsBefore(value)) {
                before.put(value, new double[value.size()]);
            }
        }
    }

    /** Whether its numbers before the last step are kept as well. */
    static boolean keepsBefore(Value value) {
        return value.role().lasts() && value.role() != Value.Role.SLOT;
    }

    /** Most samples of a prediction. */
    static int rows(Tape prediction) {
        return Work.predictionRows(prediction, Reference.SPEED);
    }

    @Override
    public double speed() {
        return Reference.SPEED;
    }

    @Override
    public String backend() {
        return Reference.NAME;
    }

    @Override
    public void train(Batch[] batches, double[] losses, double[] hits) {
        for (int i = 0; i < batches.length; i++) {
            if (i == batches.length - 1) {
                before.forEach((weight, kept) -> System.arraycopy(memory.of(weight), 0, kept, 0, kept.length));
            }
            run(batches[i], Tape.Phase.UPDATE);
            losses[i] = loss[0];
            hits[i] = this.hits[0];
        }
    }

    @Override
    public void run(Batch batch, Tape.Phase last) {
        train.gather(batch);
        seed.value = batch.seed();
        trained = batch.count();
        training.run(last, trained);
    }

    @Override
    public void evaluate(Batch batch) {
        predict.gather(batch);
        seed.value = batch.seed();
        predicted = batch.count();
        prediction.run(Tape.Phase.FORWARD, predicted);
    }

    @Override
    public void predict(float[] inputs, int count) {
        predict.given(inputs, count);
        predicted = count;
        prediction.run(Tape.Phase.FORWARD, predicted);
    }

    @Override
    public int predictionRows() {
        return predict.room();
    }

    @Override
    public float[] read(Value value) {
        double[] array = memory.of(value);
        float[] numbers = new float[count(value)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) array[i];
        }
        return numbers;
    }

    @Override
    public void write(Value value, float[] numbers) {
        double[] array = writable(value, numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            array[i] = numbers[i];
        }
    }

    @Override
    public Exact exact(Value value) {
        return Exact.of(unrounded(value));
    }

    @Override
    public void restore(Value value, Exact numbers) {
        if (numbers.unrounded().length > 0) {
            unrounded(value, numbers.unrounded());
        } else {
            write(value, numbers.numbers());
        }
    }

    @Override
    public Exact before(Value value) {
        double[] numbers = before.get(value);
        if (numbers == null) {
            throw new IllegalArgumentException(value + " is no weight of a training that was done.");
        }
        return Exact.of(numbers.clone());
    }

    /** The numbers of a value as they are, a copy; of a batched value, those of the samples of the last run. */
    public double[] unrounded(Value value) {
        return Arrays.copyOf(memory.of(value), count(value));
    }

    /** Sets a parameter, a state or a slot. */
    public void unrounded(Value value, double[] numbers) {
        System.arraycopy(numbers, 0, writable(value, numbers.length), 0, numbers.length);
    }

    private double[] writable(Value value, int numbers) {
        if (!value.role().lasts()) {
            throw new IllegalArgumentException("Only what outlives a batch can be written, not " + value + ".");
        }
        if (numbers != value.size()) {
            throw new IllegalArgumentException(numbers + " numbers are not " + value + ".");
        }
        return memory.of(value);
    }

    private int count(Value value) {
        boolean inTraining =
                program.training().value(value.name()).filter(value::equals).isPresent();
        return ValueArrays.count(value, inTraining ? trained : predicted);
    }
}
