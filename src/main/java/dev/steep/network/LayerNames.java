package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.ItemNames;
import dev.steep.catalog.Remarks;
import dev.steep.network.layer.LayerOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names of layers: as Keras gives them, {@code conv2d}, {@code conv2d_1}, {@code max_pooling2d}, or as a learner says. Once
 * given, a name stays with its layer wherever it is moved. A layer that has none gets the first of its kind's that no layer
 * before it has, and that nobody has asked for; where that is its name anyway, links need not write it.
 */
public final class LayerNames implements ItemNames {
    /** Names of tensors that belong to no layer. */
    private static final List<String> RESERVED = List.of("input", "target", "loss", "hits", "penalty");

    @Override
    public List<String> of(List<Choice> layers) {
        return given(layers, new Remarks()).stream().map(LayerNames::name).toList();
    }

    @Override
    public List<Choice> given(List<Choice> layers, Remarks remarks) {
        Set<String> asked = new HashSet<>();
        List<Boolean> keeps = new ArrayList<>();
        for (Choice layer : layers) {
            String name = name(layer);
            keeps.add(!name.isEmpty() && !RESERVED.contains(name) && asked.add(name));
        }
        Set<String> used = new HashSet<>(asked);
        List<Choice> named = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            Choice layer = layers.get(i);
            String name = keeps.get(i) ? name(layer) : free(layer, used);
            used.add(name);
            named.add(layer.with(LayerOptions.NAME, name));
            if (!keeps.get(i) && !name(layer).isEmpty()) {
                String quoted = Remarks.quote(name(layer));
                remarks.add(
                        Remarks.Treatment.REPLACED,
                        "the name " + quoted + " (" + name + " is used)",
                        taken(name(layer), RESERVED.contains(name(layer))) + " Using " + name + ".");
            }
        }
        return List.copyOf(named);
    }

    @Override
    public List<Choice> bare(List<Choice> layers) {
        Set<String> before = new HashSet<>();
        List<Choice> bare = new ArrayList<>();
        for (Choice layer : layers) {
            String name = name(layer);
            bare.add(name.equals(free(layer, before)) ? layer.with(LayerOptions.NAME, "") : layer);
            before.add(name);
        }
        return bare;
    }

    /** Why this cannot be the name of the layer at this place, if it cannot. */
    public static Optional<String> complaint(List<Choice> layers, int place, String name) {
        Optional<String> rule = ((Domain.Name) LayerOptions.NAME.domain()).complaint(name);
        if (rule.isPresent()) {
            return Optional.of("A name is " + rule.get() + ".");
        }
        boolean reserved = RESERVED.contains(name);
        for (int i = 0; i < layers.size() && !reserved; i++) {
            if (i != place && name(layers.get(i)).equals(name)) {
                return Optional.of(taken(name, false) + " Each layer needs a name of its own.");
            }
        }
        return reserved ? Optional.of(taken(name, true)) : Optional.empty();
    }

    private static String taken(String name, boolean reserved) {
        return reserved
                ? Remarks.quote(name)
                        + " is what the network itself calls one of its numbers, so no layer can have that name."
                : "Another layer is called " + Remarks.quote(name) + " already.";
    }

    /** A layer's name; empty if it has none yet. */
    public static String name(Choice layer) {
        return layer.get(LayerOptions.NAME);
    }

    /** The first name of a layer's kind that is not in use. */
    private static String free(Choice layer, Set<String> used) {
        String base = snake(layer.kind().name());
        String name = base;
        for (int i = 1; used.contains(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    /** An underscore before each capital that follows a small letter, or that a small letter follows. */
    private static String snake(String kind) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < kind.length(); i++) {
            boolean capital = isCapital(kind.charAt(i));
            if (capital && i > 0 && (isSmall(kind, i - 1) || isSmall(kind, i + 1))) {
                name.append('_');
            }
            name.append(capital ? (char) (kind.charAt(i) - 'A' + 'a') : kind.charAt(i));
        }
        return name.toString();
    }

    private static boolean isSmall(String kind, int place) {
        return place < kind.length() && kind.charAt(place) >= 'a' && kind.charAt(place) <= 'z';
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}
