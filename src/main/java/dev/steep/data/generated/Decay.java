package dev.steep.data.generated;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/** Noisy measurements of an activity A = A0 exp(-lambda t), for t from 0 to 12 hours: a law whose two numbers are to be found. */
final class Decay {
    private static final Knob<Double> AMPLITUDE =
            Knob.real("amplitude", 10, 0.1, 1000, "The activity at the beginning, in kilobecquerel.");

    private static final Knob<Double> RATE =
            Knob.real("rate", 0.2, 0.01, 2, "The decay constant, lambda, per hour; the half-life is ln 2 / lambda.");

    private static final Kind KIND = Kind.of(
                    "decay",
                    "Radioactive decay",
                    "Noisy measurements of an activity that decays: a law with two numbers to find.",
                    SharedKnobs.SIZE.preset(200),
                    SharedKnobs.NOISE.preset(0.3),
                    AMPLITUDE,
                    RATE)
            .inKeras(Decay::inKeras);

    static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.CURVES,
            KIND,
            "prepare(none)/Formula('a * exp(-k x)','a=5, k=0.1')"
                    + "/loss=mean_squared_error/optimizer=Adam(0.05)/fit(200,600)",
            "Read the half-life, ln 2 / k, with its error; then ask for ten times as many samples.",
            Decay::make);

    private static final double LAST = 12;

    private Decay() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script)
                + """
                x = rng.uniform(0, 12, (size, 1))
                y = AMPLITUDE * np.exp(-RATE * x) + noise * rng.normal(size=x.shape)
                """.replace("AMPLITUDE", script.value(choice.get(AMPLITUDE)))
                        .replace("RATE", script.value(choice.get(RATE)));
    }

    static Dataset make(Choice choice, Random random) {
        int count = choice.get(SharedKnobs.SIZE);
        double noise = choice.get(SharedKnobs.NOISE);
        Random draw = random.fork("points");
        float[] t = new float[count];
        float[] activity = new float[count];
        for (int i = 0; i < count; i++) {
            double time = draw.uniform(0, LAST);
            double law = choice.get(AMPLITUDE) * Elementary.exp(-choice.get(RATE) * time);
            t[i] = (float) time;
            activity[i] = (float) (law + noise * draw.normal());
        }
        return new Dataset(
                KIND.title(),
                Shape.of(1),
                new FloatSamples(t, 1),
                new Target.Numbers(activity, 1, List.of("activity (kBq)")),
                List.of("time (h)"));
    }
}
