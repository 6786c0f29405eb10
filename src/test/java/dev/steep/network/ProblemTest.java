package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Shape;
import dev.steep.network.loss.Loss;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong, what is said about it, and what the offered repair leads to. */
class ProblemTest {
    /** repaired: the layers and loss after the repair, or nothing if none is offered. */
    record Case(Design design, int layer, boolean stops, String sentence, String offer, String repaired) {}

    static Stream<Case> cases() {
        return Stream.of(
                stops(
                        Sketch.digits(),
                        -1,
                        "The network is empty. Add a layer: Dense(10,softmax) gives 10 numbers, one for each class.",
                        "Add Dense(10,softmax)",
                        "Flatten, Dense(10,softmax): categorical_crossentropy"),
                stops(
                        Sketch.numbers(Shape.of(3), 1),
                        -1,
                        "The network is empty. Add a layer: Dense(1) gives 1 number.",
                        "Add Dense(1)",
                        "Dense(1): mean_squared_error"),
                stops(
                        Sketch.digits("Dense(10,softmax)"),
                        0,
                        "Dense looks at numbers in a row, but is given 28 × 28 × 1. Put a Flatten layer before it, which "
                                + "lays them out in a row.",
                        "Add Flatten before it",
                        "Flatten, Dense(10,softmax): categorical_crossentropy"),
                stops(
                        Sketch.digits("MaxPooling2D(10)", "Conv2D(4,5)", "Flatten", "Dense(10,softmax)"),
                        1,
                        "A kernel that reaches over 5 pixels does not fit into an image of 2 × 2 × 1. Pick a smaller "
                                + "kernel_size, or padding=\"same\".",
                        "Set padding to same",
                        "MaxPooling2D(10), Conv2D(4,5,padding=same), Flatten, Dense(10,softmax): "
                                + "categorical_crossentropy"),
                stops(
                        Sketch.digits("Conv2D(4,3,2,dilation_rate=2)", "Flatten", "Dense(10,softmax)"),
                        0,
                        "Conv2D cannot have strides of 2 and a dilation_rate of 2 at once; set one of them to 1.",
                        "Set dilation_rate to 1",
                        "Conv2D(4,3,2), Flatten, Dense(10,softmax): categorical_crossentropy"),
                stops(
                        Sketch.digits("MaxPooling2D(10)", "MaxPooling2D(3)", "Flatten", "Dense(10,softmax)"),
                        1,
                        "A pooling window of 3 pixels does not fit into an image of 2 × 2 × 1. Pick a smaller "
                                + "pool_size, or remove this layer.",
                        "Remove it",
                        "MaxPooling2D(10), Flatten, Dense(10,softmax): categorical_crossentropy"),
                stops(
                        Sketch.digits("Flatten", "Conv2D(4,3)", "Dense(10,softmax)"),
                        1,
                        "Conv2D slides over an image of height × width × channels, but is given 784 numbers in a row. "
                                + "Put it before Flatten and Dense layers, or pick data with images.",
                        "Remove it",
                        "Flatten, Dense(10,softmax): categorical_crossentropy"),
                stops(
                        Sketch.digits("Flatten", "Dense(8)", "Dropout(0.5)", "Activation(softmax)"),
                        1,
                        "The last layer gives 8 numbers instead of 10 numbers, one for each class. Set units of dense to 10.",
                        "Set units to 10",
                        "Flatten, Dense(10), Dropout(0.5), Activation(softmax): categorical_crossentropy"),
                stops(
                        Sketch.digits("Conv2D(8,3)", "GlobalAveragePooling2D"),
                        1,
                        "The last layer gives 8 numbers instead of 10 numbers, one for each class. Add Dense(10,softmax).",
                        "Add Dense(10,softmax)",
                        "Conv2D(8,3), GlobalAveragePooling2D, Dense(10,softmax): categorical_crossentropy"),
                stops(
                        Sketch.digits("Conv2D(8,3)"),
                        0,
                        "The last layer gives 26 × 26 × 8 instead of 10 numbers, one for each class. Add Flatten and "
                                + "Dense(10,softmax).",
                        "Add Flatten and Dense(10,softmax)",
                        "Conv2D(8,3), Flatten, Dense(10,softmax): categorical_crossentropy"),
                stops(
                        Sketch.numbers(Shape.of(2), 2, "Activation(tanh)"),
                        -1,
                        "No layer has weights, so there is nothing to train. Add Dense(2).",
                        "Add Dense(2)",
                        "Activation(tanh), Dense(2): mean_squared_error"),
                stops(
                        Sketch.with(Sketch.classes(Shape.of(2), 3, "Dense(3,softmax)"), Loss.POISSON),
                        -1,
                        "poisson compares numbers, but this data set asks for classes. Pick categorical_crossentropy.",
                        "Set the loss to categorical_crossentropy",
                        "Dense(3,softmax): categorical_crossentropy"),
                stops(
                        Sketch.with(Sketch.numbers(Shape.of(2), 3, "Dense(3)"), Loss.HINGE),
                        -1,
                        "hinge compares classes, but this data set asks for numbers. Pick mean_squared_error.",
                        "Set the loss to mean_squared_error",
                        "Dense(3): mean_squared_error"),
                stops(
                        Sketch.classes(Shape.of(2), 2, "Dense(1,sigmoid)"),
                        -1,
                        "categorical_crossentropy needs one number for each class, but the last layer gives a single "
                                + "one. Pick binary_crossentropy.",
                        "Set the loss to binary_crossentropy",
                        "Dense(1,sigmoid): binary_crossentropy"),
                stops(
                        Sketch.with(Sketch.classes(Shape.of(2), 2, "Dense(1,sigmoid)"), Loss.KL_DIVERGENCE),
                        -1,
                        "kl_divergence needs one number for each class, but the last layer gives a single one. Pick "
                                + "binary_crossentropy.",
                        "Set the loss to binary_crossentropy",
                        "Dense(1,sigmoid): binary_crossentropy"),
                warns(
                        Sketch.with(Sketch.classes(Shape.of(2), 2, "Dense(1,sigmoid)"), Loss.HINGE),
                        0,
                        "hinge asks for less than -1 where a class is wrong and more than 1 where it is right, which "
                                + "sigmoid does not give. Give the last layer the activation linear.",
                        "Set the activation to linear",
                        "Dense(1): hinge"),
                warns(
                        Sketch.with(
                                Sketch.classes(Shape.of(2), 2, "Dense(1,formula('2 x'))"), Loss.BINARY_CROSSENTROPY),
                        0,
                        "binary_crossentropy needs probabilities, which formula does not give. Give the last layer the "
                                + "activation sigmoid.",
                        "Set the activation to sigmoid",
                        "Dense(1,sigmoid): binary_crossentropy"),
                warns(
                        Sketch.with(
                                Sketch.classes(
                                        Shape.of(2), 2, "Dense(2,formula('1/0'))", "Dense(1,formula('1/(1+exp(-x))'))"),
                                Loss.BINARY_CROSSENTROPY),
                        0,
                        "The formula 1/0 is flat, so no gradient gets past dense and nothing up to it learns. Write one "
                                + "with a slope.",
                        "",
                        ""),
                stops(
                        Sketch.with(
                                Sketch.classes(Shape.of(2), 2, "Dense(1,softmax)", "Dropout(0)"),
                                Loss.BINARY_CROSSENTROPY),
                        0,
                        "The softmax of a single number is always 1, so there is nothing to learn. Give the last layer "
                                + "the activation sigmoid.",
                        "Set the activation to sigmoid",
                        "Dense(1,sigmoid), Dropout(0): binary_crossentropy"),
                warns(
                        Sketch.classes(Shape.of(2), 3, "Dense(3)"),
                        0,
                        "categorical_crossentropy needs probabilities, which linear does not give. Give the last layer "
                                + "the activation softmax.",
                        "Set the activation to softmax",
                        "Dense(3,softmax): categorical_crossentropy"),
                warns(
                        Sketch.with(Sketch.numbers(Shape.of(2), 1, "Dense(1)"), Loss.POISSON),
                        0,
                        "poisson needs positive numbers, which linear does not give. Give the last layer the activation "
                                + "exponential.",
                        "Set the activation to exponential",
                        "Dense(1,exponential): poisson"),
                warns(
                        Sketch.classes(Shape.of(2), 3, "Dense(4,heaviside)", "Dense(3,softmax)"),
                        0,
                        "heaviside is flat, so no gradient gets past dense and nothing up to it learns. Pick sigmoid, "
                                + "its smooth relative.",
                        "",
                        ""));
    }

    private static Case stops(Design design, int layer, String sentence, String offer, String repaired) {
        return new Case(design, layer, true, sentence, offer, repaired);
    }

    private static Case warns(Design design, int layer, String sentence, String offer, String repaired) {
        return new Case(design, layer, false, sentence, offer, repaired);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isSaidAndRepaired(Case c) {
        Plan plan = Plan.of(c.design);
        Problem problem = plan.problems().get(0);
        assertEquals(c.sentence, problem.sentence());
        assertEquals(c.layer, problem.layer());
        assertEquals(c.stops, problem.stops());
        assertEquals(!c.stops, plan.sound());
        assertEquals(c.offer, problem.fix().map(Problem.Fix::offer).orElse(""));
        assertEquals(
                c.repaired,
                problem.fix()
                        .map(fix -> String.join(
                                        ", ",
                                        fix.layers().stream()
                                                .map(Object::toString)
                                                .toList())
                                + ": " + fix.loss())
                        .orElse(""));
        problem.fix().ifPresent(fix -> {
            Plan repaired = Plan.of(c.design.with(fix.layers(), fix.loss()));
            assertEquals(List.of(), repaired.problems());
            assertTrue(Model.of(repaired).parameters().size() > 0);
        });
    }
}
