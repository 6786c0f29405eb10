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
import java.util.List;

/** Several tensors side by side along one axis: what follows sees them all. */
public record Concatenate(Choice choice) implements Layer {
    /** Along which axis; Keras counts the batch as axis 0. */
    public static final Knob<Integer> AXIS = Knob.whole(
            "axis",
            -1,
            -4,
            4,
            "The axis along which the tensors stand side by side: -1, the last, holds the channels.");

    public static final Kind KIND = LayerOptions.joining(
                    "Concatenate",
                    "Concatenate",
                    "Puts the outputs of other layers beside that of the layer before, so that what follows sees them all.",
                    AXIS)
            .inKeras(KerasForm.call("layers.Concatenate"));

    @Override
    public List<String> from() {
        return choice.get(LayerOptions.FROM);
    }

    @Override
    public Outcome fit(Shape input) {
        return fit(List.of(new Input("the layer before it", input)));
    }

    @Override
    public Outcome fit(List<Input> inputs) {
        Shape first = inputs.get(0).shape();
        int axis = axis(first);
        if (axis < 0 || axis >= first.rank()) {
            return Outcome.fails(
                    "Concatenate has no axis " + choice.get(AXIS) + " to work along, since it is given " + first
                            + ". Set axis to -1, the last.",
                    "Set axis to -1",
                    choice.with(AXIS, -1));
        }
        int[] lengths = first.lengths().clone();
        for (Input other : inputs.subList(1, inputs.size())) {
            boolean alike = other.shape().rank() == first.rank();
            for (int i = 0; i < first.rank() && alike; i++) {
                alike = i == axis || other.shape().length(i) == first.length(i);
            }
            if (!alike) {
                return Outcome.fails("Concatenate needs tensors that are alike on all axes but one, but "
                        + inputs.get(0).name() + " gives " + first + " and " + other.name() + " gives " + other.shape()
                        + ". Give them the same height and width.");
            }
            lengths[axis] += other.shape().length(axis);
        }
        return Outcome.fits(lengths);
    }

    /** Counted from 0 among the axes of one sample. */
    private int axis(Shape input) {
        int axis = choice.get(AXIS);
        return axis < 0 ? input.rank() + axis : axis - 1;
    }

    @Override
    public String words() {
        return from().isEmpty() ? "nothing yet" : "beside " + String.join(", ", from());
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return record(scope, List.of(x));
    }

    @Override
    public Recorded record(Scope scope, List<Value> inputs) {
        return Recorded.of(scope.tape()
                .concatenate(scope.name("output"), axis(inputs.get(0).shape()), inputs));
    }
}
