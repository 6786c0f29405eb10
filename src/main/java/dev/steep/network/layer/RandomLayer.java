package dev.steep.network.layer;

import dev.steep.tape.Value;

/** A layer that draws random numbers in training, and gives what it is given in prediction. */
public interface RandomLayer extends Layer {
    @Override
    default boolean draws() {
        return true;
    }

    @Override
    default Recorded record(Scope scope, Value x) {
        return scope.training() ? drawn(scope, x) : Recorded.of(x);
    }

    /** Records what it does with x in training. */
    Recorded drawn(Scope scope, Value x);
}
