package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Links to networks that no browser can hold: said instead of opened, with a remedy that then trains. */
class HeavyLinkIT {
    private static final String DATA = "1/data=digits(64)/";

    private static final List<String> TOO_LARGE = List.of(
            "1/data=digits/Conv2D(1024,3,padding=same)/Conv2D(500,1)/MaxPooling2D(28)/Flatten/Dense(10,softmax)/fit(1024)",
            "1/data=digits/" + "Conv2D(32,3,padding=same)/".repeat(62) + "Flatten/Dense(10,softmax)/fit(1024)",
            DATA + "Conv2D(1024,3,padding=same)/".repeat(4) + "GlobalAveragePooling2D/Dense(10,softmax)",
            DATA + "Flatten/" + "Dense(1e9)/".repeat(6) + "Dense(10,softmax)/fit(2147483647)",
            DATA
                    + "Conv2D(1024,64,padding=same,dilation_rate=64)/Conv2D(1024,64,padding=same)/Flatten/Dense(10,softmax)",
            DATA + "Flatten/Dense(4096,kernel_initializer=orthogonal)/Dense(2000)/Dense(10,softmax)");

    private static final List<String> OUT_OF_RANGE = List.of(
            DATA + "Flatten/" + "Dense(3)/".repeat(2000) + "Dense(10,softmax)",
            DATA + "Conv2D(4,999)/Flatten/Dense(10,softmax)/fit(2147483648,1e308)",
            DATA + "Conv2D(-1,0)/MaxPooling2D(2147483647)/Flatten/Dense(10,softmax)/seed=1e99");

    /** What a person notices, and more than the work takes on a machine that does other things. */
    private static final double SOON = 5000;

    @ParameterizedTest
    @EnumSource
    void whatIsTooLargeIsSaidAndMendedByOneClick(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            for (String link : TOO_LARGE) {
                double before = lab.number("performance.now()");
                Map<?, ?> outcome = (Map<?, ?>) lab.call("load", link);
                double took = lab.number("performance.now()") - before;
                String problems = String.valueOf(outcome.get("problems"));
                assertTrue(took < SOON, link + " took " + took + " ms");
                assertTrue(problems.contains("more than the"), link + ": " + outcome);
                String refusal = (String) lab.eval("steep.train({steps: 1}).then(() => 'trained', e => e.message)");
                assertTrue(problems.contains(refusal), link + ": " + refusal);
                lab.find(".problems").getByText("Fix it").first().click();
                lab.waitFor("document.querySelectorAll('.problem button').length === 0"
                        + " || document.querySelector('.problem button').offsetParent === null");
                lab.call("train", Map.of("steps", 1));
                assertEquals(1, lab.eval("steep.stepLosses().then(losses => losses.length)"), link);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void numbersOutOfRangeLeaveAPageThatWorks(Build build) {
        try (LabPage lab = LabPage.lent(build)) {
            for (String link : OUT_OF_RANGE) {
                Map<?, ?> outcome = (Map<?, ?>) lab.call("load", link);
                assertTrue(String.valueOf(outcome.get("notices")).length() > 20, link + ": " + outcome);
            }
            lab.call("load", DATA + "Flatten/Dense(10,softmax)");
            lab.call("train", Map.of("steps", 2));
            assertEquals(2, lab.eval("steep.stepLosses().then(losses => losses.length)"));
        }
    }
}
