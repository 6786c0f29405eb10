package dev.steep.network.layer.window;

import static dev.steep.network.layer.Sliding.PADDING;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Sliding;
import dev.steep.tape.Window;
import java.util.Optional;

/** What MaxPooling2D and AveragePooling2D have in common. */
public final class Pooling {
    /** How large the windows are. */
    public static final Knob<Pair> POOL_SIZE = Knob.pair(
            "pool_size", Pair.square(2), 1, Sliding.LARGEST, "How many pixels high and wide the windows are.");

    /** How far windows move. */
    public static final Knob<Optional<Pair>> STRIDES = Knob.pair(
                    "strides",
                    Pair.square(2),
                    1,
                    Sliding.LARGEST,
                    "How many pixels the window moves from one place to the next; as many as it is wide, if not set.")
            .optional();

    private Pooling() {}

    static Outcome fit(Choice choice, Shape input) {
        if (!Sliding.isImage(input)) {
            return Sliding.needsImage(choice.kind().name(), input);
        }
        Window window = window(choice, input);
        if (!Sliding.fits(window)) {
            return Outcome.fails(
                    "A pooling window of " + choice.get(POOL_SIZE) + " pixels does not fit into an image of " + input
                            + ". Pick a smaller pool_size, or remove this layer.",
                    "Remove it");
        }
        return Outcome.fits(window.rows().output(), window.columns().output(), input.length(-1));
    }

    static Window window(Choice choice, Shape input) {
        Pair size = choice.get(POOL_SIZE);
        Pair strides = choice.get(STRIDES).orElse(size);
        return Sliding.window(input, size, strides, Pair.square(1), choice.get(PADDING));
    }
}
