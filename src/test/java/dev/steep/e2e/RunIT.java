package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looking back at a run, going on from its past, and taking edits back, by mouse, keys and script. */
class RunIT {
    private static final String RECIPE = "1/data=digits(200)/Conv2D(4,3,activation=relu)/Flatten/Dropout(0.2)"
            + "/Dense(10,activation=softmax)/fit(16,6)";

    private static LabPage open(Build build) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + RECIPE, 1400, 900);
        lab.eval("steep.ready");
        return lab;
    }

    private static Locator slider(LabPage lab) {
        return lab.page().getByLabel("Epoch to look at");
    }

    private static Object losses(LabPage lab) {
        return lab.eval("steep.history().then(h => h.map(e => e.loss))");
    }

    @ParameterizedTest
    @EnumSource
    void sliderShowsAnyEpochAndTrainingOnGivesTheSameBits(Build build) {
        try (LabPage lab = open(build)) {
            String first = lab.weights();
            assertFalse(slider(lab).isVisible());
            lab.call("train", Map.of("epochs", 3));
            String third = lab.weights();
            lab.call("train");
            String last = lab.weights();
            Object losses = losses(lab);
            slider(lab).focus();
            lab.page().keyboard().press("Home");
            lab.waitFor("document.querySelector('.epoch-shown').textContent === 'Looking at epoch 0 of 6'");
            assertEquals(first, lab.weights());
            for (int i = 0; i < 3; i++) {
                lab.page().keyboard().press("ArrowRight");
            }
            lab.waitFor("document.querySelector('.epoch-shown').textContent === 'Looking at epoch 3 of 6'");
            assertEquals(third, lab.weights());
            lab.button("Back to the present").click();
            lab.waitFor("document.querySelector('.epoch-shown').textContent.includes('the present')");
            assertEquals(last, lab.weights());
            lab.call("at", 3);
            lab.button("Branch from here").click();
            lab.waitFor("document.querySelector('.epoch-now').textContent === '3'");
            assertEquals(third, lab.weights());
            lab.button("Train").click();
            lab.waitFor("document.querySelector('.epoch-now').textContent === '6'");
            lab.waitFor("steep.history().then(h => h.length === 6)");
            assertEquals(last, lab.weights());
            assertEquals(losses, losses(lab));
        }
    }

    @ParameterizedTest
    @EnumSource
    void editsAreTakenBackWithTheirWeights(Build build) {
        try (LabPage lab = open(build)) {
            Object before = lab.call("recipe");
            assertTrue(lab.button("Undo").isDisabled());
            lab.call("train", Map.of("epochs", 2));
            String trained = lab.weights();
            lab.find(".layer-head")
                    .filter(new Locator.FilterOptions().setHasText("conv2d"))
                    .click();
            Locator filters = lab.page().getByLabel("Filters").first();
            filters.fill("5");
            filters.press("Enter");
            lab.waitFor("steep.tensor('conv2d/kernel').then(t => t.shape[3] === 5)");
            assertNotEquals(before, lab.call("recipe"));
            lab.find(".results").click();
            lab.page().keyboard().press("Control+z");
            lab.waitFor("steep.recipe().then(r => r === '" + before + "')");
            lab.waitFor("steep.history().then(h => h.length === 2)");
            assertEquals(trained, lab.weights());
            assertEquals("2", lab.find(".epoch-now").innerText());
            lab.button("Redo").click();
            lab.waitFor("steep.tensor('conv2d/kernel').then(t => t.shape[3] === 5)");
            lab.call("undo");
            assertEquals(trained, lab.weights());
            assertEquals(before, lab.call("recipe"));
        }
    }

    /** A page that embeds the lab keeps its own Back button. */
    @ParameterizedTest
    @EnumSource
    void embeddedLabLeavesTheHistoryOfItsPageAlone(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "embed.html?build=" + build.name + "#" + RECIPE, 900, 700)) {
            lab.eval("steep.ready");
            Object length = lab.eval("history.length");
            for (int seed = 1; seed < 4; seed++) {
                lab.call("set", "seed", seed);
            }
            lab.call("undo");
            assertEquals(2, lab.call("get", "seed"));
            assertEquals(length, lab.eval("history.length"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void journalSaysWhatWasDoneByHand(Build build) {
        try (LabPage lab = open(build)) {
            lab.call("train", Map.of("steps", 7));
            lab.call("set", "optimizer.learning_rate", 0.01);
            lab.call("train", Map.of("steps", 5));
            lab.call("setTensor", "dense/bias", List.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0));
            lab.call("train", Map.of("epochs", 2));
            String weights = lab.weights();
            int steps = ((Number) lab.eval("steep.stepLosses().then(l => l.length)")).intValue();
            lab.eval("""
                    (async () => {
                        const {recipe, changes} = await steep.journal();
                        await steep.load(recipe);
                        await steep.reset();
                        let at = 0;
                        const on = async to => { if (to > at) await steep.train({steps: to - at}); at = to; };
                        for (const change of changes) {
                            await on(change.step);
                            if (change.what === 'weights') await steep.setTensor(change.tensor, change.values);
                            else await steep.load(change.recipe);
                        }
                        await on(%d);
                    })()""".formatted(steps));
            assertEquals(weights, lab.weights());
        }
    }
}
