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

/** Noisy measurements of a surface with two hills and a hollow, each a Gaussian. */
public final class Bumps {
    private static final Kind KIND = Kind.of(
                    "bumps",
                    "Gaussian bumps",
                    "A surface with two hills and a hollow: a network builds it from its hidden units.",
                    SharedKnobs.SIZE.preset(600),
                    SharedKnobs.NOISE.preset(0.05))
            .inKeras(Bumps::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.CURVES,
            KIND,
            Measured.opening("Dense(24,activation=tanh)/Dense(24,activation=tanh)/"),
            "Halve the hidden units until a hill is lost; then look at what each unit computes.",
            Bumps::make);

    private Bumps() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + Measured.inPython(2, """
                bump = lambda u, v, s: np.exp(-((x[:, 0] - u) ** 2 + (x[:, 1] - v) ** 2) / (2 * s**2))
                y = 2 * bump(-2, 2, 1.5) + 1.5 * bump(3, -1, 1) - 1.5 * bump(-2, -3, 1.2)
                """);
    }

    static Dataset make(Choice choice, Random random) {
        return Measured.of(
                choice,
                Measured.PLANE,
                random,
                x -> 2 * bump(x, -2, 2, 1.5) + 1.5 * bump(x, 3, -1, 1) - 1.5 * bump(x, -2, -3, 1.2));
    }

    /** A Gaussian of height 1 around (u, v), of this width. */
    private static double bump(double[] x, double u, double v, double width) {
        double dx = x[0] - u;
        double dy = x[1] - v;
        return Elementary.exp(-(dx * dx + dy * dy) / (2 * width * width));
    }
}
