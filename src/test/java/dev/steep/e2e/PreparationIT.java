package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Preparation and simple models, as a person uses them. */
class PreparationIT {
    private static final String XOR =
            "1/data=xor/prepare(none)/Dense(1,sigmoid)/loss=binary_crossentropy/optimizer=Adam(0.3)/fit(16,8)";

    @ParameterizedTest
    @EnumSource
    void oneNeuronLearnsExclusiveOrByAFeatureThatIsMade(Build build) {
        try (LabPage lab = LabPage.lent(build, XOR)) {
            lab.button("Details").click();
            lab.waitFor("document.querySelectorAll('.prepare-bars svg').length === 4");
            Locator sheet = lab.find("dialog.prepare-sheet");
            assertTrue(sheet.innerText().contains("x′ = x"), sheet.innerText());

            lab.page().getByLabel("Formula of a further feature").fill("x * z");
            lab.page().keyboard().press("Enter");
            lab.waitFor("document.querySelector('.made-form .formula-message').textContent.includes('not known here')");
            lab.page().getByLabel("Formula of a further feature").fill("x * y");
            lab.page().keyboard().press("Enter");
            lab.waitFor("document.querySelectorAll('.prepare-bars svg').length === 6");
            lab.find("select[aria-label='Rescale x']").selectOption("standardise");
            lab.waitFor("document.querySelector('.prepare-formula').textContent.includes('/')");
            lab.page().keyboard().press("Escape");
            assertFalse(sheet.isVisible());
            String recipe = (String) lab.call("recipe");
            assertTrue(recipe.contains("features=feature(x,standardise)") && recipe.contains("made=made(x"), recipe);

            lab.eval("steep.train({epochs: 8})");
            lab.eval("steep.show('baselines')");
            lab.button("Fit simple models").click();
            lab.waitFor("document.querySelectorAll('.baselines-network td').length === 4");
            assertEquals(5, lab.find(".baselines-table tbody tr").count());
            double network = lab.number("+document.querySelector('.baselines-network td:nth-of-type(2)').textContent");
            assertTrue(network > 0.9, "accuracy " + network);
            assertEquals(
                    network, lab.number("steep.history().then(h => h.at(-1).val_accuracy)"), 1e-3, "the same score");
            assertEquals(
                    network,
                    lab.number("steep.baselines().then(found => found.models.at(-1).validation)"),
                    1e-3,
                    "for scripts too");
        }
    }
}
