package dev.steep.data.generated.sky;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.generated.set.Balanced;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/**
 * Stars, galaxies and quasars by three colours. Stars lie along a line, galaxies in a red and a blue group; quasars are apart but for redshifts
 * around 2.75, where they look like stars of the spectral types A and F.
 */
public final class SkyObjects {
    private static final Knob<Double> NOISE =
            Knob.real("noise", 0.03, 0, 0.5, "The error of a colour, in magnitudes; 0 has none.");

    private static final Kind KIND = Kind.of(
                    "colours",
                    "Star, galaxy, quasar",
                    "What a point of light is, from three colours: the brightness in one filter against that in the next.",
                    SharedKnobs.SIZE.preset(1500),
                    NOISE)
            .inKeras(SkyObjects::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.ASTRONOMY,
            KIND,
            "prepare(standardise)/Dense(24,relu)/Dense(16,relu)/Dense(3,softmax)/optimizer=Adam(0.005)/fit(32,40)",
            "Which two classes stay mixed, whatever the network? Look at the confusion matrix.",
            SkyObjects::make);

    private static final int COLOURS = 3;
    private static final double[] BLUE_END = {0.80, 0.25, 0.10};
    private static final double[] ALONG = {0.88, 0.44, 0.17};
    private static final double[] WIDE = {-0.44, 0.64, 0.63};
    private static final double[] NARROW = {0.17, -0.63, 0.76};
    private static final double[] RED = {1.75, 0.85, 0.40};
    private static final double[] YOUNG = {1.15, 0.50, 0.28};

    private SkyObjects() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                y = rng.permutation(np.arange(size) % 3)
                x = np.empty((size, 3))
                for i in range(size):
                    if y[i] == 0:  # a star: along a line, and a little beside it
                        x[i] = np.array([0.80, 0.25, 0.10]) + rng.uniform(0, 1.5) * np.array([0.88, 0.44, 0.17])
                        x[i] += 0.04 * rng.normal() * np.array([-0.44, 0.64, 0.63])
                        x[i] += 0.02 * rng.normal() * np.array([0.17, -0.63, 0.76])
                    elif y[i] == 1:  # a galaxy: red or blue
                        red = rng.random() < 0.5
                        mean = np.array([1.75, 0.85, 0.40] if red else [1.15, 0.50, 0.28])
                        spread = np.array([0.15, 0.07, 0.03] if red else [0.25, 0.12, 0.06])
                        x[i] = mean + spread * rng.normal(size=3)
                    else:  # a quasar: redder in u - g beyond redshift 2.2
                        redder = max(0, rng.uniform(0.3, 3.2) - 2.2)
                        x[i] = np.array([0.2 + 1.3 * redder, 0.15, 0.12]) + np.array([0.14, 0.13, 0.11]) * rng.normal(size=3)
                x += noise * rng.normal(size=x.shape)
                """;
    }

    static Dataset make(Choice choice, Random random) {
        int count = choice.get(SharedKnobs.SIZE);
        double noise = choice.get(NOISE);
        int[] labels = Balanced.labels(count, COLOURS, random.fork("labels"));
        Random draw = random.fork("objects");
        Random error = random.fork("noise");
        float[] x = new float[count * COLOURS];
        double[] colours = new double[COLOURS];
        for (int i = 0; i < count; i++) {
            switch (labels[i]) {
                case 0 -> star(draw, colours);
                case 1 -> galaxy(draw, colours);
                default -> quasar(draw, colours);
            }
            for (int c = 0; c < COLOURS; c++) {
                x[i * COLOURS + c] = (float) (colours[c] + noise * error.normal());
            }
        }
        return new Dataset(
                KIND.title(),
                Shape.of(COLOURS),
                new FloatSamples(x, COLOURS),
                new Target.Classes(labels, List.of("star", "galaxy", "quasar")),
                List.of("u − g", "g − r", "r − i"));
    }

    private static void star(Random random, double[] into) {
        double t = random.uniform(0, 1.5);
        double wide = 0.04 * random.normal();
        double narrow = 0.02 * random.normal();
        for (int c = 0; c < COLOURS; c++) {
            into[c] = BLUE_END[c] + t * ALONG[c] + wide * WIDE[c] + narrow * NARROW[c];
        }
    }

    private static void galaxy(Random random, double[] into) {
        boolean red = random.below(2) == 0;
        double[] mean = red ? RED : YOUNG;
        for (int c = 0; c < COLOURS; c++) {
            double spread = red ? c == 0 ? 0.15 : c == 1 ? 0.07 : 0.03 : c == 0 ? 0.25 : c == 1 ? 0.12 : 0.06;
            into[c] = mean[c] + spread * random.normal();
        }
    }

    /** Hydrogen between the galaxies takes the light of the u filter away from a redshift of 2.2 on. */
    private static void quasar(Random random, double[] into) {
        double redder = Math.max(0, random.uniform(0.3, 3.2) - 2.2);
        into[0] = 0.2 + 1.3 * redder + 0.14 * random.normal();
        into[1] = 0.15 + 0.13 * random.normal();
        into[2] = 0.12 + 0.11 * random.normal();
    }
}
