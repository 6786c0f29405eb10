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

/** Two spiral arms wound into each other, one and three quarter turns each, as in TensorFlow Playground. */
public final class Spiral {
    private static final Kind KIND = Kind.of(
                    "spiral",
                    "Spiral",
                    "Two arms wound into each other: the hardest of the plane sets, it wants depth and patience.",
                    SharedKnobs.SIZE,
                    SharedKnobs.NOISE)
            .inKeras(Spiral::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.PLANE,
            KIND,
            PlanePoints.opening("Dense(16,activation=relu)/Dense(16,activation=relu)/Dense(8,activation=relu)"),
            "Remove a hidden layer, or make it half as wide: which loses the arms first?",
            Spiral::make);

    private static final double RADIUS = 5;
    private static final double TURNS = 1.75;
    private static final double GOLDEN = 0.6180339887498949;

    private Spiral() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                y = rng.permutation(np.arange(size) % 2)
                x = np.empty((size, 2))
                for arm in (0, 1):
                    number = np.arange(1, np.count_nonzero(y == arm) + 1)
                    way = number * 0.6180339887498949 % 1  # spreads any number of points evenly along the arm
                    angle = (1.75 * way + 0.5 * arm) * 2 * np.pi
                    x[y == arm] = np.column_stack([5 * way * np.sin(angle), 5 * way * np.cos(angle)])
                x += rng.uniform(-noise, noise, x.shape)
                """;
    }

    static Dataset make(Choice choice, Random random) {
        double noise = choice.get(SharedKnobs.NOISE);
        return PlanePoints.of(choice, List.of("first arm", "second arm"), random, (label, number, place, point) -> {
            double turns = (number + 1) * GOLDEN; // spreads any number of points evenly along the arm
            double way = turns - Math.floor(turns);
            double angle = (TURNS * way + 0.5 * label) * 2 * Math.PI;
            point[0] = RADIUS * way * Elementary.sin(angle) + noise * place.uniform(-1, 1);
            point[1] = RADIUS * way * Elementary.cos(angle) + noise * place.uniform(-1, 1);
        });
    }
}
