package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
    private static final String MLP = "1/data=circle/Dense(8,relu)/Dropout(0.2)/Dense(2,softmax)";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "softmax); softmax)/optimizer=Adam(0.01); 'learning rate 0.01, before 0.001'",
                "softmax); softmax)/optimizer=SGD; 'optimizer SGD, before Adam; learning rate 0.01, before 0.001'",
                "softmax); softmax)/optimizer=SGD(0.001); 'optimizer SGD, before Adam'",
                "softmax); 'softmax)/fit(64,7)'; 'batch size 64, before 32; epochs 7, before 20'",
                "Dense(8; Dense(16; 'dense units 16, before 8'",
                "Dense(8,relu)/; Dense(8,relu)/Dense(8,relu)/; with dense_1",
                "Dropout(0.2)/; ''; without dropout",
                "Dropout(0.2); BatchNormalization; 'layer batch_normalization, before dropout'",
                "Dropout(0.2)/; Flatten/Dropout(0.3)/; 'with flatten; dropout rate 0.3, before 0.2'",
                "circle; circle(noise=0.2); 'noise 0.2, before 0.1'",
                "circle; xor; 'data xor, before circle'",
                "softmax); softmax)/metrics=precision; with precision",
                "softmax); softmax)/seed=7; 'seed 7, before 42'",
                "softmax); softmax)/pace=slow; ''",
            })
    void eachKnobThatDiffersIsSaid(String old, String fresh, String words) {
        assertEquals(words, differences(MLP.replace(old, fresh), MLP).words("before", 9));
    }

    @Test
    void oneDifferenceMakesATwinButNotTheSeed() {
        assertTrue(differences(MLP + "/fit(64)", MLP).isTwin());
        assertFalse(differences(MLP + "/fit(64,7)", MLP).isTwin());
        assertFalse(differences(MLP + "/seed=7", MLP).isTwin());
        assertFalse(differences(MLP, MLP).isTwin());
    }

    @Test
    void pathsLeadToTheKnobs() {
        Recipe recipe = RecipeText.read(MLP.replace("Dropout(0.2)", "Dropout(0.3)") + "/fit(64)/optimizer=Adam(0.01)")
                .recipe();
        for (Differences.Item item :
                Differences.of(recipe, RecipeText.read(MLP).recipe()).items()) {
            KnobPath.Place<?> place =
                    (KnobPath.Place<?>) KnobPath.read(item.path()).in(recipe);
            assertEquals(item.value(), place.written().toString(), item.path());
        }
    }

    @Test
    void manyAreCutShort() {
        Differences two = differences(MLP + "/fit(64,7)", MLP);
        assertEquals("batch size 64 and 1 other", two.brief(1));
        assertEquals("batch size 64, epochs 7", two.brief(2));
    }

    private static Differences differences(String one, String other) {
        return Differences.of(
                RecipeText.read(one).recipe(), RecipeText.read(other).recipe());
    }
}
