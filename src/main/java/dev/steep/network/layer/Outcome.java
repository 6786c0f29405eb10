package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import java.util.List;
import java.util.Optional;

/** What becomes of a layer's input: an output of some shape, or a problem. */
public sealed interface Outcome {
    /** It fits. */
    record Fits(Shape output) implements Outcome {}

    /**
     * It does not fit.
     *
     * @param sentence what is wrong, and what to do about it
     * @param offer a repair, if there is an obvious one
     */
    record Fails(String sentence, Optional<Offer> offer) implements Outcome {}

    /**
     * A repair that takes one click.
     *
     * @param text what it does, in a few words
     * @param instead the layers that should stand in this layer's place
     */
    record Offer(String text, List<Choice> instead) {}

    /** An output of this shape. */
    static Outcome fits(int... lengths) {
        return new Fits(Shape.of(lengths));
    }

    /** A problem without an obvious repair. */
    static Outcome fails(String sentence) {
        return new Fails(sentence, Optional.empty());
    }

    /** A problem, and the layers that would stand here without it. */
    static Outcome fails(String sentence, String offer, Choice... instead) {
        return new Fails(sentence, Optional.of(new Offer(offer, List.of(instead))));
    }
}
