package dev.steep.network.layer.augmentation;

import static dev.steep.math.expr.Expr.c;
import static dev.steep.math.expr.Expr.exp;
import static dev.steep.math.expr.Expr.less;
import static dev.steep.math.expr.Expr.select;
import static dev.steep.math.expr.Functions.square;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Resampling;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Resample;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * In training, some images are blurred: each pixel becomes the mean of its neighbours, weighted by {@code exp(-d² / (2 sigma²))} along
 * each axis, with 0 beyond the border. An image is blurred with a probability that is itself drawn between 0 and the factor. In
 * prediction it does nothing. Arithmetic of Keras 3.15, which draws the two sigmas once for a whole batch and not for each image.
 */
public record RandomGaussianBlur(Choice choice) implements ImageAugmentation {
    /** How many images are blurred. */
    public static final Knob<Double> FACTOR = Knob.real(
                    "factor",
                    1,
                    0,
                    1,
                    "The largest probability with which an image is blurred: with 1 about half of them are.")
            .whileTraining();

    /** How far neighbours reach. */
    public static final Knob<Integer> KERNEL_SIZE =
            Knob.whole("kernel_size", 3, 1, 9, "How many pixels wide the neighbourhood is: an odd number.");

    /** How blurred they are. */
    public static final Knob<Double> SIGMA = Knob.real(
                    "sigma",
                    1,
                    0,
                    1,
                    "The largest standard deviation, in pixels, of the bell that neighbours are weighted by.")
            .whileTraining();

    public static final Kind KIND = LayerOptions.kind(
                    "RandomGaussianBlur",
                    "Random blur",
                    "Blurs some images in each training step, so that the network does not rely on the finest details.",
                    FACTOR,
                    KERNEL_SIZE,
                    SIGMA,
                    Brightness.VALUE_RANGE)
            .inKeras(KerasForm.call("layers.RandomGaussianBlur"));

    private static final Resample.Sampling NEIGHBOUR =
            new Resample.Sampling(Resample.Interpolation.NEAREST, Resample.Fill.CONSTANT, 0);

    /** Keras' own: no division by 0. */
    private static final double LEAST = 1e-6;

    @Override
    public Outcome fit(Shape input) {
        return choice.get(KERNEL_SIZE) % 2 == 1
                ? ImageAugmentation.super.fit(input)
                : Outcome.fails(
                        "RandomGaussianBlur needs a kernel_size that is odd, so that there is a pixel in the middle, but it is "
                                + choice.get(KERNEL_SIZE) + ". Set it to " + (choice.get(KERNEL_SIZE) + 1) + ".",
                        "Set kernel_size to " + (choice.get(KERNEL_SIZE) + 1),
                        choice.with(KERNEL_SIZE, choice.get(KERNEL_SIZE) + 1));
    }

    @Override
    public String words() {
        return choice.get(KERNEL_SIZE) + " px, sigma up to " + Numbers.write(choice.get(SIGMA));
    }

    @Override
    public Choice usual() {
        return Brightness.usual(choice);
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        Value probability = Resampling.each(scope, "probability", 0, 0, choice.get(FACTOR));
        Value threshold = Resampling.each(scope, "threshold", 1, 0, 1);
        double most = choice.get(SIGMA) + LEAST;
        Value across = Resampling.each(scope, "sigma_x", 2, LEAST, most);
        Value down = Resampling.each(scope, "sigma_y", 3, LEAST, most);
        Value blurred = blurred(scope, x, down, across);
        Expr picked = select(
                less(Expr.input(2, "threshold"), Expr.input(3, "probability")),
                Expr.input(1, "blurred"),
                Expr.input(0, "x"));
        return Recorded.of(scope.tape()
                .elementwise(
                        scope.name("output"), Brightness.kept(choice, picked), x, blurred, threshold, probability));
    }

    /** Each image blurred by sigmas of its own, one axis after the other. */
    Value blurred(Scope scope, Value x, Value down, Value across) {
        return along(scope, "columns", along(scope, "rows", x, down, true), across, false);
    }

    private Value along(Scope scope, String name, Value x, Value sigma, boolean rows) {
        int reach = choice.get(KERNEL_SIZE) / 2;
        List<Value> parts = new ArrayList<>();
        Expr sum = c(0);
        Expr weights = c(0);
        for (int d = -reach; d <= reach; d++) {
            int place = parts.size();
            parts.add(
                    d == 0
                            ? x
                            : neighbour(
                                    scope, name + "_" + (d < 0 ? "before" : "after") + Math.abs(d), x, sigma, rows, d));
            Expr weight = exp(c(-0.5 * d * d).over(square(Expr.input(2 * reach + 1, "sigma"))));
            weights = weights.plus(weight);
            sum = sum.plus(Expr.input(place, "p" + place).times(weight));
        }
        parts.add(sigma);
        return scope.tape().elementwise(scope.name(name), sum.over(weights).simplify(), parts.toArray(Value[]::new));
    }

    /** The images moved by so many whole pixels. */
    private static Value neighbour(Scope scope, String name, Value x, Value each, boolean rows, int by) {
        List<Expr> affine = List.of(c(1), c(0), c(rows ? 0 : by), c(0), c(1), c(rows ? by : 0));
        return Resampling.read(scope, name, x, NEIGHBOUR, x.shape(), affine, each);
    }
}
