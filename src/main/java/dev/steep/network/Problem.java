package dev.steep.network;

import dev.steep.catalog.Choice;
import java.util.List;
import java.util.Optional;

/**
 * Something that is wrong with a design.
 *
 * @param layer the layer's place from 0, or {@link #WHOLE}
 * @param stops whether no model can be built; otherwise it can, but will hardly do what is hoped for
 * @param sentence what is wrong, and what to do about it
 * @param fix a repair, if there is an obvious one
 */
public record Problem(int layer, boolean stops, String sentence, Optional<Fix> fix) {
    /** In place of a layer: the problem is with the design as a whole. */
    public static final int WHOLE = -1;

    /**
     * A repair that takes one click.
     *
     * @param offer what it does, in a few words
     * @param layers the repaired layers
     * @param loss the repaired loss
     */
    public record Fix(String offer, List<Choice> layers, Choice loss) {
        public Fix {
            layers = List.copyOf(layers);
        }
    }
}
