package dev.steep.network.layer.augmentation;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.floor;
import static dev.steep.math.expr.Expr.min;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Resampling;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Resample;
import dev.steep.tape.Value;
import java.util.List;

/**
 * In training, a window of each image, at a place of its own. In prediction, and of images that are no larger than the window, the
 * largest window around the centre that has the same proportions, resized: so Keras' documentation has it.
 */
public record RandomCrop(Choice choice) implements Layer {
    /** The window's height. */
    public static final Knob<Integer> HEIGHT =
            Knob.whole("height", 24, 1, 1024, "How many rows the window has.").required();

    /** The window's width. */
    public static final Knob<Integer> WIDTH =
            Knob.whole("width", 24, 1, 1024, "How many columns the window has.").required();

    public static final Kind KIND = LayerOptions.kind(
                    "RandomCrop",
                    "Random crop",
                    "Cuts a window out of each image, elsewhere in each training step; in prediction it is the middle, resized.",
                    HEIGHT,
                    WIDTH)
            .inKeras((choice, script) -> {
                script.note("Keras draws one place for a whole batch, and Keras 3.15 does not crop in prediction.");
                return KerasForm.call("layers.RandomCrop").of(choice, script);
            });

    private static final Resample.Sampling WHOLE_PIXELS =
            new Resample.Sampling(Resample.Interpolation.NEAREST, Resample.Fill.NEAREST, 0);
    private static final Resample.Sampling MIXED =
            new Resample.Sampling(Resample.Interpolation.BILINEAR, Resample.Fill.NEAREST, 0);

    @Override
    public Outcome fit(Shape input) {
        return Resampling.fit("RandomCrop", input) instanceof Outcome.Fails fails
                ? fails
                : Outcome.fits(choice.get(HEIGHT), choice.get(WIDTH), input.length(2));
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public String words() {
        return choice.get(HEIGHT) + " × " + choice.get(WIDTH);
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        int height = choice.get(HEIGHT);
        int width = choice.get(WIDTH);
        int rows = x.shape().length(0);
        int columns = x.shape().length(1);
        if (scope.training() && rows > height && columns > width) {
            Value top = Resampling.each(scope, "top", 0, 0, rows - height + 1.0);
            Value left = Resampling.each(scope, "left", 1, 0, columns - width + 1.0);
            List<Expr> affine = List.of(c(1), c(0), place(1, columns - width), c(0), c(1), place(0, rows - height));
            return Recorded.of(
                    Resampling.read(scope, "output", x, WHOLE_PIXELS, sides(x, height, width), affine, top, left));
        }
        return Recorded.of(resized(scope, x, height, width));
    }

    /** A whole place up to the last; float32 may round a number just below the end up to it. */
    private static Expr place(int input, int last) {
        return min(floor(Expr.input(input, "place")), c(last));
    }

    private static Shape sides(Value x, int height, int width) {
        return Shape.of(height, width, x.shape().length(2));
    }

    private static Value resized(Scope scope, Value x, int height, int width) {
        int rows = x.shape().length(0);
        int columns = x.shape().length(1);
        int high = Math.max(1, Math.min(rows, (int) ((double) columns * height / width)));
        int wide = Math.max(1, Math.min(columns, (int) ((double) rows * width / height)));
        Value each = scope.tape().reshape(scope.name("each"), scope.tape().sumEach(scope.name("sum"), x), Shape.of(1));
        Value middle = x;
        if (high < rows || wide < columns) {
            List<Expr> shift = List.of(c(1), c(0), c((columns - wide) / 2), c(0), c(1), c((rows - high) / 2));
            middle = Resampling.read(scope, "middle", x, WHOLE_PIXELS, sides(x, high, wide), shift, each);
        }
        if (high == height && wide == width) {
            return middle;
        }
        double across = (double) wide / width;
        double down = (double) high / height;
        List<Expr> scale = List.of(c(across), c(0), c(across / 2 - 0.5), c(0), c(down), c(down / 2 - 0.5));
        return Resampling.read(scope, "output", middle, MIXED, sides(x, height, width), scale, each);
    }
}
