package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.steep.keras.KerasScript;
import dev.steep.recipe.RecipeText;
import dev.steep.worker.Talk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Code tab: the experiment as a Keras script, line by line beside what it stands for. */
class CodeIT {
    private static final String NETWORK =
            "1/data=xor(100,0.35)/prepare(signed)/Dense(4,activation=formula('x * sigmoid(1.702 x)'))"
                    + "/Dense(3,relu(max_value=6))/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.0123)";

    /** Java compiled for the browser writes the same script as on the JVM, character by character. */
    @ParameterizedTest
    @EnumSource
    void scriptIsThatOfTheTests(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.call("load", NETWORK);
            String expected = KerasScript.text(KerasScript.of(
                    RecipeText.read(NETWORK).recipe(), new Talk().open(NETWORK).data()));
            assertEquals(expected, lab.call("keras"));
            openCode(lab);
            String shown = (String)
                    lab.eval(
                            "[...document.querySelectorAll('.keras-line')].map(l => l.textContent.replace('\\u200b', '') + '\\n').join('')");
            assertEquals(expected, shown);
            String summary = KerasScript.summary(
                    RecipeText.read(NETWORK).recipe(), new Talk().open(NETWORK).data());
            assertEquals(summary, lab.call("summary"));
            lab.call("show", "summary");
            assertEquals(summary, lab.find(".summary-text").textContent());
        }
    }

    @Test
    void lineAndCardAreMarkedTogether() {
        try (LabPage lab = LabPage.lent(Build.WASM, NETWORK)) {
            openCode(lab);
            line(lab, "layers.Dense(3").hover();
            lab.find(".layer-card.part-marked b").getByText("dense_1").waitFor();
            assertEquals(1, lab.find(".layer-card.part-marked").count());
            lab.find(".layer-card .layer-head").nth(1).hover();
            lab.find(".keras-line.part-marked").getByText("layers").first().waitFor();
            assertTrue(line(lab, "layers.Dense(4").getAttribute("class").contains("part-marked"));
            line(lab, "optimizer=keras").hover();
            lab.find(".side-settings .part-marked")
                    .getByText("Optimizer")
                    .first()
                    .waitFor();
            lab.page()
                    .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Curves"))
                    .click();
            lab.waitFor("!document.querySelector('.part-marked')");
        }
    }

    @Test
    void lineSelectsItsLayerByClickAndByKey() {
        try (LabPage lab = LabPage.lent(Build.WASM, NETWORK)) {
            openCode(lab);
            line(lab, "layers.Dense(3").click();
            lab.find(".layer-card.selected b").getByText("dense_1").waitFor();
            lab.page().keyboard().press("ArrowDown");
            lab.page().keyboard().press("Enter");
            lab.find(".layer-card.selected b").getByText("dense_2").waitFor();
            line(lab, "loss=\"").focus();
            lab.page().keyboard().press(" ");
            lab.waitFor("!document.querySelector('.layer-card.selected')");
            assertEquals("0", "" + lab.eval("steep.stepLosses().then(losses => losses.length)"));
        }
    }

    @Test
    void scriptFollowsEveryChangeAndKeepsTheFocus() {
        try (LabPage lab = LabPage.lent(Build.WASM, NETWORK)) {
            openCode(lab);
            line(lab, "layers.Dense(4").focus();
            lab.eval("steep.set('optimizer.learning_rate', 0.5)");
            line(lab, "learning_rate=0.5").waitFor();
            lab.eval("steep.set('layers.dense_1.units', 7)");
            line(lab, "layers.Dense(7").waitFor();
            assertTrue(((String) lab.eval("document.activeElement.textContent")).contains("layers.Dense(4"));
        }
    }

    @Test
    void scriptIsDownloaded() throws java.io.IOException {
        try (LabPage lab = LabPage.lent(Build.WASM, NETWORK)) {
            openCode(lab);
            var download =
                    lab.page().waitForDownload(() -> lab.button("Download").click());
            assertEquals("steep_experiment.py", download.suggestedFilename());
            assertEquals(lab.call("keras"), Files.readString(download.path()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void scriptScrollsInsideItselfOnAPhone(String theme) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html#" + NETWORK, 390, 800)) {
            lab.eval("steep.ready");
            lab.eval("document.documentElement.setAttribute('data-bs-theme', '" + theme + "')");
            openCode(lab);
            line(lab, "layers.Dense(3").waitFor();
            assertEquals(390, lab.eval("document.documentElement.scrollWidth"));
            assertTrue(
                    (Boolean)
                            lab.eval(
                                    "(l => l.scrollWidth > l.clientWidth && l.scrollHeight > l.clientHeight)(document.querySelector('.keras-lines'))"));
            if (System.getProperty("steep.screenshots") != null) {
                lab.find(".keras-view").scrollIntoViewIfNeeded();
                lab.page()
                        .screenshot(new Page.ScreenshotOptions()
                                .setPath(Path.of(
                                        System.getProperty("steep.screenshots"), "code-390-" + theme + ".png")));
                lab.page().setViewportSize(1400, 1000);
                line(lab, "layers.Dense(3").hover();
                lab.page()
                        .screenshot(new Page.ScreenshotOptions()
                                .setPath(Path.of(
                                        System.getProperty("steep.screenshots"), "code-1400-" + theme + ".png")));
            }
        }
    }

    private static void openCode(LabPage lab) {
        lab.page()
                .getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Code"))
                .click();
        lab.find(".keras-line").first().waitFor();
    }

    private static Locator line(LabPage lab, String text) {
        return lab.find(".keras-line")
                .filter(new Locator.FilterOptions().setHasText(text))
                .first();
    }
}
