package dev.steep.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A training step that can be followed number by number: the lecture's network, and one's own. */
class BackpropIT {
    private static final String LECTURE = "#1/data=by_hand/prepare(none)/split(0)/Dense(2,activation=sigmoid)"
            + "/Dense(2,activation=sigmoid)/loss=mean_squared_error/optimizer=SGD(0.5)/fit(1,100)";
    private static final String IMAGES = "#1/data=digits(60)/Conv2D(3,3,padding=same,activation=relu)/MaxPooling2D"
            + "/BatchNormalization/Flatten/Dropout(0.25)/Dense(10,softmax)/optimizer=Adam/fit(4,3)/seed=3";

    private static LabPage open(Build build, String experiment) {
        LabPage lab =
                LabPage.open(Site.shared(), "index.html?view=backprop&build=" + build.name + experiment, 1400, 1000);
        lab.eval("steep.ready");
        lab.find(".pass-title").waitFor();
        return lab;
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('−', '-').replace(",", "").trim());
    }

    private static void shows(double expected, String text) {
        assertEquals(expected, number(text), 0.0051 * Math.abs(expected) + 1e-9, text);
    }

    private static List<String> texts(LabPage lab, String selector) {
        return lab.find(selector).allInnerTexts();
    }

    private static double[] tensor(LabPage lab, String name) {
        return ((List<?>) lab.eval("steep.tensor('" + name + "').then(t => [...t.values])"))
                .stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
    }

    /** All numbers are worked out here, by the lecture's formulas; half the square is the mean of squares of two outputs. */
    @ParameterizedTest
    @EnumSource
    void theLecturesNetworkComesOutOnScreen(Build build) {
        try (LabPage lab = open(build, LECTURE)) {
            double[] x = tensor(lab, "input");
            double[] w = tensor(lab, "dense/kernel");
            double[] v = tensor(lab, "dense_1/kernel");
            double[] y = new double[2];
            for (int i = 0; i < 2; i++) {
                y[i] = sigmoid(x[0] * w[i] + x[1] * w[2 + i] + x[2] * w[4 + i]);
            }
            double[] out = new double[2];
            double[] dy = new double[2];
            double[] dx = new double[2];
            double[] target = {0, 1}; // sample 0 is of class 1
            for (int j = 0; j < 2; j++) {
                out[j] = sigmoid(y[0] * v[j] + y[1] * v[2 + j]);
                dy[j] = out[j] - target[j];
                dx[j] = out[j] * (1 - out[j]) * dy[j];
            }
            lab.button("forward").click();
            assertEquals("·", texts(lab, ".pass-unit .pass-value").get(5), "what is not worked out is not shown");
            while (lab.button("Next ▶").isEnabled()) {
                lab.button("Next ▶").click();
            }
            List<String> values = texts(lab, ".pass-unit .pass-value");
            for (int i = 0; i < 3; i++) {
                assertEquals(x[i], number(values.get(i)), 1e-9);
            }
            shows(y[0], values.get(3));
            shows(y[1], values.get(4));
            shows(out[0], values.get(5));
            shows(out[1], values.get(6));
            shows((dy[0] * dy[0] + dy[1] * dy[1]) / 2, values.get(7));

            lab.button("backward").click();
            List<String> back = texts(lab, ".pass-derivative");
            for (int j = 0; j < 2; j++) {
                assertTrue(back.get(j).startsWith("∂ℓ/∂y "), back.get(j));
                shows(dy[j], back.get(j).substring(6));
            }
            lab.button("Next ▶").click();
            assertTrue(texts(lab, ".pass-derivative").get(1).startsWith("∂ℓ/∂x "));
            shows(dx[1], texts(lab, ".pass-derivative").get(1).substring(6));

            lab.find(".pass-unit").nth(3).click();
            lab.find(".pass-title").getByText("what unit 4 of dense gives").waitFor();
            String sum = lab.find(".pass-figures").first().innerText();
            shows(v[0] * dx[0] + v[1] * dx[1], sum.substring(sum.lastIndexOf('=') + 1));
            assertTrue(lab.find(".pass-part").first().innerText().contains("goes on to 2 numbers"));

            press(lab, "dense_1/kernel", 1);
            lab.find(".pass-title")
                    .getByText("the weight of dense_1 from unit 4 to unit 7")
                    .waitFor();
            String product = lab.find(".pass-figures").first().innerText();
            shows(y[0] * dx[1], product.substring(product.lastIndexOf('=') + 1));
            assertEquals("✓ It agrees.", lab.find(".pass-agrees").innerText());
            List<String> results = texts(lab, ".pass-part .pass-formula b");
            shows(v[1] - 0.5 * y[0] * dx[1], results.get(1));

            lab.find(".pass-set").fill("0.75");
            lab.page().keyboard().press("Enter");
            lab.waitFor("steep.tensor('dense_1/kernel').then(t => t.values[1] === 0.75)");
            lab.waitFor("document.querySelector('.pass-set').value === '0.750'");
            lab.find(".pass-set").fill("much");
            lab.page().keyboard().press("Enter");
            assertEquals("0.750", lab.find(".pass-set").inputValue());

            lab.eval("window.print = () => { window.sheet = document.querySelector('.worksheet').innerText;"
                    + " dispatchEvent(new Event('afterprint')); }; 0");
            lab.button("Answers").click();
            lab.waitFor("Boolean(window.sheet)");
            String sheet = (String) lab.eval("window.sheet");
            assertTrue(sheet.contains("FORWARD") || sheet.toLowerCase().contains("forward"), sheet);
            assertEquals(0, lab.find(".worksheet").count());
            assertEquals(List.of(), lab.errors());
        }
    }

    /** The line of a weight, by the mouse. */
    private static void press(LabPage lab, String tensor, int index) {
        BoundingBox box = lab.find(".pass-press[data-tensor='" + tensor + "'][data-index='" + index + "']")
                .boundingBox();
        lab.page().mouse().click(box.x + 0.3 * box.width, lineY(lab, tensor, index, 0.3));
    }

    private static double lineY(LabPage lab, String tensor, int index, double share) {
        return ((Number) lab.eval("(() => { const line = document.querySelector(\".pass-press[data-tensor='" + tensor
                        + "'][data-index='" + index
                        + "']\"); const top = line.closest('svg').getBoundingClientRect().top;"
                        + " return top + Number(line.getAttribute('y1')) + " + share
                        + " * (line.getAttribute('y2') - line.getAttribute('y1')); })()"))
                .doubleValue();
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** What is shown of the next batch is what the next step computes, bit for bit but for rounding; nothing old is left. */
    @ParameterizedTest
    @EnumSource
    void theNextBatchIsWhatTheNextStepDoes(Build build) {
        try (LabPage lab = open(build, IMAGES)) {
            lab.call("train", Map.of("steps", 3));
            lab.button("next batch").click();
            lab.find(".pass-counter").getByText("training step 4").waitFor();
            lab.find(".pass-which").waitFor();
            lab.button("backward").click();
            while (!lab.find(".pass-stage").innerText().contains("kernel of conv2d")) {
                lab.button("Next ▶").click();
            }
            lab.find(".pass-title").getByText("kernel 1, row 1, column 1").waitFor();
            Locator axes = lab.find(".pass-axis");
            axes.nth(0).fill("2");
            axes.nth(0).press("Tab");
            lab.find(".pass-title").getByText("kernel 1, row 2, column 1").waitFor();
            axes.nth(3).fill("3");
            axes.nth(3).press("Tab");
            lab.find(".pass-title").getByText("kernel 3, row 2, column 1").waitFor();
            int place = 3 * 3 + 2;
            double told =
                    number(lab.find(".pass-part").first().locator("b").first().innerText());
            double to =
                    number(lab.find(".pass-part").last().locator("b").first().innerText());
            assertTrue(lab.find(".pass-table").first().innerText().contains("more, together"));
            assertFalse(lab.find(".pass-table .pass-token").first().innerText().isEmpty());

            lab.call("step");
            shows(tensor(lab, "conv2d/kernel/gradient")[place], told + "");
            assertEquals(tensor(lab, "conv2d/kernel")[place], to, 1e-3 * Math.abs(to) + 1e-4);
            lab.find(".pass-counter").getByText("training step 5").waitFor();
            lab.call("load", LECTURE.substring(1));
            lab.find(".pass-title").getByText("dense_1").first().waitFor();
            lab.call("load", IMAGES.substring(1) + "/fit(512,3)");
            assertEquals(List.of(), lab.errors());
        }
    }

    /** Another sample, a weight that is set, an epoch that is looked at: what is shown is of the numbers that the page has now. */
    @ParameterizedTest
    @EnumSource
    void whateverChangesTheNumbersIsFollowed(Build build) {
        try (LabPage lab = open(build, LECTURE)) {
            lab.call("train", Map.of("epochs", 4));
            int samples = ((Number) lab.eval("steep.history().then(h => h[0].step)")).intValue();
            showsOutput(lab);
            lab.find(".tile-row").nth(1).click();
            showsOutput(lab);
            lab.call("setTensor", "dense_1/kernel", List.of(1, -1, 2, -2));
            showsOutput(lab);
            lab.call("at", 2);
            lab.find(".pass-counter")
                    .getByText("training step " + (2 * samples + 1))
                    .waitFor();
            showsOutput(lab);
            assertEquals(List.of(), lab.errors());
        }
    }

    /** The first unit of the last layer, in the stage of the loss. */
    private static void showsOutput(LabPage lab) {
        lab.button("loss").click();
        String said =
                "steep.tensor('dense_1/output').then(t => { const shown = [...document.querySelectorAll('.pass-unit .pass-value')];"
                        + " return Math.abs(Number(shown[5].textContent.replace('−', '-')) - t.values[0]) < 0.006 * Math.abs(t.values[0]); })";
        lab.waitFor(said);
    }
}
