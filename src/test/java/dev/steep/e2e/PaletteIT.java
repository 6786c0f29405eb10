package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Keyboard;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The command palette, by keyboard and by finger. */
class PaletteIT {
    private static final String RECIPE = "steep.recipe().then(text => text";
    private static final String FIRST = ".palette-item[aria-selected=true]";

    /** Types into the palette that is opened by a key, and does the first thing that it finds. */
    private static void find(LabPage lab, String text) {
        lab.page().keyboard().press("/");
        lab.waitFor("document.activeElement.matches('.palette-field')");
        lab.page().keyboard().type(text);
        lab.page().keyboard().press("Enter");
        lab.waitFor("!document.querySelector('.palette').open");
    }

    @ParameterizedTest
    @EnumSource
    void layersSettingsViewsAndActionsAreFoundByName(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            find(lab, "conv");
            lab.waitFor(RECIPE + ".includes('MaxPooling2D/Conv2D(8,3,padding=same,activation=relu)/Flatten'))");
            lab.waitFor("document.activeElement.matches('.selected .layer-head')");
            find(lab, "learning rate 0.01");
            lab.waitFor(RECIPE + ".includes('Adam(0.01)'))");
            find(lab, "batch 64");
            lab.waitFor(RECIPE + ".includes('fit(64'))");
            find(lab, "mse");
            lab.waitFor(RECIPE + ".includes('loss=mean_squared_error'))");
            find(lab, "undo");
            lab.waitFor(RECIPE + ".includes('fit(64') && !text.includes('loss='))");
            find(lab, "learning rate");
            lab.waitFor("document.activeElement.closest('[data-part=optimizer] [data-knob=learning_rate]')");
            lab.eval("document.activeElement.blur()");
            find(lab, "class weight");
            lab.waitFor("document.activeElement.closest('[data-part=fit] [data-knob=class_weight]')");
            lab.eval("document.activeElement.blur()");
            find(lab, "validation_split");
            lab.waitFor("document.activeElement.closest('[data-part=split] [data-knob=validation]')");
            lab.eval("document.activeElement.blur()");
            find(lab, "confusion");
            lab.waitFor("document.querySelector('#result-confusion').checkVisibility()");
            find(lab, "help dropout");
            lab.find(".help-side").getByText("Dropout").first().waitFor();
            lab.find(".help-close").click();
            find(lab, "spiral");
            lab.waitFor(RECIPE + ".includes('data=spiral'))");
            find(lab, "autoencoder");
            lab.waitFor(RECIPE + ".includes('answer=inputs'))");
            lab.waitFor("steep.show('reconstructions').then(() => true, () => false)"); // once the network is open
            lab.waitFor("document.querySelectorAll('#result-reconstructions .prediction').length > 9");
            lab.waitFor("[...document.querySelectorAll('#result-reconstructions .prediction-words')]"
                    + ".every(each => each.textContent.startsWith('loss '))");
            find(lab, "step");
            lab.waitFor("steep.stepLosses().then(all => all.length === 1)");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScreenReaderHearsWhichIsChosenAndEscapeGoesBack(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            Keyboard keys = lab.page().keyboard();
            lab.find(".layer-head").nth(1).focus();
            keys.press("Control+k");
            lab.find("[role=combobox][aria-controls=palette-list][aria-expanded=true]")
                    .waitFor();
            assertTrue(lab.find("#palette-list[role=listbox] [role=option]").count() > 50);
            keys.type("pool");
            keys.press("ArrowDown");
            keys.press("ArrowDown");
            keys.press("ArrowUp");
            String active = lab.find(".palette-field").getAttribute("aria-activedescendant");
            assertEquals(active, lab.find(FIRST).getAttribute("id"));
            assertTrue(
                    lab.find(FIRST).textContent().contains("Pooling"),
                    lab.find(FIRST).textContent());
            keys.press("Escape");
            lab.waitFor("document.activeElement.dataset.focus === 'layer0'");
            keys.press("/");
            keys.type("flaten");
            lab.find(".palette-said").getByText("Did you mean").waitFor();
            assertTrue(
                    lab.find(FIRST).textContent().startsWith("Flatten"),
                    lab.find(FIRST).textContent());
            keys.press("Control+k");
            lab.waitFor("!document.querySelector('.palette').open");
            lab.call("load", "1/data=digits(100)/Flatten/Dense(10,softmax)");
            find(lab, "epoch");
            lab.waitFor("steep.history().then(all => all.length === 1)");
            keys.press("/");
            assertTrue(
                    lab.find(FIRST).textContent().startsWith("Epoch"),
                    lab.find(FIRST).textContent());
            keys.press("Escape");
        }
    }

