package dev.steep.network.layer.window;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.network.activation.Activation;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.Neurons;
import dev.steep.network.layer.Sliding;
import dev.steep.tape.Window;
import java.util.Optional;

/** Kernels that slide over an image or along a series, and an activation behind them. */
interface Convolution extends Layer {
    /** The places that kernels are put at, over an image. */
    default Window slide(Shape input) {
        Choice choice = choice();
        return Sliding.window(
                input,
                choice.get(Conv2D.KERNEL_SIZE),
                choice.get(Conv2D.STRIDES),
                choice.get(Conv2D.DILATION_RATE),
                choice.get(Sliding.PADDING));
    }

    /** The knob of what stands beyond the edges. */
    default Knob<String> padding() {
        return Sliding.PADDING;
    }

    @Override
    default Optional<Window> window(Shape input) {
        return Optional.of(slide(input));
    }

    /** At how many places a kernel is put. */
    default long places(Shape input) {
        Window window = slide(input);
        return (long) window.rows().output() * window.columns().output();
    }

    @Override
    default long multiplyAdds(Shape input) {
        return places(input) * weights(input).get(0).count();
    }

    @Override
    default Optional<Knob<Choice>> activationKnob() {
        return Optional.of(Neurons.ACTIVATION);
    }

    @Override
    default Choice usual() {
        return choice().with(padding(), "same")
                .with(Neurons.ACTIVATION, Activation.RELU.kind().choice());
    }
}
