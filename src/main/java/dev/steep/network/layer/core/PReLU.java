package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Weights;
import dev.steep.network.weight.Initializer;
import dev.steep.network.weight.Regularizer;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A leaky relu whose slope below zero is learned: y = x above zero, alpha x below (He and others 2015). */
public record PReLU(Choice choice) implements Layer {
    private static final Knob<Choice> ALPHA_INITIALIZER = Knob.pick(
            "alpha_initializer", Initializer.ZEROS.kind(), Initializer::kinds, "Which numbers the slopes start from.");

    private static final Knob<Choice> ALPHA_REGULARIZER = Knob.pick(
            "alpha_regularizer", Regularizer.NONE.kind(), Regularizer::kinds, "A penalty that keeps the slopes small.");

    /** Along which axes one slope serves for all. */
    private static final Knob<Optional<List<Integer>>> SHARED_AXES = Knob.wholes(
                    "shared_axes",
                    List.of(1, 2),
                    1,
                    4,
                    4,
                    "Axes along which one slope serves for all: 1, 2 for one slope of each feature map.")
            .optional();

    private static final Knob<Choice> ALPHA_CONSTRAINT = Neurons.constraint("alpha_constraint", "the slopes are");

    public static final Kind KIND = LayerOptions.with(
                    LayerOptions.kind(
                            "PReLU",
                            "Parametric ReLU",
                            "A leaky relu that learns its slope below zero, one for each number or for each feature map.",
                            ALPHA_INITIALIZER,
                            ALPHA_REGULARIZER,
                            SHARED_AXES),
                    ALPHA_CONSTRAINT)
            .inKeras(KerasForm.call("layers.PReLU"));

    @Override
    public Outcome fit(Shape input) {
        List<Integer> shared = choice.get(SHARED_AXES).orElse(List.of());
        boolean own = false;
        for (int axis = 1; axis <= input.rank(); axis++) {
            if (shared.contains(axis) && own && input.length(axis - 1) > 1) {
                return fails(input, "shares a slope along axis " + axis + " but not along one before it");
            }
            own |= !shared.contains(axis) && input.length(axis - 1) > 1;
        }
        for (int axis : shared) {
            if (axis > input.rank()) {
                return fails(input, "is given " + input + ", which has no axis " + axis);
            }
        }
        return new Outcome.Fits(input);
    }

    private Outcome fails(Shape input, String what) {
        List<Integer> all = new ArrayList<>();
        for (int axis = 1; axis < input.rank(); axis++) {
            all.add(axis);
        }
        String list = String.join(", ", all.stream().map(each -> "" + each).toList());
        String offer = all.isEmpty() ? "Set shared_axes to None" : "Set shared_axes to " + list;
        return Outcome.fails(
                "PReLU " + what + ". " + offer + ".",
                offer,
                choice.with(SHARED_AXES, all.isEmpty() ? Optional.empty() : Optional.of(all)));
    }

    @Override
    public List<Weights> weights(Shape input) {
        int[] lengths = input.lengths().clone();
        choice.get(SHARED_AXES).orElse(List.of()).forEach(axis -> lengths[axis - 1] = 1);
        return List.of(
                new Weights("alpha", Shape.of(lengths), choice.get(ALPHA_INITIALIZER), choice.get(ALPHA_REGULARIZER))
                        .constrained(choice.get(ALPHA_CONSTRAINT)));
    }

    @Override
    public String words() {
        return choice.get(SHARED_AXES)
                .map(axes -> "one slope along axes " + Arrays.toString(axes.toArray()))
                .orElse("a slope of each number");
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Expr in = Expr.input(0, "x");
        Expr y = Expr.select(Expr.less(Expr.c(0), in), in, in.times(Expr.input(1, "alpha")));
        Value output = scope.tape().elementwise(scope.name("output"), y, x, scope.weights("alpha"));
        return new Recorded(output, x, Optional.empty());
    }
}
