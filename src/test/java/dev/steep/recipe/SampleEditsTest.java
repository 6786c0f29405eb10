package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.data.generated.BuiltIn;
import dev.steep.math.Random;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleEditsTest {
    private static SampleEdits read(String text) {
        List<String> notices = new ArrayList<>();
        SampleEdits edits = SampleEdits.read(text, notices);
        assertEquals(List.of(), notices);
        return edits;
    }

    @Test
    void rowsAndRangesAreRemovedAndOthersRelabelled() {
        SampleEdits edits = read("3, 17-20,5=2,8=-1.5");
        assertEquals(List.of(3, 17, 18, 19, 20), edits.removed());
        assertEquals(Map.of(5, 2.0, 8, -1.5), edits.labels());
        assertEquals("3,17-20,5=2,8=-1.5", edits.text());
        assertEquals("5 samples removed, 2 relabelled", edits.words());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            SampleEdits edits = SampleEdits.NONE;
            for (int i = random.below(12); i > 0; i--) {
                int row = random.below(30);
                edits = random.below(2) == 0 ? edits.remove(row) : edits.relabel(row, random.below(5) - 1.25);
            }
            assertEquals(edits.text(), read(edits.text()).text());
            Recipe recipe = edits.in(Presets.opening(BuiltIn.SPIRAL));
            assertEquals(recipe, RecipeText.read(recipe.toString()).recipe(), recipe.toString());
        }
    }

    @Test
    void eachEditCanBeTakenBack() {
        assertEquals("", SampleEdits.NONE.remove(3).putBack(3).text());
        assertEquals("", SampleEdits.NONE.relabel(3, 1).unlabel(3).text());
        assertEquals("3", read("3,3=1").unlabel(3).text());
    }

    @Test
    void whatIsNotUnderstoodIsSaid() {
        List<String> notices = new ArrayList<>();
        assertEquals("4", SampleEdits.read("4,x,7-,9=red,-2,6-5,1e99", notices).text());
        assertEquals(6, notices.size(), "" + notices);
    }

    @Test
    void thereIsABound() {
        List<String> notices = new ArrayList<>();
        SampleEdits edits = SampleEdits.read("0-1000000000,2000000000=1", notices);
        assertEquals(SampleEdits.MOST, edits.count());
        assertTrue(edits.full());
        assertEquals(List.of(SampleEdits.bound()), notices);
    }

    @Test
    void fullEditsFitIntoALink() {
        SampleEdits edits = SampleEdits.NONE;
        for (int i = 0; i < SampleEdits.MOST; i++) {
            edits = edits.relabel(59_000 + 2 * i, 9);
        }
        Reading reading = RecipeText.read(edits.in(Recipe.PLAIN).toString());
        assertEquals(List.of(), reading.notices());
        assertEquals(edits.text(), SampleEdits.of(reading.recipe()).text());
    }

    @Test
    void otherSamplesHaveNoneOfThem() {
        Recipe recipe = read("3,5=1").in(Presets.opening(BuiltIn.SPIRAL));
        Recipe other = SampleEdits.fitted(recipe, recipe.withSeed(7));
        assertEquals("", other.get(Parts.EDITS));
        Recipe noisy = recipe.withData(Presets.opening(BuiltIn.DIGITS).data());
        assertEquals("", SampleEdits.fitted(recipe, noisy).get(Parts.EDITS));
    }

    @Test
    void anotherSplitAndAFileUnderAnotherSeedKeepThem() {
        Recipe recipe = read("3,5=1").in(Presets.opening(BuiltIn.SPIRAL));
        Recipe split = recipe.withSplit(recipe.split().with(Settings.VALIDATION, 0.4));
        assertEquals("3,5=1", SampleEdits.fitted(recipe, split).get(Parts.EDITS));
        Recipe file = recipe.withData(Settings.FILE.choice().with(Settings.FILE_NAME, "a.csv"));
        assertEquals("3,5=1", SampleEdits.fitted(file, file.withSeed(7)).get(Parts.EDITS));
    }

    @Test
    void whoeverSetsEditsMeansThem() {
        Recipe recipe = read("3").in(Presets.opening(BuiltIn.SPIRAL));
        Recipe wanted = read("4").in(recipe.withSeed(7));
        assertEquals(wanted, SampleEdits.fitted(recipe, wanted));
    }
}
