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
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/**
 * Galaxies with fluxes of 1e-5 and masses of 1e10, in the units that catalogues have: inputs that stall training or overflow it, unless they
 * are rescaled. Whether a galaxy forms stars shows in its radio flux for its mass and distance.
 */
public final class FluxAndMass {
    private static final Knob<Double> NOISE =
            Knob.real("noise", 0.1, 0, 0.5, "The error of flux and mass, as a share of them; 0 has none.");

    private static final Kind KIND = Kind.of(
                    "flux_mass",
                    "Fluxes and masses",
                    "Galaxies that form stars or do not, by a flux of about 1e-5 and a mass of about 1e10: inputs that must be rescaled.",
                    SharedKnobs.SIZE.preset(1000),
                    NOISE)
            .inKeras(FluxAndMass::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.TABLES,
            KIND,
            "prepare(standardise)/Dense(16,relu)/Dense(16,relu)/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.01)/fit(32,60)",
            "Under Prepare, scale inputs to none, and train again: what becomes of the loss, and why?",
            FluxAndMass::make);

    private static final int COLUMNS = 3;

    /** The radio luminosity at 1.4 GHz, in watt per hertz, of stars forming at one solar mass a year (Yun, Reddy and Condon 2001). */
    private static final double RADIO = 1 / 5.9e-22;

    private static final double METRES = 3.0857e22;
    private static final double JANSKY = 1e-26;

    private FluxAndMass() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                y = rng.permutation(np.arange(size) % 2)  # 1: forms stars
                z = rng.uniform(0.3, 0.6, size)
                mass = 10 ** rng.uniform(9.6, 10.6, size)  # in solar masses
                rate = mass * 10 ** np.where(y == 1, -9.7 + 0.25 * rng.normal(size=size), -10.8 + 0.3 * rng.normal(size=size))
                metres = 4283 * z * (1 + 0.775 * z) * 3.0857e22
                flux = rate / 5.9e-22 / (4 * np.pi * metres**2) / 1e-26  # in jansky
                flux *= 1 + noise * rng.uniform(-1, 1, size)
                mass *= 1 + noise * rng.uniform(-1, 1, size)
                x = np.column_stack([flux, mass, z])
                """;
    }

    static Dataset make(Choice choice, Random random) {
        int count = choice.get(SharedKnobs.SIZE);
        double noise = choice.get(NOISE);
        int[] labels = Balanced.labels(count, 2, random.fork("labels"));
        Random draw = random.fork("galaxies");
        float[] x = new float[count * COLUMNS];
        for (int i = 0; i < count; i++) {
            double z = draw.uniform(0.3, 0.6);
            double mass = power(draw.uniform(9.6, 10.6));
            double rate = labels[i] == 1 ? -9.7 + 0.25 * draw.normal() : -10.8 + 0.3 * draw.normal();
            double metres = PhotometricRedshift.distance(z) * METRES;
            double flux = mass * power(rate) * RADIO / (4 * Math.PI * metres * metres) / JANSKY;
            x[i * COLUMNS] = (float) (flux * (1 + noise * draw.uniform(-1, 1)));
            x[i * COLUMNS + 1] = (float) (mass * (1 + noise * draw.uniform(-1, 1)));
            x[i * COLUMNS + 2] = (float) z;
        }
        return new Dataset(
                KIND.title(),
                Shape.of(COLUMNS),
                new FloatSamples(x, COLUMNS),
                new Target.Classes(labels, List.of("quiet", "forms stars")),
                List.of("radio flux (Jy)", "mass (suns)", "redshift"));
    }

    private static double power(double exponent) {
        return Elementary.exp(Photometry.LN_10 * exponent);
    }
}
