package dev.steep.network.layer.noise;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Noise;
import dev.steep.tape.Value;

/** In training, each number gets a random one added, normal around 0. In prediction it does nothing. */
public record GaussianNoise(Choice choice) implements NoiseLayer {
    /** How large the random numbers are; changes apply at once. */
    public static final Knob<Double> STDDEV = Knob.real(
                    "stddev",
                    0.1,
                    0,
                    1,
                    "The standard deviation of the random numbers that are added in each training step.")
            .required()
            .whileTraining();

    public static final Kind KIND = LayerOptions.kind(
                    "GaussianNoise",
                    "Gaussian noise",
                    "Adds random numbers in each training step, so that the network learns what stays the same beneath them.",
                    STDDEV)
            .inKeras(KerasForm.call("layers.GaussianNoise"));

    private static final Expr SUM = Expr.input(0, "x").plus(Expr.input(1, "noise"));

    @Override
    public String words() {
        return "standard deviation " + Numbers.write(choice.get(STDDEV));
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        Value stddev = scope.live("stddev", choice.get(STDDEV));
        Value noise =
                scope.tape().noise(scope.name("noise"), Noise.Distribution.NORMAL, x.shape(), scope.stream(0), stddev);
        return Recorded.of(scope.tape().elementwise(scope.name("output"), SUM, x, noise));
    }
}
