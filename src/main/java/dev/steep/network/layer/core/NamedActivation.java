package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.network.activation.Activation;
import dev.steep.network.activation.ActivationKnobs;
import dev.steep.network.layer.Axes;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;

/** An activation that Keras has as a layer of its own, with the parameters of the activation. */
public record NamedActivation(Choice choice, Form form) implements Layer {
    private static final Knob<List<Integer>> AXIS = Axes.knob(
            "The axes along which the numbers add up to 1: -1, the last, or 1, 2 for all pixels of an image.");

    /** Which one. Names, order of knobs and defaults are those of Keras 3, {@code keras.layers}. */
    public enum Form {
        RELU(
                "ReLU",
                "Lets positive numbers through and stops the others, as a layer of its own.",
                Activation.RELU,
                ActivationKnobs.MAX_VALUE,
                ActivationKnobs.NEGATIVE_SLOPE,
                ActivationKnobs.THRESHOLD),
        LEAKY_RELU(
                "LeakyReLU",
                "A relu that goes on below zero with a small slope, so that no neuron ever stops learning.",
                Activation.LEAKY_RELU,
                ActivationKnobs.NEGATIVE_SLOPE.preset(0.3)),
        ELU(
                "ELU",
                "Like relu above zero; below, it bends smoothly towards -alpha.",
                Activation.ELU,
                ActivationKnobs.ALPHA),
        SOFTMAX(
                "Softmax",
                "Turns numbers into probabilities between 0 and 1 that add up to 1, one for each class.",
                Activation.SOFTMAX,
                AXIS);

        private final Kind kind;
        private final Activation activation;

        Form(String name, String about, Activation activation, Knob<?>... knobs) {
            String title = activation.kind().title() + " layer";
            kind = LayerOptions.kind(name, title, about, knobs).inKeras(KerasForm.call("layers." + name));
            this.activation = activation;
        }

        /** Its name, explanation and parameters. */
        public Kind kind() {
            return kind;
        }

        /** The layer of this form that was picked. */
        public Layer layer(Choice choice) {
            return new NamedActivation(choice, this);
        }
    }

    @Override
    public Outcome fit(Shape input) {
        return form == Form.SOFTMAX
                ? Axes.fit(choice, choice.get(AXIS), input, choice.with(AXIS, AXIS.preset()))
                : new Outcome.Fits(input);
    }

    @Override
    public Choice activation() {
        Choice activation = form.activation.kind().choice();
        for (Knob<?> knob : activation.kind().knobs()) {
            activation = taken(activation, knob);
        }
        return activation;
    }

    private <T> Choice taken(Choice activation, Knob<T> knob) {
        return activation.with(knob, choice.get(knob));
    }

    @Override
    public String words() {
        return activation().toString();
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Choice activation = activation();
        Axes axes = Axes.of(form == Form.SOFTMAX ? choice.get(AXIS) : AXIS.preset(), x.shape());
        if (!axes.only()) {
            return Recorded.of(
                    axes.along(scope, x, (name, rows) -> form.activation.apply(scope.tape(), name, rows, activation)));
        }
        Value output = form.activation.apply(scope.tape(), scope.name("output"), x, activation);
        return new Recorded(output, x, Optional.empty());
    }
}
