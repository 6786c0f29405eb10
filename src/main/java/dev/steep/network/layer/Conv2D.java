package dev.steep.network.layer;

import static dev.steep.network.layer.Neurons.ACTIVATION;
import static dev.steep.network.layer.Neurons.BIAS_INITIALIZER;
import static dev.steep.network.layer.Neurons.KERNEL_INITIALIZER;
import static dev.steep.network.layer.Neurons.KERNEL_REGULARIZER;
import static dev.steep.network.layer.Neurons.USE_BIAS;
import static dev.steep.network.layer.Sliding.PADDING;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.network.activation.Activation;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.List;
import java.util.Optional;

/**
 * Small kernels that slide over an image, each looking for one feature: y = f(x * K + b), with K of height x width x
 * channels x filters and * the cross-correlation that frameworks call convolution.
 */
public record Conv2D(Choice choice) implements Layer {
    /** How many kernels. */
    public static final Knob<Integer> FILTERS = Knob.whole(
                    "filters", 8, 1, 1024, "How many kernels; each gives one channel of the output, a feature map.")
            .required();

    /** How large the kernels are. */
    public static final Knob<Pair> KERNEL_SIZE = Knob.pair(
                    "kernel_size", Pair.square(3), 1, Sliding.LARGEST, "How many pixels high and wide the kernels are.")
            .required();

    /** How far kernels move. */
    public static final Knob<Pair> STRIDES = Knob.pair(
            "strides",
            Pair.square(1),
            1,
            Sliding.LARGEST,
            "How many pixels the kernels move from one place to the next.");

    /** How far apart a kernel's weights are. */
    public static final Knob<Pair> DILATION_RATE = Knob.pair(
            "dilation_rate", Pair.square(1), 1, Sliding.LARGEST, "How many pixels apart a kernel's weights lie.");

    public static final Kind KIND = Neurons.withOptions(LayerOptions.kind(
                    "Conv2D Convolution2D",
                    "Convolution",
                    "Small kernels that slide over the image, each looking for one feature everywhere.",
                    FILTERS,
                    KERNEL_SIZE,
                    STRIDES,
                    PADDING,
                    DILATION_RATE,
                    ACTIVATION,
                    USE_BIAS,
                    KERNEL_INITIALIZER,
                    BIAS_INITIALIZER,
                    KERNEL_REGULARIZER))
            .inKeras(KerasForm.call("layers.Conv2D"));

    @Override
    public Outcome fit(Shape input) {
        if (!Sliding.isImage(input)) {
            return Sliding.needsImage("Conv2D", input);
        }
        Pair one = Pair.square(1);
        if (!choice.get(STRIDES).equals(one) && !choice.get(DILATION_RATE).equals(one)) {
            return Outcome.fails(
                    "Conv2D cannot have strides of " + choice.get(STRIDES) + " and a dilation_rate of "
                            + choice.get(DILATION_RATE) + " at once; set one of them to 1.",
                    "Set dilation_rate to 1",
                    choice.with(DILATION_RATE, one));
        }
        Window window = slide(input);
        if (!Sliding.fits(window)) {
            return Outcome.fails(
                    "A kernel that reaches over " + reach() + " pixels does not fit into an image of " + input
                            + ". Pick a smaller kernel_size, or padding=\"same\".",
                    "Set padding to same",
                    choice.with(PADDING, "same"));
        }
        return Outcome.fits(window.rows().output(), window.columns().output(), choice.get(FILTERS));
    }

    private Pair reach() {
        Pair size = choice.get(KERNEL_SIZE);
        Pair dilation = choice.get(DILATION_RATE);
        return new Pair((size.height() - 1) * dilation.height() + 1, (size.width() - 1) * dilation.width() + 1);
    }

    private Window slide(Shape input) {
        return Sliding.window(
                input, choice.get(KERNEL_SIZE), choice.get(STRIDES), choice.get(DILATION_RATE), choice.get(PADDING));
    }

    @Override
    public Optional<Taps> taps(Shape input) {
        return window(input).map(window -> new Taps(Taps.Reduction.PRODUCTS, window));
    }

    @Override
    public Optional<Window> window(Shape input) {
        return Optional.of(slide(input));
    }

    @Override
    public List<Weights> weights(Shape input) {
        return Neurons.weights(choice, kernel(input));
    }

    private Shape kernel(Shape input) {
        Pair size = choice.get(KERNEL_SIZE);
        return Shape.of(size.height(), size.width(), input.length(-1), choice.get(FILTERS));
    }

    @Override
    public long multiplyAdds(Shape input) {
        Window window = slide(input);
        long places = (long) window.rows().output() * window.columns().output();
        return places * weights(input).get(0).count();
    }

    @Override
    public Optional<Knob<Choice>> activationKnob() {
        return Optional.of(ACTIVATION);
    }

    @Override
    public Optional<Knob<Integer>> size() {
        return Optional.of(FILTERS);
    }

    @Override
    public Optional<Pair> kernelSides() {
        return Optional.of(choice.get(KERNEL_SIZE));
    }

    @Override
    public String words() {
        Pair strides = choice.get(STRIDES);
        return choice.get(FILTERS) + " @ " + Sliding.sides(choice.get(KERNEL_SIZE)) + " " + choice.get(PADDING)
                + Neurons.activationWords(choice, " ")
                + (strides.equals(Pair.square(1)) ? "" : " stride " + strides);
    }

    @Override
    public Choice usual() {
        return choice.with(PADDING, "same")
                .with(ACTIVATION, Activation.RELU.kind().choice());
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Neurons.record(
                choice, scope, name -> scope.tape().conv(name, x, scope.weights("kernel"), slide(x.shape())));
    }
}
