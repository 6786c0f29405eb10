package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.steep.data.BuiltIn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
}
