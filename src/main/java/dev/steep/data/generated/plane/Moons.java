package dev.steep.data.generated.plane;

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

/** Two half circles that reach into each other, as in scikit-learn's make_moons, three times as large and around the origin. */
public final class Moons {
    private static final Kind KIND = Kind.of(
                    "moons",
                    "Two moons",
                    "Two crescents that reach into each other: a line gets most points right, a curve all of them.",
                    SharedKnobs.SIZE,
                    SharedKnobs.NOISE)
            .inKeras(Moons::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.PLANE,
            KIND,
            PlanePoints.opening("Dense(8,activation=tanh)/Dense(4,activation=tanh)"),
            "Raise the noise to 0.4 and add units: when does the border begin to follow single points?",
            Moons::make);

    private static final double RADIUS = 3;

    private Moons() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                y = rng.permutation(np.arange(size) % 2)
                angle, side = rng.uniform(0, np.pi, size), 1 - 2 * y
                x = 3 * np.column_stack([side * (np.cos(angle) - 0.5), side * (np.sin(angle) - 0.25)])
                x += 3 * noise * rng.normal(size=x.shape)
                """;
    }

    static Dataset make(Choice choice, Random random) {
        double noise = choice.get(SharedKnobs.NOISE);
        return PlanePoints.of(choice, List.of("upper moon", "lower moon"), random, (label, number, place, point) -> {
            double angle = place.uniform(0, Math.PI);
            int side = 1 - 2 * label;
            point[0] = RADIUS * (side * (Elementary.cos(angle) - 0.5) + noise * place.normal());
            point[1] = RADIUS * (side * (Elementary.sin(angle) - 0.25) + noise * place.normal());
        });
    }
}
