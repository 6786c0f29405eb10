package dev.steep.network.layer.augmentation;

import static dev.steep.math.expr.Expr.c;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Resampling;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Noise;
import dev.steep.tape.Resample;
import dev.steep.tape.Value;
import java.util.List;

/** In training, every second image, drawn by chance, is turned over. In prediction it does nothing. Arithmetic of Keras 3.15. */
public record RandomFlip(Choice choice) implements ImageAugmentation {
    /** Over which axis. */
    public static final Knob<String> MODE = Knob.word(
            "mode",
            "horizontal_and_vertical",
            List.of("horizontal", "vertical", "horizontal_and_vertical"),
            "Whether left and right, top and bottom, or both at once, which is half a turn, change places.");

    public static final Kind KIND = LayerOptions.kind(
                    "RandomFlip",
                    "Random flip",
                    "Turns half of the images over in each training step, for things that look the same in a mirror.",
                    MODE)
            .inKeras(KerasForm.call("layers.RandomFlip"));

    private static final Resample.Sampling WHOLE_PIXELS =
            new Resample.Sampling(Resample.Interpolation.NEAREST, Resample.Fill.NEAREST, 0);

    @Override
    public String words() {
        return choice.get(MODE).replace('_', ' ');
    }

    @Override
    public Choice usual() {
        return choice.with(MODE, "horizontal");
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        Value half = scope.live("half", 0.5);
        Value one = scope.live("one", 1);
        Value flipped = scope.tape()
                .noise(scope.name("flipped"), Noise.Distribution.BERNOULLI, Shape.of(1), scope.stream(0), half, one);
        Shape shape = x.shape();
        return Recorded.of(Resampling.read(
                scope,
                "output",
                x,
                WHOLE_PIXELS,
                shape,
                flip(choice.get(MODE), Expr.input(0, "flipped"), shape),
                flipped));
    }

    /** The transform that turns an image over where {@code flipped} is 1, and leaves it where it is 0. */
    static List<Expr> flip(String mode, Expr flipped, Shape image) {
        Expr columns = mode.startsWith("horizontal") ? flipped : c(0);
        Expr rows = mode.endsWith("vertical") ? flipped : c(0);
        return List.of(
                c(1).minus(columns.times(2)),
                c(0),
                columns.times(image.length(1) - 1),
                c(0),
                c(1).minus(rows.times(2)),
                rows.times(image.length(0) - 1));
    }
}
