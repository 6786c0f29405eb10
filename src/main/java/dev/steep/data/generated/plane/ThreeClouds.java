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

/** Three round clouds at the corners of a triangle, of one class each. */
public final class ThreeClouds {
    private static final Kind KIND = Kind.of(
                    "three_clouds",
                    "Three classes",
                    "Three bell-shaped clouds: the smallest problem for softmax, which shares one probability out.",
                    SharedKnobs.SIZE,
                    SharedKnobs.NOISE.preset(0.2))
            .inKeras(ThreeClouds::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.PLANE,
            KIND,
            PlanePoints.opening("Dense(6,activation=tanh)", 3),
            "Remove the hidden layer: three straight borders meet in a point, and that is enough.",
            ThreeClouds::make);

    private static final double RADIUS = 3;
    private static final double WIDTH = 6;

    private ThreeClouds() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                y = rng.permutation(np.arange(size) % 3)
                angle = np.pi / 2 + y * 2 * np.pi / 3
                x = 3 * np.column_stack([np.cos(angle), np.sin(angle)])
                x += (0.3 + 6 * noise) * rng.normal(size=x.shape)
                """;
    }

    static Dataset make(Choice choice, Random random) {
        double deviation = 0.3 + WIDTH * choice.get(SharedKnobs.NOISE);
        return PlanePoints.of(choice, List.of("top", "left", "right"), random, (label, number, place, point) -> {
            double angle = Math.PI / 2 + label * 2 * Math.PI / 3;
            point[0] = RADIUS * Elementary.cos(angle) + deviation * place.normal();
            point[1] = RADIUS * Elementary.sin(angle) + deviation * place.normal();
        });
    }
}
