package dev.steep.data.generated.sky;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/**
 * Galaxies' magnitudes in the five filters of the Sloan survey, and their redshift. A spectrum is two power laws with a break at 4000 angstrom
 * between them; its type goes from red (a strong break) to blue. The break wanders through the filters, and that is what a network learns.
 */
public final class PhotometricRedshift {
    private static final Knob<Double> NOISE =
            Knob.real("noise", 1, 0, 3, "The errors of the magnitudes, in units of the Sloan survey's; 0 has none.");

    private static final Kind KIND = Kind.of(
                    "photoz",
                    "Photometric redshift",
                    "The redshift of a galaxy from its brightness in five filters, without a spectrum.",
                    SharedKnobs.SIZE.preset(3000),
                    NOISE)
            .inKeras(PhotometricRedshift::inKeras);

    public static final GeneratedSet SET = GeneratedSet.inSlices(
            Group.ASTRONOMY,
            KIND,
            "prepare(standardise,target=standardise)/Dense(32,relu)/Dense(32,relu)/Dense(1)/loss=huber"
                    + "/metrics=(mean_absolute_error)/optimizer=Adam(0.003)/fit(32,60)",
            "Remove both hidden layers: how far off is a weighted sum of magnitudes, and at which redshifts?",
            PhotometricRedshift::job);

    private static final List<String> FILTERS = List.of("u", "g", "r", "i", "z");
    static final double BREAK = 4000;
    static final double FAINTEST = 20.5;
    private static final double NEAREST = 0.02;
    private static final double FARTHEST = 0.7;

    /** c / H0 in megaparsec, for H0 = 70 km/s/Mpc. */
    private static final double HUBBLE = 4283;

    /** (1 - q0) / 2 of a flat universe with 30 % matter. */
    private static final double BENDING = 0.775;

    private PhotometricRedshift() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                centre = np.array([3551, 4686, 6166, 7480, 8932])  # u g r i z, in angstrom
                width = np.array([599, 1379, 1382, 1535, 1370])
                m5 = np.array([22.3, 23.3, 23.1, 22.3, 20.8])


                def power(low, high, slope):  # mean of (wavelength / 4000)^slope per logarithm of wavelength
                    return ((high / 4000) ** slope - (low / 4000) ** slope) / slope


                def magnitudes(z, blue):
                    low, high = (centre - width / 2) / (1 + z), (centre + width / 2) / (1 + z)
                    above = power(np.maximum(low, 4000), np.maximum(high, 4000), 1.5 - 1.2 * blue)
                    below = power(np.minimum(low, 4000), np.minimum(high, 4000), 3.2 - 2.4 * blue)
                    return -2.5 * np.log10((above + below / (1.85 - 0.55 * blue)) / np.log(high / low))


                z, blue = rng.uniform(0.02, 0.7, 40 * size), rng.uniform(0, 1, 40 * size)
                m = np.array([magnitudes(*each) for each in zip(z, blue)])
                megaparsec = 4283 * z * (1 + 0.775 * z)
                r = -21.8 + 0.8 * rng.normal(size=len(z)) + 5 * np.log10(megaparsec) + 25
                m += (r - m[:, 2])[:, np.newaxis]
                bright = np.flatnonzero(r < 20.5)[:size]
                m, y = m[bright], z[bright, np.newaxis]
                x = 10 ** (0.4 * (m - m5))
                error = np.sqrt(0.02**2 + 0.001 * x + 0.039 * x**2)
                x = m + noise * error * rng.normal(size=m.shape)
                """;
    }

    static DataJob<Dataset> job(Choice choice, Random random) {
        int count = choice.get(SharedKnobs.SIZE);
        double noise = choice.get(NOISE);
        Random draw = random.fork("galaxies");
        Random error = random.fork("noise");
        float[] x = new float[count * Photometry.BANDS];
        float[] y = new float[count];
        double[] magnitudes = new double[Photometry.BANDS];
        return DataJob.of(
                "Observing",
                count,
                "galaxy",
                i -> {
                    y[i] = (float) draw(draw, magnitudes);
                    for (int band = 0; band < Photometry.BANDS; band++) {
                        double sigma = noise * Photometry.error(band, magnitudes[band]);
                        x[i * Photometry.BANDS + band] = (float) (magnitudes[band] + sigma * error.normal());
                    }
                },
                () -> new Dataset(
                        KIND.title(),
                        Shape.of(Photometry.BANDS),
                        new FloatSamples(x, Photometry.BANDS),
                        new Target.Numbers(y, 1, List.of("redshift")),
                        FILTERS));
    }

    /** Draws a galaxy that is bright enough; returns its redshift. */
    private static double draw(Random random, double[] magnitudes) {
        double z;
        do {
            z = random.uniform(NEAREST, FARTHEST);
            magnitudes(z, random.uniform(), magnitudes);
            double shift = apparent(z, -21.8 + 0.8 * random.normal()) - magnitudes[2];
            for (int band = 0; band < Photometry.BANDS; band++) {
                magnitudes[band] += shift;
            }
        } while (magnitudes[2] > FAINTEST);
        return z;
    }

    /** From absolute to apparent magnitude; that the filter sees other light of a galaxy that is farther away is left out. */
    private static double apparent(double z, double absolute) {
        return absolute + 5 / Photometry.LN_10 * Elementary.log(distance(z)) + 25;
    }

    /** The luminosity distance in megaparsec, to second order in z. */
    static double distance(double z) {
        return HUBBLE * z * (1 + BENDING * z);
    }

    /**
     * Magnitudes but for a constant, of a galaxy at this redshift.
     *
     * @param blue its type: 0 red, without young stars; 1 blue
     */
    static void magnitudes(double z, double blue, double[] into) {
        for (int band = 0; band < Photometry.BANDS; band++) {
            double low = Photometry.shortest(band) / (1 + z) / BREAK;
            double high = Photometry.longest(band) / (1 + z) / BREAK;
            double above = power(Math.max(1, low), Math.max(1, high), 1.5 - 1.2 * blue);
            double below = power(Math.min(1, low), Math.min(1, high), 3.2 - 2.4 * blue);
            into[band] = Photometry.magnitude((above + below / (1.85 - 0.55 * blue)) / Elementary.log(high / low));
        }
    }

    /** The integral of w^(slope - 1) from low to high. */
    private static double power(double low, double high, double slope) {
        return (Elementary.pow(high, slope) - Elementary.pow(low, slope)) / slope;
    }
}
