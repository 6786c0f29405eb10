package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;

/** The same numbers, in the same order, under another shape. */
public record ReshapeLayer(Choice choice) implements Layer {
    private static final int MOST_AXES = 4;

    /** The shape of each sample. */
    public static final Knob<List<Integer>> TARGET_SHAPE = Knob.wholes(
                    "target_shape",
                    List.of(-1, 1),
                    -1,
                    1_000_000,
                    MOST_AXES,
                    "The lengths of the axes of each sample, such as 28, 28, 1; -1 stands for what is left over.")
            .required();

    public static final Kind KIND = LayerOptions.kind(
                    "Reshape",
                    "Reshape",
                    "Gives the same numbers another shape: a row becomes an image or a series, and the other way round.",
                    TARGET_SHAPE)
            .inKeras(KerasForm.call("layers.Reshape"));

    @Override
    public Outcome fit(Shape input) {
        List<Integer> target = choice.get(TARGET_SHAPE);
        long known = 1;
        int open = 0;
        for (int length : target) {
            open += length < 0 ? 1 : 0;
            known *= length < 0 ? 1 : Math.min(length, Integer.MAX_VALUE);
            known = Math.min(known, Integer.MAX_VALUE);
        }
        String asked = words();
        if (open > 1) {
            return fails("In the target_shape " + asked + " more than one length is -1, so none can be worked out.");
        }
        boolean fits = known > 0 && (open == 0 ? known == input.count() : input.count() % known == 0);
        if (!fits) {
            return fails(
                    Numbers.count(input.count(), "number") + " (" + input + ") cannot be laid out as " + asked + ", "
                            + (open == 0
                                    ? "which has " + Numbers.count(known, "number")
                                    : "since " + known + " does not divide " + input.count())
                            + ".");
        }
        List<Integer> lengths = new ArrayList<>();
        for (int length : target) {
            lengths.add(length < 0 ? (int) (input.count() / known) : length);
        }
        return new Outcome.Fits(Shape.of(lengths.stream().mapToInt(each -> each).toArray()));
    }

    private Outcome fails(String sentence) {
        return Outcome.fails(
                sentence + " Set target_shape to -1, 1 for a series of single numbers.",
                "Set target_shape to -1, 1",
                choice.with(TARGET_SHAPE, List.of(-1, 1)));
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    @Override
    public String words() {
        return String.join(
                " × ",
                choice.get(TARGET_SHAPE).stream()
                        .map(each -> each < 0 ? "?" : "" + each)
                        .toList());
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Shape shape = fit(x.shape()) instanceof Outcome.Fits fits ? fits.output() : x.shape();
        return Recorded.of(scope.tape().reshape(scope.name("output"), x, shape));
    }
}
