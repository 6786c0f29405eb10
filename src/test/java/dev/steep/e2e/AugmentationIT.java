package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Draws of the layers that augment, on samples of the training part; and how accurate a network stays on changed copies. */
class AugmentationIT {
    private static final String RECIPE =
            "1/data=digits(200)/RandomTranslation(0.1,0.1)/RandomZoom(0.2)/Flatten/Dense(10,softmax)/fit(epochs=2)";
    private static final String ROWS = "document.querySelectorAll('#result-augmentation .wall-row').length";

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
    void drawsAreThoseOfTrainingAndAccuracyIsMeasured(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + RECIPE, 1400, 900)) {
            lab.eval("steep.ready");
            lab.find(".side-data").getByText("Augmentation").click();
            lab.waitFor(ROWS + " === 6");
            nothingIsWrong(lab);
            String before = lab.find("[data-picture=wall-draws-0]").getAttribute("data-wish");
            lab.button("Draw again").click();
            lab.waitFor("document.querySelector('[data-picture=wall-draws-0]').dataset.wish !== '" + before + "'");
            nothingIsWrong(lab);

            lab.call("train");
            lab.call("show", "robustness");
            lab.button("Measure").click();
            lab.waitFor(
                    "document.querySelector('#result-robustness .histogram-about').textContent.startsWith('Solid: with RandomTranslation')");
            assertTrue(lab.find("#result-robustness .histogram-about")
                    .innerText()
                    .contains("Of 40 validation samples"));
            nothingIsWrong(lab);
        }
    }
}
