package dev.steep.network.layer.window;

import static dev.steep.network.layer.Neurons.ACTIVATION;
import static dev.steep.network.layer.Neurons.BIAS_INITIALIZER;
import static dev.steep.network.layer.Neurons.KERNEL_INITIALIZER;
import static dev.steep.network.layer.Neurons.KERNEL_REGULARIZER;
import static dev.steep.network.layer.Neurons.USE_BIAS;
import static dev.steep.network.layer.window.Conv2D.GROUPS;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Sliding;
import dev.steep.network.layer.Weights;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.List;
import java.util.Optional;

/** Small kernels that slide along a series, each looking for one feature; the kernel is of length x channels x filters. */
public record Conv1D(Choice choice) implements Convolution {
    private static final Knob<Integer> KERNEL_SIZE = Knob.whole(
                    "kernel_size", 3, 1, Series.LONGEST, "How many places of the series a kernel sees.")
            .required();

    private static final Knob<Integer> STRIDES = Knob.whole(
            "strides", 1, 1, Series.LONGEST, "How many places the kernels move from one output to the next.");

    private static final Knob<Integer> DILATION_RATE =
            Knob.whole("dilation_rate", 1, 1, Series.LONGEST, "How many places apart a kernel's weights lie.");

    private static final Knob<String> PADDING = Knob.word(
            "padding",
            "valid",
            List.of("valid", "same", "causal"),
            "At the ends: \"valid\" stays inside; \"same\" adds zeros on both; \"causal\" only in front, so that no output sees what comes later.");

    public static final Kind KIND = Neurons.withOptions(LayerOptions.kind(
                    "Conv1D Convolution1D",
                    "1-D convolution",
                    "Small kernels that slide along a series, such as a light curve or a spectrum, each looking for one feature.",
                    Conv2D.FILTERS,
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
            .inKeras(KerasForm.call("layers.Conv1D"));

    @Override
    public Outcome fit(Shape input) {
        if (!Series.is(input)) {
            return Series.needed(choice, input);
        }
        if (choice.get(STRIDES) != 1 && choice.get(DILATION_RATE) != 1) {
            return Conv2D.stridesAndDilation(choice, choice.with(DILATION_RATE, 1), STRIDES, DILATION_RATE);
        }
        Optional<Outcome> grouped = Conv2D.groups(choice, input, choice.get(Conv2D.FILTERS));
        if (grouped.isPresent()) {
            return grouped.get();
        }
        Window window = slide(input);
        if (!Sliding.fits(window)) {
            int reach = (choice.get(KERNEL_SIZE) - 1) * choice.get(DILATION_RATE) + 1;
            return Outcome.fails(
                    "A kernel that reaches over " + reach + " places does not fit into a series of " + input
                            + ". Pick a smaller kernel_size, or padding=\"same\".",
                    "Set padding to same",
                    choice.with(PADDING, "same"));
        }
        return Outcome.fits(window.columns().output(), choice.get(Conv2D.FILTERS));
    }

    @Override
    public Window slide(Shape input) {
        return Series.window(
                input, choice.get(KERNEL_SIZE), choice.get(STRIDES), choice.get(DILATION_RATE), choice.get(PADDING));
    }

    @Override
    public Knob<String> padding() {
        return PADDING;
    }

    @Override
    public List<Weights> weights(Shape input) {
        int channels = input.length(-1) / choice.get(GROUPS);
        return Neurons.weights(choice, Shape.of(choice.get(KERNEL_SIZE), channels, choice.get(Conv2D.FILTERS)));
    }

    @Override
    public Optional<Knob<Integer>> size() {
        return Optional.of(Conv2D.FILTERS);
    }

    @Override
    public Optional<Kernels> kernels(Shape input) {
        int channels = input.length(-1) / choice.get(GROUPS);
        return Optional.of(new Kernels("kernel", 1, choice.get(KERNEL_SIZE), channels, choice.get(Conv2D.FILTERS)));
    }

    @Override
    public String words() {
        int stride = choice.get(STRIDES);
        return choice.get(Conv2D.FILTERS) + " @ " + choice.get(KERNEL_SIZE) + " " + choice.get(PADDING)
                + Neurons.activationWords(choice, " ")
                + (stride == 1 ? "" : " stride " + stride);
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Neurons.record(choice, scope, name -> scope.tape()
                .conv(name, x, scope.weights("kernel"), choice.get(Conv2D.FILTERS), slide(x.shape())));
    }
}
