package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab in a person's hands: its buttons and keys do what they say, on wide and narrow screens. */
class PersonIT {
    private static final String STEPS = "steep.stepLosses().then(losses => losses.length)";
    private static final String TINY =
            "1/data=digits(100)/Conv2D(2,3,activation=relu)/Flatten/Dense(10,softmax)/fit(20,epochs=10000)";

    private static LabPage tiny(Build build) {
        return LabPage.lent(build, TINY);
    }

    private static void waitForSteps(LabPage lab, String condition) {
        lab.waitFor(STEPS.replace("losses.length)", "losses.length " + condition + ")"));
    }

    @ParameterizedTest
    @EnumSource
    void theButtonsTrain(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.button("Step").click();
            waitForSteps(lab, "=== 1");
            lab.button("Epoch").click();
            waitForSteps(lab, "=== 4");
            lab.button("Train").click();
            waitForSteps(lab, "> 5");
            lab.button("Pause").click();
            lab.button("Train").waitFor();
            lab.button("Reset").click();
            waitForSteps(lab, "=== 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneShowsNothingBeyondItsEdge(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name, 360, 740)) {
            lab.eval("steep.ready");
            lab.eval("new Promise(then => setTimeout(then, 300))");
            assertTrue(lab.number("document.documentElement.scrollWidth") <= 360, "It scrolls sideways.");
            assertTrue(lab.button("Train").isVisible());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyButtonHasAName(Build build) {
        try (LabPage lab = tiny(build)) {
            assertTrue(lab.find("button").count() > 20, "There are hardly any buttons.");
            assertEquals(
                    List.of(),
                    lab.eval("[...document.querySelectorAll('button')].filter(b =>"
                            + " !(b.ariaLabel || b.title || b.innerText || b.textContent).trim())"
                            + ".map(b => b.outerHTML)"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theKeysTrain(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.page().keyboard().press("s");
            waitForSteps(lab, "=== 1");
            lab.page().keyboard().press("e");
            waitForSteps(lab, "=== 4");
            lab.call("set", "fit.epochs", 100_000); // so that it is seen to train
            lab.page().keyboard().press("Space");
            lab.button("Pause").waitFor();
            lab.page().keyboard().press("Space");
            lab.button("Train").waitFor();
            lab.page().keyboard().press("r");
            waitForSteps(lab, "=== 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theQuestionMarkListsTheKeys(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.page().keyboard().press("?");
            lab.page().getByRole(AriaRole.DIALOG).getByText("train one epoch").waitFor();
            lab.page().keyboard().press("Escape");
            lab.waitFor("!document.querySelector('dialog').open");
        }
    }

    @ParameterizedTest
    @EnumSource
    void layersAreAddedAndChanged(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.find("button[aria-label^='Add a layer']").last().click();
            Locator dropout = lab.find(".palette-item").filter(new Locator.FilterOptions().setHasText("Dropout"));
            dropout.first().click();
            lab.waitFor("steep.recipe().then(text => text.includes('/Dropout'))");
            lab.find(".layer-head")
                    .filter(new Locator.FilterOptions().setHasText("conv2d"))
                    .first()
                    .click();
            Locator filters = lab.page().getByLabel("Filters").first();
            filters.fill("5");
            filters.press("Enter");
            lab.waitFor("steep.tensor('conv2d/kernel').then(t => t.shape[3] === 5)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLiveSettingGoesOnAndAnotherStartsAnew(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.button("Step").click();
            waitForSteps(lab, "=== 1");
            type(lab, "Learning rate", "0.01");
            lab.waitFor("steep.recipe().then(text => text.includes('Adam(0.01)'))");
            waitForSteps(lab, "=== 1");
            type(lab, "Batch size", "8");
            waitForSteps(lab, "=== 0");
        }
    }

    private static void type(LabPage lab, String label, String value) {
        Locator field = lab.find(".side-settings").getByLabel(label).first();
        field.fill(value);
        field.press("Enter");
    }

    @ParameterizedTest
    @EnumSource
    void onAPhoneSettingsOpenAsASheet(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + TINY, 360, 740)) {
            lab.eval("steep.ready");
            Locator rate =
                    lab.find(".side-settings").getByLabel("Learning rate").first();
            assertFalse(rate.isVisible());
            lab.button("Settings").click();
            rate.waitFor();
            lab.page().keyboard().press("Escape");
            lab.waitFor("getComputedStyle(document.querySelector('.side-settings')).visibility === 'hidden'");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWorkerThatIsMissingIsSaidToo(Build build) {
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page().route("**/worker.js*", Route::abort);
            lab.start(Site.shared(), "index.html?build=" + build.name);
            lab.button("Reload").waitFor();
            lab.takeErrors();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClickOnALayersNameSelectsIt(Build build) {
        try (LabPage lab = tiny(build)) {
            Object before = lab.call("recipe");
            Locator flatten = lab.find(".layer-head").filter(new Locator.FilterOptions().setHasText("flatten"));
            flatten.first().click();
            lab.waitFor("document.querySelectorAll('.layer-card.selected').length === 1");
            assertEquals(before, lab.call("recipe"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aProblemIsSaidOnceAndNobodyIsToldToTrain(Build build) {
        String blocked = "1/data=digits(100)/Dense(10,softmax)";
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + blocked)) {
            lab.eval("steep.ready");
            assertEquals(
                    1, lab.page().getByText("Put a Flatten layer before it").count());
            assertEquals(0, lab.page().getByText("Press Train").count());
            lab.button("Fix it: add Flatten before it").click();
            lab.page().getByText("Press Train").waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whyTrainingBrokeOffIsSaidWithAWayToGoOn(Build build) {
        String steep = "1/data=sine/Dense(16,relu)/Dense(1)/loss=mean_squared_error/optimizer=SGD(100)";
        try (LabPage lab = LabPage.lent(build, steep)) {
            lab.button("Train").click();
            Locator said = lab.find(".problem");
            said.getByText("the learning rate was 100; try 0.01").waitFor();
            assertEquals(0, lab.find(".notice.trouble").count());
            String curves = lab.page().getByText("epoch 1: loss").first().innerText();
            assertTrue(curves.matches("epoch 1: loss \\d\\.\\de\\d+ · validation \\d\\.\\de\\d+"), curves);
            type(lab, "Learning rate", "0.01");
            said.getByText("Reset to train again").waitFor();
            assertFalse(said.innerText().contains("100"), said.innerText());
            lab.button("Train").click();
            assertEquals("Reset and train", lab.eval("document.activeElement.innerText"));
            lab.page().keyboard().press("Enter");
            said.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            lab.waitFor("steep.history().then(epochs => epochs.length > 0 && isFinite(epochs.at(-1).loss))");
        }
    }
}
