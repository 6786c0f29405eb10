package dev.steep.data.generated.curve;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import java.util.List;

/** Noisy measurements of a straight line: what least squares was made for. */
public final class Line {
    private static final Knob<Double> SLOPE = Knob.real("slope", 0.5, -2, 2, "a, how steep the line is.");

    private static final Knob<Double> OFFSET = Knob.real("offset", 1, -6, 6, "b, the value at x = 0.");

    private static final Kind KIND = Kind.of(
                    "line",
                    "Straight line",
                    "Noisy measurements of y = a x + b: the one curve for which no network is needed.",
                    SharedKnobs.SIZE.preset(100),
                    SharedKnobs.NOISE.preset(0.3),
                    SLOPE,
                    OFFSET)
            .inKeras(Line::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.CURVES,
            KIND,
            "prepare(none)/Dense(1)/loss=mean_squared_error/optimizer=Adam(0.05)/fit(16,60)",
            "Read the line from the layer's two weights; then add 32 units of tanh and few samples, and see what they make of the noise.",
            Line::make);

    private Line() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script)
                + Measured.inPython(
                        1,
                        "y = " + script.value(choice.get(SLOPE)) + " * x + " + script.value(choice.get(OFFSET)) + "\n");
    }

    static Dataset make(Choice choice, Random random) {
        double slope = choice.get(SLOPE);
        double offset = choice.get(OFFSET);
        return Measured.of(choice, List.of("x"), random, x -> slope * x[0] + offset);
    }
}
