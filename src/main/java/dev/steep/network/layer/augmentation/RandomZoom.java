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
import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;

/**
 * In training, each image is shown smaller or larger, by a share of its own: it is read at {@code 1 + z} times the distance from its
 * centre, with z evenly between plus and minus the factor, so that a positive z zooms out. In prediction it does nothing.
 */
public record RandomZoom(Choice choice) implements ImageAugmentation {
    /** How far; changes apply at once. */
    public static final Knob<Double> HEIGHT_FACTOR = Knob.real(
                    "height_factor",
                    0.2,
                    0,
                    1,
                    "How far images are zoomed out and in at the most: with 0.2 they are read 20 % wider or narrower.")
            .required()
            .whileTraining();

    /** How far along the width, if not as far as along the height. */
    public static final Knob<Optional<Double>> WIDTH_FACTOR = Knob.real(
                    "width_factor", 0.2, 0, 1, "The same along the width; with None shapes keep their proportions.")
            .optional();

    public static final Kind KIND = LayerOptions.kind(
                    "RandomZoom",
                    "Random zoom",
                    "Zooms each image out or in a little in each training step, so that the network learns to read it at any size.",
                    HEIGHT_FACTOR,
                    WIDTH_FACTOR,
                    Resampling.FILL_MODE,
                    Resampling.INTERPOLATION,
                    Resampling.FILL_VALUE)
            .inKeras(KerasForm.call("layers.RandomZoom"));

    @Override
    public String words() {
        return "up to ±" + ImageAugmentation.percent(choice.get(HEIGHT_FACTOR)) + " "
                + choice.get(Resampling.FILL_MODE);
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        Value height = zoom(scope, "height", 0, choice.get(HEIGHT_FACTOR));
        Value width = choice.get(WIDTH_FACTOR)
                .map(factor -> zoom(scope, "width", 1, factor))
                .orElse(height);
        List<Expr> affine = zoom(Expr.input(0, "height"), Expr.input(1, "width"), x.shape());
        return Resampling.record(scope, choice, x, affine, height, width);
    }

    private static Value zoom(Scope scope, String name, int which, double most) {
        return Resampling.each(scope, name, which, 1 - most, 1 + most);
    }

    /** The transform that reads an image at so many times the distance from the point halfway between its first and last pixels. */
    static List<Expr> zoom(Expr height, Expr width, Shape image) {
        double y = (image.length(0) - 1) / 2.0;
        double x = (image.length(1) - 1) / 2.0;
        return List.of(
                width,
                c(0),
                c(1).minus(width).times(x),
                c(0),
                height,
                c(1).minus(height).times(y));
    }
}
