package dev.steep.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
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

            lab.call(
                    "load",
                    "1/data=circle/Dense(8,relu,bias_initializer=constant(-5))/Dense(1,sigmoid)/loss=binary_crossentropy"
                            + "/optimizer=SGD(0.03)");
            lab.eval("steep.train({epochs: 12})");
            lab.find(".doctor-words")
                    .getByText("8 of 8 units of dense are 0 for all 400 training samples")
                    .waitFor();
            lab.find(".doctor-lead").getByText("Show dense").click();
            lab.find(".layer-card.selected").getByText("dense").first().waitFor();
            lab.find(".doctor-mend").getByText("Use leaky_relu in dense").click();
            lab.waitFor("steep.recipe().then(text => text.includes('leaky_relu'))");
            lab.waitFor("document.querySelector('.doctor').hidden");
        }
    }

    private static void says(LabPage lab, String words) {
        lab.waitFor("!document.querySelector('.doctor').hidden && document.querySelector('.doctor-words').textContent"
                + ".includes(\"" + words + "\")");
    }

    private static void mends(LabPage lab, String button, String recipe) {
        Locator mend = lab.find(".doctor-mend");
        assertEquals(button, mend.innerText());
        mend.click();
        lab.waitFor("steep.recipe().then(text => text.includes('" + recipe + "'))");
    }

    @ParameterizedTest
    @EnumSource
    void anOwnFileIsJudgedBeforeTheFirstEpoch(Build build) {
        try (LabPage lab = LabPage.open(build)) {
            lab.eval("steep.ready");
            lab.find("input[type=file]").first().setInputFiles(study());
            says(lab, "score alone tells kind for 100 % of the training samples.");
            mends(lab, "Leave out score", "drop(score)");
            lab.waitFor("document.querySelector('.doctor').hidden");

            lab.find(".table-line button").click();
            lab.find("select[aria-label='Use of site']").selectOption("feature");
            lab.waitFor("document.querySelector('.sheet-sum').textContent.includes('3 inputs')");
            lab.page().keyboard().press("Escape");
            says(lab, "site is 7.00 in every training sample that was looked at: nothing can be learned from it.");
            mends(lab, "Leave out site", "drop(site)");
            lab.waitFor("document.querySelector('.doctor').hidden");

            lab.call("set", "split.order", "last");
            says(lab, "All 32 samples of healthy are in the validation part, so the network never sees one.");
            mends(lab, "Draw every class in proportion", "drop(site)");
            lab.waitFor("steep.recipe().then(text => !text.includes('last'))");
            lab.waitFor("document.querySelector('.doctor').hidden");
            assertEquals(0, lab.number("steep.history().then(h => h.length)"), "nothing was trained");
            lab.eval("steep.undo()");
            says(lab, "All 32 samples of healthy are in the validation part");
        }
    }

    /** 160 rows, the last 32 of which are healthy: each side of a score is one class, and all come from one site. */
    private static FilePayload study() {
        StringBuilder csv = new StringBuilder("age,weight,score,site,kind\n");
        for (int i = 0; i < 160; i++) {
            boolean ill = i < 128;
            csv.append(20 + i * 37 % 61).append(',').append(50 + i * 53 % 47).append(',');
            csv.append(ill ? 0.5 + i % 17 / 100.0 : 0.2 - i % 13 / 100.0).append(',');
            csv.append("7,").append(ill ? "ill" : "healthy").append('\n');
        }
        return new FilePayload("study.csv", "text/csv", csv.toString().getBytes(UTF_8));
    }
}
