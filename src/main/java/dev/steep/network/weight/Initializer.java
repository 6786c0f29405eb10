package dev.steep.network.weight;

import dev.steep.catalog.Choice;
import dev.steep.catalog.KerasForm;
import dev.steep.catalog.Kind;
import dev.steep.catalog.Knob;
import dev.steep.math.Random;
import dev.steep.math.Shape;
import dev.steep.network.formula.Kinds;
import java.util.Arrays;
import java.util.List;

/**
 * Which numbers weights start from. The families of Glorot, He and LeCun keep the variance of what flows through a layer
 * near 1; they differ in whether they look at the inputs of a neuron, at its outputs, or both. Source: Keras 3, {@code
 * keras.initializers}.
 */
public enum Initializer {
    GLOROT_UNIFORM(
            "glorot_uniform",
            "Glorot uniform",
            "Evenly spread up to ±sqrt(6 / (inputs + outputs)); Keras' default, good with tanh and sigmoid.",
            (choice, fans, random) -> Draw.uniform(Math.sqrt(6 / (fans.in() + fans.out())), random)),
    GLOROT_NORMAL(
            "glorot_normal",
            "Glorot normal",
            "Bell-shaped with standard deviation sqrt(2 / (inputs + outputs)), cut off at twice that.",
            (choice, fans, random) -> Draw.scaledNormal(Math.sqrt(2 / (fans.in() + fans.out())), random)),
    HE_UNIFORM(
            "he_uniform",
            "He uniform",
            "Evenly spread up to ±sqrt(6 / inputs); made for relu, which stops half of what it is given.",
            (choice, fans, random) -> Draw.uniform(Math.sqrt(6 / fans.in()), random)),
    HE_NORMAL(
            "he_normal",
            "He normal",
            "Bell-shaped with standard deviation sqrt(2 / inputs), cut off at twice that; made for relu.",
            (choice, fans, random) -> Draw.scaledNormal(Math.sqrt(2 / fans.in()), random)),
    LECUN_UNIFORM(
            "lecun_uniform",
            "LeCun uniform",
            "Evenly spread up to ±sqrt(3 / inputs).",
            (choice, fans, random) -> Draw.uniform(Math.sqrt(3 / fans.in()), random)),
    LECUN_NORMAL(
            "lecun_normal",
            "LeCun normal",
            "Bell-shaped with standard deviation sqrt(1 / inputs), cut off at twice that; made for selu.",
            (choice, fans, random) -> Draw.scaledNormal(Math.sqrt(1 / fans.in()), random)),
    RANDOM_NORMAL(
            "random_normal normal",
            "Normal",
            "Bell-shaped around a mean.",
            List.of(Knobs.MEAN, Knobs.STDDEV),
            (choice, fans, random) -> () -> choice.get(Knobs.MEAN) + choice.get(Knobs.STDDEV) * random.normal()),
    RANDOM_UNIFORM(
            "random_uniform uniform",
            "Uniform",
            "Evenly spread between two numbers.",
            List.of(Knobs.MINVAL, Knobs.MAXVAL),
            (choice, fans, random) -> () -> random.uniform(choice.get(Knobs.MINVAL), choice.get(Knobs.MAXVAL))),
    TRUNCATED_NORMAL(
            "truncated_normal",
            "Truncated normal",
            "Bell-shaped around a mean, with what lies beyond two standard deviations drawn again.",
            List.of(Knobs.MEAN, Knobs.STDDEV),
            (choice, fans, random) -> () -> choice.get(Knobs.MEAN) + choice.get(Knobs.STDDEV) * Draw.truncated(random)),
    ORTHOGONAL(
            "orthogonal OrthogonalInitializer",
            "Orthogonal",
            "A random rotation (times the gain): the weights of different neurons are at right angles to each other.",
            List.of(Knobs.GAIN),
            (choice, fans, random) -> Orthogonal.draw(fans.shape(), choice.get(Knobs.GAIN), random)),
    ZEROS(
            "zeros zero",
            "Zeros",
            "All 0; right for biases, but neurons that start alike stay alike.",
            (c, f, r) -> () -> 0),
    ONES("ones one", "Ones", "All 1.", (choice, fans, random) -> () -> 1),
    CONSTANT(
            "constant",
            "Constant",
            "All the same number.",
            List.of(Knobs.VALUE),
            (choice, fans, random) -> () -> choice.get(Knobs.VALUE)) {
        @Override
        KerasForm inKeras() {
            return KerasForm.call("keras.initializers.Constant"); // Keras has no use for its name alone
        }
    };

    /** A normal number takes as long as so many evenly spread ones. */
    private static final double NORMAL = 3;

    /** An evenly spread number takes as long as so many operations of a sum of products. */
    private static final double OPERATIONS = 20;

    private final Kind kind;
    private final Rule rule;

    Initializer(String name, String title, String about, Rule rule) {
        this(name, title, about, List.of(), rule);
    }

    Initializer(String name, String title, String about, List<Knob<?>> knobs, Rule rule) {
        this.kind = new Kind(name, title, about, knobs).inKeras(inKeras());
        this.rule = rule;
    }

    KerasForm inKeras() {
        return KerasForm.word("keras.initializers");
    }

    /** Its name, explanation and parameters. */
    public Kind kind() {
        return kind;
    }

    /** All of them, for pickers and links. */
    public static List<Kind> kinds() {
        return Arrays.stream(values()).map(Initializer::kind).toList();
    }

    /** The numbers that weights of this shape start from, as picked. */
    public static float[] draw(Choice choice, Shape shape, Random random) {
        Initializer picked = Kinds.find(values(), Initializer::kind, choice);
        Draw draw = picked.rule.draw(choice, Fans.of(shape), random);
        float[] numbers = new float[shape.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (float) draw.next();
        }
        return numbers;
    }

    /** How long {@link #draw} takes, in evenly spread numbers that are drawn in the same time. */
    public static double drawn(Choice choice, Shape shape) {
        return switch (Kinds.find(values(), Initializer::kind, choice)) {
            case GLOROT_UNIFORM, HE_UNIFORM, LECUN_UNIFORM, RANDOM_UNIFORM, ZEROS, ONES, CONSTANT -> shape.count();
            case GLOROT_NORMAL, HE_NORMAL, LECUN_NORMAL, RANDOM_NORMAL, TRUNCATED_NORMAL -> NORMAL * shape.count();
            case ORTHOGONAL -> NORMAL * shape.count() + Orthogonal.operations(shape) / OPERATIONS;
        };
    }

    /** How to get one number after the other. */
    private interface Rule {
        Draw draw(Choice choice, Fans fans, Random random);
    }

    /** The parameters of initializers. */
    public static final class Knobs {
        public static final Knob<Double> MEAN = Knob.real("mean", 0, -10, 10, "The middle of the bell.");
        public static final Knob<Double> STDDEV =
                Knob.real("stddev", 0.05, 0, 10, "The standard deviation of the bell.");
        public static final Knob<Double> MINVAL = Knob.real("minval", -0.05, -10, 10, "The smallest number.");
        public static final Knob<Double> MAXVAL = Knob.real("maxval", 0.05, -10, 10, "The largest number.");
        public static final Knob<Double> GAIN = Knob.real("gain", 1, 0, 10, "What the rotation is multiplied by.");
        public static final Knob<Double> VALUE = Knob.real("value", 0, -10, 10, "The number.");

        private Knobs() {}
    }
}
