package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.options.Position;
import dev.steep.data.generated.BuiltIn;
import dev.steep.recipe.Presets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The data sets that are made in the page: each opens by the picker and trains; the judged one is learned; points are drawn. */
class DatasetsIT {
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void everySetOpensByThePickerAndTrains(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            for (BuiltIn set : BuiltIn.values()) {
                lab.find(".dataset").selectOption(set.kind().name());
                lab.waitFor("document.querySelector('.data-hint').textContent === `" + set.hint() + "`");
                lab.eval("steep.train({steps: 2})");
                assertEquals(2, lab.number("steep.stepLosses().then(all => all.length)"), set + " trains");
                assertEquals(Presets.opening(set).toString(), lab.call("recipe"));
                assertTrue(lab.find(".tile, .tile-row").count() > 0, set + " shows samples");
                assertEquals(0, lab.find(".problem:visible").count(), set + " has a problem");
            }
        }
    }

    /** What convolutions are for: turned and moved galaxies, of which no single pixel says anything. */
    @Test
    @Timeout(value = 300, unit = TimeUnit.SECONDS)
    void galaxiesAreLearnedByConvolutionsAndNotByALinearModel() {
        String best = "steep.history().then(all => all[all.length - 1].val_accuracy)";
        try (LabPage lab =
                LabPage.lent(Build.WASM, Presets.opening(BuiltIn.GALAXIES).toString())) {
            lab.call("train");
            double convolutions = lab.number(best);
            lab.call("load", "1/data=galaxies/Flatten/Dense(5,softmax)/optimizer=Adam(0.002)/fit(32,60)");
            lab.call("train");
            double linear = lab.number(best);
            assertTrue(convolutions > 0.9 && linear < 0.7, convolutions + " against " + linear);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pointsAreDrawnWithMouseAndKeys(Build build) {
        try (LabPage lab = LabPage.lent(build, Presets.opening(BuiltIn.POINTS).toString())) {
            lab.waitFor("document.querySelector('.point-count').textContent === '24 points'");
            Locator plane = lab.find(".point-plane");
            plane.click(new ClickOptions().setPosition(new Position(20, 20)));
            lab.waitFor("document.querySelector('.point-count').textContent === '25 points'");
            lab.page().keyboard().press("3");
            lab.page().keyboard().press("ArrowRight");
            lab.page().keyboard().press(" ");
            lab.waitFor("steep.recipe().then(r => r.includes('Dense(3,softmax)'))");
            lab.call("train", Map.of("epochs", 1));
            lab.page().keyboard().press("Backspace");
            lab.waitFor("document.querySelector('.point-count').textContent === '25 points'");
            lab.page().keyboard().press("0");
            plane.click(new ClickOptions().setPosition(new Position(20, 20)));
            lab.waitFor("document.querySelector('.point-count').textContent === '24 points'");
            String link = (String) lab.call("recipe");
            lab.call("load", link);
            lab.waitFor("document.querySelector('.point-count').textContent === '24 points'");
        }
    }
}
