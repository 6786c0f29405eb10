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

/** Five curved arms around the origin, of one class each, like a pinwheel. */
public final class FiveArms {
    private static final Kind KIND = Kind.of(
                    "pinwheel",
                    "Five classes",
                    "Five bent arms around one point: softmax over five classes, with curved borders between them.",
                    SharedKnobs.SIZE.preset(800),
                    SharedKnobs.NOISE)
            .inKeras(FiveArms::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.PLANE,
            KIND,
            PlanePoints.opening("Dense(16,activation=relu)/Dense(16,activation=relu)", 5),
            "Compare the confusion matrix with and without hidden layers: which arms does a linear model mix up?",
            FiveArms::make);

    private static final int ARMS = 5;

    private FiveArms() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                y = rng.permutation(np.arange(size) % 5)
                radius = rng.uniform(0.8, 5, size)
                angle = y * 2 * np.pi / 5 + 0.35 * radius + noise * rng.normal(size=size) * 2
                x = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
                """;
    }

    static Dataset make(Choice choice, Random random) {
        double noise = 2 * choice.get(SharedKnobs.NOISE);
        return PlanePoints.of(choice, List.of("1st", "2nd", "3rd", "4th", "5th"), random, (label, n, place, point) -> {
            double radius = place.uniform(0.8, 5);
            double angle = label * 2 * Math.PI / ARMS + 0.35 * radius + noise * place.normal();
            point[0] = radius * Elementary.cos(angle);
            point[1] = radius * Elementary.sin(angle);
        });
    }
}
