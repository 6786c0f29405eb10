package dev.steep.network;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Weights;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a design: each layer's name, shape and cost as far as the layers fit together, and what is wrong. Made
 * from any design at all, in well under a millisecond, so that a learner sees it with every change.
 *
 * @param design what was asked for
 * @param layers first to last
 * @param problems those that stop it first
 */
public record Plan(Design design, List<PlannedLayer> layers, List<Problem> problems) {
    public Plan {
        layers = List.copyOf(layers);
        problems = problems.stream()
                .sorted(Comparator.comparing(problem -> !problem.stops()))
                .toList();
    }

    /** Plans a design. */
    public static Plan of(Design design) {
        return of(design, true);
    }

    /** Whether all layers of a design fit together, whatever else is wrong with it. */
    static boolean fits(Design design) {
        return of(design, false).output().isPresent();
    }

    /** @param repairs whether to look for other sizes with which layers would fit */
    private static Plan of(Design design, boolean repairs) {
        List<PlannedLayer> layers = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> names = new LayerNames().of(design.layers());
        Wiring wiring = new Wiring(design, names);
        for (int i = 0; i < design.layers().size(); i++) {
            Layer layer = Layers.of(design.layers().get(i));
            List<Integer> places = wiring.inputs(i);
            Optional<List<Layer.Input>> inputs = inputs(design, layers, places);
            Optional<Problem> unwired = wiring.problem(i);
            boolean trainable = LayerOptions.trainable(layer.choice());
            Optional<PlannedLayer.Extent> extent = Optional.empty();
            if (unwired.isPresent()) {
                problems.add(unwired.get());
            } else if (inputs.isPresent()) {
                Outcome outcome = layer.fit(inputs.get());
                if (outcome instanceof Outcome.Fits fits) {
                    Shape input = inputs.get().get(0).shape();
                    extent = Optional.of(extent(layer, trainable, input, fits.output(), field(layers)));
                } else if (outcome instanceof Outcome.Fails fails) {
                    problems.add(
                            places.size() > 1 && fails.offer().isEmpty() && repairs
                                    ? wiring.misfit(i, fails.sentence())
                                    : problem(design, i, fails));
                }
            }
            layers.add(new PlannedLayer(names.get(i), layer, places, trainable, extent));
        }
        if (problems.isEmpty()) {
            problems.addAll(new Checks(design, layers).problems());
        }
        return new Plan(design, layers, problems);
    }

    /** What a layer reads, if all of it has a shape. */
    private static Optional<List<Layer.Input>> inputs(Design design, List<PlannedLayer> before, List<Integer> places) {
        List<Layer.Input> inputs = new ArrayList<>();
        for (int place : places) {
            if (place == PlannedLayer.INPUT) {
                inputs.add(new Layer.Input("the network's input", design.input()));
            } else {
                before.get(place)
                        .extent()
                        .ifPresent(extent ->
                                inputs.add(new Layer.Input(before.get(place).name(), extent.output())));
            }
        }
        return inputs.size() == places.size() ? Optional.of(inputs) : Optional.empty();
    }

    private static Optional<PlannedLayer.ReceptiveField> field(List<PlannedLayer> before) {
        return before.isEmpty()
                ? Optional.of(PlannedLayer.ReceptiveField.PIXEL)
                : before.get(before.size() - 1).extent().flatMap(PlannedLayer.Extent::field);
    }

    private static PlannedLayer.Extent extent(
            Layer layer, boolean trainable, Shape input, Shape output, Optional<PlannedLayer.ReceptiveField> before) {
        List<Weights> weights = layer.weights(input);
        long parameters = weights.stream().mapToLong(Weights::count).sum();
        long learning = weights.stream()
                .filter(each -> trainable && each.role() == Value.Role.PARAMETER)
                .mapToLong(Weights::count)
                .sum();
        Optional<PlannedLayer.ReceptiveField> field = before.filter(seen -> output.rank() >= 2)
                .map(seen -> layer.window(input).map(seen::through).orElse(seen));
        return new PlannedLayer.Extent(input, output, parameters, learning, layer.multiplyAdds(input), field);
    }

    private static Problem problem(Design design, int place, Outcome.Fails fails) {
        return new Problem(place, true, fails.sentence(), fails.offer().map(offer -> {
            List<Choice> repaired = new ArrayList<>(design.layers());
            repaired.remove(place);
            repaired.addAll(place, offer.instead());
            return new Problem.Fix(offer.text(), repaired, design.loss());
        }));
    }

    /** Whether each layer reads nothing but the one before it. */
    public boolean isChain() {
        return layers.stream().allMatch(layer -> layer.inputs().size() == 1);
    }

    /** The names of the layers that training does not change. */
    public List<String> frozen() {
        return layers.stream()
                .filter(layer -> !layer.trainable())
                .map(PlannedLayer::name)
                .toList();
    }

    /** Whether a model can be built from it. */
    public boolean sound() {
        return problems.stream().noneMatch(Problem::stops);
    }

    /** How many weights there are, as far as layers fit. */
    public long parameters() {
        return layers.stream()
                .flatMap(layer -> layer.extent().stream())
                .mapToLong(PlannedLayer.Extent::parameters)
                .sum();
    }

    /** How many of them follow their gradients; the others are moving means, or stand in frozen layers. */
    public long trainable() {
        return layers.stream()
                .flatMap(layer -> layer.extent().stream())
                .mapToLong(PlannedLayer.Extent::trainable)
                .sum();
    }

    /** How many multiplications, each with an addition, one prediction costs, as far as layers fit. */
    public long multiplyAdds() {
        return layers.stream()
                .flatMap(layer -> layer.extent().stream())
                .mapToLong(PlannedLayer.Extent::multiplyAdds)
                .sum();
    }

    /** What the network says, if its layers fit. */
    public Optional<Shape> output() {
        return layers.isEmpty()
                ? Optional.empty()
                : layers.get(layers.size() - 1).extent().map(PlannedLayer.Extent::output);
    }

    /**
     * How many numbers the target has: as many as the task's, but for two classes that a single number tells apart; it
     * is 0 for the first class and 1 for the second.
     */
    public int targetWidth() {
        return Checks.oneNumberForTwoClasses(design, output())
                ? 1
                : design.task().width();
    }

    /** The shape of the target: that of the task, but for two classes that a single number tells apart. */
    public Shape targetShape() {
        return Checks.oneNumberForTwoClasses(design, output())
                ? Shape.of(1)
                : design.task().shape();
    }
}
