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
import dev.steep.network.layer.Resampling;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Sliding;
import dev.steep.tape.Resample;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Locale;

/** A larger image: each pixel becomes several, alike or in steps between the neighbours. */
public record UpSampling2D(Choice choice) implements Layer {
    /** How many times as high and wide. */
    public static final Knob<Pair> SIZE =
            Knob.pair("size", Pair.square(2), 1, Sliding.LARGEST, "How many times as high and as wide images become.");

    /** What stands between the pixels. */
    public static final Knob<String> INTERPOLATION = Knob.word(
            "interpolation",
            "nearest",
            List.of("nearest", "bilinear"),
            "What stands in the new pixels: the nearest old one, or a mixture of the four around the place.");

    public static final Kind KIND = LayerOptions.kind(
                    "UpSampling2D",
                    "Upsampling",
                    "Makes each image larger, as a decoder needs it: the opposite of pooling.",
                    SIZE,
                    INTERPOLATION)
            .inKeras(KerasForm.call("layers.UpSampling2D"));

    @Override
    public Outcome fit(Shape input) {
        return Sliding.isImage(input) ? new Outcome.Fits(larger(input)) : Sliding.needsImage("UpSampling2D", input);
    }

    private Shape larger(Shape input) {
        Pair size = choice.get(SIZE);
        return Shape.of(input.length(0) * size.height(), input.length(1) * size.width(), input.length(2));
    }

    @Override
    public String words() {
        return Sliding.sides(choice.get(SIZE)) + " " + choice.get(INTERPOLATION);
    }

    /** The middle of pixel i of n s pixels is at (i + 1/2) / s - 1/2 among n; beyond the border stands the pixel at the edge. */
    @Override
    public Recorded record(Scope scope, Value x) {
        double down = 1.0 / choice.get(SIZE).height();
        double across = 1.0 / choice.get(SIZE).width();
        double[] middles = {across, 0, across / 2 - 0.5, 0, down, down / 2 - 0.5};
        Resample.Interpolation read =
                Resample.Interpolation.valueOf(choice.get(INTERPOLATION).toUpperCase(Locale.ROOT));
        return Resampling.fixed(
                scope, x, middles, new Resample.Sampling(read, Resample.Fill.NEAREST, 0), larger(x.shape()));
    }
}
