package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Value;

/** Each number times scale, plus offset. */
public record RescalingLayer(Choice choice) implements Layer {
    private static final double LARGEST = 1e6;

    /** What numbers are multiplied by. */
    public static final Knob<Double> SCALE = Knob.real(
                    "scale", 2, -LARGEST, LARGEST, "What each number is multiplied by; 0.00392157 is 1/255.")
            .required();

    /** What is added then. */
    public static final Knob<Double> OFFSET =
            Knob.real("offset", 0, -LARGEST, LARGEST, "What is added to each number after that.");

    public static final Kind KIND = LayerOptions.kind(
                    "Rescaling",
                    "Rescaling",
                    "Multiplies and shifts all numbers, so that the data's range suits the network.",
                    SCALE,
                    OFFSET)
            .inKeras(KerasForm.call("layers.Rescaling"));

    @Override
    public Outcome fit(Shape input) {
        return new Outcome.Fits(input);
    }

    @Override
    public String words() {
        double offset = choice.get(OFFSET);
        return "× " + Numbers.write(choice.get(SCALE))
                + (offset == 0 ? "" : (offset < 0 ? " − " : " + ") + Numbers.write(Math.abs(offset)));
    }

    /** From 0 to 1, which is how images come, to -1 to 1. */
    @Override
    public Choice usual() {
        return choice.with(SCALE, 2.0).with(OFFSET, -1.0);
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Expr y = Expr.input(0, "x").times(choice.get(SCALE)).plus(choice.get(OFFSET));
        return Recorded.of(scope.tape().elementwise(scope.name("output"), y, x));
    }
}
