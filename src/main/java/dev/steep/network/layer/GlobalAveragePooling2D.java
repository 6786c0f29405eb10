package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.tape.Pool;
import dev.steep.tape.Value;
import dev.steep.tape.Window;

/** The mean of each channel over the whole image: a row of channels. */
public record GlobalAveragePooling2D(Choice choice) implements Layer {
    public static final Kind KIND = LayerOptions.kind(
                    "GlobalAveragePooling2D GlobalAvgPool2D",
                    "Global average pooling",
                    "Keeps one number of each feature map, its mean: how much of the feature there is, wherever it is.")
            .inKeras(KerasForm.call("layers.GlobalAveragePooling2D"));

    @Override
    public Outcome fit(Shape input) {
        return Sliding.isImage(input)
                ? Outcome.fits(input.length(-1))
                : Sliding.needsImage("GlobalAveragePooling2D", input);
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Pair whole = new Pair(x.shape().length(0), x.shape().length(1));
        Window window = Sliding.window(x.shape(), whole, Pair.square(1), Pair.square(1), "valid");
        Value mean = scope.tape().pool(scope.name("mean"), Pool.Operation.AVERAGE, x, window);
        return Recorded.of(scope.tape()
                .reshape(scope.name("output"), mean, Shape.of(x.shape().length(2))));
    }
}
