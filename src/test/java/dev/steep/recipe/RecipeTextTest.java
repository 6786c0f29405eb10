package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.data.BuiltIn;
import dev.steep.math.Random;
import dev.steep.network.layer.Layers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeTextTest {
    /** A link of the first days. It must open for ever, whatever the defaults become. */
    private static final String OLD_LINK = "1/data=digits(500,noise=0.3)/prepare(signed)/split(0.3)"
            + "/Conv2D(4,5,activation=relu(max_value=6))/MaxPooling2D/Flatten/Dense(10,activation=softmax)"
            + "/optimizer=SGD(0.05,momentum=0.9)/fit(16,7)/seed=7";

    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void everyOpeningExperimentComesBackFromItsLink(BuiltIn data) {
        Recipe recipe = Presets.opening(data);
        Reading reading = RecipeText.read(recipe.toString());
        assertEquals(recipe, reading.recipe());
        assertEquals(List.of(), reading.notices());
    }

    @Test
    void oldLinkStillOpens() {
        Reading reading = RecipeText.read(OLD_LINK);
        assertEquals(List.of(), reading.notices());
        assertEquals(4, reading.recipe().layers().size());
        assertEquals(16, reading.recipe().fit().get(Settings.BATCH_SIZE));
        assertEquals(7, reading.recipe().seed());
        assertEquals(
                "1/data=digits(500,0.3)/prepare(signed)/split(0.3)/Conv2D(4,5,activation=relu(max_value=6))/MaxPooling2D"
                        + "/Flatten/Dense(10,softmax)/optimizer=SGD(0.05,0.9)/fit(16,7)/seed=7",
                reading.recipe().toString());
    }

    @Test
    void emptyLinkOpensTheLab() {
        assertEquals(Presets.OPENING, RecipeText.read("").recipe());
    }

    @Test
    void linkWithUnknownLayerStillOpens() {
        Reading reading = RecipeText.read("1/data=xor/Dens(3)/Dense(2,activation=softmax)");
        assertEquals(1, reading.recipe().layers().size());
        assertEquals(List.of("There is no layer \"Dens\" (did you mean Dense?); it is left out."), reading.notices());
    }

    @Test
    void linkWithUnknownActivationFallsBackAndSaysSo() {
        Reading reading = RecipeText.read("1/data=xor/Dense(3,activation=gelux)");
        assertEquals(
                List.of("There is no activation \"gelux\" (did you mean gelu?); using linear."), reading.notices());
    }

    @Test
    void numberOutOfRangeIsMovedIntoIt() {
        Reading reading = RecipeText.read("1/data=digits/Dense(10)/fit(100000000)");
        assertEquals(1024, reading.recipe().fit().get(Settings.BATCH_SIZE));
        assertEquals(1, reading.notices().size());
    }

    @Test
    void sharedLinkStaysShort() {
        assertTrue(Presets.OPENING.toString().length() < 200, Presets.OPENING.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2/data=digits", "hello", "1", "1/", "%%%", "1/////", "1/(((", "1/data=", "1/seed=-3"})
    void brokenLinkGivesAWholeRecipe(String text) {
        Recipe recipe = RecipeText.read(text).recipe();
        assertEquals(recipe, RecipeText.read(recipe.toString()).recipe());
    }

    @Test
    void mutilatedLinksNeverThrow() {
        Random random = new Random(1);
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(OLD_LINK);
            for (int k = random.below(6); k >= 0; k--) {
                int at = random.below(text.length());
                char c = "/(),=.'x-9 é\u0000".charAt(random.below(13));
                if (random.below(2) == 0) {
                    text.setCharAt(at, c);
                } else {
                    text.insert(at, c);
                }
            }
            Recipe recipe = RecipeText.read(text.toString()).recipe();
            Reading again = RecipeText.read(recipe.toString());
            assertEquals(recipe, again.recipe(), text.toString());
            assertEquals(List.of(), again.notices(), text.toString());
        }
    }

    @Test
    void everyLayerWithItsDefaultsComesBack() {
        for (Kind kind : Layers.kinds()) {
            Recipe recipe = Presets.PLAIN.withLayers(List.of(kind.choice()));
            assertEquals(recipe, RecipeText.read(recipe.toString()).recipe(), kind.name());
            assertEquals(recipe, RecipeObject.read(RecipeObject.write(recipe)).recipe(), kind.name());
        }
    }

    @Test
    void learningRateMayChangeWhileTraining() {
        Recipe recipe = Presets.OPENING;
        Choice slower = dev.steep.network.Optimizer.kinds().stream()
                .filter(kind -> kind.name().equals("Adam"))
                .findFirst()
                .map(kind -> RecipeText.read("1/data=digits/optimizer=Adam(0.0001)")
                        .recipe()
                        .optimizer())
                .orElseThrow();
        assertTrue(recipe.differsOnlyLive(recipe.withOptimizer(slower)));
        assertFalse(recipe.differsOnlyLive(recipe.withSeed(1)));
        assertFalse(recipe.differsOnlyLive(recipe.withLayers(recipe.layers().subList(1, 3))));
    }
}
