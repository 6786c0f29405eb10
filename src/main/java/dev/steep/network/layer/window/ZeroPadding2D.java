package dev.steep.network.layer.window;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
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

/** Rows and columns of zeros around an image. */
public record ZeroPadding2D(Choice choice) implements Layer {
    /** How many zeros: one number for all sides, two for height and width, or four. */
    public static final Knob<List<Integer>> PADDING = Knob.wholes(
            "padding",
            List.of(1),
            0,
            Sliding.LARGEST,
            4,
            "How many pixels of zeros: one number for all sides; height, width; or top, bottom, left, right.");

    public static final Kind KIND = LayerOptions.kind(
                    "ZeroPadding2D",
                    "Zero padding",
                    "Puts zeros around each image, so that what follows sees its border as often as its middle.",
                    PADDING)
            .inKeras((choice, script) -> {
                String call = KerasForm.call("layers.ZeroPadding2D").of(choice, script);
                List<Integer> given = choice.get(PADDING);
                return switch (given.size()) {
                    case 1 -> call.replace("=" + script.value(given), "=" + given.get(0));
                    case 4 ->
                        call.replace(
                                "=" + script.value(given),
                                "=((" + given.get(0) + ", " + given.get(1) + "), (" + given.get(2) + ", " + given.get(3)
                                        + "))");
                    default -> call;
                };
            });

    @Override
    public Outcome fit(Shape input) {
        if (!Sliding.isImage(input)) {
            return Sliding.needsImage("ZeroPadding2D", input);
        }
        if (choice.get(PADDING).size() == 3) {
            return Outcome.fails(
                    "ZeroPadding2D takes one, two or four numbers, but padding is " + words()
                            + ". Give top, bottom, left and right.",
                    "Set padding to 1",
                    choice.with(PADDING, List.of(1)));
        }
        return Outcome.fits(input.length(0) + side(0) + side(1), input.length(1) + side(2) + side(3), input.length(-1));
    }

    /** Of top, bottom, left and right, in this order. */
    private int side(int which) {
        List<Integer> given = choice.get(PADDING);
        return switch (given.size()) {
            case 1 -> given.get(0);
            case 2 -> given.get(which / 2);
            default -> given.get(which);
        };
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    @Override
    public String words() {
        return String.join(
                ", ", choice.get(PADDING).stream().map(each -> "" + each).toList());
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Shape shape = Shape.of(
                x.shape().length(0) + side(0) + side(1),
                x.shape().length(1) + side(2) + side(3),
                x.shape().length(2));
        double[] shift = {1, 0, -side(2), 0, 1, -side(0)};
        return Resampling.fixed(
                scope,
                x,
                shift,
                new Resample.Sampling(Resample.Interpolation.NEAREST, Resample.Fill.CONSTANT, 0),
                shape);
    }
}
