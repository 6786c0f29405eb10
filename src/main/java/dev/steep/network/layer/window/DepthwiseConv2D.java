package dev.steep.network.layer.window;

import static dev.steep.network.layer.Neurons.ACTIVATION;
import static dev.steep.network.layer.Neurons.BIAS_CONSTRAINT;
import static dev.steep.network.layer.Neurons.BIAS_INITIALIZER;
import static dev.steep.network.layer.Neurons.BIAS_REGULARIZER;
import static dev.steep.network.layer.Neurons.USE_BIAS;
import static dev.steep.network.layer.Sliding.PADDING;
import static dev.steep.network.layer.window.Conv2D.DILATION_RATE;
import static dev.steep.network.layer.window.Conv2D.KERNEL_SIZE;
import static dev.steep.network.layer.window.Conv2D.STRIDES;

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

/** Kernels that each slide over one channel alone; depth_multiplier of them for each channel. */
public record DepthwiseConv2D(Choice choice) implements Convolution {
    /** How many kernels each channel has. */
    public static final Knob<Integer> DEPTH_MULTIPLIER =
            Knob.whole("depth_multiplier", 1, 1, 64, "How many kernels each channel has, and channels it becomes.");

    static final Knob<Choice> DEPTHWISE_INITIALIZER = Knob.pick(
            "depthwise_initializer",
            Initializer.GLOROT_UNIFORM.kind(),
            Initializer::kinds,
            "Which numbers the weights of the kernels start from.");

    static final Knob<Choice> DEPTHWISE_REGULARIZER = Knob.pick(
            "depthwise_regularizer",
            Regularizer.NONE.kind(),
            Regularizer::kinds,
            "A penalty that keeps the weights of the kernels small.");

    static final Knob<Choice> DEPTHWISE_CONSTRAINT =
            Neurons.constraint("depthwise_constraint", "the weights of the kernels are");

    public static final Kind KIND = LayerOptions.with(
                    LayerOptions.kind(
                            "DepthwiseConv2D DepthwiseConvolution2D",
                            "Depthwise convolution",
                            "Kernels that each slide over one channel alone: far fewer weights, but no channel learns of another.",
                            KERNEL_SIZE,
                            STRIDES,
                            PADDING,
                            DEPTH_MULTIPLIER,
                            DILATION_RATE,
                            ACTIVATION,
                            USE_BIAS,
                            DEPTHWISE_INITIALIZER,
                            BIAS_INITIALIZER,
                            DEPTHWISE_REGULARIZER),
                    BIAS_REGULARIZER,
                    DEPTHWISE_CONSTRAINT,
                    BIAS_CONSTRAINT)
            .inKeras(KerasForm.call("layers.DepthwiseConv2D"));

    @Override
    public Outcome fit(Shape input) {
        return fit(this, input, input.length(-1) * choice.get(DEPTH_MULTIPLIER));
    }

    static Outcome fit(Convolution layer, Shape input, int channels) {
        Choice choice = layer.choice();
        if (!Sliding.isImage(input)) {
            return Sliding.needsImage(choice.kind().name(), input);
        }
        Window window = layer.slide(input);
        return Sliding.fits(window)
                ? Outcome.fits(window.rows().output(), window.columns().output(), channels)
                : Sliding.tooLarge(choice, input, Sliding.reach(choice.get(KERNEL_SIZE), choice.get(DILATION_RATE)));
    }

    @Override
    public List<Weights> weights(Shape input) {
        return Neurons.withBias(
                choice, input.length(-1) * choice.get(DEPTH_MULTIPLIER), kernel(choice, "kernel", input));
    }

    static Weights kernel(Choice choice, String name, Shape input) {
        Pair size = choice.get(KERNEL_SIZE);
        return new Weights(
                        name,
                        Shape.of(size.height(), size.width(), input.length(-1), choice.get(DEPTH_MULTIPLIER)),
                        choice.get(DEPTHWISE_INITIALIZER),
                        choice.get(DEPTHWISE_REGULARIZER))
                .constrained(choice.get(DEPTHWISE_CONSTRAINT));
    }

    @Override
    public Optional<Kernels> kernels(Shape input) {
        return Optional.of(kernels(choice, "kernel", input));
    }

    static Kernels kernels(Choice choice, String weights, Shape input) {
        Pair size = choice.get(KERNEL_SIZE);
        return new Kernels(weights, size.height(), size.width(), 1, input.length(-1) * choice.get(DEPTH_MULTIPLIER));
    }

    @Override
    public String words() {
        int multiplier = choice.get(DEPTH_MULTIPLIER);
        return Sliding.sides(choice.get(KERNEL_SIZE)) + " " + choice.get(PADDING)
                + Neurons.activationWords(choice, " ")
                + (multiplier == 1 ? "" : ", " + multiplier + " of each channel");
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Neurons.record(choice, scope, name -> record(this, scope, name, "kernel", x));
    }

    static Value record(Convolution layer, Scope scope, String name, String kernel, Value x) {
        int filters = x.shape().length(-1) * layer.choice().get(DEPTH_MULTIPLIER);
        return scope.tape().conv(name, x, scope.weights(kernel), filters, layer.slide(x.shape()));
    }
}
