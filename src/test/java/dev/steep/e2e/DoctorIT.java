package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said of a run that goes wrong, what mends it, and that it can be sent away. */
class DoctorIT {
    private static final String CIRCLE =
            "#1/data=circle(60)/prepare(signed)/Dense(8,relu)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(10,40)/seed=3";

    @ParameterizedTest
    @EnumSource
    void aLossThatStandsIsSaidAndMended(Build build) {
        try (LabPage lab =
                LabPage.open(Site.shared(), "index.html?build=" + build.name + CIRCLE + "/optimizer=Adam(1e-7)")) {
            Locator doctor = lab.find(".doctor");
            lab.eval("steep.ready.then(() => steep.train({epochs: 4}))");
            assertTrue(doctor.isHidden(), "too soon");
            lab.eval("steep.train({epochs: 4})");
            lab.find(".doctor-words")
                    .getByText("The training loss stands still")
                    .waitFor();
            lab.find(".doctor-close").click();
            lab.eval("steep.train({epochs: 2})");
            assertTrue(doctor.isHidden(), "sent away");
            lab.eval("steep.reset()");
            lab.eval("steep.train({epochs: 8})");
            lab.find(".doctor-words")
                    .getByText("The training loss stands still")
                    .waitFor();
            lab.find(".doctor-mend").click();
            lab.waitFor("steep.recipe().then(text => !text.includes('1e-7'))");
            lab.waitFor("document.querySelector('.doctor').hidden");
            lab.eval("steep.reset()");
            lab.eval("steep.train({epochs: 30})");
            assertTrue(doctor.isHidden(), "a run that is well");
            assertEquals("", lab.find(".doctor-words").textContent());

            lab.call("load", CIRCLE.substring(1).replace("relu)", "relu,bias_initializer=constant(-5))"));
            lab.eval("steep.train({epochs: 30})");
            lab.find(".doctor-words")
                    .getByText("8 of 8 units of dense are 0 for all 48 training samples")
                    .waitFor();
            lab.find(".doctor-lead").getByText("Show dense").click();
            lab.find(".layer-card.selected").getByText("dense").first().waitFor();
            lab.find(".doctor-mend").getByText("Use leaky_relu in dense").click();
            lab.waitFor("steep.recipe().then(text => text.includes('leaky_relu'))");
            lab.waitFor("document.querySelector('.doctor').hidden");
        }
    }
}
