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
import dev.steep.tape.Value;

/** In training, each image is made brighter or darker, by a share of the range of its own. In prediction it does nothing. */
public record RandomBrightness(Choice choice) implements ImageAugmentation {
    /** How much; changes apply at once. */
    public static final Knob<Double> FACTOR = Knob.real(
                    "factor",
                    0.2,
                    0,
                    1,
                    "How much brighter or darker images become at the most, as a share of value_range.")
            .required()
            .whileTraining();

    public static final Kind KIND = LayerOptions.kind(
                    "RandomBrightness",
                    "Random brightness",
                    "Makes each image brighter or darker in each training step, so that the network does not rely on the light.",
                    FACTOR,
                    Brightness.VALUE_RANGE)
            .inKeras(KerasForm.call("layers.RandomBrightness"));

    @Override
    public String words() {
        return "up to ±" + ImageAugmentation.percent(choice.get(FACTOR));
    }

    @Override
    public Choice usual() {
        return Brightness.usual(choice);
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        double most = choice.get(FACTOR) * (Brightness.high(choice) - Brightness.low(choice));
        Value more = Resampling.each(scope, "more", 0, -most, most);
        return Recorded.of(scope.tape().elementwise(scope.name("output"), brighter(choice), x, more));
    }

    /** Over a pixel x and how much is added. */
    static Expr brighter(Choice choice) {
        return Brightness.kept(choice, Expr.input(0, "x").plus(Expr.input(1, "more")));
    }
}
