package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import dev.steep.descent.Race;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The room of the learning rate: surfaces, a rate for the own network, and the loss around its weights. */
class DescentIT {
    private static final String NETWORK = "1/data=digits(100)/Flatten/Dense(16,relu)/Dense(10,softmax)/fit(20,3)";

    private static String words(LabPage lab) {
        return lab.find(".descent:not(.slice) .descent-words").innerText();
    }

    @ParameterizedTest
    @EnumSource
    void pathFollowsStartRateAndOptimizer(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            lab.call("show", "descent");
            Locator surfaces = lab.find("select[aria-label=Surface]");
            surfaces.selectOption("BOWL_OF_ONE");
            lab.find(".descent-trial").nth(2).click();
            assertTrue(words(lab).startsWith("Oscillates") || words(lab).startsWith("Diverges"), words(lab));
            lab.find(".descent-trial").nth(1).click();
            assertEquals(
                    "Converges: from step 1 on, less than 1 % of the way down to the minimum is left.", words(lab));

            Locator handle = lab.find(".surface-handle");
            handle.focus();
            lab.page().keyboard().press("ArrowRight");
            assertEquals("Start: w −3.20", handle.getAttribute("aria-label"));
            lab.find(".descent-tools button").first().click();
            lab.find(".descent-tools button").nth(1).click();
            assertEquals(
                    "After step 1 of 50: w = 0, loss 0",
                    lab.find(".descent:not(.slice) .descent-now").innerText());

            surfaces.selectOption("SADDLE");
            lab.button("All optimizers").click();
            int all = Race.entrants().size();
            assertEquals(all, lab.find(".race tbody tr").count());
            assertEquals(all, lab.find(".surface.movable .surface-path").count());
            lab.find(".race-name").first().click();
            assertEquals(all - 1, lab.find(".surface.movable .surface-path").count());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rateIsFoundUsedAndTakenBack(Build build) {
        try (LabPage lab = LabPage.lent(build, NETWORK)) {
            Object before = lab.eval("steep.tensor('dense/kernel').then(t => [...t.values].join())");
            lab.button("Find a rate…").click();
            Locator use = lab.find(".rate-finder-tools .btn-primary");
            use.waitFor();
            String rate = use.innerText().substring("Use ".length());
            use.click();
            lab.waitFor("!document.querySelector('dialog[open]')");
            String now = "steep.get('optimizer.learning_rate').then(String)";
            assertEquals(rate, lab.eval(now));
            assertEquals(before, lab.eval("steep.tensor('dense/kernel').then(t => [...t.values].join())"));
            assertEquals(rate, lab.eval("steep.findRate().then(found => String(found.suggested))"));
            lab.call("undo");
            assertNotEquals(rate, lab.eval(now));
        }
    }

    @ParameterizedTest
    @EnumSource
    void lossAroundTheWeightsFollowsThem(Build build) {
        try (LabPage lab = LabPage.lent(build, NETWORK)) {
            lab.call("show", "surface");
            lab.waitFor("document.querySelector('.slice .descent-words').textContent.includes('training samples')");
            assertTrue(words(lab.find(".slice .descent-words")).contains("step 0;"));
            lab.eval("steep.train({epochs: 3})");
            lab.waitFor(
                    "/step 12;.*training samples/.test(document.querySelector('.slice .descent-words').textContent)");
            assertTrue(lab.find(".slice .descent-about").innerText().startsWith("The plane lies along"));
            assertEquals(5, lab.find(".slice .surface-path circle").count());
        }
    }

    private static String words(Locator of) {
        return of.innerText();
    }
}
