package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ModelCheckpoint and CSVLogger are to a person: a mark at the time slider and a way there, and a file. */
class CheckpointIT {
    private static final String CIRCLE =
            "1/data=circle(120,0.5)/Dense(8,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy"
                    + "/optimizer=Adam(0.02)/fit(16,400)/pace=full";

    private static final String KEPT = CIRCLE + "/callbacks=(ModelCheckpoint(loss,true,max),CSVLogger)";

    @ParameterizedTest
    @EnumSource
    void theMarkedEpochIsShownAndGoneOnFrom(Build build) {
        try (LabPage lab = LabPage.lent(build, CIRCLE + "/callbacks=ModelCheckpoint(save_best_only=true)")) {
            Locator button = lab.find(".epoch-checkpoint");
            lab.call("train", Map.of("epochs", 400));
            List<?> epochs = (List<?>) lab.call("history");
            int best = 1;
            for (int i = 1; i <= epochs.size(); i++) {
                best = loss(epochs, i) < loss(epochs, best) ? i : best;
            }
            assertTrue(best < 400, "the validation loss rises in the end");
            button.waitFor();
            assertTrue(
                    button.textContent().startsWith("checkpoint: epoch " + best + ", val_loss "), button.textContent());
            assertEquals("false", button.getAttribute("aria-pressed"));
            double share =
                    lab.number("parseFloat(document.querySelector('.epoch-mark').style.getPropertyValue('--at'))");
            assertTrue(share > 0 && share < 1, "" + share);
            String last = lab.weights();
            button.click();
            lab.waitFor("document.querySelector('.epoch-checkpoint').getAttribute('aria-pressed') === 'true'");
            assertEquals(
                    "Looking at epoch " + best + " of 400",
                    lab.find(".epoch-shown").textContent());
            String kept = lab.weights();
            assertNotEquals(last, kept);
            double thumb = lab.number(
                    "document.querySelector('.epoch-range').value / " + "document.querySelector('.epoch-range').max");
            assertEquals(thumb, share, 1e-9, "the knob is at the mark");
            lab.button("Branch from here").click();
            lab.waitFor("document.querySelector('.epoch-shown').textContent === 'Epoch " + best + ", the present'");
            assertEquals(kept, lab.weights());
            assertTrue(button.textContent().contains("epoch " + best + ","), "it is the checkpoint of the branch, too");
            lab.call("reset");
            lab.waitFor("document.querySelector('.epoch-checkpoints').hidden");
        }
    }

    private static double loss(List<?> epochs, int epoch) {
        return ((Number) ((Map<?, ?>) epochs.get(epoch - 1)).get("val_loss")).doubleValue();
    }

    @ParameterizedTest
    @EnumSource
    void theFileOfTheLoggerIsOnePressAway(Build build) throws IOException {
        try (LabPage lab = LabPage.lent(build, KEPT)) {
            Locator save = lab.button("Save training.csv");
            assertTrue(save.isDisabled());
            lab.call("train", Map.of("epochs", 3));
            lab.waitFor("!document.querySelector('.log-buttons button').disabled");
            Download file = lab.page().waitForDownload(save::click);
            assertEquals("training.csv", file.suggestedFilename());
            List<String> lines = List.of(Files.readString(file.path()).split("\r\n"));
            assertEquals("epoch,accuracy,loss,val_accuracy,val_loss", lines.get(0));
            assertEquals(4, lines.size());
            List<?> epochs = (List<?>) lab.call("history");
            for (int i = 1; i <= 3; i++) {
                String[] cells = lines.get(i).split(",");
                assertEquals("" + (i - 1), cells[0]);
                assertEquals((float) loss(epochs, i), Double.parseDouble(cells[4]), 0);
            }
            lab.call("load", CIRCLE);
            assertFalse(lab.find(".log-buttons").isVisible());
        }
    }
}
