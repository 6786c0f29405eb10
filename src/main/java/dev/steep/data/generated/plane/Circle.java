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
 * A disc of one class inside a ring of the other, as in TensorFlow Playground: the noise moves a point before its class
 * is decided, so that near the border classes mix.
 */
public final class Circle {
    private static final Kind KIND = Kind.of(
                    "circle",
                    "Circle",
                    "A disc of points inside a ring: no straight line parts them, x² + y² does.",
                    SharedKnobs.SIZE,
                    SharedKnobs.NOISE)
            .inKeras(Circle::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.PLANE,
            KIND,
            PlanePoints.opening("Dense(6,activation=tanh)/Dense(4,activation=tanh)"),
            "Take hidden units away one by one: how few still close the border around the disc?",
            Circle::make);

    private static final double RADIUS = 5;
    private static final double DISC = 0.5 * RADIUS;
    private static final double RING = 0.7 * RADIUS;

    private Circle() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                draws = 10 * size
                inner = rng.random(draws) < 0.5  # a disc and a ring around it, equally likely
                radius = np.where(inner, rng.uniform(0, 2.5, draws), rng.uniform(3.5, 5, draws))
                angle = rng.uniform(0, 2 * np.pi, draws)
                x = np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])
                moved = x + rng.uniform(-5 * noise, 5 * noise, x.shape)  # before its class is decided
                y = (np.hypot(moved[:, 0], moved[:, 1]) < 2.5).astype(int)
                """ + PlanePoints.BALANCED;
    }

    static Dataset make(Choice choice, Random random) {
        double noise = RADIUS * choice.get(SharedKnobs.NOISE);
        return PlanePoints.of(choice, List.of("outside", "inside"), random, (label, number, place, point) -> {
            do {
                draw(place, point);
            } while (label(point[0] + place.uniform(-noise, noise), point[1] + place.uniform(-noise, noise)) != label);
        });
    }

    /** A point of disc or ring, both equally likely, and all radii of each too. */
    private static void draw(Random random, double[] point) {
        boolean disc = random.uniform() < 0.5;
        double radius = disc ? random.uniform(0, DISC) : random.uniform(RING, RADIUS);
        double x;
        double y;
        double length;
        do { // a direction without sine and cosine: any point of the unit disc
            x = random.uniform(-1, 1);
            y = random.uniform(-1, 1);
            length = Math.sqrt(x * x + y * y);
        } while (length == 0 || length > 1);
        point[0] = radius * x / length;
        point[1] = radius * y / length;
    }

    private static int label(double x, double y) {
        return x * x + y * y < DISC * DISC ? 1 : 0;
    }
}
