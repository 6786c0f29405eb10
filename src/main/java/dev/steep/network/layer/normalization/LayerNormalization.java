package dev.steep.network.layer.normalization;

import static dev.steep.network.layer.normalization.BatchNormalization.BETA_CONSTRAINT;
import static dev.steep.network.layer.normalization.BatchNormalization.BETA_INITIALIZER;
import static dev.steep.network.layer.normalization.BatchNormalization.BETA_REGULARIZER;
import static dev.steep.network.layer.normalization.BatchNormalization.CENTER;
import static dev.steep.network.layer.normalization.BatchNormalization.EPSILON;
import static dev.steep.network.layer.normalization.BatchNormalization.GAMMA_CONSTRAINT;
import static dev.steep.network.layer.normalization.BatchNormalization.GAMMA_INITIALIZER;
import static dev.steep.network.layer.normalization.BatchNormalization.GAMMA_REGULARIZER;
import static dev.steep.network.layer.normalization.BatchNormalization.SCALE;

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
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings the channels of each sample, of an image those of each pixel, to mean 0 and variance 1, then scales each by gamma and shifts
 * it by beta; or the numbers along any other axes. It knows nothing of the batch, so it is the same in training and prediction.
 */
public record LayerNormalization(Choice choice) implements Layer {
    private static final Knob<List<Integer>> AXIS = Axes.knob(
            "The axes along which numbers are normalized together: -1, the last, is that of the channels; 1, 2, 3 is all of an image.");

    public static final Kind KIND = LayerOptions.with(
                    LayerOptions.kind(
                            "LayerNormalization",
                            "Layer normalization",
                            "Brings the numbers of each sample to mean 0 and variance 1, whatever else is in the batch.",
                            AXIS,
                            EPSILON,
                            CENTER,
                            SCALE,
                            BETA_INITIALIZER,
                            GAMMA_INITIALIZER,
                            BETA_REGULARIZER,
                            GAMMA_REGULARIZER),
                    BETA_CONSTRAINT,
                    GAMMA_CONSTRAINT)
            .inKeras(KerasForm.call("layers.LayerNormalization"));

    @Override
    public Outcome fit(Shape input) {
        return Axes.fit(choice, choice.get(AXIS), input, choice.with(AXIS, AXIS.preset()));
    }

    @Override
    public List<Weights> weights(Shape input) {
        return BatchNormalization.scaleAndShift(
                choice, Axes.of(choice.get(AXIS), input).shape());
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        Axes axes = Axes.of(choice.get(AXIS), x.shape());
        return Recorded.of(axes.along(scope, x, (name, rows) -> normalized(scope, name, rows)));
    }

    private Value normalized(Scope scope, String name, Value x) {
        boolean changed = choice.get(SCALE) || choice.get(CENTER);
        Value normalized = scope.tape().standardize(changed ? scope.name("normalized") : name, x, choice.get(EPSILON));
        if (!changed) {
            return normalized;
        }
        List<Value> inputs = new ArrayList<>(List.of(normalized));
        Expr y = Expr.input(0, "x");
        if (choice.get(SCALE)) {
            y = y.times(Expr.input(inputs.size(), "gamma"));
            inputs.add(scope.weights("gamma"));
        }
        if (choice.get(CENTER)) {
            y = y.plus(Expr.input(inputs.size(), "beta"));
            inputs.add(scope.weights("beta"));
        }
        return scope.tape().elementwise(name, y, inputs.toArray(Value[]::new));
    }
}
