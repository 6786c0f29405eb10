package dev.steep.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.math.Shape;
import dev.steep.network.activation.Activation;
import dev.steep.network.activation.ActivationKnobs;
import dev.steep.network.layer.core.ActivationLayer;
import dev.steep.network.layer.core.Dense;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Formulas are limited together, too: what they take to compile, and to compute for a sample. */
class FormulaChecksTest {
    @Test
    void formulasThatAreTooLargeTogetherStop() {
        List<Choice> layers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            layers.add(formula("x*".repeat(400) + "x+" + i));
        }
        assertEquals(
                "The formulas of all layers and their slopes have 11,171 operations, more than the 10,000 that can be compiled "
                        + "at once; 1,596 of them are in activation_1. Write shorter formulas, or give fewer layers one.",
                stops(layers, 8));
        assertEquals("", stops(layers.subList(0, 6), 8));
    }

    @Test
    void aFormulaOfTooManyNumbersStops() {
        List<Choice> layers = List.of(formula("x*".repeat(400) + "x"));
        String sentence = stops(layers, 20_000);
        assertTrue(sentence.startsWith("The formulas take 31,900,000 operations for each sample"), sentence);
        assertTrue(sentence.contains("takes 1,595, with its slope, for each of 20,000 numbers"), sentence);
        assertEquals("", stops(layers, 10_000));
    }

    @Test
    void builtInActivationsAreNotCounted() {
        List<Choice> layers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            layers.add(ActivationLayer.KIND
                    .choice()
                    .with(ActivationLayer.ACTIVATION, Activation.MISH.kind().choice()));
        }
        assertEquals("", stops(layers, 8));
    }

    @Test
    void honestFormulasInEachLayerAreFine() {
        List<Choice> layers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            layers.add(formula("0.5 x (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))) + " + i));
        }
        assertEquals("", stops(layers, 512));
    }

    private static Choice formula(String text) {
        Choice activation = Activation.FORMULA.kind().choice().with(ActivationKnobs.FORMULA, text);
        return ActivationLayer.KIND.choice().with(ActivationLayer.ACTIVATION, activation);
    }

    /** What is said of these layers with so many numbers in each, before a last one of few. */
    private static String stops(List<Choice> layers, int width) {
        List<Choice> all = new ArrayList<>(layers);
        all.add(Dense.KIND.choice().with(Dense.UNITS, 3));
        Design design = Sketch.classes(Shape.of(width), 3);
        Plan plan = Plan.of(design.with(all, design.loss()));
        return String.join(
                " ",
                plan.problems().stream()
                        .filter(Problem::stops)
                        .map(Problem::sentence)
                        .toList());
    }
}
