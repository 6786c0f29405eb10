package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.math.Shape;
import dev.steep.network.activation.Activation;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Value;
import java.util.Map;
import java.util.Optional;

/** An activation as a layer of its own; Keras calls it {@code Activation}. */
public record ActivationLayer(Choice choice) implements Layer {
    /** Activations with parameters that are layers of their own in Keras. */
    private static final Map<Activation, String> KERAS_LAYERS =
            Map.of(Activation.RELU, "ReLU", Activation.LEAKY_RELU, "LeakyReLU", Activation.ELU, "ELU");

    /** Which one. */
    public static final Knob<Choice> ACTIVATION = Knob.pick(
                    "activation", Activation.RELU.kind(), Activation::kinds, "What it makes of each number.")
            .required();

    public static final Kind KIND = LayerOptions.kind(
                    "Activation",
                    "Activation",
                    "Applies an activation to every number of the layer before.",
                    ACTIVATION)
            .inKeras(ActivationLayer::inKeras);

    private static String inKeras(Choice choice, Python script) {
        Choice activation = choice.get(ACTIVATION);
        String layer = KERAS_LAYERS.get(Activation.of(activation));
        return layer == null || activation.settings().isEmpty()
                ? KerasForm.call("layers.Activation").of(choice, script)
                : KerasForm.call("layers." + layer).of(activation, script);
    }

    @Override
    public Outcome fit(Shape input) {
        return new Outcome.Fits(input);
    }

    @Override
    public Optional<Knob<Choice>> activationKnob() {
        return Optional.of(ACTIVATION);
    }

    @Override
    public String words() {
        return Neurons.words(activation());
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Value output = Activation.of(activation()).apply(scope.tape(), scope.name("output"), x, activation());
        return new Recorded(output, x, Optional.empty());
    }
}
