package dev.steep.network.layer.augmentation;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Resampling;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Pool;
import dev.steep.tape.Value;
import dev.steep.tape.Window;

/**
 * In training, each image gets more contrast, by a factor of its own: {@code (x - mean) f + mean}, each channel around its own mean. A
 * factor of 0.2 draws f between 1 and 1.2, as in Keras 3.15. In prediction it does nothing.
 */
public record RandomContrast(Choice choice) implements ImageAugmentation {
    /** How much; changes apply at once. */
    public static final Knob<Double> FACTOR = Knob.real(
                    "factor", 0.2, 0, 1, "How much contrast is added at the most: with 0.2 it grows by up to a fifth.")
            .required()
            .whileTraining();

    public static final Kind KIND = LayerOptions.kind(
                    "RandomContrast",
                    "Random contrast",
                    "Gives each image more contrast in each training step, so that the network does not rely on it.",
                    FACTOR,
                    Brightness.VALUE_RANGE)
            .inKeras(KerasForm.call("layers.RandomContrast"));

    @Override
    public String words() {
        return "up to +" + ImageAugmentation.percent(choice.get(FACTOR));
    }

    @Override
    public Choice usual() {
        return Brightness.usual(choice);
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        return record(scope, x, Resampling.each(scope, "contrast", 0, 1, 1 + choice.get(FACTOR)));
    }

    Recorded record(Scope scope, Value x, Value factor) {
        int rows = x.shape().length(0);
        int columns = x.shape().length(1);
        Window whole = new Window(Window.Axis.valid(rows, rows, 1, 1), Window.Axis.valid(columns, columns, 1, 1));
        Value mean = scope.tape().pool(scope.name("mean"), Pool.Operation.AVERAGE, x, whole);
        Expr centre = Expr.input(1, "mean");
        Expr changed =
                Expr.input(0, "x").minus(centre).times(Expr.input(2, "f")).plus(centre);
        return Recorded.of(
                scope.tape().elementwise(scope.name("output"), Brightness.kept(choice, changed), x, mean, factor));
    }
}
