package dev.steep.network.layer.window;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Pair;
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
import java.util.List;
import java.util.Optional;

/** One number of each window of an image, each channel by itself. */
public record Pooling2D(Choice choice, Form form) implements Layer {
    private static final Knob<Pair> POOL_SIZE = Knob.pair(
            "pool_size", Pair.square(2), 1, Sliding.LARGEST, "How many pixels high and wide the windows are.");

    private static final Knob<Optional<Pair>> STRIDES = Knob.pair(
                    "strides",
                    Pair.square(2),
                    1,
                    Sliding.LARGEST,
                    "How many pixels the window moves from one place to the next; as many as it is wide, if not set.")
            .optional();

    /** Which number. Names are those of Keras 3, {@code keras.layers}. */
    public enum Form {
        MAX(
                "MaxPooling2D MaxPool2D",
                "Max pooling",
                "Keeps the largest number under each window: a smaller image in which features may shift a little.",
                List.of(),
                Pool.Operation.MAX,
                Taps.Reduction.LARGEST),
        AVERAGE(
                "AveragePooling2D AvgPool2D",
                "Average pooling",
                "Keeps the mean of the numbers under each window: a smaller, smoother image.",
                List.of(POOL_SIZE),
                Pool.Operation.AVERAGE,
                Taps.Reduction.MEAN);

        private final Kind kind;
        private final Pool.Operation operation;
        private final Taps.Reduction reduction;

        Form(
                String names,
                String title,
                String about,
                List<Knob<?>> saidInKeras,
                Pool.Operation operation,
                Taps.Reduction reduction) {
            Kind named = LayerOptions.kind(names, title, about, POOL_SIZE, STRIDES, Sliding.PADDING);
            kind = named.inKeras(KerasForm.call("layers." + named.name(), saidInKeras));
            this.operation = operation;
            this.reduction = reduction;
        }

        /** Its name, explanation and parameters. */
        public Kind kind() {
            return kind;
        }

        /** The layer of this form that was picked. */
        public Layer layer(Choice choice) {
            return new Pooling2D(choice, this);
        }
    }

    @Override
    public Outcome fit(Shape input) {
        if (!Sliding.isImage(input)) {
            return Sliding.needsImage(choice.kind().name(), input);
        }
        Window window = slide(input);
        if (!Sliding.fits(window)) {
            return Outcome.fails(
                    "A pooling window of " + choice.get(POOL_SIZE) + " pixels does not fit into an image of " + input
                            + ". Pick a smaller pool_size, or remove this layer.",
                    "Remove it");
        }
        return Outcome.fits(window.rows().output(), window.columns().output(), input.length(-1));
    }

    private Window slide(Shape input) {
        Pair size = choice.get(POOL_SIZE);
        Pair strides = choice.get(STRIDES).orElse(size);
        return Sliding.window(input, size, strides, Pair.square(1), choice.get(Sliding.PADDING));
    }

    @Override
    public Optional<Taps> taps(Shape input) {
        return Optional.of(new Taps(form.reduction, slide(input)));
    }

    @Override
    public Optional<Window> window(Shape input) {
        return Optional.of(slide(input));
    }

    @Override
    public String words() {
        return Sliding.sides(choice.get(POOL_SIZE));
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Recorded.of(scope.tape().pool(scope.name("output"), form.operation, x, slide(x.shape())));
    }
}
