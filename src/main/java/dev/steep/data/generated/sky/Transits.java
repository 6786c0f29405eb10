package dev.steep.data.generated.sky;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.generated.set.Balanced;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/**
 * Sixteen hours of a star's brightness, a number each ten minutes, in thousandths above or below its mean. A planet that passes before the
 * star takes light away; a star may also flicker by itself, or be dimmed by the rim of another star, with a V-shaped dip.
 */
public final class Transits {
    private static final Knob<Double> NOISE = Knob.real(
            "noise", 0.8, 0, 5, "The standard deviation of a measurement, in thousandths of the star's light.");

    private static final Kind KIND = Kind.of(
                    "transits",
                    "Planet transits",
                    "A star's brightness over 16 hours: does a planet pass before it? A series for Conv1D.",
                    SharedKnobs.SIZE.preset(2000),
                    NOISE)
            .inKeras(Transits::inKeras);

    public static final GeneratedSet SET = GeneratedSet.inSlices(
            Group.ASTRONOMY,
            KIND,
            "prepare(standardise)/Conv1D(12,7,padding=same,activation=relu)/MaxPooling1D/Conv1D(16,5,padding=same,activation=relu)"
                    + "/MaxPooling1D/Conv1D(16,5,padding=same,activation=relu)/MaxPooling1D/Flatten/Dropout(0.3)/Dense(1,sigmoid)"
                    + "/loss=binary_crossentropy/optimizer=Adam(0.002)/fit(32,30)",
            "Look at the mistakes: are they shallow planets, or the V-shaped dips of two stars?",
            Transits::job);

    static final int STEPS = 96;
    static final double HOURS = 1.0 / 6;

    /** Strips that a planet's disc is cut into, along the line to the star's middle. */
    private static final int STRIPS = 12;

    private Transits() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                hours = (np.arange(96) - 47.5) / 6
                e = (np.arange(12) + 0.5) / 6 - 1  # strips of the planet's disc
                weight = np.sqrt(1 - e**2)[:, np.newaxis]


                def transit(k, days, b, q1, q2, middle):
                    u1, u2 = 2 * np.sqrt(q1) * q2, np.sqrt(q1) * (1 - 2 * q2)
                    a = 4.2 * days ** (2 / 3)  # in radii of the star, for a star like the sun
                    turn = 2 * np.pi * (hours - middle) / 24 / days
                    z = np.hypot(a * np.sin(turn), b * np.cos(turn))
                    r = z + k * e[:, np.newaxis]
                    mu = np.sqrt(np.maximum(0, 1 - r**2))
                    light = np.where(np.abs(r) < 1, 1 - u1 * (1 - mu) - u2 * (1 - mu) ** 2, 0)
                    return -1000 * k**2 * (weight * light).sum(axis=0) / weight.sum() / (1 - u1 / 3 - u2 / 6)


