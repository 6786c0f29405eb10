package dev.steep.network.layer.noise;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.math.Shape;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Sliding;
import dev.steep.tape.Value;

/** In training, whole feature maps are set to 0, and the others multiplied by 1 / (1 - rate). In prediction it does nothing. */
public record SpatialDropout2D(Choice choice) implements NoiseLayer {
    public static final Kind KIND = LayerOptions.kind(
                    "SpatialDropout2D",
                    "Spatial dropout",
                    "Drops whole feature maps in each training step: neighbouring pixels are too alike to be dropped one by one.",
                    Dropout.RATE)
            .inKeras(KerasForm.call("layers.SpatialDropout2D"));

    @Override
    public Outcome fit(Shape input) {
        return Sliding.isImage(input) ? new Outcome.Fits(input) : Sliding.needsImage("SpatialDropout2D", input);
    }

    @Override
    public String words() {
        return Dropout.words(choice);
    }

    @Override
    public Recorded drawn(Scope scope, Value x) {
        return Dropout.drawn(choice, scope, x, Shape.of(x.shape().length(-1)));
    }
}
