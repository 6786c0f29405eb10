package dev.steep.network.layer.noise;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Noise;
import dev.steep.tape.Value;
import java.util.Optional;

/**
 * In training, each number is set to 0 with probability {@code rate}, and the others are multiplied by 1 / (1 - rate) so
 * that their sum stays about the same. In prediction it does nothing.
 */
public record Dropout(Choice choice) implements NoiseLayer {
    /** How many numbers are dropped; changes apply at once. */
    public static final Knob<Double> RATE = Knob.real(
                    "rate", 0.5, 0, 0.95, "Which part of the numbers is set to zero, at random, in each training step.")
            .required()
            .whileTraining();

    public static final Kind KIND = LayerOptions.kind(
                    "Dropout",
                    "Dropout",
                    "Drops a random part of the numbers in each training step, so that no neuron relies on a few others.",
                    RATE)
            .inKeras(KerasForm.call("layers.Dropout"));

    private static final Expr PRODUCT = Expr.input(0, "x").times(Expr.input(1, "mask"));

    @Override
    public String words() {
        return words(choice);
    }

    /** {@code rate 0.5}. */
    static String words(Choice choice) {
        return "rate " + Numbers.write(choice.get(RATE));
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        return drawn(choice, scope, x, x.shape());
    }

    /** Records it with random numbers of this shape for each sample; one that is smaller than x is repeated along its last axes. */
    static Recorded drawn(Choice choice, Scope scope, Value x, Shape shape) {
        Value rate = scope.live("rate", Noise.probability(choice.get(RATE)));
        Value kept = scope.live("kept", 1 / (1 - choice.get(RATE)));
        Value mask =
                scope.tape().noise(scope.name("mask"), Noise.Distribution.BERNOULLI, shape, scope.number(), rate, kept);
        Value y = scope.tape().elementwise(scope.name("output"), PRODUCT, x, mask);
        return new Recorded(y, y, Optional.of(mask));
    }
}
