package dev.steep.network.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.math.Shape;
import dev.steep.network.Bench;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.tape.Value;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Five steps on the loss (w x - t)², against Keras' update rules written out here once more, with Java's own pow. */
class OptimizerTest {
    private static final double X = 1.5;
    private static final double T = 2;
    private static final double START = -0.5;

    /** s: what the optimizer remembers; t: the step, from 1. Changes s and returns the new w. */
    interface Update {
        double step(double w, double g, double[] s, int t);
    }

    record Case(String pick, double[] state, Update update) {
        @Override
        public String toString() {
            return pick;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                of("SGD", (w, g, s, t) -> w - 0.01 * g),
                of("SGD(0.1,0.9)", (w, g, s, t) -> {
                    s[0] = 0.9 * s[0] - 0.1 * g;
                    return w + s[0];
                }),
                of("SGD(0.1,0.9,true)", (w, g, s, t) -> {
                    s[0] = 0.9 * s[0] - 0.1 * g;
                    return w + 0.9 * s[0] - 0.1 * g;
                }),
                of("Adam", (w, g, s, t) -> adam(w, g, s, t, 0.001, 0.9, 0.999, 1e-7)),
                of("Adam(0.1,0.8,0.9,0.01)", (w, g, s, t) -> adam(w, g, s, t, 0.1, 0.8, 0.9, 0.01)),
                of("AdamW(0.1,0.05)", (w, g, s, t) -> adam(w - w * 0.05 * 0.1, g, s, t, 0.1, 0.9, 0.999, 1e-7)),
                of("Adamax(0.1)", (w, g, s, t) -> {
                    s[0] += (g - s[0]) * 0.1;
                    s[1] = Math.max(0.999 * s[1], Math.abs(g));
                    return w - 0.1 * s[0] / ((1 - Math.pow(0.9, t)) * (s[1] + 1e-7));
                }),
                of("Nadam(0.1)", (w, g, s, t) -> {
                    s[2] = t == 1 ? 1 : s[2];
                    double u = 0.9 * (1 - 0.5 * Math.pow(0.96, t));
                    double next = 0.9 * (1 - 0.5 * Math.pow(0.96, t + 1));
                    s[2] *= u;
                    s[0] += (g - s[0]) * 0.1;
                    s[1] += (g * g - s[1]) * 0.001;
                    double m = next * s[0] / (1 - s[2] * next) + (1 - u) * g / (1 - s[2]);
                    double v = s[1] / (1 - Math.pow(0.999, t));
                    return w - m * 0.1 / (Math.sqrt(v) + 1e-7);
                }),
                of("RMSprop(0.1)", (w, g, s, t) -> {
                    s[0] = 0.9 * s[0] + 0.1 * g * g;
                    return w - 0.1 * g / Math.sqrt(s[0] + 1e-7);
                }),
                of("RMSprop(0.1,0.8,0.5,0.001,true)", (w, g, s, t) -> {
                    s[0] = 0.8 * s[0] + 0.2 * g * g;
                    s[1] = 0.8 * s[1] + 0.2 * g;
                    s[2] = 0.5 * s[2] + 0.1 * g / Math.sqrt(s[0] - s[1] * s[1] + 0.001);
                    return w - s[2];
                }),
                of("Adagrad(0.1)", (w, g, s, t) -> {
                    s[0] = (t == 1 ? 0.1 : s[0]) + g * g;
                    return w - 0.1 * g / Math.sqrt(s[0] + 1e-7);
                }),
                of("Adam(0.1,beta_2=0.5,amsgrad=true)", (w, g, s, t) -> {
                    s[0] = 0.9 * s[0] + 0.1 * g;
                    s[1] = 0.5 * s[1] + 0.5 * g * g;
                    s[2] = Math.max(s[2], s[1]);
                    double a = 0.1 * Math.sqrt(1 - Math.pow(0.5, t)) / (1 - Math.pow(0.9, t));
                    return w - a * s[0] / (Math.sqrt(s[2]) + 1e-7);
                }),
                of(
                        "Ftrl(0.1,l1_regularization_strength=0.01,l2_regularization_strength=0.02,beta=0.3)",
                        (w, g, s, t) -> {
                            double before = t == 1 ? 0.1 : s[0];
                            s[0] = before + g * g;
                            s[1] += g - (Math.sqrt(s[0]) - Math.sqrt(before)) / 0.1 * w;
                            double l1 = Math.max(-0.01, Math.min(0.01, s[1]));
                            return (l1 - s[1]) / (Math.sqrt(s[0]) / 0.1 + 2 * (0.02 + 0.3 / 0.2));
                        }),
                of("Lion(0.1)", (w, g, s, t) -> {
                    double next = w - 0.1 * Math.signum(0.9 * s[0] + 0.1 * g);
                    s[0] = 0.99 * s[0] + 0.01 * g;
                    return next;
                }),
                of("SGD(0.1,weight_decay=0.2)", (w, g, s, t) -> w - w * 0.2 * 0.1 - 0.1 * g),
                of("SGD(0.1,clipnorm=0.5)", (w, g, s, t) -> w - 0.1 * g * 0.5 / Math.max(Math.abs(g), 0.5)),
                of("SGD(0.1,global_clipnorm=0.5)", (w, g, s, t) -> w - 0.1 * g * 0.5 / Math.max(Math.abs(g), 0.5)),
                of("SGD(0.1,clipvalue=3)", (w, g, s, t) -> w - 0.1 * Math.max(-3, Math.min(3, g))),
                of("Adadelta(1)", (w, g, s, t) -> {
                    s[0] = 0.95 * s[0] + 0.05 * g * g;
                    double change = -Math.sqrt(s[1] + 1e-7) * g / Math.sqrt(s[0] + 1e-7);
                    s[1] = 0.95 * s[1] + 0.05 * change * change;
                    return w + change;
                }));
    }