    /** LeCun et al., 1998, with softmax: nothing but the keyboard. */
    @ParameterizedTest
    @EnumSource
    void leNet5IsBuiltLayerByLayer(Build build) {
        try (LabPage lab = LabPage.lent(build, "1/data=digits(300)")) {
            for (String layer : List.of(
                    "conv 6 5 tanh",
                    "average pool",
                    "conv 16 5 valid tanh",
                    "average pool",
                    "flatten",
                    "dense 120 tanh",
                    "dense 84 tanh",
                    "dense 10 softmax")) {
                int cards = lab.find(".layer-card").count();
                find(lab, layer);
                lab.waitFor("document.querySelectorAll('.layer-card').length > " + cards);
                lab.waitFor("document.activeElement.matches('.selected .layer-head')");
            }
            assertEquals(
                    "1/data=digits(300)/Conv2D(6,5,padding=same,activation=tanh)/AveragePooling2D/Conv2D(16,5,activation=tanh)"
                            + "/AveragePooling2D/Flatten/Dense(120,tanh)/Dense(84,tanh)/Dense(10,softmax)",
                    lab.eval("steep.recipe()"));
            assertTrue(lab.find(".panel-note").first().textContent().startsWith("61,706 weights"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTemplateIsOneEditAndOneThatDoesNotSuitSaysWhy(Build build) {
        try (LabPage lab = LabPage.lent(build, "1/data=digits(300)")) {
            lab.find(".layer-first").getByText("Begin from a template").waitFor();
            find(lab, "lenet");
            lab.waitFor("document.querySelectorAll('.layer-card').length === 9");
            assertTrue(lab.find(".panel-note").first().textContent().startsWith("61,706 weights"));
            find(lab, "resnet");
            lab.waitFor(RECIPE + ".includes('Add(from=stem)'))");
            assertEquals(0, lab.find(".problem:visible").count());
            lab.page().keyboard().press("Control+z");
            lab.waitFor(RECIPE + ".includes('AveragePooling2D'))");
            lab.page().keyboard().press("Control+z");
            lab.find("[aria-label='Begin from a template']").click();
            lab.find(".palette-item.unfit")
                    .getByText("A perceptron tells two classes apart")
                    .click();
            lab.find(".notice.trouble").getByText("these data have 10").waitFor();
            assertEquals("1/data=digits(300)", lab.eval("steep.recipe()"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFingerOpensItAndPicks(Build build) {
        try (LabPage lab =
                LabPage.blank(new NewContextOptions().setViewportSize(390, 844).setHasTouch(true))) {
            lab.start(
                    Site.shared(), "index.html?build=" + build.name + "#1/data=digits(100)/Flatten/Dense(10,softmax)");
            lab.eval("steep.ready");
            lab.find("[aria-label='Find and do anything']").first().tap();
            lab.find(".palette-field").fill("epochs");
            lab.find(FIRST).tap();
            lab.waitFor("document.activeElement.closest('.side-settings [data-knob=epochs]')");
            lab.find(".side-settings .sheet-close").tap();
            lab.find(".layer-add").nth(1).tap();
            assertEquals(true, lab.eval("!document.activeElement.matches('input')"));
            lab.find(".palette-item").first().tap();
            lab.waitFor(RECIPE + ".includes('Flatten/Dense(16,relu'))");
        }
    }
}
