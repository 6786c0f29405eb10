package dev.steep.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Exact;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.tape.Value;
import java.util.Collections;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The derivatives of a prediction are what small changes of the sample make of it. */
class SensitivityTest {
    private static final double STEP = 1.0 / 1024; // exact in float32

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4 Conv2D(3,3,activation=tanh) MaxPooling2D(2) Flatten Dense(4,softmax)",
                "3 Conv2D(3,2,padding=same,activation=sigmoid) BatchNormalization Conv2D(2,2) AveragePooling2D(2) Flatten Dropout(0.5) Dense(3,tanh)",
                "1 RandomRotation(0.2) Flatten Dense(5,silu) GaussianNoise(0.5) Dense(1,sigmoid)"
            })
    void theyAreDifferenceQuotients(String network) {
        String layers = network.substring(2);
        int width = network.charAt(0) - '0';
        Random random = new Random(layers.hashCode());
        Design design = Sketch.numbers(Shape.of(7, 6, 2), width, layers.split(" "));
        Model model = Model.of(Plan.of(design));
        float[] x = new float[84];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) Math.rint(random.normal() * 4096) / 4096;
        }
        Supply supply = new Supply(
                new FloatSamples(x, x.length),
                Rescaling.NONE,
                new Target.Numbers(new float[width], width, Collections.nCopies(width, "t")));
        Sensitivity sensitivity = new Sensitivity(model.program(), supply);
        for (Value weight : model.weights()) {
            double[] numbers = new double[weight.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = weight.role() == Value.Role.STATE ? random.uniform(0.5, 2) : random.normal() / 2;
            }
            sensitivity.weight(weight, Exact.of(numbers));
        }
        Value output = model.program().predict().output();
        Value input = model.program().predict().input();
        int place = width - 1;
        Sensitivity.Following following = sensitivity.follow(x, output, place, -1);
        following.advance(() -> false);
        double[] slopes = following.derivatives(input);
        assertEquals(x.length, slopes.length);
        for (int i = 0; i < x.length; i++) {
            float[] more = x.clone();
            float[] less = x.clone();
            more[i] += (float) STEP;
            less[i] -= (float) STEP;
            double quotient = (sensitivity.follow(more, output, place, -1).number()
                            - sensitivity.follow(less, output, place, -1).number())
                    / (2 * STEP);
            assertEquals(quotient, slopes[i], 2e-6, layers + ": pixel " + i);
        }
        assertEquals(-following.numbers(output)[place], following.number(), 0);
    }
}
