package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lab in a person's hands: its buttons and keys do what they say, on wide and narrow screens. */
class PersonIT {
    private static final String STEPS = "steep.stepLosses().then(losses => losses.length)";
    private static final String TINY =
            "1/data=digits(100)/Conv2D(2,3,activation=relu)/Flatten/Dense(10,softmax)/fit(20,epochs=10000)";

    private static LabPage tiny(Build build) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + TINY);
        lab.eval("steep.ready");
        return lab;
    }

    private static void waitForSteps(LabPage lab, String condition) {
        lab.waitFor(STEPS.replace("losses.length)", "losses.length " + condition + ")"));
    }

    @ParameterizedTest
    @EnumSource
    void theButtonsTrain(Build build) {
        try (LabPage lab = tiny(build)) {
            lab.button("Step").click();
            waitForSteps(lab, "=== 1");
            lab.button("Epoch").click();
            waitForSteps(lab, "=== 4");
            lab.button("Train").click();
            waitForSteps(lab, "> 5");
            lab.button("Pause").click();
            lab.button("Train").waitFor();
            lab.button("Reset").click();
            waitForSteps(lab, "=== 0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPhoneShowsNothingBeyondItsEdge(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name, 360, 740)) {
            lab.eval("steep.ready");
            lab.eval("new Promise(then => setTimeout(then, 300))");
            assertTrue(lab.number("document.documentElement.scrollWidth") <= 360, "It scrolls sideways.");
            assertTrue(lab.button("Train").isVisible());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyButtonHasAName(Build build) {
        try (LabPage lab = tiny(build)) {
            assertEquals(
                    0,
                    lab.eval("[...document.querySelectorAll('button')].filter(b =>"
                            + " !(b.ariaLabel || b.title || b.innerText || b.textContent).trim()).length"));
        }
    }
}
