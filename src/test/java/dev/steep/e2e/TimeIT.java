package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Schedules and callbacks as a person picks them, and as a script reads what they did. */
class TimeIT {
    private static final String XOR =
            "1/data=xor/Dense(8,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy/fit(16,40)/pace=full";

    private static LabPage open(Build build, String recipe) {
        LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + recipe);
        lab.eval("steep.ready");
        return lab;
    }

    @ParameterizedTest
    @EnumSource
    void earlyStoppingIsPickedStopsAndLetsTrainingGoOn(Build build) {
        try (LabPage lab = open(build, XOR)) {
            Locator callbacks = lab.find("[data-part=callbacks]");
            callbacks.locator("> select").selectOption("EarlyStopping");
            lab.waitFor("steep.recipe().then(r => r.includes('callbacks=EarlyStopping'))");
            lab.call("set", "callbacks.EarlyStopping.min_delta", 50);
            lab.call("set", "callbacks.EarlyStopping.patience", 3);
            callbacks.getByLabel("restore best weights").check();
            lab.waitFor("steep.recipe().then(r => r.includes('restore_best_weights=true'))");
            lab.eval("steep.on('state', now => window.last = now) && 0");
            lab.button("Train").click();
            String ending =
                    "Stopped after epoch 4: val_loss has not become better by 50 for 3 epochs; the weights of epoch 1"
                            + " were restored.";
            lab.waitFor("window.last?.state === 'finished'");
            assertEquals(ending, lab.eval("last.reason"));
            assertTrue(lab.find(".ending").textContent().startsWith(ending));
            lab.button("Train 36 more").click();
            lab.waitFor("steep.history().then(epochs => epochs.length === 8)");
            lab.call("reset");
            lab.waitFor("document.querySelector('.ending').hidden");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aScheduleIsPickedAndItsRateDrawn(Build build) {
        try (LabPage lab = LabPage.lent(build, XOR)) {
            assertFalse(lab.find(".rate").isVisible());
            Locator optimizer = lab.find("[data-part=optimizer]");
            optimizer
                    .getByLabel("Schedule", new Locator.GetByLabelOptions().setExact(true))
                    .check();
            lab.waitFor("steep.recipe().then(r => r.includes('schedule=CosineDecay'))");
            lab.find(".rate-plot svg path").waitFor();
            String curve = lab.find(".rate-plot svg path").getAttribute("d");
            lab.call("set", "optimizer.schedule.decay_steps", 100);
            lab.waitFor("document.querySelector('.rate-plot svg path').getAttribute('d') !== '" + curve + "'");
            List<?> epochs = (List<?>) lab.call("train", Map.of("epochs", 4));
            double first = rate(epochs.get(0));
            double last = rate(epochs.get(3));
            assertTrue(last < first && last > 0, first + " " + last);
            lab.waitFor("!document.querySelector('.chart-rate').hidden");
            assertTrue(lab.number("parseFloat(document.querySelector('.rate-now').style.left)") == 10);
        }
    }

    /** As Keras' optimizers hold it, in either build. */
    @ParameterizedTest
    @EnumSource
    void aReducedRateIsAFloat(Build build) {
        String plateau = XOR + "/optimizer=SGD(0.02)/callbacks=ReduceLROnPlateau(factor=0.2,patience=2,min_delta=50)";
        try (LabPage lab = LabPage.lent(build, plateau)) {
            List<?> epochs = (List<?>) lab.call("train", Map.of("epochs", 4));
            assertEquals(0.02, rate(epochs.get(2)));
            assertEquals(0.003999999724328518, rate(epochs.get(3)));
            assertTrue(lab.find(".rate-words").textContent().startsWith("Now 0.0040: reduced by a callback."));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlateauAndAScheduleAreExplainedAndMended(Build build) {
        String both = XOR + "/optimizer=SGD(schedule=CosineDecay(0.1,100))/callbacks=ReduceLROnPlateau";
        try (LabPage lab = LabPage.lent(build, both)) {
            assertTrue(lab.find(".problem")
                    .first()
                    .textContent()
                    .contains("ReduceLROnPlateau cannot set the learning rate"));
            lab.find(".problem button").getByText("Fix it").first().click();
            lab.waitFor("steep.recipe().then(r => !r.includes('callbacks'))");
            lab.call("train", Map.of("epochs", 1));
        }
    }

    private static double rate(Object epoch) {
        return ((Number) ((Map<?, ?>) epoch).get("learning_rate")).doubleValue();
    }
}
