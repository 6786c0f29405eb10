package dev.steep.network.formula;

import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers that a model is given anew before each batch. Whatever may change while training (learning rate, dropout
 * rate, strength of a penalty) is one of these, so that a change leaves the tapes as they are.
 */
public final class Scalars {
    private final Map<String, Scalar> byName = new HashMap<>();

    /** The tape's value of this name, which will be set to this number. */
    public Value on(Tape tape, String name, Scalar number) {
        byName.put(name, number);
        return tape.scalar(name);
    }

    /** The numbers of a tape, in its order. */
    public List<Scalar> of(Tape tape) {
        return tape.scalars().stream().map(value -> byName.get(value.name())).toList();
    }
}
