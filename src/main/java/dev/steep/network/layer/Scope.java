package dev.steep.network.layer;

import dev.steep.tape.Tape;
import dev.steep.tape.Value;

/** Where a layer is recorded: on which tape, under what name, with which weights. */
public interface Scope {
    /** Where to record. */
    Tape tape();

    /** Whether this is the tape that trains. */
    boolean training();

    /** Whether training changes this layer; one that is frozen keeps its weights and its state. */
    boolean trainable();

    /** Tells this layer from the others of its network. */
    int number();

    /** Tells the random numbers of this layer from those of the others; the second of a layer, of which 1 is asked, from its first. */
    default int stream(int which) {
        return number() + (which << 16);
    }

    /** The full name of something in this layer: {@code conv2d_1/output}. */
    String name(String what);

    /** The weights, or the state, of this name. */
    Value weights(String name);

    /** A number that may change while training. */
    Value live(String name, double number);

    /** 1 / n, where n counts so many numbers of each sample of the batch: their sum times this is their mean. */
    Value share(int numbers);
}
