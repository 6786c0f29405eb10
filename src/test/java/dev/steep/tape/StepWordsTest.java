package dev.steep.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.contract.Rig;
import dev.steep.contract.Workload;
import dev.steep.math.Shape;
import dev.steep.math.expr.Expr;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StepWordsTest {
    private static final String EXPECTED = """
            conv2d/weighted = input ∗ conv2d/kernel
            conv2d/output = conv2d/weighted + conv2d/bias
            random_rotation/angle = random between random_rotation/low and random_rotation/high
            random_rotation/transform = random_rotation/transform/a0 beside random_rotation/transform/a1 beside random_rotation/transform/a2 beside random_rotation/transform/b0 beside random_rotation/transform/b1 beside random_rotation/transform/b2
            random_rotation/output = conv2d/output read at other places, by random_rotation/transform
            max_pooling2d/output = max of conv2d_1/output under 2 × 1
            permute/output = average_pooling2d/output with its axes in the order 2, 1, 3
            flatten/output = dropout/output as 8
            dense/weighted = flatten/output · dense/kernel
            dense/output = softmax(dense/pre_activation)
            layer_normalization/output = concatenate/output with mean 0 and variance 1 along its last axis
            loss/terms = -sum of target log(softmax(dense_1/pre_activation))
            loss/total = sum of loss/terms over the batch
            hits/each = 1 where dense_1/output and target are largest at the same place, else 0
            concatenate/output/gradient = (layer_normalization/output/gradient - its mean - layer_normalization/output times the mean of both) / the deviation of concatenate/output
            dense/output/gradient = the numbers of concatenate/output/gradient that come from one input
            dense/pre_activation/gradient = dense/output (dense/output/gradient - sum of dense/output dense/output/gradient)
            max_pooling2d/output/gradient = average_pooling2d/output/gradient shared evenly under 2 × 2
            random_rotation/output/gradient = conv2d_1/output/gradient back through conv2d_1/kernel
            conv2d_1/kernel/gradient = sum over the positions of random_rotation/output under each tap, times conv2d_1/output/gradient
            conv2d/output/gradient = random_rotation/output/gradient back to the places that random_rotation/transform says""";

    @Test
    void stepsReadLikeFormulas() {
        List<String> words = Stream.of(Tape.Phase.values())
                .flatMap(phase -> Workload.of("w2-sgd").program().training().steps(phase).stream())
                .map(Step::sentence)
                .toList();
        assertEquals("dense/product = x · dense/kernel", words.get(0));
        assertEquals("dense/sum = dense/product + dense/bias", words.get(1));
        assertTrue(words.contains("softmax = softmax(dense_1/sum)"), words.toString());
        assertTrue(words.contains("dense/kernel/gradient = xᵀ · dense/sum/gradient"), words.toString());
        assertTrue(words.contains("dense/kernel = dense/kernel - dense/kernel/gradient * rate"), words.toString());
    }

    /** The first of each kind of step in a network with all of them. */
    @Test
    void aFormulaThatIsTooLongIsCounted() {
        Tape tape = new Tape();
        Value x = tape.input("x", Shape.of(3));
        Expr doubled = Expr.input(0, "x");
        for (int i = 0; i < 40; i++) {
            doubled = doubled.plus(doubled);
        }
        tape.elementwise("y", doubled, x);
        assertEquals(
                "y = a formula of x with 40 operations, too long to be written out",
                tape.steps(Tape.Phase.FORWARD).get(0).sentence());
    }

    @Test
    void everyKindOfStepIsSaidInItsOwnWords() {
        Tape tape = Model.of(Plan.of(Sketch.classes(
                        Shape.of(6, 6, 2),
                        3,
                        "Conv2D(4,3,padding=same)",
                        "RandomRotation(0.1)",
                        "Conv2D(4,3)",
                        "MaxPooling2D(2x1)",
                        "AveragePooling2D(2)",
                        "Permute((2,1,3))",
                        "Dropout(0.5)",
                        "Flatten",
                        "Dense(5,softmax)",
                        "Concatenate(from=flatten)",
                        "LayerNormalization(center=false,scale=false)",
                        "Dense(3,softmax)")))
                .program()
                .training();
        Map<Class<?>, String> words = new LinkedHashMap<>();
        for (Tape.Phase phase : Tape.Phase.values()) {
            for (Step step : tape.steps(phase)) {
                words.putIfAbsent(step.getClass(), step.sentence());
            }
        }
        assertEquals(Step.Visitor.class.getDeclaredMethods().length, words.size(), words.keySet()::toString);
        assertEquals(EXPECTED, String.join("\n", words.values()));
    }

    @Test
    void randomNumbersSayHowTheyAreSpread() {
        Tape tape = Model.of(Plan.of(
                        Sketch.classes(Shape.of(4), 3, "Dropout(0.5)", "GaussianNoise(0.2)", "Dense(3,softmax)")))
                .program()
                .training();
        List<String> words =
                tape.steps(Tape.Phase.FORWARD).stream().map(Step::sentence).toList();
        assertTrue(
                words.contains("dropout/mask = 0 with probability dropout/rate, else dropout/kept"), words.toString());
        assertTrue(
                words.contains("gaussian_noise/noise = random, normal with standard deviation gaussian_noise/stddev"),
                words.toString());
    }

    @Test
    void sumsAndPoolsSayWhatTheyDoWithMany() {
        Rig rig = new Rig(1, 2, Shape.of(4, 4, 3), Shape.of(2, 2, 3));
        Window.Axis axis = Window.Axis.valid(4, 2, 2, 1);
        Value bias = rig.parameter("bias", 3);
        Value biased = rig.tape.elementwise("biased", Expr.input(0, "a").plus(Expr.input(1, "b")), rig.shifted(), bias);
        Value average = rig.tape.pool("average", Pool.Operation.AVERAGE, biased, new Window(axis, axis));
        rig.tape.sumEach("each", average);
        rig.tape.sum("weights", bias);
        rig.differentiate(rig.tape.pool("max", Pool.Operation.MAX, biased, new Window(axis, axis)));
        List<String> words = Stream.of(Tape.Phase.values())
                .flatMap(phase -> rig.tape.steps(phase).stream())
                .map(Step::sentence)
                .toList();
        for (String expected : List.of(
                "average = average of biased under 2 × 2",
                "max = max of biased under 2 × 2",
                "biased/gradient = max/gradient to where biased is largest under 2 × 2",
                "each = sum of average of each sample",
                "weights = sum of bias",
                "loss = sum of weighted over the batch",
                "bias/gradient = sum of biased/gradient over the batch, each column by itself")) {
            assertTrue(words.contains(expected), () -> expected + " is not among " + words);
        }
    }
}
