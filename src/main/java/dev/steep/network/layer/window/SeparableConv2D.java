package dev.steep.network.layer.window;

import static dev.steep.network.layer.Neurons.ACTIVATION;
import static dev.steep.network.layer.Neurons.BIAS_CONSTRAINT;
import static dev.steep.network.layer.Neurons.BIAS_INITIALIZER;
import static dev.steep.network.layer.Neurons.BIAS_REGULARIZER;
import static dev.steep.network.layer.Neurons.USE_BIAS;
import static dev.steep.network.layer.Sliding.PADDING;
import static dev.steep.network.layer.window.Conv2D.DILATION_RATE;
import static dev.steep.network.layer.window.Conv2D.FILTERS;
import static dev.steep.network.layer.window.Conv2D.KERNEL_SIZE;
import static dev.steep.network.layer.window.Conv2D.STRIDES;
import static dev.steep.network.layer.window.DepthwiseConv2D.DEPTHWISE_CONSTRAINT;
import static dev.steep.network.layer.window.DepthwiseConv2D.DEPTHWISE_INITIALIZER;
import static dev.steep.network.layer.window.DepthwiseConv2D.DEPTHWISE_REGULARIZER;
import static dev.steep.network.layer.window.DepthwiseConv2D.DEPTH_MULTIPLIER;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Sliding;
import dev.steep.network.layer.Weights;
import dev.steep.network.weight.Initializer;
import dev.steep.network.weight.Regularizer;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.List;
import java.util.Optional;

/** A depthwise convolution, then kernels of one pixel that mix its channels: a convolution in two steps, with fewer weights. */
public record SeparableConv2D(Choice choice) implements Convolution {
    private static final Knob<Choice> POINTWISE_INITIALIZER = Knob.pick(
            "pointwise_initializer",
            Initializer.GLOROT_UNIFORM.kind(),
            Initializer::kinds,
            "Which numbers the weights that mix the channels start from.");

    private static final Knob<Choice> POINTWISE_REGULARIZER = Knob.pick(
            "pointwise_regularizer",
            Regularizer.NONE.kind(),
            Regularizer::kinds,
            "A penalty that keeps the weights that mix the channels small.");

    private static final Knob<Choice> POINTWISE_CONSTRAINT =
            Neurons.constraint("pointwise_constraint", "the weights that mix the channels are");

    public static final Kind KIND = LayerOptions.with(
                    LayerOptions.kind(
                            "SeparableConv2D SeparableConvolution2D",
                            "Separable convolution",
                            "A convolution in two steps, over the pixels of each channel and then over the channels: fewer weights.",
                            FILTERS,
                            KERNEL_SIZE,
                            STRIDES,
                            PADDING,
                            DILATION_RATE,
                            DEPTH_MULTIPLIER,
                            ACTIVATION,
                            USE_BIAS,
                            DEPTHWISE_INITIALIZER,
                            POINTWISE_INITIALIZER,
                            BIAS_INITIALIZER,
                            DEPTHWISE_REGULARIZER,
                            POINTWISE_REGULARIZER),
                    BIAS_REGULARIZER,
                    DEPTHWISE_CONSTRAINT,
                    POINTWISE_CONSTRAINT,
                    BIAS_CONSTRAINT)
            .inKeras(KerasForm.call("layers.SeparableConv2D"));

    @Override
    public Outcome fit(Shape input) {
        return DepthwiseConv2D.fit(this, input, choice.get(FILTERS));
    }

    @Override
    public List<Weights> weights(Shape input) {
        int between = input.length(-1) * choice.get(DEPTH_MULTIPLIER);
        return Neurons.withBias(
                choice,
                choice.get(FILTERS),
                DepthwiseConv2D.kernel(choice, "depthwise_kernel", input),
                new Weights(
                                "pointwise_kernel",
                                Shape.of(1, 1, between, choice.get(FILTERS)),
                                choice.get(POINTWISE_INITIALIZER),
                                choice.get(POINTWISE_REGULARIZER))
                        .constrained(choice.get(POINTWISE_CONSTRAINT)));
    }

    @Override
    public long multiplyAdds(Shape input) {
        List<Weights> weights = weights(input);
        return places(input) * (weights.get(0).count() + weights.get(1).count());
    }

    @Override
    public Optional<Knob<Integer>> size() {
        return Optional.of(FILTERS);
    }

    @Override
    public Optional<Kernels> kernels(Shape input) {
        return Optional.of(DepthwiseConv2D.kernels(choice, "depthwise_kernel", input));
    }

    @Override
    public String words() {
        return choice.get(FILTERS) + " @ " + Sliding.sides(choice.get(KERNEL_SIZE)) + " " + choice.get(PADDING)
                + Neurons.activationWords(choice, " ");
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Value each = DepthwiseConv2D.record(this, scope, scope.name("depthwise"), "depthwise_kernel", x);
        Pair one = Pair.square(1);
        Window pixel = Sliding.window(each.shape(), one, one, one, "valid");
        return Neurons.record(
                choice, scope, name -> scope.tape().conv(name, each, scope.weights("pointwise_kernel"), pixel));
    }
}
