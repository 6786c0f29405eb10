package dev.steep.data.generated.image;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.catalog.Python;
import dev.steep.data.ByteSamples;
import dev.steep.data.DataJob;
import dev.steep.data.Dataset;
import dev.steep.data.Target;
import dev.steep.data.generated.set.Balanced;
import dev.steep.data.generated.set.GeneratedSet;
import dev.steep.data.generated.set.Group;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Pen;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/**
 * Handwritten-looking digits, white on black, 28 × 28 pixels as in MNIST. Each is drawn anew: a shape from the {@link
 * DigitShapes}, written by a {@link Hand} that trembles, slants and hurries, with a {@link Pen} of some width. A network
 * without convolutions learns them poorly, one with them well.
 */
public final class Digits {
    private static final Knob<Double> NOISE =
            Knob.real("noise", 0.2, 0, 1, "Grain, specks, faint ink and blur, as of a poor scan; 0 is clean.");

    private static final Kind KIND = Kind.of(
                    "digits",
                    "Digits",
                    "Handwritten digits 0 to 9, drawn for you, 28 × 28 pixels: the classic first task for a convolutional net.",
                    SharedKnobs.SIZE.preset(2000),
                    NOISE)
            .inKeras(Digits::inKeras);

    public static final GeneratedSet SET = GeneratedSet.inSlices(
            Group.IMAGES,
            KIND,
            "Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D/Flatten/Dropout(0.25)/Dense(10,activation=softmax)",
            "Train, click a digit in DATA and watch its feature maps; then raise the noise.",
            Digits::job);

    static final int SIDE = 28;
    private static final List<String> NAMES = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    private Digits() {}

    private static String inKeras(Choice choice, Python script) {
        script.note("The lab draws its own digits, with a noise of " + Python.number(choice.get(NOISE))
                + ". Keras has none like them: these are as many of MNIST, written by hand.");
        int size = choice.get(SharedKnobs.SIZE);
        return "(x, y), _ = keras.datasets.mnist.load_data()\n" + "x, y = x[:" + size + ", :, :, np.newaxis], y[:"
                + size + "]\n";
    }

    static DataJob<Dataset> job(Choice choice, Random random) {
        int count = choice.get(SharedKnobs.SIZE);
        double noise = choice.get(NOISE);
        int[] labels = Balanced.labels(count, NAMES.size(), random.fork("labels"));
        Random drawing = random.fork("drawing");
        Random scanning = random.fork("scanning");
        byte[] pixels = new byte[count * SIDE * SIDE];
        Pen pen = new Pen(SIDE);
        Scan scan = new Scan(SIDE);
        return DataJob.of(
                "Drawing",
                count,
                "image",
                i -> {
                    pen.fresh();
                    Hand.draw(DigitShapes.pick(labels[i], drawing), pen, drawing);
                    scan.take(pen.ink(), noise, scanning, pixels, i * SIDE * SIDE);
                },
                () -> new Dataset(
                        KIND.title(),
                        Shape.of(SIDE, SIDE, 1),
                        new ByteSamples(pixels, SIDE * SIDE),
                        new Target.Classes(labels, NAMES),
                        List.of()));
    }
}
