package dev.steep.network.layer;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Noise;
import dev.steep.tape.Resample;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What layers that read images at other places have in common. Names, defaults and arithmetic are those of Keras 3.15. */
public final class Resampling {
    /** What is read beyond the edge of an image. */
    public static final Knob<String> FILL_MODE = Knob.word(
            "fill_mode",
            "reflect",
            List.of("reflect", "constant", "nearest", "wrap"),
            "What stands beyond the border: the image turned over, a number, the pixel at the edge, or the image again.");

    /** How a number between pixels is read. */
    public static final Knob<String> INTERPOLATION = Knob.word(
            "interpolation",
            "bilinear",
            List.of("bilinear", "nearest"),
            "What is read between pixels: a mixture of the four around the place, or the nearest one.");

    /** What a constant {@link #FILL_MODE} reads. */
    public static final Knob<Double> FILL_VALUE = Knob.real(
            "fill_value",
            0,
            -10,
            10,
            "The number beyond the border, with fill_mode constant; as prepared, not as raw data.");

    private static final List<String> NAMES = List.of("a0", "a1", "a2", "b0", "b1", "b2");

    private Resampling() {}

    /** An image keeps its shape; nothing else is taken. */
    public static Outcome fit(String layer, Shape input) {
        return Sliding.isImage(input)
                ? new Outcome.Fits(input)
                : Outcome.fails(
                        layer + " moves images of height × width × channels, but is given "
                                + Numbers.count(input.count(), "number")
                                + " in a row. Put it before Flatten and Dense layers, or pick data with images.",
                        "Remove it");
    }

    /**
     * Records x, each image read at other places.
     *
     * @param affine the six numbers of {@link Resample#transform}, as formulas over the random numbers
     * @param random one for each image, drawn anew in each step
     */
    public static Recorded record(Scope scope, Choice choice, Value x, List<Expr> affine, Value... random) {
        List<Value> numbers = new ArrayList<>();
        for (Expr number : affine) {
            numbers.add(scope.tape().elementwise(scope.name("transform/" + NAMES.get(numbers.size())), number, random));
        }
        Value transform = scope.tape().concatenate(scope.name("transform"), 0, numbers);
        return Recorded.of(scope.tape().resample(scope.name("output"), x, transform, reading(choice), x.shape()));
    }

    /** A number for each image, evenly between two that may change while training. */
    public static Value each(Scope scope, String name, int which, double low, double high) {
        Value from = scope.live(name + "/low", low);
        Value to = scope.live(name + "/high", high);
        return scope.tape()
                .noise(scope.name(name), Noise.Distribution.UNIFORM, Shape.of(1), scope.stream(which), from, to);
    }

    /**
     * Records x, each image read at other places, into images of other sides.
     *
     * @param affine formulas over what is given of each image
     */
    public static Value read(
            Scope scope, String name, Value x, Resample.Sampling how, Shape shape, List<Expr> affine, Value... given) {
        List<Value> numbers = new ArrayList<>();
        for (Expr number : affine) {
            numbers.add(scope.tape().elementwise(scope.name(name + "/" + NAMES.get(numbers.size())), number, given));
        }
        Value transform = scope.tape().concatenate(scope.name(name + "/transform"), 0, numbers);
        return scope.tape().resample(scope.name(name), x, transform, how, shape);
    }

    /**
     * Records x, all images read at the same other places.
     *
     * @param affine the six numbers of {@link Resample#transform}
     */
    public static Recorded fixed(Scope scope, Value x, double[] affine, Resample.Sampling reading, Shape shape) {
        List<Value> numbers = new ArrayList<>();
        for (double number : affine) {
            numbers.add(scope.tape().constant(scope.name("transform/" + NAMES.get(numbers.size())), number));
        }
        Value transform = scope.tape().concatenate(scope.name("transform"), 0, numbers);
        return Recorded.of(scope.tape().resample(scope.name("output"), x, transform, reading, shape));
    }

    private static Resample.Sampling reading(Choice choice) {
        return new Resample.Sampling(
                Resample.Interpolation.valueOf(choice.get(INTERPOLATION).toUpperCase(Locale.ROOT)),
                Resample.Fill.valueOf(choice.get(FILL_MODE).toUpperCase(Locale.ROOT)),
                choice.get(FILL_VALUE));
    }
}
