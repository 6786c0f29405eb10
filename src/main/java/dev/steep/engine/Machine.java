package dev.steep.engine;

import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.List;

/**
 * One program with its numbers, ready to run. Parameters, states and slots start at zero: write them before the first step.
 * Numbers cross only in bulk.
 */
public interface Machine {
    /** The name of the back end that it belongs to. */
    String backend();

    /** {@link Backend#speed}. */
    double speed();

    /** The pieces of code that a training step was compiled to, as they run; none if this back end compiles nothing. */
    default List<Piece> pieces() {
        return List.of();
    }

    /**
     * Runs whole training steps (forward, backward, update), one for each batch, in order.
     *
     * @param losses receives the mean loss of each batch
     * @param hits receives the number of right predictions of each batch
     */
    void train(Batch[] batches, double[] losses, double[] hits);

    /** Runs one batch of the training tape up to and including a phase, so that its values can be read. */
    void run(Batch batch, Tape.Phase last);

    /** Runs the prediction tape over samples of the supply; at most {@link #predictionRows} of them. */
    void evaluate(Batch batch);

    /**
     * Runs the prediction tape over given samples; loss and hits then mean nothing.
     *
     * @param inputs prepared samples, one after the other
     * @param count how many; at most {@link #predictionRows}
     */
    void predict(float[] inputs, int count);

    /** How many samples one prediction may cover; it then is short enough for messages to wait for it. */
    int predictionRows();

    /**
     * The numbers of a value, rounded to float32; of a batched value, those of the samples of the last run. What a training step
     * computed is read as that step computed it: a back end that did not keep it runs the step once more, with the weights that
     * it began with.
     */
    float[] read(Value value);

    /** Sets a parameter, a state or a slot. */
    void write(Value value, float[] numbers);

    /** The numbers of a parameter, a state or a slot, to the last bit. */
    default Exact exact(Value value) {
        return Exact.of(read(value));
    }

    /** Sets a parameter, a state or a slot to what {@link #exact(Value)} gave, here or in another back end. */
    default void restore(Value value, Exact numbers) {
        write(value, numbers.numbers());
    }

    /** A parameter or a state as the last step of the last {@link #train} found it; nothing else must have run since. */
    Exact before(Value value);
}
