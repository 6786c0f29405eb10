package dev.steep.data.generated.plane;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.generated.set.Balanced;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/** Builds sets of points (x, y) in two or more classes, with coordinates of about -6 to 6. */
final class PlanePoints {
    /** Python that keeps, of ten times as many points as wanted, equally many of both classes, in mixed order. */
    static final String BALANCED = """
            rows = np.concatenate([np.flatnonzero(y == c)[: (size + 1 - c) // 2] for c in (0, 1)])
            rows = rng.permutation(rows)  # equally many of both classes
            x, y = x[rows], y[rows]
            """;

    private PlanePoints() {}

    /** The experiment to begin with on two classes: these hidden layers, and one sigmoid. */
    static String opening(String hidden) {
        return "prepare(signed)/" + hidden
                + "/Dense(1,activation=sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(10,100)";
    }

    /** The same on more classes than two. */
    static String opening(String hidden, int classes) {
        return "prepare(signed)/" + hidden + "/Dense(" + classes
                + ",activation=softmax)/optimizer=Adam(0.01)/fit(10,60)";
    }

    /** {@link #BALANCED} for so many classes. */
    static String balanced(int classes) {
        return "rows = np.concatenate([np.flatnonzero(y == c)[: (size + " + (classes - 1) + " - c) // " + classes
                + "] for c in range(" + classes + ")])\n"
                + """
                rows = rng.permutation(rows)  # equally many of each class
                x, y = x[rows], y[rows]
                """;
    }

    /** How one class of points lies. */
    interface Pattern {
        /**
         * Draws a point.
         *
         * @param label its class, from 0
         * @param number how many points of this class were drawn before
         * @param into x and y, to be filled
         */
        void draw(int label, int number, Random random, double[] into);
    }

    /** Points of a pattern, equally many of each class, in mixed order. */
    static Dataset of(Choice choice, List<String> classes, Random random, Pattern pattern) {
        Kind kind = choice.kind();
        int count = choice.get(SharedKnobs.SIZE);
        int[] labels = Balanced.labels(count, classes.size(), random.fork("labels"));
        Random place = random.fork("points");
        float[] points = new float[2 * count];
        int[] drawn = new int[classes.size()];
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
