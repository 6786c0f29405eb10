package dev.steep.network.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Shape;
import dev.steep.network.Bench;
import dev.steep.network.Design;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.tape.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A layer whose weights are the unit matrix lets the samples through, so that predictions are known. */
class LossTest {
    /** Two samples of three numbers. */
    private static final double[][] P = {{0.7, 0.2, 0.1}, {0.25, 0.5, 0.125}};

    private static final double[][] CLASSES = {{1, 0, 0}, {0, 0, 1}};
    private static final double[][] NUMBERS = {{2, 0.5, 0.1}, {0.25, 3, 1}};

    record Case(Loss loss, double[][] targets, ToDoubleBiFunction<double[], double[]> each) {
        @Override
        public String toString() {
            return loss.kind().name();
        }
    }

    /** The loss of a sample, from what the model says and what it should say. */
    static Stream<Case> cases() {
        return Stream.of(
                numbers(Loss.MEAN_SQUARED_ERROR, mean((p, t) -> (p - t) * (p - t))),
                numbers(Loss.MEAN_ABSOLUTE_ERROR, mean((p, t) -> Math.abs(p - t))),
                numbers(Loss.HUBER, mean((p, t) -> {
                    double e = Math.abs(p - t);
                    return e <= 1 ? e * e / 2 : e - 0.5;
                })),
                numbers(Loss.LOG_COSH, mean((p, t) -> Math.log(Math.cosh(p - t)))),
                numbers(Loss.POISSON, mean((p, t) -> p - t * Math.log(p + 1e-7))),
                numbers(Loss.MEAN_ABSOLUTE_PERCENTAGE_ERROR, mean((p, t) -> 100 * Math.abs(p - t) / t)),
                numbers(Loss.MEAN_SQUARED_LOGARITHMIC_ERROR, mean((p, t) -> {
                    double e = Math.log1p(p) - Math.log1p(t);
                    return e * e;
                })),
                classes(Loss.CATEGORICAL_CROSSENTROPY, (p, t) -> crossEntropy(p, t)),
                classes(Loss.SPARSE_CATEGORICAL_CROSSENTROPY, (p, t) -> crossEntropy(p, t)),
                classes(Loss.BINARY_CROSSENTROPY, mean((p, t) -> -t * Math.log(p) - (1 - t) * Math.log(1 - p))),
                classes(Loss.KL_DIVERGENCE, (p, t) -> {
                    double sum = 0;
                    for (int i = 0; i < p.length; i++) {
                        double clipped = Math.max(t[i], 1e-7);
                        sum += clipped * Math.log(clipped / p[i]);
                    }
                    return sum;
                }),
                classes(Loss.HINGE, mean((p, t) -> Math.max(0, 1 - (2 * t - 1) * p))),
                classes(Loss.CATEGORICAL_HINGE, (p, t) -> {
                    double right = 0;
                    double other = Double.NEGATIVE_INFINITY;
                    for (int i = 0; i < p.length; i++) {
                        right += t[i] * p[i];
                        other = Math.max(other, (1 - t[i]) * p[i]);
                    }
                    return Math.max(0, 1 + other - right);
                }),
                classes(Loss.SQUARED_HINGE, mean((p, t) -> {
                    double e = Math.max(0, 1 - (2 * t - 1) * p);
                    return e * e;
                })));
    }

    /** From probabilities that need not add up to 1. */
    private static double crossEntropy(double[] p, double[] t) {
        double loss = 0;
        for (int i = 0; i < p.length; i++) {
            loss -= t[i] * Math.log(p[i] / Arrays.stream(p).sum());
        }
        return loss;
    }

    private static ToDoubleBiFunction<double[], double[]> mean(ToDoubleBiFunction<Double, Double> one) {
        return (p, t) -> {
            double sum = 0;
            for (int i = 0; i < p.length; i++) {
                sum += one.applyAsDouble(p[i], t[i]);
            }
            return sum / p.length;
        };
    }

    private static Case numbers(Loss loss, ToDoubleBiFunction<double[], double[]> each) {
        return new Case(loss, NUMBERS, each);
    }

    private static Case classes(Loss loss, ToDoubleBiFunction<double[], double[]> each) {
        return new Case(loss, CLASSES, each);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithKeras(Case c) {
        Bench bench = bench(c.loss, "linear", P, c.targets);
        double first = c.each.applyAsDouble(P[0], c.targets[0]);
        double second = c.each.applyAsDouble(P[1], c.targets[1]);
        bench.evaluate();
        float[] each = bench.machine.read(bench.model.program().predict().loss());
        assertEquals(2, each.length);
        assertEquals(first, each[0], 1e-5 * (1 + first));
        assertEquals(second, each[1], 1e-5 * (1 + second));
        assertEquals((first + second) / 2, bench.train(), 1e-5 * (1 + first + second));
    }

    @Test
    void everyLossIsChecked() {
        Set<Loss> missing = new TreeSet<>(List.of(Loss.values()));
        cases().forEach(each -> missing.remove(each.loss));
        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"categorical_crossentropy", "sparse_categorical_crossentropy"})
    void softmaxIsTakenFromItsLogits(String name) {
        Loss loss = Loss.of(Sketch.pick(Loss.kinds(), name));
        double[][] logits = {{1000, 0, -1000}, {-2, 0, 500}};
        double[][] targets = {{0, 1, 0}, {0, 0, 1}};
        Bench bench = bench(loss, "softmax", logits, targets);
        assertEquals((1000 + 0) / 2.0, bench.train(), 1e-9);
    }

