package dev.steep.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Exact;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.loss.Loss;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** See {@code ModelGradientTest} for every layer, activation and loss. */
class BackpropagationTest {
    private static final int SAMPLES = 4;

    private static Backpropagation of(Model model, float[] x, Target target, Map<String, double[]> weights) {
        int samples = target.count();
        Map<Value, Exact> lasting = new HashMap<>();
        model.lasting().forEach(value -> {
            double[] given = weights.get(value.name());
            lasting.put(value, given == null ? Exact.of(model.initial(value)) : Exact.of(given));
        });
        Supply supply = new Supply(new FloatSamples(x, x.length / samples), Rescaling.NONE, target);
        Batch batch = new Batch(
                IntStream.range(0, samples).toArray(),
                0,
                samples,
                5,
                model.scalars(model.program().training(), 1, samples));
        return new Backpropagation(model.program(), supply, batch, lasting);
    }

    private static Backpropagation random(Model model, int seed) {
        Design design = model.plan().design();
        Random random = new Random(seed);
        float[] x = new float[SAMPLES * design.input().size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.normal();
        }
        int width = model.plan().targetWidth();
        float[] numbers = new float[SAMPLES * width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.uniform(0.1, 2);
        }
        return of(model, x, new Target.Numbers(numbers, width, Collections.nCopies(width, "t")), Map.of());
    }

    private static Value value(Model model, String name) {
        return model.program().training().value(name).orElseThrow();
    }

    /**
     * The lecture's network by hand: units 4 and 5 with sigmoids over three inputs, then unit 6; half the square is Keras' mean of
     * squares of two outputs, so the factor of 2 is written out. The numbers come from the formulas of the lecture, worked out here.
     */
    @Test
    void theLecturesNetwork() {
        Design design = Sketch.with(
                Sketch.numbers(Shape.of(3), 1, "Dense(2,sigmoid)", "Dense(1,sigmoid)"), Loss.MEAN_SQUARED_ERROR);
        Model model = Model.of(Plan.of(design));
        double[] w = {0.3, -0.1, -0.4, 0.2, 0.5, -0.6}; // input × unit
        double[] x = {0.5, -1.25, 0.25};
        double[] out = {0.84, -0.41};
        Backpropagation back = of(
                model,
                new float[] {0.5f, -1.25f, 0.25f},
                new Target.Numbers(new float[] {1}, 1, List.of("t")),
                Map.of(
                        "dense/kernel",
                        w,
                        "dense/bias",
                        new double[] {0.1, -0.2},
                        "dense_1/kernel",
                        out,
                        "dense_1/bias",
                        new double[] {0.05}));
        double x4 = x[0] * w[0] + x[1] * w[2] + x[2] * w[4] + 0.1;
        double x5 = x[0] * w[1] + x[1] * w[3] + x[2] * w[5] - 0.2;
        double y4 = 1 / (1 + Math.exp(-x4));
        double y5 = 1 / (1 + Math.exp(-x5));
        double y6 = 1 / (1 + Math.exp(-(out[0] * y4 + out[1] * y5 + 0.05)));
        double dy6 = 2 * (y6 - 1);
        double dx6 = y6 * (1 - y6) * dy6;
        double dy4 = out[0] * dx6;
        double dx4 = y4 * (1 - y4) * dy4;
        assertEquals((y6 - 1) * (y6 - 1), back.loss(), 1e-15);
        assertEquals(dy6, back.derivatives(value(model, "dense_1/output"))[0], 1e-15);
        assertEquals(dx6, back.derivatives(value(model, "dense_1/pre_activation"))[0], 1e-15);
        assertArrayEquals(new double[] {y4 * dx6, y5 * dx6}, back.derivatives(value(model, "dense_1/kernel")), 1e-15);
        assertEquals(dy4, back.derivatives(value(model, "dense/output"))[0], 1e-15);
        assertEquals(dx4, back.derivatives(value(model, "dense/pre_activation"))[0], 1e-15);
        assertEquals(x[1] * dx4, back.derivatives(value(model, "dense/kernel"))[2], 1e-15);
        List<Backpropagation.Term> terms = back.terms(value(model, "dense_1/kernel"), 1);
        assertEquals(1, terms.size());
        assertEquals(y5, terms.get(0).slope(), 1e-15);
        assertEquals(dx6, terms.get(0).derivative(), 1e-15);
    }

