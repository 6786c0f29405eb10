package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;

/** The same numbers with the axes of each sample in another order: rows become columns. */
public record Permute(Choice choice) implements Layer {
    private static final int MOST_AXES = 4;

    /** Which axis of the input each axis of the output is; Keras counts them from 1. */
    public static final Knob<List<Integer>> DIMS = Knob.wholes(
                    "dims",
                    List.of(2, 1),
                    1,
                    MOST_AXES,
                    MOST_AXES,
                    "The axes in their new order, counted from 1: 2, 1, 3 exchanges the height and the width of an image.")
            .required();

    public static final Kind KIND = LayerOptions.kind(
                    "Permute",
                    "Permute",
                    "Puts the axes of each sample into another order: rows become columns, channels become rows.",
                    DIMS)
            .inKeras(KerasForm.call("layers.Permute"));

    @Override
    public Outcome fit(Shape input) {
        List<Integer> order = order();
        if (order.stream().sorted().distinct().count() != order.size()
                || order.stream().anyMatch(axis -> axis >= order.size())
                || order.size() != input.rank()) {
            List<Integer> dims = exchanged(input.rank());
            return Outcome.fails(
                    "Permute is given " + input + ", so dims must name "
                            + (input.rank() == 1 ? "axis 1" : "each axis from 1 to " + input.rank())
                            + " once; " + shown(choice.get(DIMS)) + " does not. Set dims to " + shown(dims) + ".",
                    "Set dims to " + shown(dims),
                    choice.with(DIMS, dims));
        }
        return Outcome.fits(order.stream().mapToInt(input::length).toArray());
    }

    /** The first two axes exchanged. */
    private static List<Integer> exchanged(int rank) {
        List<Integer> dims = new ArrayList<>();
        for (int axis = 1; axis <= rank; axis++) {
            dims.add(rank < 2 || axis > 2 ? axis : 3 - axis);
        }
        return dims;
    }

    private static String shown(List<Integer> dims) {
        return String.join(", ", dims.stream().map(each -> "" + each).toList());
    }

    @Override
    public Choice usual() {
        return choice.with(DIMS, exchanged(3));
    }

    private List<Integer> order() {
        return choice.get(DIMS).stream().map(axis -> axis - 1).toList();
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    @Override
    public String words() {
        return "axes " + shown(choice.get(DIMS));
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Recorded.of(scope.tape().permute(scope.name("output"), x, order()));
    }
}
