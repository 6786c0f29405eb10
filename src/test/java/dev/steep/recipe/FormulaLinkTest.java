package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.math.Random;
import dev.steep.network.activation.Activation;
import dev.steep.network.activation.ActivationKnobs;
import dev.steep.network.layer.Neurons;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas that a learner typed travel in links and in objects, whatever is in them. */
class FormulaLinkTest {
    private static final String LINK = "1/data=xor/Dense(4,formula('x * sigmoid(1.702 x)'))/Dense(1,sigmoid)";

    @Test
    void linkIsReadable() {
        Reading reading = RecipeText.read("1/data=xor/Dense(4,activation=formula('x * sigmoid(1.702 x)'))");
        assertEquals(List.of(), reading.notices());
        assertEquals(
                "1/data=xor/Dense(4,formula('x * sigmoid(1.702 x)'))",
                reading.recipe().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max(0, x) ^ 2",
                "sin(x) + x",
                "x > 0 ? x : 0.1x",
                "|x|/(1 + |x|)",
                "x",
                "3",
                "  x ",
                "x²",
                "x == 0",
                "none",
                "[0,1]",
                "it's 'x'",
                "",
                "'",
                "x * sigmod(1.702 x)"
            })
    void textComesBackFromBothForms(String text) {
        Recipe recipe = with(text);
        assertEquals(recipe, RecipeText.read(recipe.toString()).recipe());
        assertEquals(recipe, RecipeObject.read(RecipeObject.write(recipe)).recipe());
    }

    @Test
    void objectTakesAFormulaAsAnActivation() {
        Reading reading = RecipeObject.read("{\"data\": {\"name\": \"xor\"}, \"layers\": ["
                + "{\"class_name\": \"Dense\", \"config\": {\"units\": 4, \"activation\": "
                + "{\"class_name\": \"Formula\", \"config\": {\"formula\": \"x * sigmoid(1.702 x)\"}}}},"
                + "{\"class_name\": \"Dense\", \"config\": {\"units\": 1, \"activation\": \"sigmoid\"}}]}");
        assertEquals(List.of(), reading.notices());
        assertEquals(RecipeText.read(LINK).recipe(), reading.recipe());
    }

    @Test
    void layersOfTheirOwnTakeFormulasToo() {
        Reading reading =
                RecipeText.read("1/data=digits/Conv2D(4,3,activation=formula('x^3'))/Activation(formula('sin(x)'))");
        assertEquals(List.of(), reading.notices());
        assertEquals(
                "1/data=digits/Conv2D(4,3,activation=formula(x^3))/Activation(formula('sin(x)'))",
                reading.recipe().toString());
    }

    @Test
    void brokenFormulaIsSaidAndKept() {
        Reading reading = RecipeText.read("1/data=xor/Dense(4,formula('x * sigmod(1.702 x)'))");
        assertEquals(
                List.of(
                        "The formula \"x * sigmod(1.702 x)\" goes wrong at character 5. \"sigmod\" is not a function here; "
                                + "did you mean sigmoid? Until it is mended, x is used."),
                reading.notices());
        Choice activation = reading.recipe().layers().get(0).get(Neurons.ACTIVATION);
        assertEquals("x * sigmod(1.702 x)", activation.get(ActivationKnobs.FORMULA));
        assertEquals("x", Activation.FORMULA.formula(activation).orElseThrow().toString());
    }

    @Test
    void formulaThatIsTooLargeIsSaidAndKept() {
        String text = "x" + "³".repeat(900);
        Reading reading = RecipeText.read(with(text).toString());
        assertEquals(
                List.of("The formula \"" + text.substring(0, 59)
                        + "…\" cannot be used. This formula has 1800 operations, and its "
                        + "slope has 5847, a function such as exp counted as 10; together they may have 5000. Make it shorter. "
                        + "Until it is mended, x is used."),
                reading.notices());
        assertEquals(with(text), reading.recipe());
    }

    @Test
    void formulaWithoutApostrophesIsNotGuessedAt() {
        Reading reading = RecipeText.read("1/data=xor/Dense(4,formula(max(0, x)^2))");
        assertEquals(2, reading.notices().size());
        assertTrue(reading.notices().get(0).startsWith("\"^2\" after \""), reading.toString());
        assertTrue(
                reading.notices().get(1).startsWith("A formula in a link stands in apostrophes"), reading.toString());
    }

    @Test
    void endlessFormulaIsReplaced() {
        Reading reading = RecipeText.read("1/data=xor/Dense(4,formula('" + "x+".repeat(5000) + "x'))");
        assertEquals(1, reading.notices().size());
        assertEquals(with("x * sigmoid(1.702 x)"), reading.recipe());
    }

    @Test
    void mutilatedLinksNeverThrow() {
        Random random = new Random(3);
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(LINK);
            for (int k = random.below(6); k >= 0; k--) {
                int at = random.below(text.length());
                char c = "/(),=.'x-9^|? é\u0000".charAt(random.below(16));
                if (random.below(2) == 0) {
                    text.setCharAt(at, c);
                } else {
                    text.insert(at, c);
                }
            }
            Recipe recipe = RecipeText.read(text.toString()).recipe();
            assertEquals(recipe, RecipeText.read(recipe.toString()).recipe(), text.toString());
            assertEquals(recipe, RecipeObject.read(RecipeObject.write(recipe)).recipe(), text.toString());
        }
    }

    private static Recipe with(String formula) {
        Recipe plain = RecipeText.read("1/data=xor/Dense(4)").recipe();
        Choice activation = Activation.FORMULA.kind().choice().with(ActivationKnobs.FORMULA, formula);
        return plain.withLayers(List.of(plain.layers().get(0).with(Neurons.ACTIVATION, activation)));
    }
}
