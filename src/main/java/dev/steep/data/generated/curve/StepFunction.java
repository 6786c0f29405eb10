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

/** Noisy measurements of a function that jumps at two places, and is constant between. */
public final class StepFunction {
    private static final Kind KIND = Kind.of(
                    "step",
                    "Step",
                    "Noisy measurements of a function that jumps: smooth networks round its edges off.",
                    SharedKnobs.SIZE.preset(200),
                    SharedKnobs.NOISE.preset(0.1))
            .inKeras(StepFunction::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.CURVES,
            KIND,
            Measured.opening("Dense(16,activation=relu)/Dense(16,activation=relu)/"),
            "How steep does the network make the jumps? Try tanh, more units, and more epochs.",
            StepFunction::make);

    private StepFunction() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script)
                + Measured.inPython(1, "y = np.where(x < -2, -1, np.where(x < 3, 1, 0))\n");
    }

    static Dataset make(Choice choice, Random random) {
        return Measured.of(choice, List.of("x"), random, x -> x[0] < -2 ? -1 : x[0] < 3 ? 1 : 0);
    }
}
