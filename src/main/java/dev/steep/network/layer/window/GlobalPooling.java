package dev.steep.network.layer.window;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Pair;
import dev.steep.math.Shape;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Sliding;
import dev.steep.tape.Pool;
import dev.steep.tape.Value;
import dev.steep.tape.Window;

/** One number of each channel of a whole image, or of a whole series: a row of channels. */
public record GlobalPooling(Choice choice, Form form) implements Layer {
    /** Which number. Names are those of Keras 3, {@code keras.layers}. */
    public enum Form {
        AVERAGE_2D(
                "GlobalAveragePooling2D GlobalAvgPool2D",
                "Global average pooling",
                "Keeps one number of each feature map, its mean: how much of the feature there is, wherever it is.",
                Pool.Operation.AVERAGE,
                false),
        MAX_2D(
                "GlobalMaxPooling2D GlobalMaxPool2D",
                "Global max pooling",
                "Keeps one number of each feature map, the largest: whether the feature is there at all, wherever it is.",
                Pool.Operation.MAX,
                false),
        AVERAGE_1D(
                "GlobalAveragePooling1D GlobalAvgPool1D",
                "1-D global average pooling",
                "Keeps one number of each channel of a series, its mean: how much of the feature there is, whenever it is.",
                Pool.Operation.AVERAGE,
                true),
        MAX_1D(
                "GlobalMaxPooling1D GlobalMaxPool1D",
                "1-D global max pooling",
                "Keeps one number of each channel of a series, the largest: whether the feature is there, whenever it is.",
                Pool.Operation.MAX,
                true);

        private final Kind kind;
        private final Pool.Operation operation;
        private final boolean series;

        Form(String names, String title, String about, Pool.Operation operation, boolean series) {
            Kind named = LayerOptions.kind(names, title, about);
            kind = named.inKeras(KerasForm.call("layers." + named.name()));
            this.operation = operation;
            this.series = series;
        }

        /** Its name and explanation. */
        public Kind kind() {
            return kind;
        }

        /** The layer of this form that was picked. */
        public Layer layer(Choice choice) {
            return new GlobalPooling(choice, this);
        }
    }

    @Override
    public Outcome fit(Shape input) {
        if (form.series) {
            return Series.is(input) ? Outcome.fits(input.length(-1)) : Series.needed(choice, input);
        }
        return Sliding.isImage(input)
                ? Outcome.fits(input.length(-1))
                : Sliding.needsImage(choice.kind().name(), input);
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Shape shape = x.shape();
        Window window = form.series
                ? Series.window(shape, shape.length(0), 1, 1, "valid")
                : Sliding.window(
                        shape, new Pair(shape.length(0), shape.length(1)), Pair.square(1), Pair.square(1), "valid");
        String name = form.operation == Pool.Operation.AVERAGE ? "mean" : "largest";
        Value each = scope.tape().pool(scope.name(name), form.operation, x, window);
        return Recorded.of(scope.tape().reshape(scope.name("output"), each, Shape.of(shape.length(-1))));
    }
}
