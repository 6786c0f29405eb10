package dev.steep.ui.state;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.steep.protocol.DataFacts;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import dev.steep.recipe.Settings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows when another column of the table that is open is to be predicted. */
class RetargetingTest {
    private static final DataFacts FLOWERS = new DataFacts(
            "flowers",
            new int[] {2},
            List.of("setosa", "virginica"),
            List.of(),
            List.of("length", "width"),
            List.of("length", "width"),
            new double[] {0, 1},
            new int[] {10, 0, 0},
            0,
            0,
            List.of("length", "width", "species"),
            new int[] {0, 0, 2},
            "species",
            List.of(),
            false);
    private static final Recipe SPECIES = predicting("species");

    private static Recipe predicting(String column) {
        return RecipeText.read("1/data=file(label=" + column + ")/Dense(2,softmax)")
                .recipe();
    }

    @Test
    void numbersInPlaceOfClassesChangeTheLastLayer() {
        Retargeting retargeting = Retargeting.column(SPECIES, FLOWERS, predicting("width"));
        assertEquals(
                "Dense(1,name=dense)",
                retargeting.recipe().layers().get(0).phrase().toString());
        assertEquals(true, retargeting.said().orElse("").startsWith("Predicts width, a number: "));
    }

    @Test
    void sameColumnChangesNothing() {
        Recipe wider = RecipeText.read("1/data=file(label=species)/Dense(5,relu)/Dense(2,softmax)")
                .recipe();
        assertEquals(new Retargeting(wider, Optional.empty()), Retargeting.column(SPECIES, FLOWERS, wider));
    }

    @Test
    void columnThatTheTableLacksChangesNothing() {
        Recipe unknown = predicting("colour");
        assertEquals(new Retargeting(unknown, Optional.empty()), Retargeting.column(SPECIES, FLOWERS, unknown));
    }

    @Test
    void otherDataChangeNothing() {
        Recipe xor = RecipeText.read("1/data=xor/Dense(1,sigmoid)").recipe();
        assertEquals(new Retargeting(xor, Optional.empty()), Retargeting.column(SPECIES, FLOWERS, xor));
    }

    @Test
    void autoencoderPredictsItsInputWhateverTheColumnIs() {
        Recipe inputs = Settings.reconstructing(SPECIES, true);
        assertEquals(new Retargeting(inputs, Optional.empty()), Retargeting.to(FLOWERS, inputs, 0, 2));
    }

    @Test
    void questionWithOtherClassesIsExplained() {
        Retargeting retargeting = Retargeting.to(FLOWERS, SPECIES, 3, 1);
        assertEquals(
                true, retargeting.recipe().layers().get(0).phrase().toString().startsWith("Dense(3,"));
        assertEquals(true, retargeting.said().orElse("").startsWith("For what is predicted now, "));
    }
}
