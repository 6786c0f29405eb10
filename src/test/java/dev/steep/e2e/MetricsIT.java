package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Metrics as a person picks them, and as a script reads them. */
class MetricsIT {
    private static LabPage open(Build build, String recipe) {
        return LabPage.lent(build, recipe);
    }

    @ParameterizedTest
    @EnumSource
    void aMetricIsPickedWhileTrainingGoesOnAndDrawn(Build build) {
        try (LabPage lab = open(build, "1/data=xor/Dense(8,tanh)/Dense(1,sigmoid)/loss=binary_crossentropy")) {
            lab.call("train", Map.of("epochs", 2));
            Locator menu = lab.find("[data-part=metrics].knob-many select");
            menu.selectOption("auc");
            lab.waitFor("steep.recipe().then(r => r.includes('metrics=auc'))");
            lab.call("train", Map.of("epochs", 2));
            List<?> epochs = (List<?>) lab.call("history");
            assertEquals(4, epochs.size());
            assertFalse(((Map<?, ?>) epochs.get(1)).containsKey("auc"));
            Map<?, ?> last = (Map<?, ?>) epochs.get(3);
            double area = ((Number) last.get("val_auc")).doubleValue();
            assertTrue(area > 0.4 && area <= 1, () -> "" + last);

            lab.find(".curves .metric-menu").selectOption("auc");
            lab.waitFor(
                    "[...document.querySelectorAll('.curves th')].some(each => each.textContent === 'validation auc')");

            lab.button("Remove Area under the curve").click();
            lab.waitFor("steep.recipe().then(r => !r.includes('metrics'))");
            lab.waitFor("document.querySelector('.curves .metric-menu').offsetParent === null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void metricsAgreeWithPredictionsThatAScriptSees(Build build) {
        String recipe =
                "1/data=sine/Dense(8,tanh)/Dense(1)/loss=mean_squared_error/metrics=(mean_absolute_error,r2_score)";
        try (LabPage lab = open(build, recipe)) {
            Map<?, ?> last = (Map<?, ?>) ((List<?>) lab.call("train", Map.of("epochs", 3))).get(2);
            Map<?, ?> now = (Map<?, ?>) ((Map<?, ?>) lab.call("evaluate")).get("validation");
            for (String name : List.of("loss", "mean_absolute_error", "r2_score")) {
                assertEquals(last.get("val_" + name), now.get(name), name);
            }
            assertFalse(now.containsKey("accuracy"));
            assertTrue(lab.find(".curves .metric-menu option").count() == 2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMetricThatDoesNotSuitTheDataIsExplained(Build build) {
        try (LabPage lab = open(build, "1/data=sine/Dense(1)/loss=mean_squared_error/metrics=auc")) {
            lab.waitFor("document.body.textContent.includes('The metric auc is not measured: it is for classes')");
        }
    }
}
