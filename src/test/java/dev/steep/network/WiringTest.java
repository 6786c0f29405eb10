package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a layer is told to take from others: found, or explained with a repair that works. */
class WiringTest {
    private static final Shape IMAGE = Shape.of(8, 8, 3);

    private static Design design(String... layers) {
        return Sketch.numbers(IMAGE, 1, layers);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments(
                        "add takes the output of \"conv9\", but there is no such layer. Choose another layer in its settings,"
                                + " or remove add.",
                        "Remove add",
                        new String[] {"Flatten", "Dense(4)", "Add(from=conv9)", "Dense(1)"}),
                arguments(
                        "add takes the output of \"b\", but there is no such layer. Choose another layer in its settings,"
                                + " or take \"b\" out.",
                        "Take b out",
                        new String[] {"Flatten", "Dense(4)", "Dense(4)", "Add(from=(b,dense))", "Dense(1)"}),
                arguments(
                        "add takes the output of dense_1, which stands behind it and has no output yet. Move add behind"
                                + " dense_1, or choose another layer.",
                        "Move add behind dense_1",
                        new String[] {"Flatten", "Dense(4)", "Add(from=dense_1)", "Dense(4)", "Dense(1)"}),
                arguments(
                        "add cannot take its own output. Choose another layer in its settings, or remove add.",
                        "Remove add",
                        new String[] {"Flatten", "Dense(4)", "Add(from=add)", "Dense(1)"}),
                arguments(
                        "Add needs tensors of one shape, but conv2d_1 gives 8 × 8 × 4 and conv2d gives 8 × 8 × 6. Give them"
                                + " the same shape. Set filters of conv2d_1 to 6, or remove add.",
                        "Set filters of conv2d_1 to 6",
                        new String[] {
                            "Conv2D(6,3,padding=same)",
                            "Conv2D(4,3,padding=same)",
                            "Add(from=conv2d)",
                            "Flatten",
                            "Dense(1)"
                        }),
                arguments(
                        "Add needs tensors of one shape, but conv2d_1 gives 6 × 6 × 6 and conv2d gives 8 × 8 × 6. Give them"
                                + " the same shape.",
                        "Remove add",
                        new String[] {
                            "Conv2D(6,3,padding=same)", "Conv2D(6,3)", "Add(from=conv2d)", "Flatten", "Dense(1)"
                        }),
                arguments(
                        "Concatenate needs tensors that are alike on all axes but one, but conv2d gives 6 × 6 × 6 and the"
                                + " network's input gives 8 × 8 × 3. Give them the same height and width.",
                        "Remove concatenate",
                        new String[] {"Conv2D(6,3)", "Concatenate(from=input)", "Flatten", "Dense(1)"}),
                arguments(
                        "Concatenate has no axis 4 to work along, since it is given 8 × 8 × 3. Set axis to -1, the last.",
                        "Set axis to -1",
                        new String[] {"Concatenate(4,from=input)", "Flatten", "Dense(1)"}));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsExplainedAndItsRepairWorks(String sentence, String offer, String[] layers) {
        Plan plan = Plan.of(design(layers));
        Problem problem = plan.problems().get(0);
        assertEquals(sentence, problem.sentence());
        Problem.Fix fix = problem.fix().orElseThrow();
        assertEquals(offer, fix.offer());
        Plan repaired = Plan.of(plan.design().with(fix.layers(), fix.loss()));
        assertTrue(repaired.sound(), () -> repaired.problems().toString());
    }

    @Test
    void chainIsAChain() {
        assertTrue(Plan.of(design("Flatten", "Dense(1)")).isChain());
        assertEquals(
                List.of(List.of(-1), List.of(0), List.of(1, 0, -1)),
                Plan.of(design("Conv2D(3,3,padding=same)", "Conv2D(3,3,padding=same)", "Add(from=(conv2d,input))"))
                        .layers()
                        .stream()
                        .map(PlannedLayer::inputs)
                        .toList());
    }

    @Test
    void renamingIsFollowedByThoseThatTakeTheOutput() {
        List<Choice> layers = design("Dense(4)", "Dense(4)", "Add(from=dense)").layers();
        List<Choice> named = new LayerNames().given(layers, new dev.steep.catalog.Remarks());
        assertEquals(
                "Add(from=first,name=add)",
                Wiring.renamed(named, 0, "first").get(2).toString());
    }
}