                y = rng.permutation(np.arange(size) % 2)  # 1: a planet
                x = np.empty((size, 96, 1))
                for i in range(size):
                    flux, middle = noise * rng.normal(size=96), rng.uniform(-5, 5)
                    if rng.random() < 0.5:  # the star flickers
                        flux += rng.uniform(0.3, 1.5) * np.sin(2 * np.pi * (hours / rng.uniform(6, 30) + rng.random()))
                    if y[i]:
                        k = np.exp(rng.uniform(np.log(0.05), np.log(0.13)))
                        flux += transit(k, rng.uniform(1.5, 10), rng.uniform(0, 0.75), rng.random(), rng.random(), middle)
                    elif rng.random() < 0.5:  # grazing stars
                        flux -= rng.uniform(3, 18) * np.maximum(0, 1 - np.abs(hours - middle) / rng.uniform(1, 2.5))
                    x[i, :, 0] = flux - flux.mean()
                """;
    }

    static DataJob<Dataset> job(Choice choice, Random random) {
        int count = choice.get(SharedKnobs.SIZE);
        double noise = choice.get(NOISE);
        int[] labels = Balanced.labels(count, 2, random.fork("labels"));
        Random stars = random.fork("stars");
        float[] x = new float[count * STEPS];
        double[] flux = new double[STEPS];
        return DataJob.of(
                "Observing",
                count,
                "star",
                i -> {
                    observe(labels[i] == 1, noise, stars.fork(i), flux);
                    double mean = 0;
                    for (double each : flux) {
                        mean += each / STEPS;
                    }
                    for (int t = 0; t < STEPS; t++) {
                        x[i * STEPS + t] = (float) (flux[t] - mean);
                    }
                },
                () -> new Dataset(
                        KIND.title(),
                        Shape.of(STEPS, 1),
                        new FloatSamples(x, STEPS),
                        new Target.Classes(labels, List.of("no planet", "planet")),
                        List.of()));
    }

    private static void observe(boolean planet, double noise, Random random, double[] flux) {
        for (int t = 0; t < STEPS; t++) {
            flux[t] = noise * random.normal();
        }
        double middle = random.uniform(-5, 5);
        if (random.below(2) == 0) {
            flicker(flux, random);
        }
        if (planet) {
            double k = Elementary.exp(random.uniform(Elementary.log(0.05), Elementary.log(0.13)));
            Orbit orbit = new Orbit(k, random.uniform(1.5, 10), random.uniform(0, 0.75));
            double root = Math.sqrt(random.uniform());
            double q2 = random.uniform();
            for (int t = 0; t < STEPS; t++) {
                flux[t] -= 1000 * orbit.missing(hour(t) - middle, 2 * root * q2, root * (1 - 2 * q2));
            }
        } else if (random.below(2) == 0) {
            double depth = random.uniform(3, 18);
            double half = random.uniform(1, 2.5);
            for (int t = 0; t < STEPS; t++) {
                flux[t] -= depth * Math.max(0, 1 - Math.abs(hour(t) - middle) / half);
            }
        }
    }

    private static void flicker(double[] flux, Random random) {
        double size = random.uniform(0.3, 1.5);
        double period = random.uniform(6, 30);
        double phase = random.uniform();
        for (int t = 0; t < STEPS; t++) {
            flux[t] += size * Elementary.sin(2 * Math.PI * (hour(t) / period + phase));
        }
    }

    private static double hour(int step) {
        return (step - (STEPS - 1) / 2.0) * HOURS;
    }

    /**
     * A planet on a circle around a star like the sun.
     *
     * @param k its radius, by the star's
     * @param days its period
     * @param b how far from the star's middle it passes, by the star's radius
     */
    record Orbit(double k, double days, double b) {
        /** The radius of the orbit, by the star's: Kepler's third law for the sun's mass and radius. */
        double radius() {
            return 4.2 * Elementary.pow(days, 2.0 / 3);
        }

        /**
         * The share of the star's light that is missing, so many hours after the middle of the transit. The planet's disc is cut into strips,
         * each of which covers the star's brightness at its place: I(mu) = 1 - u1 (1 - mu) - u2 (1 - mu)².
         */
        double missing(double hours, double u1, double u2) {
            double turn = 2 * Math.PI * hours / (24 * days);
            double along = radius() * Elementary.sin(turn);
            double aside = b * Elementary.cos(turn);
            double z = Math.sqrt(along * along + aside * aside);
            double covered = 0;
            double all = 0;
            for (int i = 0; i < STRIPS; i++) {
                double place = 2 * (i + 0.5) / STRIPS - 1;
                double chord = Math.sqrt(1 - place * place);
                double r = z + k * place;
                all += chord;
                if (Math.abs(r) < 1) {
                    double dark = 1 - Math.sqrt(1 - r * r);
                    covered += chord * (1 - u1 * dark - u2 * dark * dark);
                }
            }
            return k * k * covered / all / (1 - u1 / 3 - u2 / 6);
        }
    }
}
