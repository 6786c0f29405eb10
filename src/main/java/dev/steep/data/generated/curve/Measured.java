package dev.steep.data.generated.curve;

import dev.steep.catalog.Choice;
import dev.steep.data.Dataset;
import dev.steep.data.FloatSamples;
import dev.steep.data.Target;
import dev.steep.data.generated.set.SharedKnobs;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import java.util.List;

/** Builds sets of a number y that is measured, with noise, at random places of one input or two, from -6 to 6. */
final class Measured {
    /** The inputs of a surface. */
    static final List<String> PLANE = List.of("x1", "x2");

    private static final double REACH = 6;

    private Measured() {}

    /** What is measured. */
    interface Law {
        double at(double[] x);
    }

    /** The law at random places, plus noise. */
    static Dataset of(Choice choice, List<String> inputs, Random random, Law law) {
        int count = choice.get(SharedKnobs.SIZE);
        double noise = choice.get(SharedKnobs.NOISE);
        int width = inputs.size();
        Random draw = random.fork("points");
        float[] x = new float[count * width];
        float[] y = new float[count];
        double[] place = new double[width];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < width; k++) {
                place[k] = draw.uniform(-REACH, REACH);
                x[i * width + k] = (float) place[k];
            }
            y[i] = (float) (law.at(place) + noise * draw.normal());
        }
        return new Dataset(
                choice.kind().title(),
                Shape.of(width),
                new FloatSamples(x, width),
                new Target.Numbers(y, 1, List.of("y")),
                inputs);
    }

    /** An MLP for such data. */
    static String opening(String hidden) {
        return "prepare(signed)/" + hidden + "Dense(1)/loss=mean_squared_error/optimizer=Adam(0.01)/fit(16,150)";
    }

    /** Python for the places, and the law in it. */
    static String inPython(int inputs, String law) {
        return "x = rng.uniform(-6, 6, (size, " + inputs + "))\n" + law
                + "y = y.reshape(-1, 1) + noise * rng.normal(size=(size, 1))\n";
    }
}
