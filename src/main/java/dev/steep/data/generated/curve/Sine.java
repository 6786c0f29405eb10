package dev.steep.data.generated.curve;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import java.util.List;

/** Noisy measurements of y = sin x for x from -6 to 6: the simplest curve that no straight line fits. */
public final class Sine {
    private static final Kind KIND = Kind.of(
                    "sine",
                    "Sine wave",
                    "Noisy measurements of y = sin x: a number to predict, and a curve that no straight line fits.",
                    SharedKnobs.SIZE.preset(200),
                    SharedKnobs.NOISE)
            .inKeras(Sine::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.CURVES,
            KIND,
            "prepare(signed)/Dense(16,activation=tanh)/Dense(16,activation=tanh)/Dense(1)"
                    + "/loss=mean_squared_error/optimizer=Adam(0.01)/fit(16,200)",
            "Remove the hidden layers and see a straight line fail; then try relu instead of tanh.",
            Sine::make);

    private Sine() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                x = rng.uniform(-6, 6, (size, 1))
                y = np.sin(x) + noise * rng.normal(size=x.shape)
                """;
    }

    static Dataset make(Choice choice, Random random) {
        return Measured.of(choice, List.of("x"), random, x -> Elementary.sin(x[0]));
    }
}
