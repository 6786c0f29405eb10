package dev.steep.network.layer.noise;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.math.expr.Expr;
import dev.steep.network.activation.Selu;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Noise;
import dev.steep.tape.Value;
import java.util.Optional;

/**
 * Dropout for selu (Klambauer and others 2017). In training, each number becomes p = -1.758, the lower end of selu, with probability
 * r; then all are multiplied by a = 1 / sqrt((1 - r) (1 + r p²)) and shifted by -a p r, so that mean 0 and variance 1 stay what they
 * are. In prediction it does nothing.
 */
public record AlphaDropout(Choice choice) implements NoiseLayer {
    /** What a number that is dropped becomes. */
    private static final double DROPPED = -Selu.ALPHA * Selu.SCALE;

    public static final Kind KIND = LayerOptions.kind(
                    "AlphaDropout",
                    "Alpha dropout",
                    "Dropout for selu networks: keeps mean and variance as they are while it drops numbers.",
                    Dropout.RATE)
            .inKeras(KerasForm.call("layers.AlphaDropout"));

    @Override
    public String words() {
        return Dropout.words(choice);
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        double r = choice.get(Dropout.RATE);
        double a = 1 / Math.sqrt((1 - r) * (1 + r * DROPPED * DROPPED));
        Value rate = scope.live("rate", Noise.probability(r));
        Value one = scope.live("one", 1);
        Value mask = scope.tape()
                .noise(scope.name("mask"), Noise.Distribution.BERNOULLI, x.shape(), scope.number(), rate, one);
        Expr kept = Expr.input(1, "kept");
        Expr dropped = Expr.input(0, "x").times(kept).plus(Expr.c(1).minus(kept).times(DROPPED));
        Value factor = scope.live("factor", a);
        Value shift = scope.live("shift", -a * DROPPED * r);
        Expr y = dropped.times(Expr.input(2, "a")).plus(Expr.input(3, "b"));
        Value output = scope.tape().elementwise(scope.name("output"), y, x, mask, factor, shift);
        return new Recorded(output, output, Optional.of(mask));
    }
}
