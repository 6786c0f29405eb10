package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Shape;
import dev.steep.network.activation.Activation;
import dev.steep.network.loss.Loss;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every activation, loss, layer and penalty, from samples to weights: a step of plain gradient descent with a rate of 1
 * is the gradient, and has to agree with how the loss changes when a weight does.
 */
class GradientTest {
    private static final int SAMPLES = 5;
    private static final double H = 1.0 / 16384;

    @TestFactory
    List<DynamicTest> activations() {
        List<DynamicTest> tests = new ArrayList<>();
        Activation.kinds()
                .forEach(kind -> tests.add(check(
                        kind.name(), Sketch.numbers(Shape.of(3), 2, "Dense(4," + kind.name() + ")", "Dense(2,tanh)"))));
        return tests;
    }

    @TestFactory
    List<DynamicTest> losses() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            String name = loss.kind().name();
            List<Activation> after = loss.after(loss.kind().choice()).isEmpty()
                    ? List.of(Activation.LINEAR)
                    : loss.after(loss.kind().choice());
            for (Activation last : after) {
                String end = last.kind().name();
                Design classes = Sketch.classes(Shape.of(3), 3, "Dense(3," + end + ")");
                Design numbers = Sketch.numbers(Shape.of(3), 2, "Dense(2," + end + ")");
                for (Design design : List.of(classes, numbers)) {
                    if (loss.suits(design.task())) {
                        String task = design.task().getClass().getSimpleName();
                        tests.add(check(name + " after " + end + ", " + task, Sketch.with(design, loss)));
                    }
                }
            }
        }
        Design one = Sketch.classes(Shape.of(3), 2, "Dense(1,sigmoid)");
        tests.add(check("one number for two classes", Sketch.with(one, Loss.BINARY_CROSSENTROPY)));
        return tests;
    }

    @TestFactory
    List<DynamicTest> layers() {
        return List.of(
                image("Conv2D(2,3)"),
                image("Conv2D(2,3x2,strides=2,padding=same,use_bias=false)"),
                image("Conv2D(2,2,dilation_rate=2,activation=tanh)"),
                image("Conv2D(2,3)", "MaxPooling2D"),
                image("Conv2D(2,3)", "AveragePooling2D(3,2,same)"),
                image("Conv2D(3,3)", "GlobalAveragePooling2D"),
                image("Conv2D(2,3)", "Dropout(0.5)"),
                image("Conv2D(2,3)", "Activation(softplus)"),
                image("Conv2D(2,3,kernel_regularizer=L2(0.1))"),
                image("Conv2D(2,3,kernel_regularizer=L1(0.1))"),
                image("Conv2D(2,3,kernel_regularizer=L1L2(0.1,0.2))"));
    }

    private static DynamicTest image(String... layers) {
        List<String> all = new ArrayList<>(List.of(layers));
        all.add("Flatten");
        all.add("Dense(3,softmax)");
        return check(all.toString(), Sketch.classes(Shape.of(6, 7, 2), 3, all.toArray(String[]::new)));
    }

    private static DynamicTest check(String name, Design design) {
        return DynamicTest.dynamicTest(name, () -> check(Sketch.with(design, "SGD(1)")));
    }

    private static void check(Design design) {
        Bench bench = Bench.random(design, SAMPLES);
        List<float[]> start =
                bench.model.parameters().stream().map(bench.model::initial).toList();
        bench.loss(start);
        boolean moved = false;
        for (int p = 0; p < start.size(); p++) {
            Value value = bench.model.parameters().get(p);
            bench.loss(start);
            float[] after = bench.machine.read(value);
            for (int i = 0; i < Math.min(after.length, 12); i++) {
                float w = start.get(p)[i];
                double gradient = w - after[i];
                double expected = difference(bench, start, p, i);
                assertEquals(expected, gradient, 2e-5 * (1 + Math.abs(expected)), value.name() + "[" + i + "]");
                moved |= gradient != 0;
            }
        }
        assertTrue(moved, "no weight has a gradient");
    }

    private static double difference(Bench bench, List<float[]> start, int p, int i) {
        float w = start.get(p)[i];
        float high = (float) (w + H);
        float low = (float) (w - H);
        start.get(p)[i] = high;
        double above = bench.loss(start);
        start.get(p)[i] = low;
        double below = bench.loss(start);
        start.get(p)[i] = w;
        return (above - below) / ((double) high - low);
    }
}
