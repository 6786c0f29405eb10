package dev.steep.kernels;

import dev.steep.engine.Batch;
import dev.steep.engine.Machine;
import dev.steep.engine.Piece;
import dev.steep.tape.Program;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;

/** A compiled program in its module. Nothing is computed here: batches go in, numbers come out. */
final class KernelsMachine implements Machine {
    private final Compiler compiled;
    private final Program program;
    private final Host.Instance module;
    private final int trainingScalars;
    private final int predictionScalars;
    /** The last batch that was trained on, while only what training needs of its numbers has been kept. */
    private Optional<Batch> unread = Optional.empty();

    /** Whether the last prediction kept its answers only. */
    private boolean unseen;

    private int trained;
    private int predicted;

    KernelsMachine(Host host, Compiler compiled) {
        this.compiled = compiled;
        program = compiled.program;
        trainingScalars = program.training().scalars().size();
        predictionScalars = program.prediction().scalars().size();
        module = host.instantiate(compiled.module);
        module.call("reserve", compiled.memory.pages());
        compiled.supply.fill(module);
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
        for (int from = 0; from < batches.length; from += Compiler.MOST_BATCHES) {
            int count = Math.min(Compiler.MOST_BATCHES, batches.length - from);
            int[] said = described(batches, from, count, trainingScalars, compiled.batch);
            int words = Compiler.HEADER / 4;
            float[] headers = module.exchange(
                    compiled.headers, said, "train", compiled.headers, count, compiled.headers, count * words);
            for (int i = 0; i < count; i++) {
                losses[from + i] = headers[i * words + Compiler.LOSS / 4];
                hits[from + i] = headers[i * words + Compiler.HITS / 4];
            }
            trained = batches[from + count - 1].count();
            unread = Optional.of(batches[from + count - 1]);
        }
    }

    @Override
    public void run(Batch batch, Tape.Phase last) {
        describe(batch, trainingScalars, compiled.batch);
        trained = batch.count();
        unread = Optional.empty();
        module.call("run", compiled.headers, last.ordinal());
    }

    @Override
    public void evaluate(Batch batch) {
        describe(batch, predictionScalars, compiled.predicted);
        predicted = batch.count();
        unseen = true;
        module.call("evaluate", compiled.headers);
    }

    @Override
    public void predict(float[] inputs, int count) {
        fits(count, compiled.predicted);
        Value input = program.predict().input();
        float[] used = inputs;
        if (inputs.length != count * input.size()) {
            used = new float[count * input.size()];
            System.arraycopy(inputs, 0, used, 0, used.length);
        }
        module.write(compiled.memory.of(input), used);
        predicted = count;
        unseen = true;
        module.call("predict", count);
    }

    @Override
    public int predictionRows() {
        return compiled.predicted;
    }

    @Override
    public float[] read(Value value) {
        boolean inTraining =
                program.training().value(value.name()).filter(value::equals).isPresent();
        int samples = inTraining ? trained : predicted;
        if (!isLasting(value)) {
            compute(value, inTraining);
        }
        float[] numbers =
                module.floats(compiled.memory.of(value), value.batched() ? samples * value.size() : value.size());
        return compiled.memory.isPanelled(value) ? compiled.memory.matrix(value).plain(numbers) : numbers;
    }

    @Override
    public void write(Value value, float[] numbers) {
        switch (value.role()) {
            case PARAMETER, SLOT -> {
                if (numbers.length != value.size()) {
                    throw new IllegalArgumentException(numbers.length + " numbers are not " + value + ".");
                }
                module.write(
                        compiled.memory.of(value),
                        compiled.memory.isPanelled(value)
                                ? compiled.memory.matrix(value).ordered(numbers)
                                : numbers);
            }
            case INPUT, SCALAR, RESULT, GRADIENT ->
                throw new IllegalArgumentException("Only parameters and slots can be written, not " + value + ".");
        }
    }

    /** Makes sure that a value is in memory. */
    private void compute(Value value, boolean inTraining) {
        if (inTraining) {
            unread.ifPresent(batch -> run(batch, Tape.Phase.BACKWARD));
        } else if (unseen && !Compiler.answers(program).contains(value)) {
            module.call("look", predicted);
            unseen = false;
        }
    }

    private static boolean isLasting(Value value) {
        return switch (value.role()) {
            case PARAMETER, SLOT, SCALAR -> true;
            case INPUT, RESULT, GRADIENT -> false;
        };
    }

    /** Writes what a batch says to where the module looks for it. */
    private void describe(Batch batch, int scalars, int room) {
        module.write(compiled.headers, described(new Batch[] {batch}, 0, 1, scalars, room));
    }

    /** What batches say, as the module reads it: a header for each, the scalars of each, the rows of each. */
    private int[] described(Batch[] batches, int from, int count, int scalars, int room) {
        int total = 0;
        for (int i = from; i < from + count; i++) {
            fits(batches[i].count(), room);
            if (batches[i].scalars().length != scalars) {
                throw new IllegalArgumentException(
                        "The batch sets " + batches[i].scalars().length + " scalars, the tape has " + scalars + ".");
            }
            total += batches[i].count();
        }
        int header = 0;
        int scalar = count * Compiler.HEADER / 4;
        int row = scalar + count * scalars * MemoryPlan.SCALAR_BYTES / 4;
        int[] said = new int[row + total];
        for (int i = from; i < from + count; i++) {
            Batch batch = batches[i];
            said[header + Compiler.ROWS / 4] = compiled.headers + 4 * row;
            said[header + Compiler.COUNT / 4] = batch.count();
            said[header + Compiler.SEED / 4] = batch.seed();
            said[header + Compiler.SCALARS / 4] = compiled.headers + 4 * scalar;
            header += Compiler.HEADER / 4;
            for (double number : batch.scalars()) {
                float rounded = (float) number;
                said[scalar++] = Float.floatToRawIntBits(rounded);
                said[scalar++] = Float.floatToRawIntBits((float) (number - rounded));
            }
            System.arraycopy(batch.rows(), batch.from(), said, row, batch.count());
            row += batch.count();
        }
        return said;
    }

    private static void fits(int count, int room) {
        if (count < 1 || count > room) {
            throw new IllegalArgumentException(count + " samples, but there is room for 1 to " + room + ".");
        }
    }
}
