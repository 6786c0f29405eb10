package dev.steep.network.layer;

import dev.steep.tape.Tape;
import dev.steep.tape.Value;

/** Where a layer is recorded: on which tape, under what name, with which weights. */
public interface Scope {
    /** Where to record. */
    Tape tape();

    /** Whether this is the tape that trains. */
    boolean training();

    /** Tells this layer from the others of its network. */
    int number();

    /** The full name of something in this layer: {@code conv2d_1/output}. */
    String name(String what);

    /** The weights of this name. */
    Value weights(String name);

    /** A number that may change while training. */
    Value live(String name, double number);
}
