package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.catalog.Choice;
import dev.steep.math.Random;
import dev.steep.network.LayerNames;
import dev.steep.network.Layers;
import dev.steep.network.layer.LayerOptions;
import dev.steep.network.layer.window.Conv2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A layer keeps its name wherever it is moved, and links write a name only where it is not the usual one. */
class LayerNamesTest {
    private static Recipe read(String layers) {
        return RecipeText.read("1/data=digits/" + layers).recipe();
    }

    private static List<String> names(Recipe recipe) {
        return recipe.layers().stream().map(LayerNames::name).toList();
    }

    @Test
    void namesAreThoseOfKeras() {
        assertEquals(
                List.of("conv2d", "max_pooling2d", "conv2d_1", "flatten", "dense", "dense_1"),
                names(read("Conv2D(8,3)/MaxPooling2D/Conv2D(8,3)/Flatten/Dense(4)/Dense(10)")));
    }

    @Test
    void insertedLayerTakesTheNextNameAndTheOthersKeepTheirs() {
        Recipe recipe = read("Conv2D(8,3)/Conv2D(16,3)/Flatten");
        List<Choice> layers = new ArrayList<>(recipe.layers());
        layers.add(0, Conv2D.KIND.choice());
        Recipe changed = recipe.withLayers(layers);
        assertEquals(List.of("conv2d_2", "conv2d", "conv2d_1", "flatten"), names(changed));
        assertEquals("1/data=digits/Conv2D(8,3,name=conv2d_2)/Conv2D(8,3)/Conv2D(16,3)/Flatten", changed.toString());
    }

    @Test
    void removedLayerLeavesTheOthersTheirNames() {
        Recipe recipe = read("Dense(4)/Dense(5)/Dense(6)");
        Recipe changed = recipe.withLayers(recipe.layers().subList(1, 3));
        assertEquals("1/data=digits/Dense(5,name=dense_1)/Dense(6,name=dense_2)", changed.toString());
    }

    @Test
    void anyOrderOfNamesComesBackFromBothForms() {
        Random random = new Random(5);
        List<String> given = List.of("dense", "dense_1", "dense_2", "dense_3", "conv2d", "left", "");
        for (int i = 0; i < 2000; i++) {
            List<Choice> layers = new ArrayList<>();
            for (int k = random.below(6); k >= 0; k--) {
                Choice layer =
                        Layers.kinds().get(random.below(Layers.kinds().size())).choice();
                layers.add(layer.with(LayerOptions.NAME, given.get(random.below(given.size()))));
            }
            Recipe recipe = Recipe.PLAIN.withLayers(layers);
            assertEquals(layers.size(), new HashSet<>(names(recipe)).size(), recipe::toString);
            Reading text = RecipeText.read(recipe.toString());
            assertEquals(List.of(), text.notices());
            assertEquals(recipe, text.recipe());
            assertEquals(recipe, RecipeText.read(RecipeText.expanded(recipe)).recipe());
            assertEquals(recipe, RecipeObject.read(RecipeObject.write(recipe)).recipe());
        }
    }

    @Test
    void nameThatIsAskedForIsNotGivenToAnEarlierLayer() {
        assertEquals(List.of("dense_1", "dense"), names(read("Dense(4)/Dense(5,name=dense)")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dense(4,name=a)/Dense(5,name=a) | Another layer is called \"a\" already. Using dense.",
                "Dense(4,name=input) | \"input\" is what the network itself calls one of its numbers, so no layer can have that"
                        + " name. Using dense.",
                "Dense(4,name=a b) | Dense's name cannot be \"a b\"; it should be a letter, then letters, digits and _, at most"
                        + " 40 together. Using the usual name."
            })
    void nameThatCannotBeIsReplacedAndSaid(String layers, String notice) {
        assertEquals(List.of(notice), RecipeText.read("1/data=digits/" + layers).notices());
    }
}
