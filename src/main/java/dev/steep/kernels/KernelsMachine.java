package dev.steep.kernels;

import dev.steep.engine.Batch;
import dev.steep.engine.Exact;
import dev.steep.engine.Machine;
import dev.steep.engine.Piece;
import dev.steep.kernels.host.Host;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;

/** A compiled program in its module. Nothing is computed here: batches go in, numbers come out. */
final class KernelsMachine implements Machine {
    /** In words of four bytes. */
    private static final int OUTCOME = Placement.OUTCOME / 4;

    private final Compiler compiled;
    private final Program program;
    private final Host.Instance module;
    private final BatchEncoding training;
    private final BatchEncoding prediction;

    /** The last batch that was trained on, while only what training needs of its numbers has been kept. */
    private Optional<Batch> unread = Optional.empty();

    /** Whether the last prediction kept its answers only. */
    private boolean unseen;

    private int trained;
    private int predicted;

    KernelsMachine(Host host, Compiler compiled) {
        this.compiled = compiled;
        program = compiled.program;
        training = orders(program.training(), compiled.batch);
        prediction = orders(program.prediction(), compiled.places.predicted);
        module = host.instantiate(compiled.module);
        reserve();
        compiled.places.supply.fill(module);
    }

    /** Memory that a browser does not give to this module it will not give to another back end, which takes twice as much. */
    private void reserve() {
        try {
            module.call("reserve", compiled.places.memory.pages());
        } catch (IllegalStateException refused) {
            throw new OutOfMemoryError(
                    "This browser does not give the " + (compiled.places.memory.bytes() >> 20) + " MB that it takes.");
        }
    }

    private BatchEncoding orders(Tape tape, int room) {
        return new BatchEncoding(compiled.places.headers, tape.scalars().size(), room);
    }

    @Override
    public double speed() {
        return Kernels.SPEED;
    }

    @Override
    public String backend() {
        return Kernels.NAME;
    }

    @Override
    public List<Piece> pieces() {
        return List.copyOf(compiled.pieces);
    }

    @Override
    public void train(Batch[] batches, double[] losses, double[] hits) {
        for (int from = 0; from < batches.length; from += Placement.MOST_BATCHES) {
            int count = Math.min(Placement.MOST_BATCHES, batches.length - from);
            float[] outcomes = module.exchange(
                    compiled.places.headers,
                    training.of(batches, from, count),
                    "train",
                    compiled.places.headers,
                    count,
                    compiled.places.outcomes,
                    count * OUTCOME);
            for (int i = 0; i < count; i++) {
                losses[from + i] = outcomes[i * OUTCOME + Compiler.LOSS / 4];
                hits[from + i] = outcomes[i * OUTCOME + Compiler.HITS / 4];
            }
            trained = batches[from + count - 1].count();
            unread = Optional.of(batches[from + count - 1]);
        }
    }

    @Override
    public void run(Batch batch, Tape.Phase last) {
        module.write(compiled.places.headers, training.of(new Batch[] {batch}, 0, 1));
        trained = batch.count();
        unread = Optional.empty();
        module.call("run", compiled.places.headers, last.ordinal());
    }

    @Override
    public void evaluate(Batch batch) {
        module.write(compiled.places.headers, prediction.of(new Batch[] {batch}, 0, 1));
        predicted = batch.count();
        unseen = true;
        module.call("evaluate", compiled.places.headers);
    }

    @Override
    public void predict(float[] inputs, int count) {
        prediction.fitting(count);
        Value input = program.predict().input();
        float[] used = inputs;
        if (inputs.length != count * input.size()) {
            used = new float[count * input.size()];
            System.arraycopy(inputs, 0, used, 0, used.length);
        }
        module.write(compiled.places.memory.of(input), used);
        predicted = count;
        unseen = true;
        module.call("predict", count);
    }

    @Override
    public int predictionRows() {
        return compiled.places.predicted;
    }

    @Override
    public float[] read(Value value) {
        boolean inTraining =
                program.training().value(value.name()).filter(value::equals).isPresent();
        int samples = inTraining ? trained : predicted;
        if (!isLasting(value)) {
            compute(value, inTraining);
        }
        return plain(value, compiled.places.memory.of(value), value.batched() ? samples * value.size() : value.size());
    }

    @Override
    public Exact before(Value value) {
        int offset = compiled.places.memory.of(value) - (int) compiled.places.weights;
        if (offset < 0 || offset >= compiled.places.weightBytes) {
            throw new IllegalArgumentException(value + " is no weight.");
        }
        return Exact.of(plain(value, compiled.places.earlier + offset, value.size()));
    }

    /** Numbers in the order that others know. */
    private float[] plain(Value value, int place, int count) {
        float[] numbers = module.floats(place, count);
        return compiled.places.memory.isPanelled(value)
                ? compiled.places.memory.matrix(value).plain(numbers)
                : numbers;
    }

    @Override
    public void write(Value value, float[] numbers) {
        if (!value.role().lasts()) {
            throw new IllegalArgumentException("Only what outlives a batch can be written, not " + value + ".");
        }
        if (numbers.length != value.size()) {
            throw new IllegalArgumentException(numbers.length + " numbers are not " + value + ".");
        }
        module.write(
                compiled.places.memory.of(value),
                compiled.places.memory.isPanelled(value)
                        ? compiled.places.memory.matrix(value).ordered(numbers)
                        : numbers);
    }

    /** Makes sure that a value is in memory. */
    private void compute(Value value, boolean inTraining) {
        if (inTraining) {
            unread.filter(batch -> !Compiler.outcome(program).contains(value)).ifPresent(batch -> {
                module.write(compiled.places.headers, training.of(new Batch[] {batch}, 0, 1));
                module.call("replay", compiled.places.headers);
                unread = Optional.empty();
            });
        } else if (unseen && !Compiler.answers(program).contains(value)) {
            module.call("look", predicted);
            unseen = false;
        }
    }

    private static boolean isLasting(Value value) {
        return value.role().lasts() || value.role() == Value.Role.SCALAR;
    }
}