    private static double adam(
            double w, double g, double[] s, int t, double rate, double b1, double b2, double epsilon) {
        s[0] = b1 * s[0] + (1 - b1) * g;
        s[1] = b2 * s[1] + (1 - b2) * g * g;
        double a = rate * Math.sqrt(1 - Math.pow(b2, t)) / (1 - Math.pow(b1, t));
        return w - a * s[0] / (Math.sqrt(s[1]) + epsilon);
    }

    private static Case of(String pick, Update update) {
        return new Case(pick, new double[3], update);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fiveStepsAreThoseOfKeras(Case optimizer) {
        Design design = Sketch.with(
                Sketch.numbers(Shape.of(1), 1, "Dense(1,use_bias=false,kernel_initializer=constant(" + START + "))"),
                optimizer.pick);
        Bench bench = new Bench(Model.of(Plan.of(design)), new float[] {(float) X}, new float[] {(float) T});
        Value kernel = bench.model.parameters().get(0);
        double w = START;
        for (int t = 1; t <= 5; t++) {
            assertEquals((w * X - T) * (w * X - T), bench.train(), 1e-8, "loss before step " + t);
            w = optimizer.update.step(w, 2 * (w * X - T) * X, optimizer.state, t);
            assertEquals(w, bench.machine.read(kernel)[0], 2 * Math.ulp((float) w), "w after step " + t);
        }
    }

    @Test
    void everyOptimizerIsChecked() {
        Set<String> missing = new TreeSet<>();
        Optimizer.kinds().forEach(kind -> missing.add(kind.name()));
        cases().forEach(each ->
                missing.remove(Sketch.pick(Optimizer.kinds(), each.pick).kind().name()));
        assertEquals(Set.of(), missing);
    }

    @Test
    void nadamKeepsGoingAfterManySteps() {
        Design design = Sketch.with(Sketch.numbers(Shape.of(1), 1, "Dense(1)"), "Nadam(0.1)");
        Model model = Model.of(Plan.of(design));
        double[] late = model.scalars(model.program().training(), 100_000, 1);
        assertEquals(4, late.length);
        assertEquals(0.1 * 0.9, late[1], 1e-12);
        assertEquals(0.1 * (1 - 0.9), late[2], 1e-12);
        assertEquals(1, Arrays.stream(late).skip(3).sum(), 1e-12);
    }
}
