package dev.steep.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.steep.math.Random;
import dev.steep.network.optimizer.Optimizer;
import dev.steep.recipe.SettingWords.Setting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingWordsTest {
    private static final Recipe RECIPE = Presets.OPENING;

    private static List<String> typed(String text) {
        return SettingWords.typed(SettingWords.all(RECIPE, ""), text).stream()
                .map(set -> set.setting().path() + " = " + set.value())
                .toList();
    }

    @Test
    void aValueBehindANameIsSet() {
        assertEquals(List.of("optimizer.learning_rate = 0.01"), typed("learning rate 0.01"));
        assertEquals(List.of("optimizer.learning_rate = 0.01"), typed("lr 0.01"));
        assertEquals(List.of("fit.batch_size = 64"), typed("batch 64"));
        assertEquals(List.of("fit.epochs = 5"), typed("epochs=5"));
        assertEquals(List.of("layers.dropout.rate = 0.5"), typed("dropout rate 0.5"));
        assertEquals(
                List.of("layers.conv2d.filters = 4"), typed("conv2d filters 4").subList(0, 1));
        assertEquals(List.of("optimizer = SGD(0.1)"), typed("optimizer SGD(0.1)"));
        assertEquals(List.of("loss = mean_squared_error"), typed("loss mse"));
    }

    @Test
    void aNumberThatIsTooLargeIsTheLargestAndItIsSaid() {
        SettingWords.Set set =
                SettingWords.typed(SettingWords.all(RECIPE, ""), "batch 999999").get(0);
        assertEquals("1024", set.value());
        assertTrue(set.remark().contains("999999"), set.remark());
    }

    @Test
    void whatIsNoValueIsNotSet() {
        assertEquals(List.of(), typed("batch normalization"));
        assertEquals(List.of(), typed("batch"));
        assertEquals(List.of(), typed(""));
        assertEquals(List.of(), typed("zzz 3"));
    }

    @Test
    void settingsOfTheNamedLayerComeFirst() {
        assertEquals(
                "dense", SettingWords.all(RECIPE, "dense").get(0).path().words().get(1));
    }

    @Test
    void anotherOptimizerKeepsTheSchedule() {
        Recipe scheduled = RecipeText.read("1/data=xor/Dense(1)/optimizer=Adam(schedule=CosineDecay)")
                .recipe();
        Setting optimizer = SettingWords.all(scheduled, "").stream()
                .filter(each -> each.name().equals("optimizer"))
                .findFirst()
                .orElseThrow();
        Recipe changed = optimizer.with(Optimizer.SGD.kind());
        assertTrue(changed.optimizer().toString().startsWith("SGD(schedule=CosineDecay"), changed.toString());
    }

    /** In experiments of everything that can be picked: nothing throws, and each setting takes its own value. */
    @Test
    void everySettingTakesItsOwnValue() {
        List<String> wrong = new ArrayList<>();
        for (Recipe recipe : Experiments.all(new Random(3))) {
            for (Setting setting : SettingWords.all(recipe, "")) {
                boolean single = !(setting.place().knob().domain() instanceof dev.steep.catalog.Domain.Many);
                if (single
                        && !setting.path()
                                .with(recipe, setting.value())
                                .recipe()
                                .equals(recipe)) {
                    wrong.add(setting.path() + " " + setting.value());
                }
                setting.kinds().forEach(setting::with);
            }
        }
        assertEquals(List.of(), wrong);
    }
}
