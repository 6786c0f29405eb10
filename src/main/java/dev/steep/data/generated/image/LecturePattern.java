package dev.steep.data.generated.image;

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
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/** The lecture's pattern of 8 × 8 numbers, as it is and turned by quarters, with noise. The first sample is the lecture's own, without noise. */
public final class LecturePattern {
    private static final Knob<Double> NOISE =
            Knob.real("noise", 0.4, 0, 2, "The standard deviation of what is added to each number; 0 adds nothing.");

    private static final Kind KIND = Kind.of(
                    "pattern",
                    "8 × 8 pattern",
                    "The pattern that the lecture convolves by hand, and its quarter turns, 8 × 8 numbers each.",
                    SharedKnobs.SIZE.preset(400),
                    NOISE)
            .inKeras(LecturePattern::inKeras);

    public static final GeneratedSet SET = GeneratedSet.atOnce(
            Group.IMAGES,
            KIND,
            "prepare(none)/Conv2D(2,3,activation=relu)/Flatten/Dense(4,softmax)/optimizer=Adam(0.005)/fit(16,30)",
            "Choose sample 0, and compute one number of a feature map by hand before you point at it.",
            LecturePattern::make);

    static final int SIDE = 8;

    /** Row by row. */
    static final String ROWS = "00011000 00122100 01233210 12022021 11111111 00200200 03011030 10200201";

    private LecturePattern() {}

    private static String inKeras(Choice choice, Python script) {
        return SharedKnobs.inKeras(choice, script) + "rows = " + Python.text(ROWS) + "\n" + """
                pattern = np.array([[int(digit) for digit in row] for row in rows.split()])
                y = rng.permutation(np.arange(size) % 4)
                x = np.array([np.rot90(pattern, -quarter) for quarter in y])[..., np.newaxis]
                x = x + noise * rng.normal(size=x.shape)
                """;
    }

    static Dataset make(Choice choice, Random random) {
        int count = choice.get(SharedKnobs.SIZE);
        double noise = choice.get(NOISE);
        int[] labels = Balanced.labels(count, 4, random.fork("labels"));
        int upright = 0;
        while (labels[upright] != 0) {
            upright++;
        }
        labels[upright] = labels[0];
        labels[0] = 0;
        Random error = random.fork("noise");
        float[] x = new float[count * SIDE * SIDE];
        for (int i = 0; i < count; i++) {
            for (int row = 0; row < SIDE; row++) {
                for (int column = 0; column < SIDE; column++) {
                    double added = i == 0 ? 0 : noise * error.normal();
                    x[(i * SIDE + row) * SIDE + column] = (float) (turned(labels[i], row, column) + added);
                }
            }
        }
        return new Dataset(
                KIND.title(),
                Shape.of(SIDE, SIDE, 1),
                new FloatSamples(x, SIDE * SIDE),
                new Target.Classes(labels, List.of("up", "right", "down", "left")),
                List.of());
    }

    /** The pattern, turned so many quarters clockwise. */
    private static int turned(int quarters, int row, int column) {
        int r = row;
        int c = column;
        for (int i = 0; i < quarters; i++) {
            int before = r;
            r = SIDE - 1 - c;
            c = before;
        }
        return ROWS.charAt(r * (SIDE + 1) + c) - '0';
    }
}
