package dev.steep.data.generated.image;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Characters;
import dev.steep.math.Random;
import java.util.ArrayList;
import java.util.List;

/** Silhouettes of clothes, in the manner of Fashion-MNIST: outlines whose corners are moved, stretched and shaded at random. */
public final class Silhouettes {
    private static final Knob<Double> NOISE = Knob.real(
            "noise", 0.1, 0, 0.5, "The standard deviation of the grain, by the cloth's own brightness; 0 has none.");

    private static final Kind KIND = Kind.of(
                    "silhouettes",
                    "Clothes",
                    "Silhouettes of seven pieces of clothing, in the manner of Fashion-MNIST, 28 × 28 pixels.",
                    SharedKnobs.SIZE.preset(2000),
                    NOISE)
            .inKeras(Silhouettes::inKeras);

    public static final GeneratedSet SET = GeneratedSet.inSlices(
            Group.IMAGES,
            KIND,
            "Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Flatten/Dropout(0.25)/Dense(7,softmax)/fit(32,15)",
            "Look at the confusion matrix: a T-shirt and a pullover differ by their sleeves only.",
            Silhouettes::job);

    static final int SIDE = 28;

    private static final List<String> CLASSES =
            List.of("T-shirt", "pullover", "trousers", "dress", "shoe", "boot", "bag");

    /** Corners x, y in hundredths of the image. Those that begin with | are the right half of what is the same on the left. */
    private static final List<String> OUTLINES = List.of(
            "|50 18 62 14 70 17 92 34 82 46 72 38 72 88 50 88",
            "|50 18 62 14 71 18 80 34 90 82 78 85 70 46 71 87 50 87",
            "|50 10 72 10 78 92 58 92 50 36",
            "|50 26 60 12 66 12 65 40 80 90 50 92",
            "8 50 14 40 28 44 46 56 74 62 92 70 92 80 8 80",
            "30 8 58 8 58 50 70 58 90 64 94 84 30 84",
            "|50 42 60 42 62 26 50 14 50 8 70 22 69 42 88 44 84 86 50 86");

    private Silhouettes() {}

    private static String inKeras(Choice choice, Python script) {
        script.note("The lab draws its own silhouettes, with a noise of " + Python.number(choice.get(NOISE))
                + ". These are as many photographs of Fashion-MNIST, of seven of its ten classes.");
        return "size = " + choice.get(SharedKnobs.SIZE) + "\n" + """
                (x, y), _ = keras.datasets.fashion_mnist.load_data()
                names = [0, 2, 1, 3, 7, 9, 8]  # T-shirt, pullover, trousers, dress, shoe, boot, bag
                rows = np.concatenate([np.flatnonzero(y == name)[: (size + 6 - c) // 7] for c, name in enumerate(names)])
                rows = rng.permutation(rows)  # equally many of each class
                x, y = x[rows][..., np.newaxis], np.array([names.index(name) for name in y[rows]])
                """;
    }

    static DataJob<Dataset> job(Choice choice, Random random) {
        double noise = choice.get(NOISE);
        Outline outline = new Outline(SIDE);
        List<double[]> corners = OUTLINES.stream().map(Silhouettes::corners).toList();
        return ImageSet.job(choice, SIDE, CLASSES, random, (label, own, bytes, at) -> {
            outline.fresh();
            draw(outline, corners.get(label), own);
            Grain.print(outline.ink(), own.uniform(120, 250), noise, own, bytes, at);
        });
    }

    /** The whole outline, x and y by turns, from -1 to 1. */
    private static double[] corners(String text) {
        boolean half = text.charAt(0) == '|';
        List<String> words = Characters.parts(half ? text.substring(1) : text, ' ');
        List<Double> all = new ArrayList<>();
        for (String word : words) {
            all.add(Integer.parseInt(word) / 50.0 - 1);
        }
        for (int i = all.size() - 4; half && i > 0; i -= 2) {
            all.add(-all.get(i));
            all.add(all.get(i + 1));
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void draw(Outline outline, double[] corners, Random random) {
        double wide = random.uniform(0.5, 1.02);
        double high = Math.min(1.02, wide * random.uniform(0.9, 1.25));
        double lean = 0.1 * random.normal();
        int flip = random.below(2) == 0 ? 1 : -1;
        double x = 1 + Math.max(0.05, 1 - wide) * random.uniform(-1, 1);
        double y = 1 + Math.max(0.05, 1 - high) * random.uniform(-1, 1);
        int count = corners.length / 2;
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            double v = corners[2 * i + 1] + 0.04 * random.normal();
            double u = flip * (corners[2 * i] + 0.04 * random.normal()) + lean * v;
            xs[i] = SIDE / 2.0 * (x + wide * u);
            ys[i] = SIDE / 2.0 * (y + high * v);
        }
        outline.fill(xs, ys, 1);
        fold(outline.ink(), random);
    }

    /** Shade: darker to one side, and in stripes on some cloth. */
    private static void fold(double[] ink, Random random) {
        double slope = random.uniform(-0.4, 0.4);
        int stripe = random.below(4) == 0 ? 2 + random.below(3) : 0;
        for (int i = 0; i < ink.length; i++) {
            double across = (i % SIDE + 0.5) / SIDE - 0.5;
            boolean dark = stripe > 0 && i / SIDE / stripe % 2 == 1;
            ink[i] *= (1 - Math.abs(slope) / 2 + slope * across) * (dark ? 0.6 : 1);
        }
    }
}
