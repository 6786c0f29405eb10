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
import dev.steep.math.Elementary;
import dev.steep.math.Random;
import java.util.List;

/** Five plain shapes that are moved, turned and scaled as far as one asks: what does a network make of what it has not seen? */
public final class Shapes {
    private static final Knob<Double> NOISE = Knob.real(
            "noise", 0.1, 0, 0.5, "The standard deviation of the grain, by the shape's own brightness; 0 has none.");

    private static final Knob<Double> SHIFT =
            Knob.real("shift", 2, 0, 8, "How far shapes are moved from the middle, at most, in pixels.");

    private static final Knob<Double> TURN =
            Knob.real("turn", 0, 0, 180, "How far shapes are turned either way, at most, in degrees.");

    private static final Kind KIND = Kind.of(
                    "shapes",
                    "Shapes",
                    "Triangle, square, pentagon, star and cross, moved and turned as far as you ask, 28 × 28 pixels.",
                    SharedKnobs.SIZE.preset(1500),
                    NOISE,
                    SHIFT,
                    TURN)
            .inKeras(Shapes::inKeras);

    public static final GeneratedSet SET = GeneratedSet.inSlices(
            Group.IMAGES,
            KIND,
            "Conv2D(8,3,padding=same,activation=relu)/MaxPooling2D/Conv2D(16,3,padding=same,activation=relu)/MaxPooling2D"
                    + "/Flatten/Dropout(0.25)/Dense(5,softmax)/fit(32,12)",
            "Look at Robustness: the network was shown no turned shape. Then set turn to 180, or add RandomRotation.",
            Shapes::job);

    static final int SIDE = 28;
    private static final List<String> CLASSES = List.of("triangle", "square", "pentagon", "star", "cross");

    /** Corners of each shape but the cross, and how far every second one is from the middle, by the others. */
    private static final int[] CORNERS = {3, 4, 5, 10};

    private static final double[] INNER = {1, 1, 1, 0.42};

    private Shapes() {}

    private static String inKeras(Choice choice, Python script) {
        script.needs("from math import tau");
        return SharedKnobs.inKeras(choice, script)
                + "shift, turn = " + script.value(choice.get(SHIFT)) + ", " + script.value(choice.get(TURN)) + "\n"
                + """
                px, py = np.meshgrid(np.arange(28) + 0.5, np.arange(28) + 0.5)


                def inside(us, vs):
                    odd = np.zeros(px.shape, bool)
                    for u0, v0, u1, v1 in zip(us, vs, np.roll(us, 1), np.roll(vs, 1)):
                        odd ^= ((v0 > py) != (v1 > py)) & (px < u0 + (py - v0) * (u1 - u0) / (v1 - v0 + 1e-12))
                    return odd


                y = rng.permutation(np.arange(size) % 5)  # triangle, square, pentagon, star, cross
                x = np.empty((size, 28, 28, 1))
                for i in range(size):
                    corners, radius = (3, 4, 5, 10, 12)[y[i]], rng.uniform(5.5, 8)
                    angle = -tau / 4 + tau * np.arange(corners) / corners + (tau / 8 if y[i] == 1 else 0)
                    r = radius * np.where(np.arange(corners) % 2 == 1, 0.42 if y[i] == 3 else 1, 1)
                    us, vs = r * np.cos(angle), r * np.sin(angle)
                    if y[i] == 4:
                        us = radius * np.array([-0.3, 0.3, 0.3, 1, 1, 0.3, 0.3, -0.3, -0.3, -1, -1, -0.3])
                        vs = radius * np.array([-1, -1, -0.3, -0.3, 0.3, 0.3, 1, 1, 0.3, 0.3, -0.3, -0.3])
                    a = np.radians(turn) * rng.uniform(-1, 1)
                    u0, v0 = 14 + rng.uniform(-shift, shift, 2)
                    ink = inside(u0 + us * np.cos(a) - vs * np.sin(a), v0 + us * np.sin(a) + vs * np.cos(a))
                    x[i, :, :, 0] = np.clip(220 * (ink + noise * rng.normal(size=ink.shape)), 0, 255)
                """;
    }

    static DataJob<Dataset> job(Choice choice, Random random) {
        double noise = choice.get(NOISE);
        double shift = choice.get(SHIFT);
        double turn = choice.get(TURN) * Math.PI / 180;
        Outline outline = new Outline(SIDE);
        return ImageSet.job(choice, SIDE, CLASSES, random, (label, own, bytes, at) -> {
            double radius = own.uniform(5.5, 8);
            double angle = turn * own.uniform(-1, 1);
            Turned place =
                    Turned.at(SIDE / 2.0 + own.uniform(-shift, shift), SIDE / 2.0 + own.uniform(-shift, shift), angle);
            outline.fresh();
            if (label == 4) {
                bar(outline, place, radius, 0.3 * radius);
                bar(outline, place, 0.3 * radius, radius);
            } else {
                star(outline, place, radius, label);
            }
            Grain.print(outline.ink(), 220, noise, own, bytes, at);
        });
    }

    private static void bar(Outline outline, Turned place, double along, double aside) {
        double[] xs = new double[4];
        double[] ys = new double[4];
        for (int i = 0; i < 4; i++) {
            double u = i == 0 || i == 3 ? -along : along;
            double v = i < 2 ? -aside : aside;
            xs[i] = place.across(u, v);
            ys[i] = place.down(u, v);
        }
        outline.fill(xs, ys, 1);
    }

    private static void star(Outline outline, Turned place, double radius, int label) {
        int corners = CORNERS[label];
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * i / corners - Math.PI / 2 + (label == 1 ? Math.PI / 4 : 0);
            double r = i % 2 == 1 ? radius * INNER[label] : radius;
            double u = r * Elementary.cos(angle);
            double v = r * Elementary.sin(angle);
            xs[i] = place.across(u, v);
            ys[i] = place.down(u, v);
        }
        outline.fill(xs, ys, 1);
    }
}
