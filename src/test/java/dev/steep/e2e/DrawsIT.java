package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A layer that draws is picked in the page, its card shows draws, and the network learns with it. */
class DrawsIT {
    private static final String LINK = "1/data=digits(400)/Flatten/Dense(32,relu)/Dense(10,softmax)/fit(20,epochs=100)";

    /** The pixels of each quarter of the canvas. */
    private static final String QUARTERS = "(() => { const c = document.querySelector('canvas[data-picture=draws]');"
            + "const w = (c.width - 3) / 2, h = (c.height - 3) / 2, g = c.getContext('2d');"
            + "return [[0, 0], [w + 3, 0], [0, h + 3], [w + 3, h + 3]]"
            + "  .map(([x, y]) => [...g.getImageData(x, y, w, h).data].join()); })()";

    @ParameterizedTest
    @EnumSource
    void aRotationIsPickedShowsItsDrawsAndTheNetworkLearns(Build build) {
        try (LabPage lab = LabPage.open(Site.shared(), "index.html?build=" + build.name + "#" + LINK)) {
            lab.eval("steep.ready");
            lab.find("button[aria-label^='Add a layer']").nth(0).click();
            lab.find(".palette-item")
                    .filter(new Locator.FilterOptions().setHasText("RandomRotation"))
                    .first()
                    .click();
            lab.waitFor("steep.recipe().then(text => text.includes('RandomRotation(0.1)'))");
            lab.find("canvas[data-picture=draws]").waitFor();
            lab.waitFor("new Set(" + QUARTERS + ").size === 4");
            Object first = lab.eval(QUARTERS);
            double before = lab.number("steep.evaluate().then(parts => parts.training.loss)");
            lab.eval("steep.train({epochs: 20})");
            assertEquals(first, lab.eval(QUARTERS), "the chosen sample is the same, and so are its draws");
            double after = lab.number("steep.evaluate().then(parts => parts.training.loss)");
            assertTrue(after < 0.7 * before, before + " became " + after);
            lab.eval("steep.set('layers.random_rotation.factor', 0.4)");
            lab.waitFor("JSON.stringify(" + QUARTERS + ") !== " + quoted(first));
            assertNotEquals(first, lab.eval(QUARTERS));
        }
    }

    private static String quoted(Object quarters) {
        StringBuilder text = new StringBuilder("JSON.stringify([");
        for (Object quarter : (Iterable<?>) quarters) {
            text.append("'").append(quarter).append("',");
        }
        return text.append("])").toString();
    }
}
