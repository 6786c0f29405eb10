package dev.steep.network.layer.core;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.math.Shape;
import dev.steep.network.layer.Layer;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.Outcome;
import dev.steep.network.layer.Recorded;
import dev.steep.network.layer.Scope;
import dev.steep.tape.Value;

/** The same numbers in a row. */
public record Flatten(Choice choice) implements Layer {
    public static final Kind KIND = LayerOptions.kind(
                    "Flatten", "Flatten", "Lays the numbers of an image out in a row, ready for Dense layers.")
            .inKeras(KerasForm.call("layers.Flatten"));

    @Override
    public Outcome fit(Shape input) {
        return Outcome.fits(input.size());
    }

    @Override
    public boolean passesOn() {
        return true;
    }

    @Override
    public String words() {
        return "to one row";
    }

    @Override
    public Recorded record(Scope scope, Value x) {
        return Recorded.of(scope.tape().reshape(scope.name("output"), x, Shape.of(x.size())));
    }
}
