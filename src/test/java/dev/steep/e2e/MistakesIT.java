package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Why was it wrong? From a mistake, or a cell of the confusion matrix, to the sample and what the network says of it. */
class MistakesIT {
    private static final String RECIPE = "1/data=digits(400)/Flatten/Dense(10,softmax)/fit(epochs=3)";

    private static LabPage open(Build build) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + RECIPE, 1400, 900);
        lab.eval("steep.ready");
        lab.call("train");
        return lab;
    }

    private static void nothingIsWrong(LabPage lab) {
        Map<String, String> wrong = Map.of();
        for (int i = 0; i < 100; i++) {
            wrong = new Truth(lab, new Mirror()).wrong(Drawn.on(lab));
            if (wrong.isEmpty()) {
                return;
            }
            lab.page().waitForTimeout(30);
        }
        assertEquals(Map.of(), wrong);
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheWrongOnesAndTheProbabilitiesOfOne(Build build) {
        try (LabPage lab = open(build)) {
            lab.call("show", "predictions");
            lab.button("worst first").click();
            lab.waitFor(
                    "document.querySelector('#result-predictions .mistakes-note').textContent.includes(' of 80 wrong')");
            Locator tiles = lab.find("#result-predictions .mistakes .prediction");
            int wrong = Integer.parseInt(
                    lab.find("#result-predictions .mistakes-note").innerText().split(" ")[0]);
            assertTrue(wrong > 2, "only " + wrong + " mistakes");
            assertEquals(Math.min(60, wrong), tiles.count());
            assertEquals(
                    tiles.count(),
                    lab.find("#result-predictions .mistakes .wrong").count());
            nothingIsWrong(lab);

            String sample = tiles.nth(1).getAttribute("title").replace("Show ", "");
            tiles.nth(1).click();
            lab.find(".layer-card .layer-head span").getByText(sample).first().waitFor();
            nothingIsWrong(lab);

            lab.call("train", Map.of("epochs", 2));
            nothingIsWrong(lab);
            lab.button("all").click();
            assertTrue(lab.find("#result-predictions .mistakes").isHidden());
            nothingIsWrong(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCellShowsItsSamples(Build build) {
        try (LabPage lab = open(build)) {
            lab.call("show", "confusion");
            lab.waitFor(
                    "document.querySelector('#result-confusion .confusion-note').textContent.startsWith('Counted after')");
            List<String> cells = lab.find(".confusion-cell").allInnerTexts();
            int place = 0;
            while (cells.get(place).equals("·") || place % 11 == 0) {
                place++;
            }
            Locator cell = lab.find(".confusion-cell").nth(place);
            cell.click();
            lab.waitFor("document.querySelectorAll('.confusion .prediction').length === " + cells.get(place));
            String note = lab.find(".confusion .mistakes-note").innerText();
            assertTrue(note.contains("true class " + place / 10 + ", predicted " + place % 10), note);
            nothingIsWrong(lab);
            cell.press("ArrowRight");
            lab.page().keyboard().press("Enter");
            lab.waitFor("document.querySelector('.confusion .mistakes-note').textContent.includes('predicted "
                    + (place + 1) % 10 + "')");
            nothingIsWrong(lab);
            lab.page().keyboard().press("Enter");
            assertTrue(lab.find(".confusion .mistakes").isHidden());
        }
    }
}
