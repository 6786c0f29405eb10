package dev.steep.network.layer.normalization;

import static dev.steep.network.layer.normalization.BatchNormalization.AXIS;
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
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
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
 * it by beta. It knows nothing of the batch, so it is the same in training and prediction.
 */
public record LayerNormalization(Choice choice) implements Layer {
    public static final Kind KIND = LayerOptions.with(
                    LayerOptions.kind(
                            "LayerNormalization",
                            "Layer normalization",
                            "Brings the numbers of each sample to mean 0 and variance 1, whatever else is in the batch.",
                            AXIS.about(
                                    "The axis along which numbers are normalized together: -1, the last, holds the channels."),
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
        return BatchNormalization.alongChannels(choice, input);
    }

    @Override
    public List<Weights> weights(Shape input) {
        return BatchNormalization.scaleAndShift(choice, Shape.of(input.length(-1)));
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        boolean changed = choice.get(SCALE) || choice.get(CENTER);
        Value normalized =
                scope.tape().standardize(scope.name(changed ? "normalized" : "output"), x, choice.get(EPSILON));
        if (!changed) {
            return Recorded.of(normalized);
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
        return Recorded.of(scope.tape().elementwise(scope.name("output"), y, inputs.toArray(Value[]::new)));
    }
}
