package dev.steep.contract;

import dev.steep.engine.Batch;
import dev.steep.engine.Epoch;
import dev.steep.engine.Machine;
import dev.steep.engine.Trainer;
import dev.steep.network.Model;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.stream.IntStream;

/**
 * All numbers of a model in training, as one line of text for each tensor: its name, how many numbers it has, and a hash of
 * their bits. Two texts are equal only if every bit is.
 */
final class Numbers {
    private static final int OFFSET = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    private final StringBuilder text = new StringBuilder();

    /**
     * Of every tensor of both tapes (weights, what the optimizer remembers, masks, outputs, gradients, predictions), of the
     * losses of all steps, and of what each epoch came to.
     *
     * @param rows how many samples of the supply to predict from
     */
    static String of(Trainer trainer, int rows) {
        Numbers numbers = new Numbers();
        Model model = trainer.model();
        Machine machine = trainer.machine();
        numbers.add("step losses", trainer.losses());
        for (Epoch epoch : trainer.history()) {
            numbers.add(
                    "epoch " + epoch.number() + " at " + epoch.step() + " with confusion "
                            + IntStream.of(epoch.validation().confusion())
                                    .boxed()
                                    .toList(),
                    epoch.loss(),
                    epoch.accuracy(),
                    epoch.validation().loss(),
                    epoch.validation().accuracy());
        }
        numbers.add(machine, "training", model.program().training());
        Tape prediction = model.program().prediction();
        int count = Math.min(rows, machine.predictionRows());
        machine.evaluate(
                new Batch(IntStream.range(0, count).toArray(), 0, count, 0, model.scalars(prediction, 1, count)));
        numbers.add(machine, "prediction", prediction);
        return numbers.text.toString();
    }

    private void add(Machine machine, String tape, Tape values) {
        for (Value value : values.values()) {
            if (!values.passesBy(value)) {
                add(tape + ": " + value.role() + " " + value.name(), machine.read(value));
            }
        }
    }

    private void add(String name, float[] numbers) {
        int hash = OFFSET;
        for (float number : numbers) {
            hash = mixed(hash, Float.floatToIntBits(number));
        }
        line(name, numbers.length, hash);
    }

    private void add(String name, double... numbers) {
        int hash = OFFSET;
        for (double number : numbers) {
            long bits = Double.doubleToLongBits(number);
            hash = mixed(mixed(hash, (int) bits), (int) (bits >>> 32));
        }
        line(name, numbers.length, hash);
    }

    private void line(String name, int count, int hash) {
        text.append(name)
                .append(", ")
                .append(count)
                .append(", ")
                .append(Integer.toHexString(hash))
                .append('\n');
    }

    /** FNV-1a over the four bytes of a number, lowest first. */
    private static int mixed(int hash, int bits) {
        int mixed = hash;
        for (int shift = 0; shift < 32; shift += 8) {
            mixed = (mixed ^ (bits >>> shift & 0xFF)) * PRIME;
        }
        return mixed;
    }
}
