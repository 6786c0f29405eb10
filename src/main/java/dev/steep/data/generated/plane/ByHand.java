package dev.steep.data.generated.plane;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Python;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/** Samples of three quarters, easily copied to paper, in two classes: those with 2 x1 - x2 + x3 / 2 above zero, and the others. Noise is added after. */
public final class ByHand {
    private static final Kind KIND = Kind.of(
                    "by_hand",
                    "By hand (three inputs)",
                    "Three short numbers to a sample, in two classes: for a training step that is worked out on paper.",
                    SharedKnobs.SIZE.preset(10),
                    SharedKnobs.NOISE.preset(0.0))
            .inKeras(ByHand::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.TABLES,
            KIND,
            "prepare(none)/split(0)/Dense(2,activation=sigmoid)/Dense(1,activation=sigmoid)"
                    + "/loss=mean_squared_error/optimizer=SGD(0.5)/fit(1,100)",
            "Work one step out on paper, then compare it with the Backprop view.",
            ByHand::make);

    private static final int INPUTS = 3;

    /** Numbers are quarters up to 6 / 4. */
    private static final int MOST = 6;

    private ByHand() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + """
                x = rng.integers(-6, 7, (10 * size, 3)) / 4  # quarters
                y = (2 * x[:, 0] - x[:, 1] + x[:, 2] / 2 > 0).astype(int)
                x = x + noise * rng.normal(size=x.shape)
                """ + PlanePoints.BALANCED;
    }

    static Dataset make(Choice choice, Random random) {
        int count = choice.get(SharedKnobs.SIZE);
        double noise = choice.get(SharedKnobs.NOISE);
        Random draw = random.fork("points");
        Random error = random.fork("noise");
        float[] x = new float[count * INPUTS];
        int[] y = new int[count];
        for (int i = 0; i < count; i++) {
            y[i] = 1 - i % 2;
            do {
                for (int j = 0; j < INPUTS; j++) {
                    x[i * INPUTS + j] = (draw.below(2 * MOST + 1) - MOST) / 4f;
                }
            } while (label(x, i * INPUTS) != y[i]);
            for (int j = 0; j < INPUTS; j++) {
                x[i * INPUTS + j] += (float) (noise * error.normal());
            }
        }
        return new Dataset(
                KIND.title(),
                Shape.of(INPUTS),
                new FloatSamples(x, INPUTS),
                new Target.Classes(y, List.of("0", "1")),
                List.of("x1", "x2", "x3"));
    }

    private static int label(float[] x, int at) {
        return 2 * x[at] - x[at + 1] + x[at + 2] / 2 > 0 ? 1 : 0;
    }
}
