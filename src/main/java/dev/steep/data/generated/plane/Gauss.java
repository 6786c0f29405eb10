package dev.steep.data.generated.plane;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import java.util.List;

/** Two round clouds around (2, 2) and (-2, -2), as in TensorFlow Playground: their variance grows from 0.5 to 4. */
public final class Gauss {
    private static final Kind KIND = Kind.of(
                    "gauss",
                    "Two clouds",
                    "Two bell-shaped clouds: a straight line parts them as well as anything can.",
                    SharedKnobs.SIZE,
                    SharedKnobs.NOISE)
            .inKeras(Gauss::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.PLANE,
            KIND,
            PlanePoints.opening("Dense(6,activation=tanh)/Dense(4,activation=tanh)"),
            "Raise the noise until the clouds overlap, and look at the calibration under ROC.",
            Gauss::make);

    private static final double CENTRE = 2;

    private Gauss() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                y = rng.permutation(np.arange(size) % 2)
                centre = np.where(y == 1, 2, -2)[:, np.newaxis]
                x = centre + np.sqrt(0.5 + 7 * noise) * rng.normal(size=(size, 2))
                """;
    }

    static Dataset make(Choice choice, Random random) {
        double deviation = Math.sqrt(0.5 + 7 * choice.get(SharedKnobs.NOISE));
        return PlanePoints.of(choice, List.of("lower left", "upper right"), random, (label, number, place, point) -> {
            double centre = label == 1 ? CENTRE : -CENTRE;
            point[0] = centre + deviation * place.normal();
            point[1] = centre + deviation * place.normal();
        });
    }
}
