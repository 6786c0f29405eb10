package dev.steep.network.layer.noise;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Numbers;
import dev.steep.math.Shape;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.network.layer.Sliding;
import dev.steep.tape.Value;

/** In training, whole feature maps are set to 0, and the others multiplied by 1 / (1 - rate). In prediction it does nothing. */
public record SpatialDropout2D(Choice choice) implements Layer {
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
    public boolean passesOn() {
        return true;
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public String words() {
        return "rate " + Numbers.write(choice.get(Dropout.RATE));
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Dropout.record(choice, scope, x, Shape.of(x.shape().length(-1)));
    }
}
