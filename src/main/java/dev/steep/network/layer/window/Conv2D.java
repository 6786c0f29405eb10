package dev.steep.network.layer.window;

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
import dev.steep.catalog.Numbers;
import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Sliding;
import dev.steep.network.layer.Taps;
import dev.steep.network.layer.Weights;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.List;
import java.util.Optional;

/**
 * Small kernels that slide over an image, each looking for one feature: y = f(x * K + b), with K of height x width x
 * channels x filters and * the cross-correlation that frameworks call convolution.
 */
public record Conv2D(Choice choice) implements Convolution {
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

    /** Into how many groups channels and filters are divided. */
    public static final Knob<Integer> GROUPS = Knob.whole(
            "groups",
            1,
            1,
            1024,
            "Into how many groups channels and kernels are divided; each kernel sees the channels of its group alone.");

    public static final Kind KIND = Neurons.withOptions(LayerOptions.kind(
                    "Conv2D Convolution2D",
                    "Convolution",
                    "Small kernels that slide over the image, each looking for one feature everywhere.",
                    FILTERS,
                    KERNEL_SIZE,
                    STRIDES,
                    PADDING,
                    DILATION_RATE,
                    GROUPS,
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
            return stridesAndDilation(choice, choice.with(DILATION_RATE, one), STRIDES, DILATION_RATE);
        }
        Optional<Outcome> grouped = groups(choice, input, choice.get(FILTERS));
        if (grouped.isPresent()) {
            return grouped.get();
        }
        Window window = slide(input);
        if (!Sliding.fits(window)) {
            return Sliding.tooLarge(choice, input, Sliding.reach(choice.get(KERNEL_SIZE), choice.get(DILATION_RATE)));
        }
        return Outcome.fits(window.rows().output(), window.columns().output(), choice.get(FILTERS));
    }

    /** Keras has no strides together with gaps, apart from depthwise kernels. */
    static Outcome stridesAndDilation(Choice choice, Choice repaired, Knob<?> strides, Knob<?> dilation) {
        return Outcome.fails(
                choice.kind().name() + " cannot have strides of " + choice.get(strides) + " and a dilation_rate of "
                        + choice.get(dilation) + " at once; set one of them to 1.",
                "Set dilation_rate to 1",
                repaired);
    }

    /** What is wrong with the number of groups, if anything is. */
    static Optional<Outcome> groups(Choice choice, Shape input, int filters) {
        int groups = choice.get(GROUPS);
        int channels = input.length(-1);
        if (channels % groups == 0 && filters % groups == 0) {
            return Optional.empty();
        }
        int better = groups;
        while (channels % better != 0 || filters % better != 0) {
            better--;
        }
        return Optional.of(Outcome.fails(
                choice.kind().name() + " cannot divide " + Numbers.count(channels, "channel") + " and "
                        + Numbers.count(filters, "kernel") + " into " + groups
                        + " groups of one size. Set groups to " + better + ".",
                "Set groups to " + better,
                choice.with(GROUPS, better)));
    }

    @Override
    public Optional<Taps> taps(Shape input) {
        return window(input)
                .filter(window -> choice.get(GROUPS) == 1)
                .map(window -> new Taps(Taps.Reduction.PRODUCTS, window));
    }

    @Override
    public List<Weights> weights(Shape input) {
        return Neurons.weights(choice, kernel(input));
    }

    private Shape kernel(Shape input) {
        Pair size = choice.get(KERNEL_SIZE);
        return Shape.of(size.height(), size.width(), input.length(-1) / choice.get(GROUPS), choice.get(FILTERS));
    }

    @Override
    public Optional<Knob<Integer>> size() {
        return Optional.of(FILTERS);
    }

    @Override
    public Optional<Kernels> kernels(Shape input) {
        Shape kernel = kernel(input);
        return Optional.of(
                new Kernels("kernel", kernel.length(0), kernel.length(1), kernel.length(2), kernel.length(3)));
    }

    @Override
    public String words() {
        Pair strides = choice.get(STRIDES);
        return choice.get(FILTERS) + " @ " + Sliding.sides(choice.get(KERNEL_SIZE)) + " " + choice.get(PADDING)
                + Neurons.activationWords(choice, " ")
                + (strides.equals(Pair.square(1)) ? "" : " stride " + strides);
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Neurons.record(
                choice, scope, name -> scope.tape().conv(name, x, scope.weights("kernel"), slide(x.shape())));
    }
}
