package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.steep.catalog.Choice;
import dev.steep.catalog.Kind;
import dev.steep.contract.CpuTime;
import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import dev.steep.network.Layers;
import dev.steep.network.optimizer.Optimizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
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
        assertEquals(
                List.of("There is no layer \"Dens(3)\" (did you mean Dense?); it is left out."), reading.notices());
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

    /** Part of a link, and what a notice must quote of it. */
    static Stream<Arguments> lost() {
        return Stream.of(
                arguments("Dense(4)zq7", "\"zq7\" after \"Dense(4)\""),
                arguments("Dense(4)(3)", "\"(3)\" after \"Dense(4)\""),
                arguments("Dense(4)))", "\"))\" after \"Dense(4)\""),
                arguments(")Dense(4)", "\")\""),
                arguments("(Dense(4", "2 opening brackets are never closed"),
                arguments("Dense(4", "The bracket that opens after \"Dense\" is never closed"),
                arguments("data=sine", "data is given more than once; \"xor\" is not used"),
                arguments("fit(epochs=3,epochs=9)", "fit's epochs is given more than once; \"3\" is not used"),
                arguments("Dense(4,units=9)", "Dense's units is given more than once; \"4\" is not used"),
                arguments("fit(3)/fit(epochs=9)", "fit is given more than once; \"fit(3)\" is not used"),
                arguments("seed=5,zq7", "\",zq7\" after \"seed=5\""),
                arguments("seed(3)=5", "the unknown layer \"seed(3)\""),
                arguments("Flatten(3,4)", "2 parts of the experiment are not used: \"3\" of Flatten, \"4\" of Flatten"),
                arguments("Dense(4,'relu'tanh)", "\"tanh\" after"),
                arguments("Dense(4,'relu)", "There is no activation \"'relu\""),
                arguments("Dense(4,true(7)=3)", "\"true(7)=3\""),
                arguments("Dense(4,use_bias=true(7))", "Dense's use_bias cannot be \"true(7)\""),
                arguments("fit(epochs=1e99)", "fit's epochs cannot be \"1e99\""),
                arguments("fit(2.7)", "fit's batch_size cannot be \"2.7\""),
                arguments("seed=1e-400", "The seed cannot be \"1e-400\""),
                arguments("Dropout(1e-400)", "Dropout's rate cannot be \"1e-400\""),
                arguments("Dense(4,\u202Egelu)", "activation \"\uFFFDgelu\""),
                arguments("data=file(\ud83d.csv)", "half a character"));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void whatIsNotUsedIsNamed(String part, String named) {
        Reading reading = RecipeText.read("1/data=xor/" + part);
        assertTrue(
                String.join(" ", reading.notices()).contains(named),
                () -> part + ": " + reading.notices() + " does not say " + named);
    }

    @Test
    void manyOfAKindAreOneSentence() {
        assertEquals(
                List.of(
                        "300 parts of the experiment are not used: \"zq7\" after \"Dense(1)\", \"zq7\" after \"Dense(1)\","
                                + " \"zq7\" after \"Dense(1)\", \"zq7\" after \"Dense(1)\", \"zq7\" after \"Dense(1)\","
                                + " \"zq7\" after \"Dense(1)\" and 294 more. Correct or remove them."),
                RecipeText.read("1/data=xor" + "/Dense(1)zq7".repeat(64) + "/Gelux(1)".repeat(236))
                        .notices());
    }

    @Test
    void spellingsThatMeanTheSameSayNothing() {
        Reading reading = RecipeText.read(" 1//data = xor()/Dense( 4.0 ,use_bias=YES, 'relu' ,)/seed=+7/");
        assertEquals(List.of(), reading.notices());
        assertEquals("1/data=xor/Dense(4,relu)/seed=7", reading.recipe().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "'", "''", ")", "=", ",", "/", "Dense(", "(/", "a'", "a=(", "1e9", "\ud83d", "'(", "x=y,"})
    void hugeLinksAreReadWithinASecond(String piece) {
        String link = "1/data=xor/" + piece.repeat(1_000_000 / piece.length());
        CpuTime time = new CpuTime();
        Reading reading = RecipeText.read(link);
        double seconds = time.seconds();
        assertTrue(seconds < 1, () -> seconds + " s");
        assertFalse(reading.notices().isEmpty());
        assertTrue(String.join("", reading.notices()).length() < 3000, reading.notices()::toString);
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
            Recipe recipe = Recipe.PLAIN.withLayers(List.of(kind.choice()));
            assertEquals(recipe, RecipeText.read(recipe.toString()).recipe(), kind.name());
            assertEquals(recipe, RecipeObject.read(RecipeObject.write(recipe)).recipe(), kind.name());
        }
    }

    @Test
    void learningRateMayChangeWhileTraining() {
        Recipe recipe = Presets.OPENING;
        Choice slower = Optimizer.kinds().stream()
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
