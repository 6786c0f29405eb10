package dev.steep.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.recipe.Differences;
import dev.steep.recipe.Recipe;
import dev.steep.recipe.RecipeText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepTest {
    private static final Recipe CNN = RecipeText.read(
                    "1/data=digits(400)/Conv2D(8,3,activation=relu)/Flatten/Dropout(0.2)/Dense(10,softmax)")
            .recipe();

    @Test
    void everyValueThatIsOfferedCanBe() {
        for (Sweep.Setting setting : Sweep.settings(CNN)) {
            List<String> values = setting.ofWords()
                    ? setting.words()
                    : setting.grid(setting.from(), setting.to(), 5, setting.logarithmic());
            List<String> notices = new ArrayList<>();
            List<Recipe> recipes = Sweep.grid(CNN, List.of(setting.path()), List.of(values), 20, notices);
            assertEquals(List.of(), notices, setting.path());
            assertEquals(values, RunGroup.values(setting.path(), recipes), setting.path());
        }
    }

    @Test
    void settingsAreCalledWhatTheyAre() {
        List<String> titles =
                Sweep.settings(CNN).stream().map(Sweep.Setting::title).toList();
        assertTrue(
                titles.containsAll(List.of(
                        "optimizer",
                        "learning rate",
                        "batch size",
                        "conv2d filters",
                        "dropout rate",
                        "conv2d activation",
                        "prepare scale",
                        "data size")),
                titles.toString());
        assertFalse(titles.contains("seed"), titles.toString());
        assertFalse(titles.contains("epochs"), titles.toString());
    }

    @Test
    void gridsAreSpacedByFactorsOrEvenly() {
        Sweep.Setting rate = setting("optimizer.learning_rate");
        assertTrue(rate.logarithmic());
        assertEquals(List.of("0.001", "0.01", "0.1"), rate.grid(0.001, 0.1, 3, true));
        assertEquals(List.of("0.001", "0.0505", "0.1"), rate.grid(0.001, 0.1, 3, false));
        assertEquals(List.of("1", "2", "3"), setting("layers.conv2d.filters").grid(1, 3, 9, false));
    }

    @Test
    void twoSettingsMakeEveryPair() {
        List<Recipe> recipes = Sweep.grid(
                CNN,
                List.of("optimizer.learning_rate", "layers.conv2d.filters"),
                List.of(List.of("0.01", "0.1"), List.of("4", "8", "16")),
                7,
                new ArrayList<>());
        assertEquals(6, recipes.size());
        assertEquals(
                "conv2d filters 16; learning rate 0.1; epochs 7",
                String.join(
                        "; ",
                        Differences.of(recipes.get(5), CNN).items().stream()
                                .map(Differences.Item::brief)
                                .toList()));
    }

    @Test
    void aValueThatCannotBeIsSaid() {
        List<String> notices = new ArrayList<>();
        List<Recipe> recipes = Sweep.grid(CNN, List.of("fit.batch_size"), List.of(List.of("16", "many")), 7, notices);
        assertEquals(1, notices.size());
        assertTrue(recipes.size() <= 2);
    }

    @Test
    void foldsAreRecipesInWhichEachValidatesInTurn() {
        List<Recipe> folds = Sweep.folds(CNN, 3, 7);
        assertEquals(List.of("1", "2", "3"), RunGroup.values(RunGroup.FOLD, folds));
        assertTrue(
                folds.get(2).toString().contains("/split(folds=3,fold=3)/"),
                folds.get(2).toString());
        assertTrue(new RunGroup(RunGroup.key("g1", List.of(RunGroup.FOLD)), List.of()).ofFolds());
    }

    @Test
    void groupsSayWhatTheyAre() {
        RunGroup group = new RunGroup(RunGroup.key("g1", List.of("seed")), List.of());
        assertTrue(group.ofSeeds());
        assertEquals(List.of("seed"), group.paths());
        assertEquals("g1", RunGroup.id(group.key()));
    }

    private static Sweep.Setting setting(String path) {
        return Sweep.settings(CNN).stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
