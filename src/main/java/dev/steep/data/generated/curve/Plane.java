package dev.steep.data.generated.curve;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;

/** Noisy measurements of a number that grows evenly along two inputs. */
public final class Plane {
    private static final Kind KIND = Kind.of(
                    "plane",
                    "Plane",
                    "A number that grows evenly along two inputs: a weighted sum is all there is to learn.",
                    SharedKnobs.SIZE.preset(300),
                    SharedKnobs.NOISE.preset(0.2))
            .inKeras(Plane::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.CURVES,
            KIND,
            "prepare(none)/Dense(1)/loss=mean_squared_error/optimizer=Adam(0.05)/fit(16,60)",
            "The neuron has learned y = 0.5 x1 - 0.3 x2 + 1: look at its weights, and at how they got there.",
            Plane::make);

    private Plane() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + Measured.inPython(2, "y = 0.5 * x[:, 0] - 0.3 * x[:, 1] + 1\n");
    }

    static Dataset make(Choice choice, Random random) {
        return Measured.of(choice, Measured.PLANE, random, x -> 0.5 * x[0] - 0.3 * x[1] + 1);
    }
}
