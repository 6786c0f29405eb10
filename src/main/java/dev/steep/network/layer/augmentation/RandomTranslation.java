package dev.steep.network.layer.augmentation;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.neg;

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
import dev.steep.tape.Value;
import java.util.List;

/** In training, each image is shifted, down and to the right, by shares of its own. In prediction it does nothing. */
public record RandomTranslation(Choice choice) implements ImageAugmentation {
    /** How far images are shifted up or down; changes apply at once. */
    public static final Knob<Double> HEIGHT_FACTOR = Knob.real(
                    "height_factor",
                    0.1,
                    0,
                    1,
                    "How far images are shifted up or down at the most, as a share of their height.")
            .required()
            .whileTraining();

    /** How far images are shifted to the left or right; changes apply at once. */
    public static final Knob<Double> WIDTH_FACTOR = Knob.real(
                    "width_factor",
                    0.1,
                    0,
                    1,
                    "How far images are shifted to the left or right at the most, as a share of their width.")
            .required()
            .whileTraining();

    public static final Kind KIND = LayerOptions.kind(
                    "RandomTranslation",
                    "Random translation",
                    "Shifts each image a little in each training step, so that the network learns to read it in any place.",
                    HEIGHT_FACTOR,
                    WIDTH_FACTOR,
                    Resampling.FILL_MODE,
                    Resampling.INTERPOLATION,
                    Resampling.FILL_VALUE)
            .inKeras(KerasForm.call("layers.RandomTranslation"));

    @Override
    public String words() {
        return "up to " + ImageAugmentation.percent(choice.get(HEIGHT_FACTOR)) + " × "
                + ImageAugmentation.percent(choice.get(WIDTH_FACTOR)) + " " + choice.get(Resampling.FILL_MODE);
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        Value down =
                shift(scope, "down", 0, choice.get(HEIGHT_FACTOR) * x.shape().length(0));
        Value right =
                shift(scope, "right", 1, choice.get(WIDTH_FACTOR) * x.shape().length(1));
        List<Expr> affine = shift(Expr.input(0, "down"), Expr.input(1, "right"));
        return Resampling.record(scope, choice, x, affine, down, right);
    }

    private static Value shift(Scope scope, String name, int which, double most) {
        Value low = scope.live(name + "/low", -most);
        Value high = scope.live(name + "/high", most);
        return scope.tape()
                .noise(scope.name(name), Noise.Distribution.UNIFORM, Shape.of(1), scope.stream(which), low, high);
    }

    /** The transform that shifts an image by so many pixels. */
    public static List<Expr> shift(Expr down, Expr right) {
        return List.of(c(1), c(0), neg(right), c(0), c(1), neg(down));
    }
}
