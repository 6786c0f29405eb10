package dev.steep.network.layer.window;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.math.Shape;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Sliding;
import dev.steep.network.layer.Taps;
import dev.steep.tape.Pool;
import dev.steep.tape.Value;
import dev.steep.tape.Window;
import java.util.Optional;

/** The largest number under each window, each channel by itself. */
public record MaxPooling2D(Choice choice) implements Layer {
    public static final Kind KIND = LayerOptions.kind(
                    "MaxPooling2D MaxPool2D",
                    "Max pooling",
                    "Keeps the largest number under each window: a smaller image in which features may shift a little.",
                    Pooling.POOL_SIZE,
                    Pooling.STRIDES,
                    Sliding.PADDING)
            .inKeras(KerasForm.call("layers.MaxPooling2D"));

    @Override
    public Outcome fit(Shape input) {
        return Pooling.fit(choice, input);
    }

    @Override
    public Optional<Taps> taps(Shape input) {
        return window(input).map(window -> new Taps(Taps.Reduction.LARGEST, window));
    }

    @Override
    public Optional<Window> window(Shape input) {
        return Optional.of(Pooling.window(choice, input));
    }

    @Override
    public String words() {
        return Sliding.sides(choice.get(Pooling.POOL_SIZE));
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Window window = Pooling.window(choice, x.shape());
        return Recorded.of(scope.tape().pool(scope.name("output"), Pool.Operation.MAX, x, window));
    }
}
