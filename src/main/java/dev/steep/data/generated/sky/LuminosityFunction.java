package dev.steep.data.generated.sky;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.Poisson;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/**
 * How many galaxies there are of each absolute magnitude, counted in bins of a volume: Schechter's law, with the numbers of Blanton et al.
 * (2003). Counts N are Poisson numbers, with an error of root N. What is fitted is the root of the density, since the root of a Poisson number has
 * an error of 1/2 whatever its mean (Bartlett 1936): so every bin counts as much as it should, and the fit's standard errors are right.
 */
public final class LuminosityFunction {
    private static final Knob<Integer> BINS =
            Knob.whole("bins", 35, 8, 200, "How many bins of magnitude the galaxies are counted in.");

    private static final Knob<Double> VOLUME = Knob.log(
            "volume",
            2e5,
            1e3,
            1e7,
            "The volume whose galaxies are counted, in cubic megaparsec (h = 1): ten times as many galaxies have a third of the error.");

    private static final Knob<Double> DENSITY =
            Knob.real("density", 14.9, 1, 100, "phi*, the number of galaxies in 1000 cubic megaparsec.");
    private static final Knob<Double> KNEE =
            Knob.real("knee", -20.44, -23, -18, "M*, the magnitude beyond which galaxies become rare.");
    private static final Knob<Double> SLOPE =
            Knob.real("slope", -1.05, -1.6, 0.5, "alpha: below -1 there are the more galaxies the fainter they are.");

    private static final Kind KIND = Kind.of(
                    "schechter",
                    "Luminosity function",
                    "Galaxies counted by their brightness: Schechter's law, with three numbers to find.",
                    BINS,
                    VOLUME,
                    DENSITY,
                    KNEE,
                    SLOPE)
            .inKeras(LuminosityFunction::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.ASTRONOMY,
            KIND,
            "prepare(none)/split(0)/Formula('sqrt(0.921 p * exp(0.921 (a + 1) (m - x) - exp(0.921 (m - x))))','p=10, m=-20, a=-0.8')"
                    + "/loss=mean_squared_error/optimizer=Adam(0.05)/fit(200,2000)",
            "Compare p, m and a with phi*, M* and alpha, in units of their errors; then count in a larger volume.",
            LuminosityFunction::make);

    static final double BRIGHTEST = -23;
    static final double FAINTEST = -16;

    private LuminosityFunction() {}

    private static String inKeras(Choice choice, Python script) {
        script.note("Made like the lab's samples, by other random numbers.");
        return "bins, volume = " + choice.get(BINS) + ", " + script.value(choice.get(VOLUME)) + "\n"
                + "density, knee, slope = " + script.value(choice.get(DENSITY)) + ", " + script.value(choice.get(KNEE))
                + ", " + script.value(choice.get(SLOPE)) + "\n"
                + """
                edges = np.linspace(-23, -16, bins + 1)
                x = ((edges[1:] + edges[:-1]) / 2)[:, np.newaxis]  # magnitudes, the middles of the bins
                light = 10 ** (0.4 * (knee - x))
                phi = 0.4 * np.log(10) * density * light ** (slope + 1) * np.exp(-light)
                seen = volume * (edges[1] - edges[0]) / 1000
                y = np.sqrt(rng.poisson(phi * seen) / seen)  # root of the galaxies to a magnitude and 1000 cubic megaparsec
                """;
    }

    static Dataset make(Choice choice, Random random) {
        int bins = choice.get(BINS);
        double width = (FAINTEST - BRIGHTEST) / bins;
        double seen = choice.get(VOLUME) * width / 1000;
        Random counts = random.fork("counts");
        float[] x = new float[bins];
        float[] y = new float[bins];
        for (int i = 0; i < bins; i++) {
            double middle = BRIGHTEST + (i + 0.5) * width;
            double mean = phi(middle, choice.get(DENSITY), choice.get(KNEE), choice.get(SLOPE));
            x[i] = (float) middle;
            y[i] = (float) Math.sqrt(Poisson.draw(mean * seen, counts.fork(i)) / seen);
        }
        return new Dataset(
                KIND.title(),
                Shape.of(1),
                new FloatSamples(x, 1),
                new Target.Numbers(y, 1, List.of("√(galaxies per mag in 1000 Mpc³)")),
                List.of("absolute magnitude M"));
    }

    /** phi(M) = 0.4 ln 10 phi* x^(alpha + 1) exp(-x), x = 10^(0.4 (M* - M)) (Schechter 1976). */
    static double phi(double magnitude, double density, double knee, double slope) {
        double x = Photometry.flux(magnitude - knee);
        return 0.4 * Photometry.LN_10 * density * Elementary.pow(x, slope + 1) * Elementary.exp(-x);
    }
}
