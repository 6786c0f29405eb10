package dev.steep.ui.network;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.Layers;
import dev.steep.network.Wiring;
import dev.steep.network.layer.LayerOptions;
import dev.steep.protocol.LayerFacts;
import dev.steep.protocol.Report;
import dev.steep.ui.state.Lab;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Changes to the row of layers. The selection follows its layer. */
final class LayerEdits {
    private final Lab lab;

    LayerEdits(Lab lab) {
        this.lab = lab;
    }

    /** Puts a new layer at a place, or at the end of a network that has become shorter meanwhile, and selects it. */
    void add(int wanted, Choice layer) {
        List<Choice> layers = new ArrayList<>(lab.recipe().layers());
        int place = Math.min(wanted, layers.size());
        layers.add(place, shortcut(layer, place));
        lab.change(lab.recipe().withLayers(layers));
        lab.select(Optional.of(place));
    }

    /** Puts a new layer before the last one, or at the nearest place before it where it can take what it is given. Returns where. */
    int addWhereItFits(Choice layer) {
        int end = Math.max(0, lab.recipe().layers().size() - 1);
        int place = end;
        while (place > 0 && !fits(layer, place)) {
            place--;
        }
        place = fits(layer, place) ? place : end;
        add(place, layer);
        return place;
    }

    private boolean fits(Choice layer, int place) {
        return lab.facts()
                .map(opened -> place == 0
                        ? opened.data().inputShape()
                        : place <= opened.layers().size()
                                ? opened.layers().get(place - 1).shape()
                                : new int[0])
                .filter(shape -> shape.length > 0)
                .map(shape -> Layers.of(layer).takes(Shape.of(shape)))
                .orElse(false);
    }

    /** A layer that takes the outputs of others takes the nearest that fits: one that gives what the layer before it gives. */
    private Choice shortcut(Choice layer, int place) {
        List<LayerFacts> facts = lab.facts().map(Report.Opened::layers).orElse(List.of());
        if (layer.kind().knob(LayerOptions.FROM.name()).isEmpty() || place == 0 || place > facts.size()) {
            return layer;
        }
        int[] shape = facts.get(place - 1).shape();
        for (int i = place - 2; i >= 0; i--) {
            if (Arrays.equals(facts.get(i).shape(), shape)) {
                return layer.with(LayerOptions.FROM, List.of(facts.get(i).name()));
            }
        }
        int[] input = lab.facts().map(opened -> opened.data().inputShape()).orElse(new int[0]);
        return Arrays.equals(input, shape) ? layer.with(LayerOptions.FROM, List.of(Wiring.INPUT)) : layer;
    }

    /** Removes a layer; one that a quick second click means is gone already. */
    void remove(int place) {
        remove(List.of(place));
    }

    /** Removes several, in one edit. */
    void remove(List<Integer> places) {
        List<Choice> all = lab.recipe().layers();
        List<Choice> rest = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!places.contains(i)) {
                rest.add(all.get(i));
            }
        }
        lab.select(lab.selection()
                .filter(selected -> !places.contains(selected))
                .map(selected -> selected
                        - (int) places.stream().filter(each -> each < selected).count()));
        lab.change(lab.recipe().withLayers(rest));
    }

    /** Puts layers at a place, with names that are free there, and selects the first. */
    void insert(int wanted, List<Choice> coming) {
        List<Choice> layers = new ArrayList<>(lab.recipe().layers());
        int place = Math.min(wanted, layers.size());
        layers.addAll(place, Wiring.apart(coming, layers));
        lab.change(lab.recipe().withLayers(layers));
        lab.select(Optional.of(place));
    }

    /**
     * Moves layers, side by side then, in one edit.
     *
     * @param places of the layers, rising
     * @param gap before which layer they are to stand, by the places before the move
     * @return where the first of them stands
     */
    int move(List<Integer> places, int gap) {
        List<Choice> all = lab.recipe().layers();
        List<Choice> moved = new ArrayList<>();
        List<Choice> layers = new ArrayList<>();
        int to = 0;
        for (int i = 0; i < all.size(); i++) {
            boolean moves = places.contains(i);
            (moves ? moved : layers).add(all.get(i));
            to += !moves && i < gap ? 1 : 0;
        }
        layers.addAll(to, moved);
        lab.change(lab.recipe().withLayers(layers));
        return to;
    }

    /** Gives a layer another name; its weights stay. */
    void rename(int place, String name) {
        List<Choice> layers = new ArrayList<>(lab.recipe().layers());
        if (place < layers.size()) {
            lab.change(lab.recipe().withLayers(Wiring.renamed(layers, place, name)));
        }
    }

    /** Swaps a layer with the next one. The selection follows its layer. */
    void swap(int place) {
        if (place < 0 || place + 1 >= lab.recipe().layers().size()) {
            return;
        }
        Optional<Integer> selection = lab.selection();
        move(List.of(place), place + 2);
        lab.select(selection.map(selected -> selected == place ? place + 1 : selected == place + 1 ? place : selected));
    }
}
