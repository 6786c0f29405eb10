package dev.steep.data.generated.curve;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import java.util.List;

/** Noisy measurements of a polynomial of third degree, with a hill and a valley. */
public final class Polynomial {
    private static final Kind KIND = Kind.of(
                    "polynomial",
                    "Polynomial",
                    "Noisy measurements of a curve of third degree: its coefficients can be found, or a network fitted.",
                    SharedKnobs.SIZE.preset(120),
                    SharedKnobs.NOISE.preset(0.3))
            .inKeras(Polynomial::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.CURVES,
            KIND,
            "prepare(none)/Formula('a + b x + c x^2 + d x^3','a=0, b=0, c=0, d=0')/loss=mean_squared_error/optimizer=Adam(0.05)/fit(200,1500)",
            "Compare the four coefficients and their errors with 1, -1.2, 0.1 and 0.06; then fit a term e x^4 as well.",
            Polynomial::make);

    private Polynomial() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script)
                + Measured.inPython(1, "y = 1 - 1.2 * x + 0.1 * x**2 + 0.06 * x**3\n");
    }

    static Dataset make(Choice choice, Random random) {
        return Measured.of(choice, List.of("x"), random, x -> 1 + x[0] * (-1.2 + x[0] * (0.1 + x[0] * 0.06)));
    }
}
