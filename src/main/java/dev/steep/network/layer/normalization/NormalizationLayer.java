package dev.steep.network.layer.normalization;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.layer.Axes;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Weights;
import dev.steep.network.weight.Initializer;
import dev.steep.tape.Value;
import java.util.List;
import java.util.Optional;

/**
 * Brings each channel, of a table each column, to mean 0 and variance 1: (x - mean) / max(sqrt(variance), 1e-7), with the mean and the
 * variance that it has in the training part. They are measured before the first step, as Keras' {@code adapt} does, and no step
 * changes them.
 */
public record NormalizationLayer(Choice choice) implements Layer {
    /** Keras' {@code keras.config.epsilon()}. */
    private static final double SMALLEST_DEVIATION = 1e-7;

    private static final Knob<Optional<List<Integer>>> AXIS = Axes.knob(
                    "The axes whose places are normalized each by itself: -1, the last, holds the channels; None takes all together.")
            .optional()
            .preset(Optional.of(List.of(-1)));

    private static final Knob<Boolean> INVERT = Knob.flag(
            "invert", false, "Whether to go the other way: from mean 0 and variance 1 back to those of the data.");

    public static final Kind KIND = LayerOptions.kind(
                    "Normalization",
                    "Normalization",
                    "Brings each column or channel to mean 0 and variance 1, measured once in the training part.",
                    AXIS,
                    INVERT)
            .inKeras(KerasForm.call("layers.Normalization"));

    @Override
    public Outcome fit(Shape input) {
        return Axes.fit(choice, choice.get(AXIS).orElse(List.of()), input, choice.with(AXIS, AXIS.preset()));
    }

    /** Besides mean and variance a count, which Keras keeps for old files and never changes. */
    @Override
    public List<Weights> weights(Shape input) {
        Shape channels = axes(input).shape();
        return List.of(
                Weights.state(Adapted.MEAN, channels, Initializer.ZEROS.kind().choice()),
                Weights.state(
                        Adapted.VARIANCE, channels, Initializer.ONES.kind().choice()),
                Weights.state("count", Shape.SCALAR, Initializer.ZEROS.kind().choice()));
    }

    private Axes axes(Shape input) {
        return Axes.of(choice.get(AXIS).orElse(List.of()), input);
    }

    @Override
    public boolean adapts() {
        return true;
    }

    @Override
    public int[] measured(Shape input) {
        return axes(input).owners();
    }

    @Override
    public String words() {
        return choice.get(INVERT) ? "back to the data's range" : "mean 0, variance 1";
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        scope.tape().keep(scope.weights("count"));
        Expr deviation = Expr.max(Expr.sqrt(Expr.input(0, "variance")), Expr.c(SMALLEST_DEVIATION));
        Value deviations =
                scope.tape().elementwise(scope.name("deviation"), deviation, scope.weights(Adapted.VARIANCE));
        Expr in = Expr.input(0, "x");
        Expr mean = Expr.input(1, "mean");
        Expr d = Expr.input(2, "deviation");
        Expr y = choice.get(INVERT) ? mean.plus(in.times(d)) : in.minus(mean).over(d);
        return Recorded.of(axes(x.shape()).along(scope, x, (name, rows) -> scope.tape()
                .elementwise(name, y, rows, scope.weights(Adapted.MEAN), deviations)));
    }
}
