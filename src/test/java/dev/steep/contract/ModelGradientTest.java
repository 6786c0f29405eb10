package dev.steep.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Domain;
import dev.steep.catalog.Knob;
import dev.steep.data.FloatSamples;
import dev.steep.data.Rescaling;
import dev.steep.data.Target;
import dev.steep.engine.Batch;
import dev.steep.engine.Exact;
import dev.steep.engine.Supply;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.Design;
import dev.steep.network.Layers;
import dev.steep.network.Model;
import dev.steep.network.Plan;
import dev.steep.network.Sketch;
import dev.steep.network.activation.Activation;
import dev.steep.network.loss.Loss;
import dev.steep.network.loss.Task;
import dev.steep.reference.Backpropagation;
import dev.steep.reference.GradientCheck;
import dev.steep.reference.Reference;
import dev.steep.reference.ReferenceMachine;
import dev.steep.tape.Tape;
import dev.steep.tape.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever a learner picks, what training subtracts from the weights is the derivative of the loss: every layer with every
 * activation and padding, and every loss after every activation that it can follow.
 */
class ModelGradientTest {
    private static final int SAMPLES = 3;

    @Test
    void everyLayerWithEveryActivationAndPadding() {
        Set<Choice> choices = new LinkedHashSet<>();
        for (Layers layer : Layers.values()) {
            for (Activation activation : Activation.values()) {
                for (String padding : List.of("valid", "same")) {
                    Choice choice = layer.kind().choice();
                    choice = set(choice, "activation", activation.kind().choice());
                    if (choice.kind()
                            .knob("padding")
                            .filter(knob -> knob.domain() instanceof Domain.Word)
                            .isPresent()) {
                        choice = set(choice, "padding", padding);
                    }
                    choices.addAll(variants(choice));
                }
            }
        }
        choices.forEach(choice -> check(Declared.image(choice)));
        assertTrue(choices.size() > 8 * Activation.values().length, choices.size() + " layers");
    }

    /** The layer as it is, or, where that would hide a mistake, with steps and gaps. */
    private static List<Choice> variants(Choice choice) {
        List<Choice> variants = new ArrayList<>(List.of(choice));
        if (choice.is(Layers.CONV_2D.kind())) {
            variants.clear();
            variants.add(Sketch.pick(Layers.kinds(), "Conv2D(3,3x2)"));
            variants.add(Sketch.pick(Layers.kinds(), "Conv2D(2,2x3,strides=2)"));
            variants.add(Sketch.pick(Layers.kinds(), "Conv2D(2,3,dilation_rate=2)"));
            variants.add(Sketch.pick(Layers.kinds(), "Conv2D(6,2,groups=3)"));
            variants.replaceAll(each -> copy(choice, "padding", copy(choice, "activation", each)));
        } else if (choice.is(Layers.DEPTHWISE_CONV_2D.kind())) {
            variants.add(copy(choice, "activation", Sketch.pick(Layers.kinds(), "DepthwiseConv2D(2x3,2,same,2)")));
        } else if (choice.is(Layers.DENSE.kind())) {
            variants.set(0, copy(choice, "activation", Sketch.pick(Layers.kinds(), "Dense(5)")));
        }
        return variants;
    }

    @Test
    void everyLossAfterEveryActivation() {
        int checked = 0;
        for (Loss loss : Loss.values()) {
            int of = 0;
            for (Activation activation : Activation.values()) {
                String last = "," + activation.kind().name() + ")";
                for (Design design : List.of(
                        Sketch.classes(Shape.of(4), 3, "Dense(5,tanh)", "Dense(3" + last),
                        Sketch.classes(Shape.of(4), 2, "Dense(5,tanh)", "Dense(1" + last),
                        Sketch.numbers(Shape.of(4), 1, "Dense(5,tanh)", "Dense(1" + last),
                        Sketch.numbers(Shape.of(4), 3, "Dense(5,tanh)", "Dense(3" + last))) {
                    Design asked = Sketch.with(design, loss);
                    if (Plan.of(asked).problems().isEmpty()) {
                        check(asked);
                        of++;
                    }
                }
            }
            assertTrue(of > 0, loss + " can be used with nothing");
            checked += of;
        }
        assertTrue(checked > 250, checked + " pairs");
    }

