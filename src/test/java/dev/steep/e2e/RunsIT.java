package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs are kept, compared, opened again, and trained in the background. */
class RunsIT {
    private static final String RECIPE = "1/data=circle(200)/Dense(6,relu)/Dense(2,softmax)/fit(epochs=4)";
    private static final String ROWS = "document.querySelectorAll('.runs-table tbody tr').length";

    private static LabPage open(Build build) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?view=runs&build=" + build.name + "#" + RECIPE, 1400, 900);
        lab.eval("steep.ready");
        return lab;
    }

    @ParameterizedTest
    @EnumSource
    void runsOutlastAReloadAndCanBeNamedComparedOpenedAndDeleted(Build build) throws IOException {
        try (LabPage lab = open(build)) {
            assertTrue(lab.find(".runs-empty").isVisible());
            lab.call("train");
            lab.waitFor(ROWS + " === 1");
            lab.call("set", "optimizer.learning_rate", 0.01);
            lab.call("reset");
            lab.call("train");
            lab.waitFor(ROWS + " === 2");
            lab.waitFor("document.querySelector('.runs-compared').textContent.endsWith("
                    + "'one difference: learning rate 0.01, before 0.001.')");
            assertEquals(
                    "learning rate 0.001, now 0.01",
                    lab.find(".runs-table tr.twin .run-differs").innerText());

            lab.find(".runs-table tr.twin .run-rename").focus();
            lab.page().keyboard().press("Enter");
            lab.page().keyboard().type("slow one");
            lab.page().keyboard().press("Enter");
            Object before = lab.eval("steep.runs().then(all => JSON.stringify(all))");
            lab.reload();
            lab.waitFor(ROWS + " === 2");
            assertEquals(before, lab.eval("steep.runs().then(all => JSON.stringify(all))"));
            assertEquals("slow one", lab.find(".runs-table tr.twin .run-rename").innerText());

            Download csv = lab.page()
                    .waitForDownload(() -> lab.button("CSV of the table").click());
            String text = Files.readString(csv.path());
            assertTrue(text.contains("\r\nslow one,") && text.split("\r\n").length == 3, text);

            lab.find(".runs-table tr.twin .run-delete").click();
            lab.waitFor(ROWS + " === 1");
            lab.find(".runs-gone .btn").click();
            lab.waitFor(ROWS + " === 2");

            lab.find(".runs-table tr.twin .run-do").first().click();
            lab.waitFor("location.hash.slice(1) === '" + RECIPE + "'");
            lab.call("undo");
            assertEquals(0.01, lab.number("steep.get('optimizer.learning_rate')"));

            lab.button("Delete all").click();
            lab.reload();
            lab.waitFor("!document.querySelector('.runs-empty').hidden");
            assertEquals(0, lab.number("steep.runs().then(all => all.length)"));
        }
    }

    /** The open run keeps its weights, and each run in the background has the numbers that it has in the page alone. */
    @ParameterizedTest
    @EnumSource
    void seedsAreTrainedInTheBackground(Build build) {
        try (LabPage lab = open(build)) {
            lab.call("train");
            String weights = lab.weights();
            lab.find(".runs-batch > summary").click();
            lab.page()
                    .getByLabel("how many", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                    .fill("3");
            lab.button("Train them").click();
            lab.waitFor("document.querySelector('.runs-group summary').textContent.startsWith('3 seeds · Circle')");
            assertEquals(weights, lab.weights());
            assertTrue(lab.find(".group-said").innerText().contains("over 3 seeds: mean"), "the spread is said");
            assertEquals("true true true", lab.eval("""
                            (async () => {
                                const group = (await steep.runs()).filter(run => run.group);
                                const equal = [];
                                for (const run of group) {
                                    await steep.load(run.recipe);
                                    await steep.reset();
                                    const alone = await steep.train();
                                    equal.push(JSON.stringify(alone.map(e => [e.epoch, e.loss, e.val_loss, e.val_accuracy]))
                                        === JSON.stringify(run.history.map(e => [e.epoch, e.loss, e.val_loss, e.val_accuracy])));
                                }
                                return equal.join(' ');
                            })()"""));
        }
    }

    @ParameterizedTest
    @EnumSource
    void framesKeepNothingAndWhatTheBrowserRefusesIsSaid(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "embed.html?view=runs&build=" + build.name + "#" + RECIPE)) {
            lab.eval("steep.ready");
            lab.call("train");
            assertEquals(0, lab.number("steep.runs().then(all => all.length)"));
            lab.waitFor("document.querySelector('.runs-empty').textContent.startsWith('A page inside another')");
        }
        try (LabPage lab = LabPage.blank(new NewContextOptions())) {
            lab.page().addInitScript("Object.defineProperty(globalThis, 'indexedDB', {value: undefined});");
            lab.start(Site.shared(), "index.html?view=runs&build=" + build.name + "#" + RECIPE);
            lab.eval("steep.ready");
            lab.call("train");
            lab.waitFor(ROWS + " === 1");
            assertTrue(lab.find(".runs-about").innerText().startsWith("Nothing can be kept"), "it is said");
            assertFalse(lab.find(".runs-empty").isVisible());
        }
    }
}