    @Test
    void sigmoidIsTakenFromItsLogits() {
        double[][] logits = {{1000, -1000, 0}, {1000, -1000, 3}};
        double[][] targets = {{1, 0, 1}, {0, 1, 0}};
        Bench bench = bench(Loss.BINARY_CROSSENTROPY, "sigmoid", logits, targets);
        double expected = (Math.log(2) + 2000 + Math.log1p(Math.exp(3))) / 6;
        assertEquals(expected, bench.train(), 1e-9);
    }

    @Test
    void certaintyIsClippedWhereLogitsAreNotKnown() {
        double[][] certain = {{1, 0, 0}, {1, 0, 0}};
        double[][] targets = {{1, 0, 0}, {0, 1, 0}};
        Bench bench = bench(Loss.CATEGORICAL_CROSSENTROPY, "linear", certain, targets);
        double expected = (-Math.log(1 - 1e-7) - Math.log(1e-7)) / 2;
        assertEquals(expected, bench.train(), 1e-9);
    }

    @Test
    void hitsAreCounted() {
        double[][] p = {{0.2, 0.5, 0.3}, {0.9, 0, 0.1}};
        double[][] targets = {{0, 1, 0}, {0, 1, 0}};
        assertEquals(
                1, bench(Loss.CATEGORICAL_CROSSENTROPY, "linear", p, targets).lossAndHits()[1]);
    }

    @Test
    void oneNumberIsRightOnTheRightSideOfOneHalf() {
        Design design = Sketch.with(
                Sketch.classes(Shape.of(1), 2, "Dense(1,sigmoid,kernel_initializer=ones)"), Loss.BINARY_CROSSENTROPY);
        Bench bench = new Bench(Model.of(Plan.of(design)), new float[] {-1, -1, 2, 2, 2}, new float[] {0, 1, 0, 1, 1});
        assertEquals(3, bench.lossAndHits()[1]);
        bench.evaluate();
        float[] hits = bench.machine.read(bench.model.program().predict().hits());
        assertEquals("[1.0, 0.0, 0.0, 1.0, 1.0]", Arrays.toString(hits));
    }

    @Test
    void regressionHasNoHits() {
        Bench bench = bench(Loss.MEAN_SQUARED_ERROR, "linear", NUMBERS, NUMBERS);
        assertEquals(0, bench.lossAndHits()[0]);
        assertEquals(0, bench.lossAndHits()[1]);
    }

    @Test
    void penaltiesAreKeptApartFromTheLossOfEachSample() {
        Design design = Sketch.numbers(
                Shape.of(2), 1, "Dense(1,kernel_initializer=constant(-3),kernel_regularizer=L1L2(0.1,0.01))");
        Bench bench = new Bench(Model.of(Plan.of(design)), new float[] {1, -1}, new float[] {2});
        assertEquals(4 + 0.1 * 6 + 0.01 * 18, bench.lossAndHits()[0], 1e-6);
        bench.evaluate();
        assertEquals(4, bench.machine.read(bench.model.program().predict().loss())[0]);
        assertEquals(
                0.1 * 6 + 0.01 * 18,
                bench.machine.read(bench.model.program().penalty().orElseThrow())[0],
                1e-6);
    }

    @Test
    void everySampleOfABatchCountsTheSame() {
        Design design = Sketch.numbers(Shape.of(1), 1, "Dense(1,kernel_initializer=zeros)");
        Model model = Model.of(Plan.of(design));
        Tape training = model.program().training();
        int place = training.scalars().indexOf(training.value("1/count").orElseThrow());
        assertEquals(1.0 / 7, model.scalars(training, 1, 7)[place]);
    }

    /** Three neurons whose weights are the unit matrix. */
    private static Bench bench(Loss loss, String activation, double[][] p, double[][] targets) {
        String layer = "Dense(3," + activation + ")";
        Design classes = Sketch.with(Sketch.classes(Shape.of(3), 3, layer), loss);
        Design numbers = Sketch.with(Sketch.numbers(Shape.of(3), 3, layer), loss);
        Plan plan = Plan.of(targets == NUMBERS ? numbers : classes);
        assertTrue(plan.sound(), plan.problems().toString());
        Bench bench = new Bench(Model.of(plan), floats(p), floats(targets));
        bench.machine.write(bench.model.parameters().get(0), new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
        return bench;
    }

    private static float[] floats(double[][] rows) {
        float[] floats = new float[rows.length * rows[0].length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) rows[i / rows[0].length][i % rows[0].length];
        }
        return floats;
    }
}