    /** Where a unit feeds several, the derivative is a sum over them: one summand for each. */
    @Test
    void aUnitThatFeedsSeveral() {
        Design design = Sketch.numbers(Shape.of(3), 3, "Dense(2,tanh)", "Dense(3)");
        Model model = Model.of(Plan.of(design));
        Backpropagation back = random(model, 3);
        Value hidden = value(model, "dense/output");
        double[] kernel = back.numbers(value(model, "dense_1/kernel"));
        List<Backpropagation.Term> terms = back.terms(hidden, 2); // the first unit for the second sample
        assertEquals(3, terms.size());
        for (int j = 0; j < 3; j++) {
            assertEquals(kernel[j], terms.get(j).slope(), 1e-15);
            assertEquals(3 + j, terms.get(j).output());
        }
        assertEquals(
                back.derivatives(hidden)[2],
                terms.stream().mapToDouble(Backpropagation.Term::product).sum(),
                1e-15);
    }

    @Test
    void whatIsWrittenIsTheSumOfItsParts() {
        Design design = Sketch.numbers(Shape.of(5, 4, 2), 1, "Conv2D(3,2,padding=same)", "Flatten", "Dense(1)");
        Model model = Model.of(Plan.of(design));
        Backpropagation back = random(model, 4);
        model.program().training().steps(Tape.Phase.FORWARD).stream()
                .filter(step -> step.output().name().endsWith("weighted"))
                .forEach(step -> {
                    double[] x = back.numbers(step.inputs().get(0));
                    double[] y = back.numbers(step.output());
                    double sum = back.parts(step, y.length - 1).stream()
                            .filter(part -> part.input() == 0)
                            .mapToDouble(part -> part.slope() * x[part.number().place()])
                            .sum();
                    assertEquals(y[y.length - 1], sum, 1e-12);
                });
    }

    @Test
    void aNudgeChangesTheLossByItsDerivativeAndLeavesNothingBehind() {
        Design design = Sketch.with(
                Sketch.numbers(
                        Shape.of(6, 6, 1),
                        2,
                        "Conv2D(3,3,activation=tanh)",
                        "BatchNormalization",
                        "MaxPooling2D(2)",
                        "Dropout(0.4)",
                        "Flatten",
                        "Dense(2)"),
                "Adam");
        Model model = Model.of(Plan.of(design));
        Backpropagation back = random(model, 5);
        double loss = back.loss();
        for (Value parameter : model.parameters()) {
            double number = back.numbers(parameter)[0];
            double slope =
                    (back.lossWith(parameter, 0, number + 1e-5) - back.lossWith(parameter, 0, number - 1e-5)) / 2e-5;
            assertEquals(back.derivatives(parameter)[0], slope, 1e-6 * Math.max(1, Math.abs(slope)), parameter.name());
        }
        assertEquals(loss, back.loss());
        Backpropagation again = random(model, 5);
        assertArrayEquals(
                again.numbers(model.program().train().output()),
                back.numbers(model.program().train().output()));
    }

    @Test
    void anUpdateIsThatOfATrainingStep() {
        Design design =
                Sketch.with(Sketch.numbers(Shape.of(3), 1, "Dense(2,relu)", "BatchNormalization", "Dense(1)"), "Adam");
        Model model = Model.of(Plan.of(design));
        Backpropagation back = random(model, 6);
        Value kernel = value(model, "dense/kernel");
        double[] before = back.numbers(kernel).clone();
        double[] g = back.derivatives(kernel);
        double[] after = back.updated(kernel);
        for (int i = 0; i < g.length; i++) { // Adam's first step goes by the rate, whatever the gradient
            assertEquals(g[i] == 0 ? 0 : -0.001 * Math.signum(g[i]), after[i] - before[i], 1e-5);
        }
        assertArrayEquals(before, back.numbers(kernel));
        assertTrue(model.slots().stream().anyMatch(slot -> back.updated(slot)[0] != 0));
    }

    @Test
    void whatTheLossDoesNotDependOn() {
        Design design = Sketch.numbers(Shape.of(3), 1, "Dense(2,relu)", "Dense(1)");
        Model model = Model.of(Plan.of(design));
        Backpropagation back = random(model, 7);
        assertTrue(back.reaches(model.program().train().input()));
        assertFalse(back.reaches(model.program().train().hits()));
    }
}
