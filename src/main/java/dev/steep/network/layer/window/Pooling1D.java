package dev.steep.network.layer.window;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
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
import java.util.List;
import java.util.Optional;

/** One number of each stretch of a series, each channel by itself. */
public record Pooling1D(Choice choice, Form form) implements Layer {
    private static final Knob<Integer> POOL_SIZE =
            Knob.whole("pool_size", 2, 1, Series.LONGEST, "How many places of the series a window covers.");

    private static final Knob<Optional<Integer>> STRIDES = Knob.whole(
                    "strides",
                    2,
                    1,
                    Series.LONGEST,
                    "How many places the window moves from one output to the next; as many as it covers, if not set.")
            .optional();

    /** Which number. Names are those of Keras 3, {@code keras.layers}. */
    public enum Form {
        MAX(
                "MaxPooling1D MaxPool1D",
                "1-D max pooling",
                "Keeps the largest number under each window: a shorter series in which features may shift a little.",
                Pool.Operation.MAX),
        AVERAGE(
                "AveragePooling1D AvgPool1D",
                "1-D average pooling",
                "Keeps the mean of the numbers under each window: a shorter, smoother series.",
                Pool.Operation.AVERAGE);

        private final Kind kind;
        private final Pool.Operation operation;

        Form(String names, String title, String about, Pool.Operation operation) {
            Kind named = LayerOptions.kind(names, title, about, POOL_SIZE, STRIDES, Series.PADDING);
            kind = named.inKeras(KerasForm.call("layers." + named.name(), List.of(POOL_SIZE)));
            this.operation = operation;
        }

        /** Its name, explanation and parameters. */
        public Kind kind() {
            return kind;
        }

        /** The layer of this form that was picked. */
        public Layer layer(Choice choice) {
            return new Pooling1D(choice, this);
        }
    }

    @Override
    public Outcome fit(Shape input) {
        if (!Series.is(input)) {
            return Series.needed(choice, input);
        }
        Window window = slide(input);
        if (!Sliding.fits(window)) {
            return Outcome.fails(
                    "A pooling window of " + choice.get(POOL_SIZE) + " places does not fit into a series of " + input
                            + ". Pick a smaller pool_size, or remove this layer.",
                    "Remove it");
        }
        return Outcome.fits(window.columns().output(), input.length(-1));
    }

    private Window slide(Shape input) {
        int size = choice.get(POOL_SIZE);
        return Series.window(input, size, choice.get(STRIDES).orElse(size), 1, choice.get(Series.PADDING));
    }

    @Override
    public Optional<Window> window(Shape input) {
        return Optional.of(slide(input));
    }

    @Override
    public String words() {
        return "over " + choice.get(POOL_SIZE);
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Recorded.of(scope.tape().pool(scope.name("output"), form.operation, x, slide(x.shape())));
    }
}
