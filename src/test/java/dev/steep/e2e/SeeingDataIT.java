package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tab Data, as a person goes through it: samples, their numbers, relabelled and removed ones, plots of columns. */
class SeeingDataIT {
    private static final String DIGITS = "1/data=digits(400)/Flatten/Dense(10,softmax)/fit(epochs=3)";
    private static final String SPIRAL =
            "1/data=spiral(150)/split(0.2,0.2)/Dense(4,relu)/Dense(1,sigmoid)/loss=bce/edits='3,8=0'";

    private static LabPage open(Build build, String recipe) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + recipe, 1400, 1000);
        lab.eval("steep.ready");
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

    private static void says(LabPage lab, String selector, String words) {
        lab.waitFor("document.querySelector('" + selector + "').textContent.includes('" + words + "')");
    }

    @ParameterizedTest
    @EnumSource
    void samplesAreFoundRelabelledRemovedAndPutBack(Build build) {
        try (LabPage lab = open(build, DIGITS)) {
            lab.call("show", "samples");
            says(lab, ".samples-count", "1–60 of 400");
            nothingIsWrong(lab);
            lab.find(".samples [aria-label='More samples']").click();
            says(lab, ".samples-count", "61–120 of 400");
            nothingIsWrong(lab);
            lab.find(".samples select[aria-label=Class]").selectOption("3");
            says(lab, ".samples-count", "1–40 of 40");
            lab.find(".samples [aria-label='Larger pictures']").click();
            says(lab, ".samples-zoom", "3×");
            nothingIsWrong(lab);

            Locator third = lab.find(".sample-tile").nth(2);
            String row = third.getAttribute("title").split("[ ,]")[1];
            third.press("Enter");
            says(lab, ".sheet-said", "sample " + row + ",");
            lab.find(".sheet-numbers summary").click();
            assertEquals(784, lab.find(".sheet-numbers tbody td").count());
            nothingIsWrong(lab);

            lab.find(".sample-sheet select[aria-label=Label]").selectOption("8");
            says(lab, ".sheet-said", "8 (was 3)");
            says(lab, ".edits-line", "1 sample relabelled");
            says(lab, ".samples-count", "1–39 of 39");
            nothingIsWrong(lab);
            lab.find(".sample-sheet .sample-editor button").first().click();
            says(lab, ".sheet-said", "removed, 8 (was 3)");
            says(lab, ".edits-line", "1 sample removed, 1 relabelled");
            lab.button("removed").click();
            lab.find(".samples select[aria-label=Class]").selectOption("8");
            says(lab, ".samples-count", "1–1 of 1");
            nothingIsWrong(lab);
            lab.waitFor("location.hash.includes(\"edits='" + row + "," + row + "=8'\")");
            lab.button("Put back").click();
            says(lab, ".edits-line", "1 sample relabelled");
            lab.find(".notice-undo").first().click();
            says(lab, ".edits-line", "1 sample removed, 1 relabelled");
            lab.call("show", "classes");
            nothingIsWrong(lab);
            lab.call("train");
            lab.call("show", "distribution");
            nothingIsWrong(lab);
            lab.button("Take back").click();
            lab.find(".edits-line").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            nothingIsWrong(lab);

            lab.call("train");
            lab.call("show", "predictions");
            lab.button("worst first").click();
            lab.waitFor("document.querySelectorAll('#result-predictions .mistakes .prediction').length > 0");
            lab.find("#result-predictions .mistakes .prediction").first().click();
            String wrong = lab.find("#result-predictions .mistakes .chosen-bar > span")
                    .first()
                    .innerText()
                    .split(" ")[1];
            lab.find("#result-predictions .mistakes .chosen-bar button").first().click();
            says(lab, ".edits-line", "1 sample removed");
            lab.waitFor("location.hash.includes('edits=')");
            assertTrue(
                    lab.eval("location.hash").toString().endsWith("edits=" + wrong),
                    () -> wrong + " in " + lab.eval("location.hash"));
            nothingIsWrong(lab);
        }
    }

    @ParameterizedTest
    @EnumSource
    void columnsAreSeenAgainstEachOther(Build build) {
        try (LabPage lab = open(build, SPIRAL)) {
            lab.call("show", "samples");
            says(lab, ".samples", "The test part is closed");
            says(lab, ".samples-count", "1–50 of 119");
            nothingIsWrong(lab);
            lab.call("show", "scatter");
            says(lab, ".scatter .confusion-note", "119 samples.");
            lab.find(".scatter .chart-log").click();
            nothingIsWrong(lab);
            Locator cloud = lab.find(".scatter .point-cloud");
            cloud.press("ArrowRight");
            String pointed = lab.find(".scatter .pca-pointed").innerText();
            String row = pointed.split("[ :]")[1];
            cloud.press("Enter");
            lab.find(".layer-card .layer-head span")
                    .getByText("sample " + row)
                    .first()
                    .waitFor();
            lab.button("all pairs").click();
            lab.find(".scatter-pair").first().click();
            assertTrue(lab.find(".scatter-matrix").isHidden());
            nothingIsWrong(lab);
            lab.call("show", "correlation");
            says(lab, ".correlation .confusion-note", "119 samples");
            nothingIsWrong(lab);
            lab.find(".correlation-cell").first().focus();
            lab.page().keyboard().press("Enter");
            lab.waitFor("!document.querySelector('#result-scatter').hidden");
            says(lab, ".scatter .confusion-note", "119 samples.");
            lab.call("show", "distribution");
            nothingIsWrong(lab);
            lab.call("set", "data.noise", 0.3);
            says(lab, "#result-distribution .confusion-note", "The highest bar holds");
            nothingIsWrong(lab);
            lab.waitFor("!location.hash.includes('edits')"); // they were of other samples
        }
    }
}
