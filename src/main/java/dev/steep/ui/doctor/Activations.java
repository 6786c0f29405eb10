package dev.steep.ui.doctor;

import dev.steep.catalog.Choice;
import dev.steep.network.Layers;
import dev.steep.network.activation.Activation;
import dev.steep.network.layer.Layer;
import dev.steep.recipe.Recipe;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Other activations for the layers of a recipe. */
final class Activations {
    private Activations() {}

    /** The word for a layer's activation, such as {@code relu}. */
    static String of(Choice layer) {
        return Layers.of(layer).activation().kind().name();
    }

    /** Whether its slope is all but 0 far from 0, on both sides. */
    static boolean flattens(Choice layer) {
        String name = of(layer);
        return name.equals("sigmoid") || name.equals("tanh");
    }

    /** Another activation in these layers; none if one of them has no such knob. */
    static Optional<Recipe> with(Recipe recipe, Collection<Integer> places, String word) {
        Choice other = Activation.kinds().stream()
                .filter(each -> each.name().equals(word))
                .findFirst()
                .orElseThrow()
                .choice();
        List<Choice> layers = new ArrayList<>(recipe.layers());
        for (int place : places) {
            Layer layer = Layers.of(layers.get(place));
            if (layer.activationKnob().isEmpty()) {
                return Optional.empty();
            }
            layers.set(place, layers.get(place).with(layer.activationKnob().get(), other));
        }
        return places.isEmpty() ? Optional.empty() : Optional.of(recipe.withLayers(layers));
    }
}
