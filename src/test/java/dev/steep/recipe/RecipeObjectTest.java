package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeObjectTest {
    @ParameterizedTest
    @EnumSource(BuiltIn.class)
    void everyOpeningExperimentComesBack(BuiltIn data) {
        Recipe recipe = Presets.opening(data);
        Reading reading = RecipeObject.read(RecipeObject.write(recipe));
        assertEquals(recipe, reading.recipe());
        assertEquals(List.of(), reading.notices());
    }

    @Test
    void objectInKerasVocabularyMeansTheSameAsTheLink() {
        Reading object = RecipeObject.read("{\"data\": {\"name\": \"digits\", \"size\": 1500, \"noise\": 0.2},"
                + "\"prepare\": {\"scale\": \"[-1,1]\"}, \"split\": {\"validation\": 0.2, \"test\": 0},"
                + "\"layers\": [{\"class_name\": \"Conv2D\", \"config\": {\"filters\": 8, \"kernel_size\": [3, 3],"
                + "\"padding\": \"same\", \"activation\": \"relu\"}}, {\"class_name\": \"MaxPooling2D\", \"config\": {}},"
                + "{\"class_name\": \"Flatten\"}, {\"class_name\": \"Dense\", \"config\": {\"units\": 10,"
                + "\"activation\": \"softmax\"}}], \"compile\": {\"optimizer\": {\"class_name\": \"Adam\","
                + "\"config\": {\"learning_rate\": 0.002}}, \"loss\": \"categorical_crossentropy\"},"
                + "\"fit\": {\"batch_size\": 32, \"epochs\": 10, \"shuffle\": true}, \"seed\": 42}");
        assertEquals(List.of(), object.notices());
        Reading link = RecipeText.read("1/data=digits(1500)/prepare(signed)/Conv2D(8,3,padding=same,activation=relu)"
                + "/MaxPooling2D/Flatten/Dense(10,activation=softmax)/optimizer=Adam(0.002)/fit(epochs=10)");
        assertEquals(link.recipe(), object.recipe());
    }

    @Test
    void callbacksStandWithinFit() {
        Reading object =
                RecipeObject.read("{\"fit\": {\"epochs\": 50, \"callbacks\": [{\"class_name\": \"EarlyStopping\","
                        + "\"config\": {\"patience\": 5, \"restore_best_weights\": true}}, \"ReduceLROnPlateau\"]}}");
        assertEquals(List.of(), object.notices());
        assertEquals(
                "1/data=digits/fit(epochs=50)/callbacks=(EarlyStopping(patience=5,restore_best_weights=true),ReduceLROnPlateau)",
                object.recipe().toString());
        assertEquals(
                object.recipe(),
                RecipeObject.read(RecipeObject.write(object.recipe())).recipe());
    }

    @Test
    void layerTakesItsNameBesideTheClassOrAmongTheParameters() {
        Reading object = RecipeObject.read("{\"layers\": [{\"class_name\": \"Dense\", \"name\": \"first\","
                + "\"trainable\": false, \"config\": {\"units\": 4}}, {\"class_name\": \"Dense\","
                + "\"config\": {\"name\": \"second\", \"units\": 10}}]}");
        assertEquals(List.of(), object.notices());
        assertEquals(
                "1/data=digits/Dense(4,name=first,trainable=false)/Dense(10,name=second)",
                object.recipe().toString());
    }

    @Test
    void capitalsDoNotMatterInPicks() {
        Reading reading = RecipeObject.read("{\"compile\": {\"optimizer\": \"adam\", \"loss\": \"Huber\"}}");
        assertEquals(List.of(), reading.notices());
        assertEquals("Adam", reading.recipe().optimizer().kind().name());
        assertEquals("huber", reading.recipe().loss().kind().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "3", "{", "{\"layers\": 3}", "{\"data\": null}", "{\"compile\": []}", "{\"x\": 1}"})
    void nonsenseIsSaidAndGivesAWholeRecipe(String json) {
        Reading reading = RecipeObject.read(json);
        assertFalse(reading.notices().isEmpty());
        assertEquals(
                reading.recipe(), RecipeText.read(reading.recipe().toString()).recipe());
    }

    /** An object, and what a notice must quote of it. */
    static Stream<Arguments> lost() {
        return Stream.of(
                arguments("{\"fit\": 5}", "\"fit\" should be an object, such as {\"epochs\": 20}; \"5\" is ignored"),
                arguments("{\"prepare\": \"unit\"}", "\"prepare\" should be an object"),
                arguments("{\"layers\": 3}", "\"layers\" should be a list of layers; \"3\" is ignored"),
                arguments("{\"layers\": [7]}", "There is no layer \"7\""),
                arguments("{\"layers\": [{\"units\": 7}]}", "There is no layer \"{\"units\":7}\""),
                arguments(layer("{\"units\": 4, \"zq7\": 8}"), "\"zq7=8\" is ignored"),
                arguments(
                        layer("{\"units\": 4, \"units\": 9}"), "\"units\" is given more than once; \"4\" is not used"),
                arguments(layer("{\"units\": [4, 5, 6]}"), "Dense's units cannot be \"[4,5,6]\""),
                arguments(layer("{\"units\": {\"a\": 1}}"), "Dense's units cannot be \"{\"a\":1}\""),
                arguments(layer("{\"units\": true}"), "Dense's units cannot be \"true\""),
                arguments(layer("{\"units\": null}"), "Dense's units cannot be \"none\""),
                arguments(layer("{\"units\": 1e400}"), "Dense's units cannot be \"1e400\""),
                arguments(layer("5"), "\"config\" should be an object of parameters; \"5\" is ignored"),
                arguments(
                        "{\"layers\": [{\"class_name\": \"Flatten\", \"nome\": \"f\"}]}", "\"nome=\"f\"\" is ignored"),
                arguments("{\"data\": {\"name\": \"xor\", \"file\": \"a.csv\"}}", "\"\"xor\"\" is ignored"),
                arguments("{\"data\": {\"file\": \"a.csv\", \"size\": 3}}", "\"size=3\" is ignored"),
                arguments("{\"data\": {\"size\": 3}}", "There is no data set \"{\"size\":3}\""),
                arguments("{\"data\": \"xor\", \"data\": \"sine\"}", "\"data\" is given more than once"),
                arguments("{\"compile\": {\"metrics\": [\"zq9\"]}}", "There is no metric \"zq9\""),
                arguments("{\"compile\": {\"run_eagerly\": true}}", "no part \"run_eagerly\", so \"true\" is ignored"),
                arguments("{\"zq7\": {\"a\": 1}}", "\"zq7={\"a\":1}\" is ignored"),
                arguments("{\"data\": {\"file\": \"\\ud83d.csv\"}}", "half a character"));
    }

    private static String layer(String config) {
        return "{\"layers\": [{\"class_name\": \"Dense\", \"config\": " + config + "}]}";
    }

    @ParameterizedTest
    @MethodSource("lost")
    void whatIsNotUsedIsNamed(String json, String named) {
        Reading reading = RecipeObject.read(json);
        assertTrue(
                String.join(" ", reading.notices()).contains(named),
                () -> json + ": " + reading.notices() + " does not say " + named);
    }

    /** A word that means nothing, in place of any value or name, or beside any of them. */
    @Test
    void noWordOfAMutatedObjectIsLost() {
        Random random = new Random(8);
        for (Recipe recipe : Experiments.all(random)) {
            String json = RecipeObject.write(recipe);
            for (int at = 0; at < json.length(); at++) {
                char c = json.charAt(at);
                String mutated = json.substring(0, at + 1) + "\"zq7\":8"
                        + (json.charAt(Math.min(at + 1, json.length() - 1)) == '}' ? "" : ",") + json.substring(at + 1);
                if (c == '{') {
                    String said = String.join(" ", RecipeObject.read(mutated).notices());
                    assertTrue(said.contains("zq7"), () -> mutated + ": " + said);
                }
            }
        }
    }

    @Test
    void noLabelMeansThatTheLabChooses() {
        Reading reading = RecipeObject.read("{\"data\": {\"file\": \"a.csv\", \"label\": null}}");
        assertEquals(List.of(), reading.notices());
        assertEquals("1/data=file(a.csv)", reading.recipe().toString());
    }
}
