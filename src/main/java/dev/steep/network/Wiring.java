package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Remarks;
import dev.steep.network.layer.LayerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which layers read which. Each reads the one before it; some name others besides, which must stand before them. What is
 * wrong with a name is said, with a repair.
 */
public final class Wiring {
    /** What layers call the network's own input. */
    public static final String INPUT = "input";

    private final Design design;
    private final List<String> names;

    Wiring(Design design, List<String> names) {
        this.design = design;
        this.names = names;
    }

    /** The places that the layer at this place reads, as far as it names layers before it. */
    List<Integer> inputs(int place) {
        List<Integer> inputs = new ArrayList<>();
        inputs.add(place - 1);
        for (String name : Layers.of(layer(place)).from()) {
            int at = names.indexOf(name);
            if (name.equals(INPUT)) {
                inputs.add(PlannedLayer.INPUT);
            } else if (at >= 0 && at < place) {
                inputs.add(at);
            }
        }
        return inputs;
    }

    /** What is wrong with the names that a layer gives, if anything is. */
    Optional<Problem> problem(int place) {
        String mine = names.get(place);
        for (String name : Layers.of(layer(place)).from()) {
            int at = names.indexOf(name);
            if (name.equals(INPUT) || at >= 0 && at < place) {
                continue;
            }
            if (at > place) {
                List<Choice> moved = new ArrayList<>(design.layers());
                moved.add(at, moved.remove(place));
                return Optional.of(problem(
                        place,
                        mine + " takes the output of " + name + ", which stands behind it and has no output yet. Move "
                                + mine + " behind " + name + ", or choose another layer.",
                        "Move " + mine + " behind " + name,
                        moved));
            }
            String what = at == place
                    ? mine + " cannot take its own output."
                    : mine + " takes the output of \"" + name + "\", but there is no such layer.";
            List<Choice> without = without(place, name);
            boolean removed = without.size() < names.size();
            return Optional.of(problem(
                    place,
                    what + " Choose another layer in its settings, or "
                            + (removed ? "remove " + mine : "take \"" + name + "\" out") + ".",
                    removed ? "Remove " + mine : "Take " + name + " out",
                    without));
        }
        return Optional.empty();
    }

    /** A layer that takes a tensor of another shape: the layer before it is given another size, if that helps, else it goes. */
    Problem misfit(int place, String sentence) {
        int producer = place - 1;
        while (producer >= 0 && Layers.of(layer(producer)).size().isEmpty()) {
            producer--;
        }
        int before = producer;
        Optional<Problem> resized = before < 0
                ? Optional.empty()
                : sizes(place).stream()
                        .flatMap(
                                size -> Layers.of(layer(before)).size().stream().map(knob -> {
                                    List<Choice> layers = new ArrayList<>(design.layers());
                                    layers.set(before, layer(before).with(knob, size));
                                    String offer = "Set " + knob.name() + " of " + names.get(before) + " to " + size;
                                    return problem(
                                            place,
                                            sentence + " " + offer + ", or remove " + names.get(place) + ".",
                                            offer,
                                            layers);
                                }))
                        .filter(problem -> fits(problem, place))
                        .findFirst();
        return resized.orElseGet(() -> {
            List<Choice> without = new ArrayList<>(design.layers());
            without.remove(place);
            return problem(place, sentence, "Remove " + names.get(place), without);
        });
    }

    private boolean fits(Problem problem, int place) {
        List<Choice> layers = problem.fix().orElseThrow().layers();
        return Plan.fits(design.with(layers.subList(0, place + 1), design.loss()));
    }

    /** How long the last axes of what a layer names are. */
    private List<Integer> sizes(int place) {
        Plan upTo = Plan.of(design.with(design.layers().subList(0, place), design.loss()));
        List<Integer> sizes = new ArrayList<>();
        for (int at : inputs(place).subList(1, inputs(place).size())) {
            if (at == PlannedLayer.INPUT) {
                sizes.add(design.input().length(-1));
            } else {
                upTo.layers()
                        .get(at)
                        .extent()
                        .ifPresent(extent -> sizes.add(extent.output().length(-1)));
            }
        }
        return sizes;
    }

    private Problem problem(int place, String sentence, String offer, List<Choice> layers) {
        return new Problem(place, true, sentence, Optional.of(new Problem.Fix(offer, layers, design.loss())));
    }

    private Choice layer(int place) {
        return design.layers().get(place);
    }

    /** The layers without one of the names that this one gives, or without it, if it gives no other. */
    private List<Choice> without(int place, String name) {
        List<Choice> layers = new ArrayList<>(design.layers());
        List<String> from = new ArrayList<>(layer(place).get(LayerOptions.FROM));
        from.remove(name);
        if (from.isEmpty()) {
            layers.remove(place);
        } else {
            layers.set(place, layer(place).with(LayerOptions.FROM, from));
        }
        return layers;
    }

    /** The layers with one of them called otherwise, by the others too. */
    public static List<Choice> renamed(List<Choice> layers, int place, String name) {
        String before = LayerNames.name(layers.get(place));
        List<Choice> renamed = new ArrayList<>();
        for (Choice layer : layers) {
            List<String> from = Layers.of(layer).from();
            renamed.add(
                    from.contains(before)
                            ? layer.with(
                                    LayerOptions.FROM,
                                    from.stream()
                                            .map(each -> each.equals(before) ? name : each)
                                            .toList())
                            : layer);
        }
        renamed.set(place, renamed.get(place).with(LayerOptions.NAME, name));
        return renamed;
    }

    /** Layers that come into a network of others: one whose name is taken there gets another, and those among them that take its output follow. */
    public static List<Choice> apart(List<Choice> coming, List<Choice> there) {
        List<String> taken =
                new ArrayList<>(there.stream().map(LayerNames::name).toList());
        List<Choice> apart = new LayerNames().given(coming, new Remarks());
        for (int i = 0; i < apart.size(); i++) {
            if (taken.contains(LayerNames.name(apart.get(i)))) {
                List<Choice> all = new ArrayList<>(there);
                all.addAll(apart.subList(0, i));
                all.add(apart.get(i).with(LayerOptions.NAME, ""));
                List<Choice> named = new LayerNames().given(all, new Remarks());
                apart = renamed(apart, i, LayerNames.name(named.get(named.size() - 1)));
            }
            taken.add(LayerNames.name(apart.get(i)));
        }
        return apart;
    }
}
