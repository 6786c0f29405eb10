package dev.steep.network.layer.augmentation;

import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.tape.Noise;
import dev.steep.tape.Program;
import dev.steep.tape.Resample;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Images that are turned, zoomed, shifted and then made noisy on purpose, each by how much it is said: the arithmetic of
 * RandomRotation, RandomZoom, RandomTranslation and GaussianNoise, in this order, with Keras' way beyond the border (reflected) and between pixels (bilinear).
 *
 * @@ * @param output the changed image
 */
public record ImageChange(Program program, Value output) {
    private static final Resample.Sampling READING =
            new Resample.Sampling(Resample.Interpolation.BILINEAR, Resample.Fill.REFLECT, 0);

    /** What is done to images; what is not costs nothing. */
    public record Wanted(boolean turned, boolean zoomed, boolean shifted, boolean noisy) {}

    /** Of images of height × width × channels. */
    public static ImageChange of(Shape image, Wanted wanted) {
        Tape tape = new Tape();
        Value x = tape.input("input", image);
        Value target = tape.input("target", Shape.of(1));
        Value y = x;
        if (wanted.turned) {
            y = moved(tape, "turned", y, RandomRotation.turn(Expr.input(0, "angle"), image), exactly(tape, "angle"));
        }
        if (wanted.zoomed) {
            Expr factor = Expr.input(0, "zoom");
            y = moved(tape, "zoomed", y, RandomZoom.zoom(factor, factor, image), exactly(tape, "zoom"));
        }
        if (wanted.shifted) {
            List<Expr> shift = RandomTranslation.shift(Expr.input(0, "down"), Expr.input(1, "right"));
            y = moved(tape, "shifted", y, shift, exactly(tape, "down"), exactly(tape, "right"));
        }
        if (wanted.noisy) {
            Value noise = tape.noise("noise", Noise.Distribution.NORMAL, image, 0, tape.scalar("stddev"));
            y = tape.elementwise("output", Expr.input(0, "x").plus(Expr.input(1, "noise")), y, noise);
        }
        Value sum = tape.sum("sum", y);
        Program.Ends ends = new Program.Ends(x, target, y, sum, sum);
        return new ImageChange(new Program(tape, ends, tape, ends), y);
    }

    /** A number for each image, as layers draw one, but from a range that is a single number. */
    private static Value exactly(Tape tape, String name) {
        Value scalar = tape.scalar(name);
        return tape.noise(name + "/each", Noise.Distribution.UNIFORM, Shape.of(1), 0, scalar, scalar);
    }

    private static Value moved(Tape tape, String name, Value x, List<Expr> affine, Value... by) {
        List<Value> numbers = new ArrayList<>();
        for (Expr number : affine) {
            numbers.add(tape.elementwise(name + "/transform_" + numbers.size(), number, by));
        }
        Value transform = tape.concatenate(name + "/transform", 0, numbers);
        return tape.resample(name, x, transform, READING, x.shape());
    }
}
