package dev.steep.data.generated.curve;

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
 * Counts of a detector in equal spans of time while a source decays: Poisson numbers of the mean A0 exp(-lambda t) + background, so with an
 * error of the root of the mean. The loss {@code poisson} is their likelihood.
 */
public final class Decay {
    private static final Knob<Integer> BINS =
            Knob.whole("bins", 72, 10, 1000, "Into how many equal spans the twelve hours are cut.");

    private static final Knob<Double> ACTIVITY = Knob.log(
            "activity",
            100,
            1,
            1e5,
            "A0, the counts that are expected in a span at the beginning, without background.");

    private static final Knob<Double> RATE =
            Knob.real("rate", 0.2, 0.01, 2, "The decay constant, lambda, per hour; the half-life is ln 2 / lambda.");

    private static final Knob<Double> BACKGROUND =
            Knob.real("background", 0, 0, 1000, "Counts in a span that do not come from the source.");

    private static final Kind KIND = Kind.of(
                    "decay",
                    "Radioactive decay",
                    "Counts of a source that decays: a law with two numbers to find.",
                    BINS,
                    ACTIVITY,
                    RATE,
                    BACKGROUND)
            .inKeras(Decay::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.CURVES,
            KIND,
            "prepare(none)/Formula('a * exp(-k x)','a=50, k=0.1')" + "/loss=poisson/optimizer=Adam(0.1)/fit(1000,1500)",
            "Read the half-life, ln 2 / k, with its error; then add a background, and a letter for it.",
            Decay::make);

    private static final double LAST = 12;

    private Decay() {}

    private static String inKeras(Choice choice, Python script) {
        script.note("Made like the lab's samples, by other random numbers.");
        return """
                x = (np.arange(BINS) + 0.5)[:, np.newaxis] * 12 / BINS  # hours, the middles of the spans
                y = rng.poisson(ACTIVITY * np.exp(-RATE * x) + BACKGROUND).astype("float32")
                """.replace("BINS", script.value(choice.get(BINS)))
                .replace("ACTIVITY", script.value(choice.get(ACTIVITY)))
                .replace("RATE", script.value(choice.get(RATE)))
                .replace("BACKGROUND", script.value(choice.get(BACKGROUND)));
    }

    static Dataset make(Choice choice, Random random) {
        int bins = choice.get(BINS);
        Random counts = random.fork("counts");
        float[] t = new float[bins];
        float[] seen = new float[bins];
        for (int i = 0; i < bins; i++) {
            double time = (i + 0.5) * LAST / bins;
            double mean = choice.get(ACTIVITY) * Elementary.exp(-choice.get(RATE) * time) + choice.get(BACKGROUND);
            t[i] = (float) time;
            seen[i] = Poisson.draw(mean, counts.fork(i));
        }
        return new Dataset(
                KIND.title(),
                Shape.of(1),
                new FloatSamples(t, 1),
                new Target.Numbers(seen, 1, List.of("counts")),
                List.of("time (h)"));
    }
}
