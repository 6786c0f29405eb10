package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.activation.Activation;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.List;
import java.util.Optional;

/** One layer of a network, as picked. Apart from {@link #fit}, its methods expect an input that fits. */
public interface Layer {
    /** What was picked. */
    Choice choice();

    /** What shape it makes of an input, or why that cannot be. */
    Outcome fit(Shape input);

    /** What it keeps from step to step: weights that follow their gradients, and moving means. */
    default List<Weights> weights(Shape input) {
        return List.of();
    }

    /** How many multiplications, each with an addition, one sample costs. */
    default long multiplyAdds(Shape input) {
        return 0;
    }

    /** The window that it slides over an image, if it does. */
    default Optional<Window> window(Shape input) {
        return Optional.empty();
    }

    /** The activation that its numbers go through last. */
    default Choice activation() {
        return Activation.LINEAR.kind().choice();
    }

    /** Records what it does with x. */
    Recorded record(Scope scope, Value x);
}
