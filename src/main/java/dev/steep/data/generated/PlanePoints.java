package dev.steep.data.generated;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/** Builds sets of points (x, y) in two classes, with coordinates of about -6 to 6. */
final class PlanePoints {
    /** Python that keeps, of ten times as many points as wanted, equally many of both classes, in mixed order. */
    static final String BALANCED = """
            rows = np.concatenate([np.flatnonzero(y == c)[: (size + 1 - c) // 2] for c in (0, 1)])
            rows = rng.permutation(rows)  # equally many of both classes
            x, y = x[rows], y[rows]
            """;

    private PlanePoints() {}

    /** How one class of points lies. */
    interface Pattern {
        /**
         * Draws a point.
         *
         * @param label its class, 0 or 1
         * @param number how many points of this class were drawn before
         * @param into x and y, to be filled
         */
        void draw(int label, int number, Random random, double[] into);
    }

    /** Points of a pattern, equally many of both classes, in mixed order. */
    static Dataset of(Choice choice, List<String> classes, Random random, Pattern pattern) {
        Kind kind = choice.kind();
        int count = choice.get(SharedKnobs.SIZE);
        int[] labels = Balanced.labels(count, 2, random.fork("labels"));
        Random place = random.fork("points");
        float[] points = new float[2 * count];
        int[] drawn = new int[2];
        double[] point = new double[2];
        for (int i = 0; i < count; i++) {
            pattern.draw(labels[i], drawn[labels[i]]++, place, point);
            points[2 * i] = (float) point[0];
            points[2 * i + 1] = (float) point[1];
        }
        return new Dataset(
                kind.title(),
                Shape.of(2),
                new FloatSamples(points, 2),
                new Target.Classes(labels, classes),
                List.of("x", "y"));
    }
}
