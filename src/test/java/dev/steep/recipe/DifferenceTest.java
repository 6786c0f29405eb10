package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {
    private static final String CNN =
            "1/data=digits/Conv2D(8,3,activation=relu)/Flatten/Dropout(0.2)/Dense(10,softmax)";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/Flatten; ''; Removed flatten; with flatten",
                "/Flatten; /Flatten/Dense(5); Added dense_1; without dense_1",
                "/Flatten/Dropout(0.2); /Dropout(0.2)/Flatten; Moved flatten; in another order",
                "/Flatten/Dropout(0.2); ''; 'Removed flatten, dropout'; 'with flatten, dropout'",
                "Conv2D(8,3; Conv2D(16,3; 'Conv2d filters 16, was 8'; conv2d filters 8",
                "activation=relu; activation=tanh; 'Conv2d activation tanh, was relu'; conv2d activation relu",
                "data=digits; data=circle; 'Data circle, was digits'; data digits",
                "softmax); softmax)/fit(64); 'Batch size 64, was 32'; batch size 32",
                "softmax); 'softmax)/fit(64,7)'; Changed fit; other fit",
                "softmax); softmax)/seed=7; 'Seed 7, was 42'; seed 42",
                "softmax); softmax)/optimizer=SGD; 'Optimizer SGD, was Adam'; optimizer Adam",
                "softmax); softmax)/optimizer=Adam(0.01); 'Learning rate 0.01, was 0.001'; learning rate 0.001",
                "softmax); softmax)/metrics=precision; Added precision; without precision",
            })
    void editsAreSaidInAFewWords(String old, String fresh, String said, String before) {
        Recipe recipe = RecipeText.read(CNN).recipe();
        Recipe edited = pinned(recipe, CNN.replace(old, fresh));
        Difference difference = Difference.between(recipe, edited).orElseThrow();
        assertEquals(said, difference.said());
        assertEquals(before, difference.before());
    }

    /** Layers keep their names, as they do while they are edited. */
    private static Recipe pinned(Recipe before, String link) {
        return RecipeText.read(link.replace("/Dense(10", "/Dense(name=dense,10"))
                .recipe();
    }

    @Test
    void paceIsNoDifference() {
        assertEquals(
                Optional.empty(),
                Difference.between(
                        RecipeText.read(CNN).recipe(),
                        RecipeText.read(CNN + "/pace=slow").recipe()));
    }
}
