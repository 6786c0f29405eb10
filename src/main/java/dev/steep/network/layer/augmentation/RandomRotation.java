package dev.steep.network.layer.augmentation;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.cos;
import static dev.steep.math.expr.Expr.neg;
import static dev.steep.math.expr.Expr.sin;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Resampling;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Noise;
import dev.steep.tape.Value;
import java.util.List;

/** In training, each image is turned about its centre, by an angle of its own. In prediction it does nothing. */
public record RandomRotation(Choice choice) implements ImageAugmentation {
    /** How far images are turned; changes apply at once. */
    public static final Knob<Double> FACTOR = Knob.real(
                    "factor",
                    0.1,
                    0,
                    1,
                    "How far images are turned at the most, to either side, as a share of a whole turn: 0.1 is 36 degrees.")
            .required()
            .whileTraining();

    public static final Kind KIND = LayerOptions.kind(
                    "RandomRotation",
                    "Random rotation",
                    "Turns each image a little in each training step, so that the network learns to read it at any angle.",
                    FACTOR,
                    Resampling.FILL_MODE,
                    Resampling.INTERPOLATION,
                    Resampling.FILL_VALUE)
            .inKeras(KerasForm.call("layers.RandomRotation"));

    @Override
    public String words() {
        return "up to " + Numbers.write(Math.rint(3600 * choice.get(FACTOR)) / 10) + "° "
                + choice.get(Resampling.FILL_MODE);
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        double most = 2 * Math.PI * choice.get(FACTOR);
        Value low = scope.live("low", -most);
        Value high = scope.live("high", most);
        Value angle = scope.tape()
                .noise(scope.name("angle"), Noise.Distribution.UNIFORM, Shape.of(1), scope.stream(0), low, high);
        return Resampling.record(scope, choice, x, turn(Expr.input(0, "angle"), x.shape()), angle);
    }

    /** The transform that turns an image counterclockwise, about the point halfway between its first and its last pixels. */
    public static List<Expr> turn(Expr angle, Shape image) {
        Expr x = c((image.length(1) - 1) / 2.0);
        Expr y = c((image.length(0) - 1) / 2.0);
        return List.of(
                cos(angle),
                neg(sin(angle)),
                x.minus(x.times(cos(angle))).plus(y.times(sin(angle))),
                sin(angle),
                cos(angle),
                y.minus(x.times(sin(angle))).minus(y.times(cos(angle))));
    }
}
