package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The strip of layers, its height and the panels beside it: by mouse, finger and keyboard, on screens of several sizes. */
class StripIT {
    private static final String ROW = "document.querySelector('.layer-row')";
    private static final String FOCUS = "document.activeElement.dataset.focus || document.activeElement.className";
    private static final String SMALL =
            "#1/data=digits(100)/Conv2D(2,3,activation=relu)/MaxPooling2D/Flatten/Dense(10,softmax)";

    private static LabPage open(Build build, int width, int height, String recipe) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + recipe, width, height);
        lab.eval("steep.ready");
        lab.waitFor("document.querySelectorAll('.layer-card').length > 2");
        return lab;
    }

    /** Where the lowest pixel of the strip is, and how far the row goes on beyond what is seen. */
    /** All lines that stand on cards once a step has been made. */
    private static final String ALL_SAID = "[...document.querySelectorAll('.layer-norms')].every(line => !line.hidden)"
            + " && [...document.querySelectorAll('.layer-zeros')].every(line => line.textContent.includes(' every sample'))";

    private static void fits(LabPage lab, int bottom) {
        lab.waitFor(ROW + ".scrollWidth <= " + ROW + ".clientWidth");
        double end = lab.number("document.querySelector('.network').getBoundingClientRect().bottom");
        assertTrue(end <= bottom, "The strip reaches down to " + end);
    }

    @ParameterizedTest
    @EnumSource
    void theOpeningNetworkIsSeenWholeAndItsHeightIsOnesOwn(Build build) {
        try (LabPage lab = open(build, 1400, 900, "")) {
            lab.eval("steep.train({steps: 1})");
            lab.waitFor(ALL_SAID);
            fits(lab, 496);
            assertEquals(0, lab.find(".strip-end:visible").count());
            assertEquals(0, lab.find(".layer-card.cut").count());
            double whole = lab.number(ROW + ".offsetHeight");
            BoundingBox line = lab.find(".splitter").boundingBox();
            lab.page().mouse().move(line.x + 100, line.y + 4);
            lab.page().mouse().down();
            lab.page().mouse().move(line.x + 100, line.y - 96);
            lab.page().mouse().up();
            lab.waitFor(ROW + ".offsetHeight === " + (whole - 100));
            lab.waitFor("document.querySelectorAll('.layer-card.cut .layer-more').length > 0");
            lab.find(".splitter").focus();
            lab.page().keyboard().press("ArrowDown");
            lab.waitFor("document.querySelector('.splitter').ariaValueNow === '" + (int) (whole - 84) + "'");
            lab.page().reload();
            lab.waitFor("document.querySelectorAll('.layer-card.cut').length > 0");
            assertEquals(whole - 84, lab.number(ROW + ".offsetHeight"));
            lab.eval("steep.train({steps: 1})");
            lab.waitFor(ALL_SAID);
            lab.find(".layer-more:visible").first().click();
            lab.waitFor("document.querySelectorAll('.layer-card.cut').length === 0");
            assertEquals(whole, lab.number(ROW + ".offsetHeight"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStripIsOneStopAndTheKeyboardGoesIntoSettingsAndBack(Build build) {
        try (LabPage lab = open(build, 1280, 800, SMALL)) {
            Keyboard keys = lab.page().keyboard();
            lab.find(".layer-head").first().focus();
            for (String stop : List.of("add0", "layer0", "add1", "layer1")) {
                keys.press("ArrowRight");
                assertEquals(stop, lab.eval(FOCUS));
            }
            keys.press("Tab");
            assertEquals("splitter", lab.eval(FOCUS));
            keys.press("Shift+Tab");
            keys.press("ArrowLeft");
            keys.press("ArrowLeft");
            assertEquals("layer0", lab.eval(FOCUS));
            keys.press("Enter");
            lab.waitFor("document.activeElement.closest('.side-settings .knob')");
            keys.press("Escape");
            assertEquals("layer0", lab.eval(FOCUS));
            keys.press("End");
            keys.press("ArrowLeft");
            keys.press("ArrowLeft");
            keys.press("ArrowLeft");
            assertEquals("layer2", lab.eval(FOCUS));
            keys.press("Delete");
            lab.waitFor("steep.recipe().then(text => !text.includes('Flatten'))");
            keys.press("Control+z");
            lab.waitFor("steep.recipe().then(text => text.includes('Flatten'))");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTabletHasOneColumnOfPanelsAndALayerBringsItsSettings(Build build) {
        try (LabPage lab = open(build, 1024, 768, SMALL)) {
            assertTrue(lab.find(".side-data").isVisible());
            assertTrue(lab.find(".side-settings").isHidden());
            lab.find(".layer-head").nth(1).click();
            lab.find(".side-settings [data-layer-name]").waitFor();
            assertTrue(lab.find(".side-data").isHidden());
            lab.find(".side-switch").getByText("Data").click();
            lab.find(".side-data").waitFor();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTapOnAPhoneOpensTheSettingsOfALayer(Build build) {
        try (LabPage lab =
                LabPage.blank(new NewContextOptions().setViewportSize(390, 844).setHasTouch(true))) {
            lab.start(Site.shared(), "index.html?build=" + build.name + SMALL);
            lab.eval("steep.ready");
            lab.find(".layer-card").nth(1).tap();
            lab.find(".side-settings [data-layer-name]").waitFor();
            lab.find(".side-settings .sheet-title").waitFor();
            lab.find(".side-settings .sheet-close").tap();
            lab.waitFor("getComputedStyle(document.querySelector('.side-settings')).visibility === 'hidden'");
            assertEquals("layer0", lab.eval(FOCUS));
            lab.find(".keys-button").tap();
            lab.find("dialog[open]").getByText("find anything").waitFor();
        }
    }
}
