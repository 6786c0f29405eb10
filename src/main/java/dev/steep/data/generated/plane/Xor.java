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

/**
 * Four squares, opposite ones of the same class: the pattern that a single neuron cannot learn (Minsky and Papert 1969).
 * As in TensorFlow Playground the noise moves a point before its class is decided.
 */
public final class Xor {
    private static final Kind KIND = Kind.of(
                    "xor",
                    "Exclusive or (XOR)",
                    "Four squares, opposite ones alike: one neuron cannot separate them, a hidden layer can.",
                    SharedKnobs.SIZE,
                    SharedKnobs.NOISE)
            .inKeras(Xor::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.PLANE,
            KIND,
            PlanePoints.opening("Dense(6,activation=tanh)/Dense(4,activation=tanh)"),
            "Remove both hidden layers: a single neuron gets half of the points wrong.",
            Xor::make);

    private static final double SIDE = 5;
    private static final double GAP = 0.3;

    private Xor() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                draws = 10 * size
                x = rng.uniform(-5, 5, (draws, 2))
                x += np.where(x > 0, 0.3, -0.3)  # a gap between the squares
                moved = x + rng.uniform(-5 * noise, 5 * noise, x.shape)  # before its class is decided
                y = (moved[:, 0] * moved[:, 1] >= 0).astype(int)
                """ + PlanePoints.BALANCED;
    }

    static Dataset make(Choice choice, Random random) {
        double noise = SIDE * choice.get(SharedKnobs.NOISE);
        return PlanePoints.of(choice, List.of("signs differ", "signs agree"), random, (label, number, place, point) -> {
            do {
                point[0] = coordinate(place);
                point[1] = coordinate(place);
            } while (label(point[0] + place.uniform(-noise, noise), point[1] + place.uniform(-noise, noise)) != label);
        });
    }

    private static double coordinate(Random random) {
        double along = random.uniform(-SIDE, SIDE);
        return along + (along > 0 ? GAP : -GAP);
    }

    private static int label(double x, double y) {
        return x * y >= 0 ? 1 : 0;
    }
}
