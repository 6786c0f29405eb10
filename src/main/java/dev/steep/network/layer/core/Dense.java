package dev.steep.network.layer.core;

import static dev.steep.network.layer.Neurons.ACTIVATION;
import static dev.steep.network.layer.Neurons.BIAS_INITIALIZER;
import static dev.steep.network.layer.Neurons.KERNEL_INITIALIZER;
import static dev.steep.network.layer.Neurons.KERNEL_REGULARIZER;
import static dev.steep.network.layer.Neurons.USE_BIAS;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.network.activation.Activation;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Weights;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;

/** Neurons that each look at every input: y = f(x W + b), with W of inputs x units. */
public record Dense(Choice choice) implements Layer {
    /** How many neurons. */
    public static final Knob<Integer> UNITS = Knob.whole(
                    "units", 32, 1, 4096, "How many units, or neurons; each gives one number.")
            .required();

    public static final Kind KIND = Neurons.withOptions(LayerOptions.kind(
                    "Dense",
                    "Dense",
                    "Neurons that each look at every number of the layer before.",
                    UNITS,
                    ACTIVATION,
                    USE_BIAS,
                    KERNEL_INITIALIZER,
                    BIAS_INITIALIZER,
                    KERNEL_REGULARIZER))
            .inKeras(KerasForm.call("layers.Dense"));

    @Override
    public Outcome fit(Shape input) {
        if (input.rank() > 1) {
            return Outcome.fails(
                    "Dense looks at numbers in a row, but is given " + input
                            + ". Put a Flatten layer before it, which lays them out in a row.",
                    "Add Flatten before it",
                    Flatten.KIND.choice(),
                    choice);
        }
        return Outcome.fits(choice.get(UNITS));
    }

    @Override
    public List<Weights> weights(Shape input) {
        return Neurons.weights(choice, Shape.of(input.size(), choice.get(UNITS)));
    }

    @Override
    public long multiplyAdds(Shape input) {
        return (long) input.size() * choice.get(UNITS);
    }

    @Override
    public Optional<Knob<Choice>> activationKnob() {
        return Optional.of(ACTIVATION);
    }

    @Override
    public Optional<Knob<Integer>> size() {
        return Optional.of(UNITS);
    }

    @Override
    public String words() {
        return choice.get(UNITS) + Neurons.activationWords(choice, " · ");
    }

    @Override
    public Choice usual() {
        return choice.with(UNITS, 16).with(ACTIVATION, Activation.RELU.kind().choice());
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Neurons.record(choice, scope, name -> scope.tape().matMul(name, x, scope.weights("kernel")));
    }
}