    @Test
    void everyPenalty() {
        for (String penalty : List.of("L1(0.1)", "L2(0.1)", "L1L2(0.1,0.2)")) {
            check(Sketch.classes(
                    Shape.of(4), 3, "Dense(5,tanh,kernel_regularizer=" + penalty + ")", "Dense(3,softmax)"));
        }
    }

    /** With plain gradient descent at a rate of 1, the change of a weight is its slope. */
    private static void check(Design design) {
        Design plain = Sketch.with(design, "SGD(1)");
        String what = plain.layers() + " " + plain.loss();
        Plan plan = Plan.of(plain);
        assertTrue(plan.sound(), () -> what + ": " + plan.problems());
        Model model = Model.of(plan);
        Tape tape = model.program().training();
        Random random = new Random(what.hashCode());
        Supply supply = supply(plan, random);
        ReferenceMachine machine = new Reference().open(model.program(), supply, SAMPLES);
        Map<Value, double[]> before = new LinkedHashMap<>();
        for (Value value : model.parameters()) {
            double[] numbers = new double[value.size()];
            float[] initial = model.initial(value);
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = initial[i] + 0.3 * random.normal();
            }
            machine.unrounded(value, numbers);
            before.put(value, numbers);
        }
        int[] rows = IntStream.range(0, SAMPLES).toArray();
        Batch batch = new Batch(rows, 0, SAMPLES, 5, model.scalars(tape, 1, SAMPLES));
        Map<Value, Exact> start = new LinkedHashMap<>();
        model.lasting().forEach(value -> start.put(value, machine.exact(value)));
        machine.run(batch, Tape.Phase.UPDATE);
        Map<Value, double[]> slopes = new LinkedHashMap<>();
        before.forEach((value, numbers) -> {
            double[] slope = machine.unrounded(value);
            for (int i = 0; i < slope.length; i++) {
                slope[i] = numbers[i] - slope[i];
            }
            slopes.put(value, slope);
            machine.unrounded(value, numbers);
        });
        new GradientCheck(machine, batch, model.program().train().loss()).check(slopes, what);
        chainRule(new Backpropagation(model.program(), supply, batch, start), slopes, random, what);
    }

    /** The chain rule, summand by summand, comes to the same slopes. */
    private static void chainRule(Backpropagation back, Map<Value, double[]> slopes, Random random, String what) {
        slopes.forEach((value, slope) -> {
            double[] derivatives = back.derivatives(value);
            double largest =
                    Math.max(1e-3, Arrays.stream(slope).map(Math::abs).max().orElseThrow());
            assertArrayEquals(slope, derivatives, 1e-9 * largest, what + ": " + value);
            int place = random.below(slope.length);
            double sum = back.terms(value, place).stream()
                    .filter(term -> term.derivative() != 0)
                    .mapToDouble(Backpropagation.Term::product)
                    .sum();
            assertEquals(derivatives[place], sum, 1e-12 * largest, what + ": " + value + " at " + place);
        });
    }

    private static Supply supply(Plan plan, Random random) {
        int size = plan.design().input().size();
        float[] x = new float[SAMPLES * size];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.normal();
        }
        Target target = plan.design().task() instanceof Task.Classification task
                ? new Target.Classes(new int[] {1, 0, 1}, task.classes())
                : numbers(plan.design().task().width(), random);
        return new Supply(new FloatSamples(x, size), Rescaling.NONE, target);
    }

    private static Target numbers(int width, Random random) {
        float[] numbers = new float[SAMPLES * width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) random.uniform(0.1, 2);
        }
        return new Target.Numbers(numbers, width, Collections.nCopies(width, "t"));
    }

    /** The choice with this knob set, if it has such a knob. */
    @SuppressWarnings("unchecked")
    private static Choice set(Choice choice, String name, Object value) {
        return choice.kind()
                .knob(name)
                .map(knob -> choice.with((Knob<Object>) knob, value))
                .orElse(choice);
    }

    private static Choice copy(Choice from, String name, Choice to) {
        return set(to, name, from.get(from.kind().knob(name).orElseThrow()));
    }
}
